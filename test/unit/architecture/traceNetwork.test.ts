import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convolutionBlock, residual } from '../../../src/architecture/blocks.ts';
import {
	branches,
	channelSplit,
	convolution,
	identity,
	linear,
	normalization,
	pooling,
	relu,
	repeat,
	sequence,
	type Layer,
	type Network,
} from '../../../src/architecture/layers.ts';
import { modelsWithNetwork, networkOf } from '../../../src/architecture/networkOf.ts';
import { ShapeError } from '../../../src/architecture/shape.ts';
import { traceAuxiliary, traceNetwork, type Cost } from '../../../src/architecture/traceNetwork.ts';
import { referencedModels, withoutReference } from '../../support/referenceNetworks.ts';
import { shippedData } from '../../support/shippedData.ts';

function networkWith(...layers: readonly Layer[]): Network {
	return { name: 'a net', stages: layers.map((layer, place) => ({ name: `stage${String(place)}`, layer })) };
}

function costOf(layer: Layer, side = 32): Cost {
	const { params, macs, activations } = traceNetwork(networkWith(layer), [side, side]);
	return { params, macs, activations };
}

describe('the cost of a layer', () => {
	it('is that of its products, for a convolution with its bias as further parameters', () => {
		const plain = costOf(convolution(8, 3));
		assert.deepEqual(plain, { params: 8 * 3 * 9, macs: 8 * 3 * 9 * 32 * 32, activations: 8 * 32 * 32 });
		assert.deepEqual(costOf(convolution(8, 3, { bias: true })), { ...plain, params: plain.params + 8 });
	});

	it('of one group is that of a convolution without groups, and of a group for each channel depthwise', () => {
		assert.deepEqual(costOf(convolution(6, 3, { groups: 1 })), costOf(convolution(6, 3)));
		assert.deepEqual(costOf(convolution(6, 3, { groups: 3 })), costOf(convolution(6, 3, { groups: 'depthwise' })));
	});

	it('adds up over layers, and over branches', () => {
		const sides = fc.integer({ min: 3, max: 64 });
		const out = fc.integer({ min: 1, max: 24 });
		fc.assert(
			fc.property(sides, out, out, (side, first, second) => {
				const [a, b] = [convolution(first, 3), convolution(second, 5)];
				const both = traceNetwork(networkWith(a, b), [side, side]);
				const together = costOf(sequence(a, b), side);
				assert.deepEqual({ params: both.params, macs: both.macs, activations: both.activations }, together);
				const beside = costOf(branches('concatenate', a, b), side);
				assert.equal(beside.macs, costOf(a, side).macs + costOf(b, side).macs);
			}),
		);
	});

	it('grows with the area of the output exactly, and its parameters not at all', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, 3, 5), (times, kernel) => {
				const layer = convolution(7, kernel);
				const [small, large] = [costOf(layer, 16), costOf(layer, 16 * times)];
				assert.equal(large.macs, small.macs * times ** 2);
				assert.equal(large.params, small.params);
			}),
		);
	});

	it('of a window that ends outside the image is counted in ceil mode alone', () => {
		const sideAfter = (ceil: boolean): number | undefined =>
			traceNetwork(networkWith(pooling('max', 3, 2, { ceil })), [6, 6]).stages[0]?.outputs[0]?.height;
		assert.deepEqual([sideAfter(false), sideAfter(true)], [2, 3]);
	});
});

describe('a shape that does not fit', () => {
	it('names the layer, the fault and what is expected', () => {
		const faults: readonly (readonly [Layer, RegExp])[] = [
			[
				convolution(8, 7, { padding: 0 }),
				/^stage0: a kernel of 7 does not fit 4 × 4 px; expected a larger input$/,
			],
			[
				sequence(convolutionBlock(8, 3), convolution(8, 3, { groups: 3 })),
				/^stage0\.1: 8 output channels do not divide/,
			],
			[residual(convolution(8, 3)), /^stage0: branches of 8 channels of 4 × 4 px and 3 channels/],
			[channelSplit(identity, identity), /^stage0: 3 channels do not divide into 2 groups$/],
		];
		for (const [layer, message] of faults)
			assert.throws(() => traceNetwork(networkWith(layer), [4, 4]), { name: ShapeError.name, message });
	});

	it('does not keep a fully connected layer from any size', () => {
		assert.equal(costOf(linear(10), 5).params, 3 * 25 * 10 + 10);
	});
});

const catalog = shippedData();

