import type { Checkpoint } from '../catalog/records.ts';
import { usesTensorFlow } from '../frameworks/guessFramework.ts';
import { parseKerasName } from '../frameworks/keras.ts';
import { pythonString } from '../frameworks/literals.ts';
import { missingImports } from '../frameworks/planImports.ts';
import { defaultText } from '../frameworks/snippetParts.ts';
import { newHead, parseTorchvisionName, withoutHead } from '../frameworks/torchvision.ts';
import type { LoadingCall } from './loadingCall.ts';

/** Frameworks that a call can be written in. */
export const convertible = ['timm', 'torchvision', 'keras', 'transformers'] as const;

/** A call as another framework takes it. */
export interface WrittenLoading {
	/** What loads the network, without the weights: `resnet50`. */
	readonly name: string;
	/** The weights that it loads, where it loads any. */
	readonly weights?: string;
	readonly code: string;
	readonly imports: readonly string[];
	/** Lines that give the network its head, once it has a name. */
	readonly below?: (model: string) => readonly string[];
}

/**
 * The call in the framework of a checkpoint; undefined where that has no such call.
 * @param sources the text and the other cells of its notebook, whose imports are there
 */
export function writeLoading(
	checkpoint: Checkpoint,
	call: LoadingCall,
	sources: readonly string[],
): WrittenLoading | undefined {
	switch (checkpoint.framework) {
		case 'timm':
			return writeTimm(checkpoint.name, call);
		case 'torchvision':
			return writeTorchvision(checkpoint.name, call, sources);
		case 'keras':
			return writeKeras(checkpoint.name, call, sources);
		default:
			return writeTransformers(checkpoint.name, call);
	}
}

function writeTimm(weights: string, { isPretrained, classes }: LoadingCall): WrittenLoading {
	const name = weights.split('.')[0] ?? weights;
	const outputs = classes === undefined ? '' : `, num_classes=${classes === 'none' ? '0' : classes}`;
	const written = isPretrained ? `${pythonString(weights)}, pretrained=True` : pythonString(name);
	const code = `timm.create_model(${written}${outputs})`;
	return { name, ...(isPretrained && { weights }), code, imports: ['import timm'] };
}

/** torchvision refuses weights together with another number of classes: the head is replaced below. */
function writeTorchvision(
	spelled: string,
	{ isPretrained, classes }: LoadingCall,
	sources: readonly string[],
): WrittenLoading | undefined {
	const parsed = parseTorchvisionName(spelled);
	if (!parsed) return undefined;
	const { builder: name, member: weights, head } = parsed;
	const isThere = missingImports(['from torchvision import models'], sources).length === 0;
	const module = isThere ? 'models' : 'torchvision.models';
	const imports = isThere ? [] : ['import torchvision'];
	if (!isPretrained && classes !== 'none')
		return { name, imports, code: `${module}.${name}(${classes === undefined ? '' : `num_classes=${classes}`})` };
	const code = `${module}.${name}(${isPretrained ? `weights="${weights}"` : ''})`;
	const written = { name, ...(isPretrained && { weights }), code };
	if (classes === undefined) return { ...written, imports };
	const below = (model: string): readonly string[] =>
		(classes === 'none' ? [withoutHead(head, model)] : newHead(head, model, classes)).map(defaultText);
	return { ...written, imports: ['import torch', ...imports], below };
}

function writeKeras(
	spelled: string,
	{ isPretrained, classes }: LoadingCall,
	sources: readonly string[],
): WrittenLoading | undefined {
	const parsed = parseKerasName(spelled);
	if (!parsed) return undefined;
	const { className: name, alpha, side } = parsed;
	const isFromTensorFlow = missingImports(['from tensorflow import keras'], sources).length === 0;
	const keras = !isFromTensorFlow && sources.some(usesTensorFlow) ? 'tf.keras' : 'keras';
	const imports = isFromTensorFlow ? [] : [keras === 'keras' ? 'import keras' : 'import tensorflow as tf'];
	const isBare = classes === 'none' || (isPretrained && classes !== undefined);
	const written = [
		...(alpha === undefined ? [] : [`alpha=${alpha}`]),
		isPretrained ? 'weights="imagenet"' : 'weights=None',
		...(side === undefined ? [] : [`input_shape=(${String(side)}, ${String(side)}, 3)`]),
		...(isBare ? ['include_top=False', 'pooling="avg"'] : classes === undefined ? [] : [`classes=${classes}`]),
	];
	const made = `${keras}.applications.${name}(${written.join(', ')})`;
	const dense = `${keras}.layers.Dense(${classes ?? ''}, activation="softmax")`;
	const code = isBare && classes !== 'none' ? `${keras}.Sequential([${made}, ${dense}])` : made;
	return { name, ...(isPretrained && { weights: 'imagenet' }), code, imports };
}

/** A network without weights needs its configuration from the hub, and one without its head another class. */
function writeTransformers(name: string, { isPretrained, classes }: LoadingCall): WrittenLoading | undefined {
	if (!isPretrained || classes === 'none') return undefined;
	const outputs = classes === undefined ? '' : `, num_labels=${classes}, ignore_mismatched_sizes=True`;
	const code = `AutoModelForImageClassification.from_pretrained(${pythonString(name)}${outputs})`;
	return { name, weights: name, code, imports: ['from transformers import AutoModelForImageClassification'] };
}
