import { convolutionBlock, residual } from '../../src/architecture/blocks.ts';
import { alexNet } from '../../src/architecture/families/alexNet.ts';
import { denseNet } from '../../src/architecture/families/denseNet.ts';
import { inceptionV1, inceptionV2OfSlim, tower } from '../../src/architecture/families/inception.ts';
import { inceptionResNetV2 } from '../../src/architecture/families/inceptionV4.ts';
import { mobileNetV3 } from '../../src/architecture/families/mobileNet.ts';
import { polyNet } from '../../src/architecture/families/polyNet.ts';
import { preResNet } from '../../src/architecture/families/preResNet.ts';
import { bottleneckOf, resNet } from '../../src/architecture/families/resNet.ts';
import { squeezeNet } from '../../src/architecture/families/squeezeNet.ts';
import { ssdLiteMobileNetV3 } from '../../src/architecture/families/ssdLite.ts';
import { foldedNetwork } from '../../src/architecture/foldedNetwork.ts';
import { layerOf, replaced } from '../../src/architecture/innerLayer.ts';
import {
	convolution,
	linear,
	pooling,
	relu,
	repeat,
	sequence,
	type GraphNode,
	type Layer,
	type Network,
	type Pair,
	type Stage,
} from '../../src/architecture/layers.ts';
import { withSamePadding } from '../../src/architecture/samePadding.ts';
import type { Figure } from '../../src/catalog/records.ts';

/** A network as a source counted it where that is not the one that goes by its name, or not at the size that it states. */
export interface MeasuredForm {
	readonly network: Network;
	/** Height and width in px; those of the figure where they are not given. */
	readonly input?: Pair;
	/** Whether nothing but the number says that the source counted it. */
	readonly onlyFits?: boolean;
}

/**
 * By the source and the model, weights or candidate that its figure is of, the kind of the figure where one alone is meant,
 * and the height in px where it is meant at this size alone.
 */
const forms: ReadonlyMap<string, () => MeasuredForm> = new Map<string, () => MeasuredForm>([
	...['small-0.35', 'small-0.5', 'small-0.75', 'small-1.0', 'small-1.25', 'large-0.35', 'large-0.5'].map(name =>
		inFirstVersion(name),
	),
	// the multiply-accumulates beside it are those of the later form
	inFirstVersion('large-1.25', ' params'),
	// Table 2 of the first version prints a stride of 1 at the fourth bneck (as kuan-wang/pytorch-mobilenet-v3 has it in its first
	// commit), which later versions mend, this cost only in the last. Of all places for the strides those with the fifth bneck
	// in its stead alone give it.
	[
		'mobilenetv3-paper-v1 mobilenet-v3/small-1.0 macs 224',
		() => ({
			network: halvedLater(mobileNetV3({ size: 'small', firstVersion: true }), 'bneck4'),
			onlyFits: true,
		}),
	],
	// The authors' code has three boxes at each place of the largest map, and says 3.22M parameters and 1.02B FLOPs of this
	// detector (tensorflow/models, research/object_detection/samples/configs/ssdlite_mobilenet_v3_large_320x320_coco.config).
	[
		'mobilenetv3-paper-v1 ssdlite/mobilenet-v3-large-reduced@320',
		() => ({ network: ssdLiteMobileNetV3({ firstBoxes: 3 }) }),
	],
	// Caffe's reference models crop 227 px; AlexNet's layers are divided over two processors there.
	['mobilenet-paper alexnet/1.0', () => ({ network: alexNet({ form: 'grouped' }), input: [227, 227] })],
	['mobilenet-paper squeezenet/1.0', () => ({ network: squeezeNet({ version: '1.0' }), input: [227, 227] })],
	// The published network has no normalization, and 5 x 5 where the port of its weights has 3 x 3.
	['mobilenet-paper inception-v1/1.0', () => ({ network: foldedNetwork(inceptionV1({ five: 5 })) })],
	// googlenet-v2-tf repeats the costs of googlenet-v2, a Caffe model (lim0606/caffe-googlenet-bn) of 1000 classes with a plain first
	// convolution, which Slim's inception_v2 has neither of. Its biases are those of the normalizations.
	['omz-public inception-v2/1.0', () => ({ network: foldedNetwork(inceptionV2OfSlim()) })],
	// Its documentation names the output: that of the head that training alone uses, InceptionResnetV2/AuxLogits/Logits/MatMul.
	['omz-public openvino-omz:inception-resnet-v2-tf', () => ({ network: auxiliaryOfInceptionResNetV2() })],
	// Pelee's authors put a convolution of 1 x 1 behind the last block, too (Pelee, arXiv 1804.06882, section 2.1). With one that
	// halves the channels, the convolutions alone give this number and the 1.13 M parameters beside it.
	[
		'seed densenet/41-variant@224 macs',
		() => ({ network: withLastTransition(denseNet({ depth: 41 })), onlyFits: true }),
	],
	// Keras gives convolutions a bias although a normalization follows.
	['keras-applications keras:ResNet152', () => ({ network: changed(resNet({ depth: 152 }), biased) })],
	...([101, 152] as const).map((depth): readonly [string, () => MeasuredForm] => [
		`keras-applications resnet/${String(depth)}-v2`,
		() => ({ network: changed(preResNet({ depth, normalizedStem: false }), biasedInKerasV2) }),
	]),
	// The weights go on to ImageNet; the costs are those of the entry for CIFAR-10 in the same files.
	[
		'mmpretrain-metafiles mmpretrain:resnet50_spark-pre_300e_in1k',
		() => ({ network: ofCifar(resNet({ depth: 50 })), input: [32, 32] }),
	],
	// Its weights are those of TensorFlow's Slim.
	['hailo-model-zoo resnet/50', () => ({ network: resNet50OfSlim() })],
	// Its file is one of TensorFlow Lite (cfg/networks/squeezenet_v1.1.yaml), whose padding is TensorFlow's.
	[
		'hailo-model-zoo squeezenet/1.1',
		() => ({ network: withSamePadding(squeezeNet({ version: '1.1' })), onlyFits: true }),
	],
	// pytorchcv activates the last result of a poly-3 unit, too, which nothing sees.
	['pytorchcv-readme pytorchcv:polynet', () => ({ network: withIdleActivations(polyNet()) })],
	// pytorchcv pools before every convolution of a shortcut, over one pixel where the image keeps its size.
	...([50, 101, 152] as const).map((depth): readonly [string, () => MeasuredForm] => [
		`pytorchcv-readme pytorchcv:resneta${String(depth)}b`,
		() => ({ network: withIdlePooling(resNet({ depth, deepStem: [32, 32, 64], pooledShortcut: true })) }),
	]),
]);