describe('the networks of the catalog', () => {
	/** Every count of a framework that prints parameters in full. */
	const printedInFull = modelsWithNetwork.flatMap(id =>
		catalog.checkpointsOf(id).flatMap(checkpoint =>
			checkpoint.framework === 'torchvision' && !checkpoint.name.startsWith('quantized_')
				? catalog
						.figuresOf(checkpoint.id)
						.filter(({ kind }) => kind === 'params')
						.map(({ value }) => ({ id, checkpoint: checkpoint.id, params: value }))
				: [],
		),
	);

	it('have the parameters that torchvision prints, to the unit, where it counts the auxiliary classifier with that', () => {
		const counted = printedInFull.map(each => {
			const network = networkOf(each.id);
			assert.ok(network, each.id);
			const { params } = traceNetwork(network, [299, 299]);
			const countsAuxiliary = each.checkpoint.includes(':inception_v3.');
			return {
				...each,
				params: params + (countsAuxiliary ? traceAuxiliary(network, [299, 299]).params : 0),
			};
		});
		assert.deepEqual(counted, printedInFull);
		assert.ok(printedInFull.length >= 30, `only ${String(printedInFull.length)} weights are compared`);
	});

	it('have the multiply-accumulates that torchvision prints at the size of the weights, after rounding', () => {
		for (const id of modelsWithNetwork)
			for (const { id: checkpoint } of catalog.checkpointsOf(id))
				for (const { kind, value, printed, conditions, source } of catalog.figuresOf(checkpoint)) {
					if (kind !== 'macs' || source !== 'torchvision-0.29.1' || checkpoint.includes(':quantized_'))
						continue;
					const network = networkOf(id);
					assert.ok(network && conditions.input, checkpoint);
					const { macs } = traceNetwork(network, conditions.input);
					const digits = printed.split('.')[1]?.length ?? 0;
					assert.ok(
						Math.abs(macs - value) <= 0.5001 * 10 ** (9 - digits),
						`${checkpoint}: ${String(macs)}, printed ${printed}`,
					);
				}
	});
});

describe('all described networks', () => {
	it('are each counted against the network of a library, too, in test/python', () => {
		assert.deepEqual([...modelsWithNetwork].sort(), [...referencedModels, ...withoutReference.keys()].sort());
	});

	it('have the same parameters at every input size, and more multiply-accumulates at a larger one', () => {
		const sides = fc.integer({ min: 9, max: 16 }).map(steps => 32 * steps);
		fc.assert(
			fc.property(fc.constantFrom(...modelsWithNetwork), sides, sides, (id, height, width) => {
				const network = networkOf(id);
				assert.ok(network);
				const [small, large] = [
					traceNetwork(network, [height, width]),
					traceNetwork(network, [height + 32, width]),
				];
				assert.equal(large.params, small.params, id);
				assert.ok(large.macs > small.macs, id);
			}),
			{ numRuns: 300 },
		);
	});

	it('are of models of the catalog, and equal the default at width 1', () => {
		for (const id of modelsWithNetwork) assert.ok(catalog.modelById.has(id), id);
		for (const id of modelsWithNetwork) {
			const atOne = networkOf(id, 1);
			if (atOne) assert.deepEqual(atOne, networkOf(id), id);
		}
		assert.equal(networkOf('resnet/50', 0.5), undefined);
		assert.equal(networkOf('no/such'), undefined);
	});
});

describe('the same layer several times', () => {
	const once = (layer: Layer): Layer => structuredClone(layer);

	it('costs what as many layers of its kind cost, whether it keeps the shape, changes it or has shared weights', () => {
		const layers = [
			convolutionBlock(3, 3, { bias: true }),
			residual(convolution(3, 3)),
			branches('concatenate', identity, convolution(2, 3)),
			pooling('max', 2, 2),
			sequence(convolution(3, 3, { sharedAs: 'one' }), normalization, relu),
			sequence(convolution(3, 3), linear(5)),
		];
		for (const layer of layers) {
			const [repeated, made] = [
				traceNetwork(networkWith(sequence(...repeat(3, layer), relu)), [32, 24]),
				traceNetwork(networkWith(sequence(once(layer), once(layer), once(layer), relu)), [32, 24]),
			];
			assert.deepEqual(repeated, made);
			assert.deepEqual(repeated.parts, made.parts);
		}
	});

	it('is one object in a network, and its description lists it as often as it stands there', () => {
		const { layers } = sequence(...repeat(3, convolution(8, 3)));
		assert.equal(new Set(layers).size, 1);
		assert.equal(layers.length, 3);
	});
});
