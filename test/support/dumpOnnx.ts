// Writes every PARTS-th network from PART on as ONNX files into a folder, with an index of JSON lines beside them. Usage: dumpOnnx FOLDER PART PARTS
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { className } from '../../src/architecture/code/pytorchModule.ts';
import type { Network, Pair } from '../../src/architecture/layers.ts';
import { modelsWithNetwork, networkOf } from '../../src/architecture/networkOf.ts';
import { onnxGraph } from '../../src/architecture/onnx/onnxGraph.ts';
import { encodeOnnx } from '../../src/architecture/onnx/onnxModel.ts';
import { portNamed, portNames } from '../../src/architecture/ports.ts';
import { traceNetwork } from '../../src/architecture/traceNetwork.ts';
import { architectureSnippet } from '../../src/frameworks/architectureSnippet.ts';
import { inputFor } from './networkInputs.ts';
import { hasSamePadding } from './referenceNetworks.ts';

const [folder = 'out/onnx', part = '0', parts = '1'] = process.argv.slice(2);
/** Larger ones have no layer that these have not, but for those below. */
const maxParams = 12e6;
const larger: readonly string[] = [
	'alexnet/1.0',
	'densenet/161',
	'efficientnet/b4',
	'hrnet/w18',
	'inception-resnet/v1',
	'inception-v3/1.0',
	'inception-v4/1.0',
	'polynet/1.0',
	'resnet/50',
	'resnet/50-d',
	'resnet/50-v2',
	'senet/se-resnext-50-32x4d',
	'xception/1.0',
];

function networkNamed(name: string): Network | undefined {
	return portNamed(name) ?? networkOf(name);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const written = [...modelsWithNetwork, ...portNames].filter(model => {
	const network = networkNamed(model);
	return network && (larger.includes(model) || traceNetwork(network, inputFor(network)).params <= maxParams);
});
const share = written.filter((_model, place) => place % Number(parts) === Number(part));
const lines = share.map(model => {
	const network = networkNamed(model);
	if (!network) throw new RangeError(`no network for ${model}`);
	const [height, width] = inputFor(network);
	const input: Pair = hasSamePadding(model) ? [height + 1, width - 63] : [height, width];
	const file = `${model.replaceAll(/[^\w.-]/g, '-')}.onnx`;
	writeFileSync(join(folder, file), encodeOnnx(onnxGraph(network, input)));
	const { text: code } = architectureSnippet(network, input, 'python');
	const { imageChannels = 3 } = network;
	return JSON.stringify({ model, file, name: className(network.name), code, image: [imageChannels, ...input] });
});
writeFileSync(join(folder, 'index.jsonl'), lines.map(line => `${line}\n`).join(''));
