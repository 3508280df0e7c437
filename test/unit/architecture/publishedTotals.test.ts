import assert from 'node:assert/strict';
import { pytorchModule } from '../../../src/architecture/code/pytorchModule.ts';
import type { Pair } from '../../../src/architecture/layers.ts';
import { networkOf } from '../../../src/architecture/networkOf.ts';
import { onnxGraph } from '../../../src/architecture/onnx/onnxGraph.ts';
import { traceNetwork, type NetworkCost } from '../../../src/architecture/traceNetwork.ts';

function costOf(model: string, input: Pair = [224, 224]): NetworkCost {
	const network = networkOf(model);
	assert.ok(network, model);
	return traceNetwork(network, input);
}

/** As papers print: so many digits behind the point. */
function printed(value: number, unit: number, digits: number): string {
	return (value / unit).toFixed(digits);
}

describe('networks that no library builds', () => {
	it('are those of IGCV1, whose publication leaves the normalization out of its parameters', () => {
		const { params, macs, parts } = costOf('igcv-1/l100m2');
		assert.equal(printed(params - parts.normalizationParams, 1e6, 2), '8.61');
		assert.equal(printed(macs, 1e9, 1), '1.3');
		assert.equal(printed(costOf('igcv-1/l4m32').macs, 1e9, 1), '1.9');
	});

	it('have as many weights in each pair of group convolutions of IGCV1 as its section 3.2 counts', () => {
		const [parts, channels] = [4, 32]; // L and M of the first stage
		const pair = parts * channels ** 2 * 9 + channels * parts ** 2;
		const normalized = 2 * parts * channels;
		const stage = costOf('igcv-1/l4m32').stages.find(({ name }) => name === 'conv2_x');
		assert.equal(stage?.params, 4 * (pair + normalized)); // two blocks of two pairs, with shortcuts as they are
	});

	it('are the highway networks of 39 K and 151 K parameters for gray images of MNIST', () => {
		const sizes = [16, 32].map(filters => costOf(`highway-network/mnist-${String(filters)}`, [28, 28]));
		assert.deepEqual(
			sizes.map(({ params }) => printed(params, 1e3, 0)),
			['39', '151'],
		);
		assert.deepEqual(sizes[0]?.stages.at(-1)?.outputs, [{ channels: 10, height: 1, width: 1 }]);
	});

	it('take an image of one channel where it is gray, in ONNX and in PyTorch, too', () => {
		const network = networkOf('highway-network/mnist-16');
		assert.ok(network);
		assert.deepEqual(onnxGraph(network, [28, 28]).inputs, [{ name: 'image', dims: ['batch', 1, 28, 28] }]);
		assert.match(pytorchModule(network, [28, 28]).code, /at 28 x 28 of a gray image/);
	});

	it('are the AmoebaNet-B of 557 million parameters', () => {
		assert.equal(Math.floor(costOf('amoebanet/b-gpipe', [480, 480]).params / 1e6), 557);
	});

	it('are Tiny SSD, of 2.3 MB at half precision, whose maps are those of the paper', () => {
		const { params, stages } = costOf('ssd/tiny-ssd', [300, 300]);
		assert.equal(printed(2 * params, 1e6, 1), '2.3');
		const heads = stages.at(-1)?.outputs.map(({ height }) => height);
		assert.deepEqual(heads?.slice(0, 6), [37, 18, 9, 4, 2, 1]);
	});

	it('are Pelee, of 5.4 million parameters, whose maps are those of the paper', () => {
		const { params, stages } = costOf('ssd/peleenet', [304, 304]);
		assert.equal(printed(params, 1e6, 1), '5.4');
		const heads = stages.at(-1)?.outputs.map(({ height }) => height);
		assert.deepEqual(heads?.slice(0, 6), [19, 19, 10, 5, 3, 1]);
	});
});
