import assert from 'node:assert/strict';
import { PbfReader } from 'pbf';
import { modelsWithNetwork, networkOf } from '../../../src/architecture/networkOf.ts';
import { onnxGraph } from '../../../src/architecture/onnx/onnxGraph.ts';
import { encodeOnnx, type OnnxGraph } from '../../../src/architecture/onnx/onnxModel.ts';
import { traceNetwork } from '../../../src/architecture/traceNetwork.ts';
import type { Pair } from '../../../src/architecture/layers.ts';
import { inputFor } from '../../support/networkInputs.ts';

function graphOf(model: string, input?: Pair): OnnxGraph {
	const network = networkOf(model);
	assert.ok(network, model);
	return onnxGraph(network, input ?? inputFor(network));
}

describe('a network as an ONNX graph', () => {
	it('has a number for each parameter, and a mean and a variance for each normalized channel', () => {
		const small = modelsWithNetwork.filter(model => {
			const network = networkOf(model);
			return network && traceNetwork(network, inputFor(network)).params < 6e6;
		});
		assert.ok(small.length >= 30, String(small.length));
		for (const model of small) {
			const network = networkOf(model);
			assert.ok(network);
			const { params, parts } = traceNetwork(network, inputFor(network));
			const weights = graphOf(model).tensors.filter(({ name }) => !/^(integers|floats|scalar) /.test(name));
			const numbers = weights.reduce((sum, { data }) => sum + data.length, 0);
			assert.equal(numbers, params + parts.normalizationParams, model);
		}
	});

	it('names each value once, before it is read', () => {
		for (const model of ['nasnet/a-mobile', 'hrnet/w18-small', 'shufflenet-v2/1.0', 'inception-v1/1.0']) {
			const { nodes, tensors, inputs, outputs } = graphOf(model);
			const known = new Set([...tensors, ...inputs].map(({ name }) => name));
			for (const { op, inputs: read, outputs: made } of nodes) {
				const unknown = read.find(name => name !== '' && !known.has(name));
				assert.equal(unknown, undefined, `${model}: ${op}`);
				for (const name of made) {
					assert.ok(!known.has(name), name);
					known.add(name);
				}
			}
			assert.ok(
				outputs.every(({ name }) => known.has(name)),
				model,
			);
		}
	});

	it('is written alike each time, as a model with a graph and its operator set', () => {
		const bytes = encodeOnnx(graphOf('squeezenet/1.1', [64, 64]));
		assert.deepEqual(encodeOnnx(graphOf('squeezenet/1.1', [64, 64])), bytes);
		const fields = new PbfReader(bytes).readFields<number[]>((tag, found) => found.push(tag), []);
		assert.deepEqual(fields, [1, 2, 7, 8]);
	});

	it('is refused where a layer has no operator, and where the file would be too large to use', () => {
		assert.throws(() => graphOf('vgg/16', [260, 260]), /pooling of 8 × 8 to 7 × 7 has no operator in ONNX/);
		assert.throws(() => graphOf('resnext/101-32x32d'), /the weights take 1874 MB; at most 1024 MiB are written/);
	});
});
