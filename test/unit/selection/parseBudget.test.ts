import assert from 'node:assert/strict';
import { parseBudget } from '../../../src/selection/parseBudget.ts';
import { catalog, limitsOf, problemOf, read } from './readBudget.ts';

describe('a cost', () => {
	for (const text of ['≤300MMACs', '<= 300 MMACs', '< 300 M MACs', 'under 300 MMACs', 'max 300MMACs', '300 MMAdds']) {
		it(`"${text}" is an inclusive limit of 300 M MACs`, () => {
			assert.deepEqual(limitsOf(text), [{ metric: 'macs', max: 300e6 }]);
		});
	}

	for (const text of [
		'300M',
		'300m',
		'300000k',
		'0.3G',
		'.0003T',
		'300e6',
		'3E8',
		'300 000 000',
		'300\u00a0000\u2009000',
	]) {
		it(`"${text}" without a unit is 300 M MACs, and says that it was read so`, () => {
			assert.deepEqual(limitsOf(text), [{ metric: 'macs', max: 300e6, assumed: true }]);
		});
	}

	for (const [text, metric, max] of [
		['4.1 GMACs', 'macs', 4.1e9],
		['5M params', 'params', 5e6],
		['5.4 m parameters', 'params', 5.4e6],
		['14 MB', 'bytes', 14e6],
		['900kB', 'bytes', 900e3],
		['14 MiB', 'bytes', 14 * 1024 * 1024],
		['512 KiB', 'bytes', 512 * 1024],
		['1024 B', 'bytes', 1024],
	] as const) {
		it(`"${text}" is ${String(max)} in ${metric}`, () => {
			assert.deepEqual(limitsOf(text), [{ metric, max }]);
		});
	}
});

describe('FLOPs', () => {
	const flops = { printed: 600e6, asFlops: 300e6, asMacs: 600e6 };

	it('are two per MAC, with both readings kept', () => {
		assert.deepEqual(limitsOf('0.6 GFLOPs'), [{ metric: 'macs', max: 300e6, flops }]);
	});

	it('are MACs where that is said to be meant', () => {
		assert.deepEqual(limitsOf('600 MFLOPs', { flopsMeans: 'macs' }), [{ metric: 'macs', max: 600e6, flops }]);
	});
});

describe('a latency', () => {
	for (const text of ['60ms@pixel1', '60 ms @ Google Pixel 1', '0.06s@P1', '60ms@"google pixel-1"']) {
		it(`"${text}" is 60 ms on the device that it names`, () => {
			assert.deepEqual(limitsOf(text), [{ metric: 'latencyMs', max: 60, device: 'pixel-1' }]);
		});
	}

	for (const text of ['60ms@galaxy-s24/int8', '60ms@"Galaxy S24"/INT8', '60ms@Galaxy S24 / int8']) {
		it(`"${text}" names a precision too`, () => {
			assert.deepEqual(limitsOf(text), [
				{ metric: 'latencyMs', max: 60, device: 'galaxy-s24', precision: 'int8' },
			]);
		});
	}

	it('without a device is on the one that is set', () => {
		assert.deepEqual(limitsOf('60ms', { latencyDevice: 'pixel 1' }), limitsOf('60ms@pixel-1'));
	});

	it('without any device asks for one, and says how many candidates each covers', () => {
		const parsed = parseBudget('60ms', { catalog });
		assert.ok(!parsed.ok);
		assert.equal(parsed.problem.code, 'device-needed');
		assert.deepEqual(parsed.problem.devices, [
			{ id: 'pixel-1', name: 'Google Pixel 1', candidates: 2 },
			{ id: 'galaxy-s24', name: 'Galaxy S24', candidates: 1 },
		]);
	});

	it('on an unfinished or misspelled device is answered with those that may be meant, and how many candidates each covers', () => {
		const misspelled = problemOf('60ms@pixle1');
		assert.equal(misspelled.code, 'unknown-device');
		assert.match(misspelled.text, /Did you mean pixel-1 \(2 candidates\)\?/);
		const unfinished = parseBudget('60ms@galaxy', { catalog });
		assert.ok(!unfinished.ok);
		assert.deepEqual(unfinished.problem.devices, [
			{ id: 'galaxy-s24', name: 'Galaxy S24', candidates: 1, isSuggested: true },
			{ id: 'pixel-1', name: 'Google Pixel 1', candidates: 2 },
		]);
	});

	for (const text of ['60ms@pixel1/int4', '60ms@pixel1/', '60ms@"pixel 1"/'])
		it(`"${text}" is answered with the precisions that the device was measured in`, () => {
			const parsed = parseBudget(text, { catalog });
			assert.ok(!parsed.ok);
			assert.equal(parsed.problem.code, 'unknown-precision');
			assert.match(parsed.problem.text, /On pixel-1: fp32 \(2 candidates\)\.$/);
			assert.deepEqual(parsed.problem.devices, [
				{ id: 'pixel-1/fp32', name: 'Google Pixel 1, fp32', candidates: 2, isSuggested: true },
			]);
		});
});

describe('a floor', () => {
	for (const text of ['top1 ≥ 75', 'top-1>=75%', 'Top 1 > 75 %', 'at least 75%', '≥75%', 'accuracy at least 75']) {
		it(`"${text}" is a top-1 of 75 % or more`, () => {
			assert.deepEqual(
				read(text).floors.map(({ min }) => min),
				[75],
			);
		});
	}

	for (const [text, code] of [
		['≥ 300M', 'floor-needs-accuracy'],
		['≥ 75', 'floor-needs-accuracy'],
		['75%', 'accuracy-as-limit'],
		['top1 ≥ 101', 'accuracy-over-100'],
		['top1 ≤ 75', 'not-understood'],
		['at least', 'incomplete'],
	] as const) {
		it(`"${text}" is none: ${code}`, () => {
			assert.equal(problemOf(text).code, code);
		});
	}
});

describe('a model as a limit', () => {
	it('means no more MACs than it has', () => {
		assert.deepEqual(limitsOf('≤ a-net/1.0'), [{ metric: 'macs', max: 300e6, reference: 'a-net/1.0' }]);
	});

	for (const [text, code] of [
		['≤ b-net/1.0', 'model-without-macs'],
		['≤ c-net', 'unknown-model'],
		['a-net/1.0', 'not-understood'],
	] as const) {
		it(`"${text}" is refused: ${code}`, () => {
			assert.equal(problemOf(text).code, code);
		});
	}
});

describe('several limits', () => {
	for (const text of [
		'300M,5M params',
		'300M; 5M params',
		'300M & 5M params',
		'300M and 5M params',
		'300M, and 5M params',
		'300e6,5M params',
		'300M,\u00a05M params',
	]) {
		it(`"${text}" are two`, () => {
			assert.deepEqual(
				limitsOf(text).map(({ metric, max }) => [metric, max]),
				[
					['macs', 300e6],
					['params', 5e6],
				],
			);
		});
	}

	it('are told apart after a device or a model that ends in a digit', () => {
		assert.equal(limitsOf('60ms@pixel1,5M params').length, 2);
		assert.equal(limitsOf('≤ a-net/1.0,5M params').length, 2);
	});

	it('are not told apart inside a quoted name', () => {
		assert.equal(problemOf('60ms@"Galaxy S24, and more"').code, 'unknown-device');
	});

	it('keep limits and floors in the order in which they were written', () => {
		const { limits, floors } = read('top1 ≥ 70, 60ms@P1, 300M');
		assert.deepEqual([limits.map(({ metric }) => metric), floors.length], [['latencyMs', 'macs'], 1]);
	});
});
