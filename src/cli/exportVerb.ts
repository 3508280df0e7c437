import { writeFileSync } from 'node:fs';
import { onnxGraph } from '../architecture/onnx/onnxGraph.ts';
import { encodeOnnx } from '../architecture/onnx/onnxModel.ts';
import { traceNetwork } from '../architecture/traceNetwork.ts';
import { plainText } from '../catalog/plainText.ts';
import { resolveModel } from '../catalog/names.ts';
import { formatBytes, formatInput } from '../catalog/units.ts';
import { imageSize, networkFor, widthOption, withShapes } from './networkOptions.ts';
import { quoted } from './options.ts';
import { oneName } from './scope.ts';
import { UsageError } from './usageError.ts';
import type { Verb } from './verb.ts';

export interface ExportOutput {
	/** Model id. */
	readonly model: string;
	/** The file as it was named. */
	readonly file: string;
	readonly bytes: number;
	readonly params: number;
	/** Multiply-accumulates of one image. */
	readonly macs: number;
	/** `[height, width]` in px. */
	readonly input: readonly [number, number];
}

export const exportVerb: Verb = {
	name: 'export',
	operands: 'NAME --output FILE',
	summary: 'The layers of a model as an ONNX file with random weights',
	details: [
		'For timing on a device and for tools that read ONNX, before any weights are there: its answers mean nothing.',
		'Of models whose layers are described. The size of the images is fixed, that of the batch is not.',
	],
	options: [
		{ name: 'output', value: 'FILE', description: 'The file to write. One that is there already is left alone.' },
		{ name: 'input', value: 'SIZE', description: 'Input size in px: 224, or height x width: 331x224.' },
		{ name: 'width', value: 'NUMBER', description: 'Width multiplier, such as 0.75.' },
	],
	examples: [
		'export mobilenet-v2/1.0 --output mobilenet-v2.onnx',
		'export resnet50 --input 331x224 --output r50.onnx',
	],
	run(catalog, options) {
		const resolved = resolveModel(catalog, oneName(options, 'export'));
		if (!resolved.ok) throw new UsageError(resolved.problem);
		const file = options.text('output');
		if (file === undefined) throw new UsageError('export needs a file: --output FILE.onnx');
		const { model } = resolved;
		const network = networkFor(resolved, widthOption(options));
		const input = imageSize(catalog, resolved, options);
		const { cost, bytes } = withShapes(network, input, () => {
			const counted = traceNetwork(network, input);
			return { cost: counted, bytes: encodeOnnx(onnxGraph(network, input, counted)) };
		});
		writeNew(file, bytes);
		const { params, macs } = cost;
		const output: ExportOutput = { model: model.id, file, bytes: bytes.length, params, macs, input };
		const text = `Wrote ${network.name} at ${formatInput(input)} to ${plainText(file)}: ${formatBytes(bytes.length)}, random weights.`;
		return { output, text };
	},
};

function writeNew(file: string, bytes: Uint8Array): void {
	try {
		writeFileSync(file, bytes, { flag: 'wx' });
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'EEXIST') throw new UsageError(`${quoted(file)} is there already; name another file.`);
		throw new UsageError(`cannot write ${quoted(file)}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