/** MobileNetV3 as the first version of its paper has it, which differs at these widths. */
function inFirstVersion(name: string, kind = ''): readonly [string, () => MeasuredForm] {
	const [size, width] = name.split('-');
	return [
		`mobilenetv3-paper-v1 mobilenet-v3/${name}${kind}`,
		() => ({
			network: mobileNetV3({
				size: size === 'large' ? size : 'small',
				width: Number(width),
				firstVersion: true,
			}),
		}),
	];
}

/** The form that a source counted for a figure; undefined where it is the usual one. */
export function measuredForm({ source, of, kind, conditions }: Figure): MeasuredForm | undefined {
	const own = `${source} ${of}`;
	const [height] = conditions.input ?? [];
	const keys = height === undefined ? [] : [`${own} ${kind} ${String(height)}`];
	const make = [...keys, `${own} ${kind}`, own].map(key => forms.get(key)).find(form => form !== undefined);
	return make?.();
}

/** The same network with each layer as `change` returns it, after the layers inside it. */
function changed(network: Network, change: (layer: Layer) => Layer): Network {
	return { ...network, stages: network.stages.map(stage => changedStage(stage, change)) };
}

function changedStage(stage: Stage, change: (layer: Layer) => Layer): Stage {
	const inside = (layer: Layer): Layer => {
		switch (layer.op) {
			case 'sequence':
				return change({ ...layer, layers: layer.layers.map(each => replaced(each, inside(layerOf(each)))) });
			case 'branches':
				return change({
					...layer,
					branches: layer.branches.map(each => replaced(each, inside(layerOf(each)))),
				});
			case 'graph':
				return change({
					...layer,
					nodes: layer.nodes.map(each => ({
						...each,
						parts: each.parts.map(({ from, layer: part }) => ({ from, layer: inside(part) })),
					})),
				});
			default:
				return change(layer);
		}
	};
	return { ...stage, layer: inside(stage.layer) };
}

/** The image halved by the block behind the one of this name instead of by it. */
function halvedLater(network: Network, name: string): Network {
	const place = network.stages.findIndex(stage => stage.name === name);
	const stages = network.stages.map((stage, at) => {
		if (at !== place && at !== place + 1) return stage;
		const stride = at === place ? ([1, 1] as const) : ([2, 2] as const);
		return changedStage(stage, layer => {
			if (layer.op === 'convolution') return layer.groups === 'depthwise' ? { ...layer, stride } : layer;
			// a block that halves the image has no shortcut
			if (layer.op !== 'branches' || layer.join !== 'add') return layer;
			const [body] = layer.branches;
			return body ? layerOf(body) : layer;
		});
	});
	return { ...network, stages };
}

