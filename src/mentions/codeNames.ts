import type { Checkpoint } from '../catalog/records.ts';
import { parseKerasName } from '../frameworks/keras.ts';
import { parseTorchvisionName } from '../frameworks/torchvision.ts';
import { torchvisionBuilders } from '../frameworks/torchvisionBuilders.ts';
import { parseTorchvisionDetector } from '../frameworks/torchvisionDetectors.ts';

/**
 * Every name that code loads a checkpoint by: timm's with and without the tag, torchvision's builders and members of enums,
 * the classes of Keras, the others as they are.
 */
export function namesInCode({ framework, name }: Checkpoint): readonly string[] {
	switch (framework) {
		case 'timm': {
			const architecture = name.split('.')[0] ?? name;
			return architecture === name || architecture === '' ? [name] : [name, architecture];
		}
		case 'torchvision':
			return [parseTorchvisionName(name)?.builder ?? name.split('.')[0] ?? name, ...weightsSpellings(name)];
		case 'keras':
			return [parseKerasName(name)?.className ?? name];
		default:
			return [name];
	}
}

/** `ResNet50_Weights.IMAGENET1K_V2` of torchvision's `resnet50.IMAGENET1K_V2`, which is written as well. */
export function weightsSpellings(name: string): readonly string[] {
	const [builder = '', member] = name.split('.');
	if (member === undefined) return [];
	const weights = torchvisionBuilders.get(builder)?.weights ?? parseTorchvisionDetector(name)?.weights;
	return weights === undefined ? [name] : [name, `${weights}.${member}`];
}
