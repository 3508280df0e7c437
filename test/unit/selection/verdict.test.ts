import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import type { Budget } from '../../../src/selection/budget.ts';
import { judgeCandidate, type Judgement } from '../../../src/selection/verdict.ts';
import { aCatalog, aFigure, aMeasurement, type CandidateSpec } from '../../support/builders.ts';

const limit300: Budget = { text: '', limits: [{ metric: 'macs', max: 300e6, text: '' }], floors: [] };
const floor75: Budget = { text: '', limits: [], floors: [{ metric: 'top1', min: 75, text: '' }] };
const at60ms: Budget = {
	text: '',
	limits: [{ metric: 'latencyMs', max: 60, device: 'pixel-1', text: '' }],
	floors: [],
};

function judge(spec: Partial<CandidateSpec>, budget: Budget = limit300): Judgement {
	return judgeOnly(aCatalog({ candidates: [{ id: 'a-net/1.0@224', ...spec }] }), budget);
}

function judgeOnly(catalog: Catalog, budget: Budget): Judgement {
	const [candidate] = catalog.candidates;
	assert.ok(candidate);
	return judgeCandidate(catalog, candidate, budget);
}

it('meets a limit that it costs exactly', () => {
	assert.equal(judge({ macs: 300e6 }).verdict, 'meets');
});

it('exceeds a limit by one', () => {
	assert.equal(judge({ macs: 300e6 + 1 }).verdict, 'exceeds');
});

it('is unknown where the figure is missing, whatever else is known', () => {
	assert.equal(judge({ top1: 99, params: 1 }).verdict, 'unknown');
});

it('meets a floor exactly at it, and not below', () => {
	assert.deepEqual(
		[judge({ top1: 75 }, floor75).verdict, judge({ top1: 74.999 }, floor75).verdict],
		['meets', 'exceeds'],
	);
});

it('exceeds where one limit is exceeded and another one is unknown', () => {
	const both = { ...limit300, limits: [...at60ms.limits, ...limit300.limits] };
	assert.equal(judge({ macs: 301e6 }, both).verdict, 'exceeds');
	assert.equal(judge({ macs: 299e6 }, both).verdict, 'unknown');
});

it('is not judged by a cost at another input size', () => {
	const figures = [aFigure({ of: 'a-net/1.0', kind: 'macs', value: 100e6, conditions: { input: [192, 192] } })];
	assert.equal(judgeOnly(aCatalog({ candidates: [{ id: 'a-net/1.0@224' }], figures }), limit300).verdict, 'unknown');
});

for (const max of [0, -1, NaN, Infinity]) {
	it(`a limit of ${String(max)} is a programmer's mistake`, () => {
		const budget: Budget = { text: '', limits: [{ metric: 'macs', max, text: '' }], floors: [] };
		assert.throws(() => judge({ macs: 1 }, budget), RangeError);
	});
}

for (const [spec, budget, code, text] of [
	[{ macs: 300_774_272 }, limit300, 'exceeds-limit', '300.8 M MACs, limit 300 M'],
	[{ macs: 219e6 }, limit300, 'meets-limit', '219 M MACs, limit 300 M'],
	[{}, limit300, 'unknown-figure', 'MACs unknown, limit 300 M'],
	[{ macs: 300_000_001 }, limit300, 'exceeds-limit', '300 000 001 MACs, limit 300 000 000'],
	[{ top1: 74.2 }, floor75, 'below-floor', '74.2 %, floor 75 %'],
	[{ latencyMs: { 'pixel-1': 61.3 } }, at60ms, 'exceeds-limit', '61.3 ms on pixel-1, limit 60 ms'],
] as const) {
	it(`explains itself: ${text}`, () => {
		const explanation = judge(spec, budget).limits[0]?.explanation;
		assert.deepEqual([explanation?.code, explanation?.text], [code, text]);
	});
}

it('carries the numbers that the words were made of', () => {
	const { value, ratio, explanation } = judge({ macs: 330e6 }).limits[0] ?? {};
	assert.deepEqual([value, ratio], [330e6, 1.1]);
	assert.deepEqual(explanation?.params, { metric: 'macs', limitValue: 300e6, value: 330e6, ratio: 1.1 });
});

it('is disputed where another comparable figure flips the verdict, with both numbers', () => {
	const figures = [aFigure({ of: 'a-net/1.0@224', kind: 'macs', value: 320e6, source: 'seed' })];
	const catalog = aCatalog({ candidates: [{ id: 'a-net/1.0@224', macs: 290e6 }], figures });
	const [dispute] = judgeOnly(catalog, limit300).disputed ?? [];
	assert.deepEqual([dispute?.value, dispute?.otherValue, dispute?.otherSource], [290e6, 320e6, 'seed']);
	assert.equal(dispute?.explanation.text, 'disputed: MACs 290 M (paper) or 320 M (seed)');
});

it('is not disputed by a figure on the same side of the limit, nor where another limit decides anyway', () => {
	const figures = [
		aFigure({ of: 'a-net/1.0@224', kind: 'macs', value: 299e6, source: 'seed' }),
		aFigure({ of: 'a-net/1.0@224', kind: 'params', value: 4e6, source: 'seed' }),
	];
	const catalog = aCatalog({ candidates: [{ id: 'a-net/1.0@224', macs: 290e6, params: 6e6 }], figures });
	const tight: Budget = {
		text: '',
		limits: [
			{ metric: 'macs', max: 100e6, text: '' },
			{ metric: 'params', max: 5e6, text: '' },
		],
		floors: [],
	};
	assert.equal(judgeOnly(catalog, limit300).disputed, undefined);
	assert.equal(judgeOnly(catalog, tight).disputed, undefined);
});

it('a latency is disputed by another measurement of the same run', () => {
	const measurements = [aMeasurement({ model: 'a-net/1.0', ms: 66, source: 'seed' })];
	const catalog = aCatalog({ candidates: [{ id: 'a-net/1.0@224', latencyMs: { 'pixel-1': 51 } }], measurements });
	const values = judgeOnly(catalog, at60ms).disputed?.flatMap(({ value, otherValue }) => [value, otherValue]);
	assert.deepEqual(values?.toSorted(), [51, 66]);
});