function biased(layer: Layer): Layer {
	return layer.op === 'convolution' ? { ...layer, bias: true } : layer;
}

/** The convolutions behind which no normalization stands: the first, the last of each block, and those of shortcuts. */
function biasedInKerasV2(layer: Layer): Layer {
	if (layer.op === 'convolution') return layer.kernel[0] === 7 ? biased(layer) : layer;
	if (layer.op === 'sequence') {
		const [first] = layer.layers;
		if (first?.op !== 'normalization') return layer;
		const layers = layer.layers.map(each =>
			each.op === 'convolution' && each.kernel[0] === 1 ? biased(each) : each,
		);
		return { ...layer, layers };
	}
	if (layer.op !== 'graph') return layer;
	const nodes = layer.nodes.map(node => ({
		...node,
		parts: node.parts.map(({ from, layer: each }) => ({ from, layer: biased(each) })),
	}));
	return { ...layer, nodes };
}

/** A first convolution of 3 x 3 that keeps the size of the image, no pooling behind it, and ten classes. */
function ofCifar(network: Network): Network {
	const small = changed(network, layer => {
		if (layer.op === 'convolution' && layer.kernel[0] === 7) return convolution(64, 3);
		if (layer.op === 'linear') return linear(10);
		return layer;
	});
	return changed(small, layer =>
		layer.op === 'sequence' ? { ...layer, layers: layer.layers.filter(each => each.op !== 'pooling') } : layer,
	);
}

/** Inception-ResNet v2 of TensorFlow's Slim up to its auxiliary classifier, behind the blocks of 17 px, with a class for the background. */
function auxiliaryOfInceptionResNetV2(): Network {
	const { name, stages } = inceptionResNetV2();
	const seen = stages.slice(
		0,
		stages.findIndex(stage => stage.name === 'reduction-b'),
	);
	const layer = sequence(pooling('average', 5, 3), tower([128], [768, 5, { padding: 0 }]), linear(1001));
	return { name, stages: [...seen, { name: 'auxiliary', layer }] };
}

/** ResNet-50 of TensorFlow's Slim, where the last unit of a stage halves the image (`resnet_v1_block` in nets/resnet_v1.py). */
function resNet50OfSlim(): Network {
	const { stages, ...network } = resNet({ depth: 50 });
	const [first, ...others] = stages;
	const blocks = [3, 4, 6, 3].map((count, stage): Stage => {
		const width = 64 << stage;
		const unit = (shortcut?: Layer, stride = 1): Layer =>
			sequence(residual(bottleneckOf(width, 4 * width, { stride }), shortcut), relu);
		const last = stage < 3 ? unit(pooling('max', 1, 2), 2) : unit();
		const projection = convolutionBlock(4 * width, 1, { act: 'none' });
		return {
			name: `block${String(stage + 1)}`,
			layer: sequence(unit(projection), ...repeat(count - 2, unit()), last),
		};
	});
	return { ...network, stages: [...(first ? [first] : []), ...blocks, ...others.slice(-1)] };
}

/** A convolution that halves the channels behind the last dense block, where DenseNet has none. */
function withLastTransition(network: Network): Network {
	const stages = network.stages.map(stage => {
		if (stage.name !== 'block4') return stage;
		return { ...stage, layer: sequence(stage.layer, convolution(165, 1)) };
	});
	return { ...network, stages };
}

function withIdleActivations(network: Network): Network {
	return changed(network, layer => {
		if (layer.op !== 'graph' || !layer.nodes.some(({ name }) => name === 'result3')) return layer;
		const idle: GraphNode = { name: 'idle', join: 'add', parts: [{ from: 'result3', layer: relu }] };
		return { ...layer, nodes: [...layer.nodes, idle] };
	});
}

function withIdlePooling(network: Network): Network {
	const pool = pooling('average', 1, 1);
	return changed(network, layer => {
		if (layer.op !== 'branches' || layer.join !== 'add') return layer;
		const branches = layer.branches.map(branch => {
			if (branch.op !== undefined || branch.name !== 'shortcut') return branch;
			const { layer: inner } = branch;
			const isPlain = inner.op === 'sequence' && inner.layers.length > 0 && inner.layers[0]?.op !== 'pooling';
			if (!isPlain) return branch;
			return replaced(branch, { ...inner, layers: [pool, ...inner.layers] });
		});
		return { ...layer, branches };
	});
}
