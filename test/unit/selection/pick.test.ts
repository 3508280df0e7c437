import assert from 'node:assert/strict';
import { createSelectionTable } from '../../../src/selection/engine.ts';
import { parseBudget } from '../../../src/selection/parseBudget.ts';
import { countUnderBudget, pickUnderBudget, type PickOptions, type PickResult } from '../../../src/selection/pick.ts';
import { aCatalog, aDataset, type CandidateSpec } from '../../support/builders.ts';

function pick(candidates: readonly CandidateSpec[], text: string, options: PickOptions = {}): PickResult {
	const catalog = aCatalog({ candidates });
	const parsed = parseBudget(text, { catalog });
	assert.ok(parsed.ok, text);
	return pickUnderBudget(catalog, parsed.budget, options);
}

/** `rank id` of each match. */
function ranks({ matches }: PickResult): readonly string[] {
	return matches.map(({ rank, candidate }) => `${String(rank)} ${candidate.id}`);
}

describe('the ranking', () => {
	it('puts the most accurate first', () => {
		const candidates = [
			{ id: 'a/1@224', top1: 70, macs: 1e6 },
			{ id: 'b/1@224', top1: 75, macs: 9e6 },
		];
		assert.deepEqual(ranks(pick(candidates, '10M')), ['1 b/1@224', '2 a/1@224']);
	});

	it('gives tied models one rank, the cheapest first, and keeps a mark on the most accurate', () => {
		const result = pick(
			[
				{ id: 'a/1@224', top1: 76, macs: 9e6 },
				{ id: 'b/1@224', top1: 75.7, macs: 5e6 },
				{ id: 'c/1@224', top1: 75.4, macs: 1e6 },
			],
			'10M',
		);
		assert.deepEqual(ranks(result), ['1 b/1@224', '1 a/1@224', '3 c/1@224']);
		assert.deepEqual(
			result.matches.map(({ isPick, isMostAccurate, tieGroup }) => [isPick, isMostAccurate, tieGroup]),
			[
				[true, false, 1],
				[false, true, 1],
				[false, true, 2],
			],
		);
	});

	it('ties with the best of a group, never along a chain', () => {
		const candidates = [76, 75.7, 75.4, 75.1].map((top1, place) => ({
			id: `a/${String(place)}@224`,
			top1,
			macs: 1e6,
		}));
		assert.deepEqual(ranks(pick(candidates, '10M')), ['1 a/0@224', '1 a/1@224', '3 a/2@224', '3 a/3@224']);
	});

	it("orders a tie group by the first limit's cost, unknown last, then by accuracy, then by id", () => {
		const candidates = [
			{ id: 'd/1@224', top1: 76, params: 5e6, macs: 1e6 },
			{ id: 'b/1@224', top1: 75.9, params: 5e6, macs: 2e6 },
			{ id: 'a/1@224', top1: 75.9, params: 5e6, macs: 3e6 },
			{ id: 'c/1@224', top1: 75.8, params: 4e6, macs: 4e6 },
		];
		const order = ['1 c/1@224', '1 d/1@224', '1 a/1@224', '1 b/1@224'];
		assert.deepEqual(ranks(pick(candidates, '6M params, 10M')), order);
	});
});

describe('the ranking of models', () => {
	it('with a floor goes by cost, cheapest first and unknown last', () => {
		const candidates = [
			{ id: 'a/1@224', top1: 80, macs: 9e6 },
			{ id: 'b/1@224', top1: 76, macs: 2e6 },
			{ id: 'c/1@224', top1: 90 },
			{ id: 'd/1@224', top1: 74, macs: 1e6 },
		];
		const result = pick(candidates, 'top1 ≥ 75');
		assert.equal(result.ranking, 'cost');
		assert.deepEqual(ranks(result), ['1 b/1@224', '2 a/1@224', '3 c/1@224']);
	});

	it('shows a model through its best candidate in the budget, the others folded under it', () => {
		const candidates = [
			{ id: 'a/1@192', top1: 70, macs: 1e6 },
			{ id: 'a/1@224', top1: 72, macs: 2e6 },
			{ id: 'a/1@256', top1: 74, macs: 20e6 },
		];
		const { matches, near } = pick(candidates, '10M');
		assert.deepEqual(
			matches.map(({ candidate, folded }) => [candidate.id, ...folded.map(({ id }) => id)]),
			[['a/1@224', 'a/1@192']],
		);
		assert.deepEqual(near, []);
	});

	it('returns as many matches as asked for, and says how many models there are', () => {
		const candidates = ['a', 'b', 'c'].map(name => ({ id: `${name}/1@224`, top1: 76, macs: 1e6 }));
		const { matches, matchingModels } = pick(candidates, '10M', { limit: 2 });
		assert.deepEqual([matches.length, matches[0]?.tie?.size, matchingModels], [2, 3, 3]);
	});
});

describe('a row of another data set', () => {
	const candidates: readonly CandidateSpec[] = [
		{ id: 'a/1@224', top1: 99, macs: 1e6, dataset: 'dogs' },
		{ id: 'b/1@224', top1: 98, macs: 1e6, doubt: 'unsourced' },
		{ id: 'c/1@224', top1: 97, macs: 11e6, doubt: 'other-dataset' },
		{ id: 'd/1@224', top1: 96, dataset: 'dogs' },
		{ id: 'e/1@224', top1: 70, macs: 1e6 },
	];

	it('gets a verdict, and is never a match or near', () => {
		const { counts, matches, near } = pick(candidates, '10M');
		assert.deepEqual(counts, { meets: 1, exceeds: 1, unknown: 1, unranked: 2 });
		assert.deepEqual([matches.length, near.length], [1, 0]);
	});
});

describe('near misses', () => {
	const candidates = [
		{ id: 'a/1@224', top1: 70, macs: 13e6, params: 1e6 },
		{ id: 'b/1@224', top1: 71, macs: 12e6, params: 2e6 },
		{ id: 'c/1@224', top1: 72, macs: 11e6, params: 9e6 },
		{ id: 'd/1@224', top1: 73, params: 1e6 },
		{ id: 'e/1@224', top1: 74, macs: 12e6, params: 1e6 },
	];

	it('are the three that are over by least, the more accurate first of two alike', () => {
		const { near } = pick(candidates, '10M');
		assert.deepEqual(
			near.map(({ candidate }) => candidate.id),
			['c/1@224', 'e/1@224', 'b/1@224'],
		);
	});

	it('are measured by the limit that they exceed most', () => {
		const { near } = pick(candidates, '10M, 3M params');
		assert.deepEqual(
			near.map(({ candidate, over }) => [candidate.id, ...over.map(({ ratio }) => ratio)]),
			[
				['e/1@224', 1.2],
				['b/1@224', 1.2],
				['a/1@224', 1.3],
			],
		);
	});

	it('of a floor are those that fall short by least', () => {
		const { near } = pick(candidates, 'top1 ≥ 80');
		assert.deepEqual(
			near.map(({ over }) => over.map(({ value, limitValue }) => [value, limitValue])),
			[[[74, 80]], [[73, 80]], [[72, 80]]],
		);
	});

	it('say what to relax where nothing meets the budget', () => {
		const { nothing } = pick(candidates, '10M, 3M params');
		assert.equal(nothing?.text, 'nothing meets the budget; e/1 would if 10 M MACs were raised to 12 M');
	});
});

describe('the binding limit', () => {
	const candidates = [
		{ id: 'a/1@224', top1: 70, macs: 9e6, params: 1e6 },
		{ id: 'b/1@224', top1: 75, macs: 20e6, params: 1e6 },
		{ id: 'c/1@224', top1: 73, macs: 5e6, params: 9e6 },
		{ id: 'd/1@224', top1: 90, macs: 99e6, params: 99e6 },
	];

	it('is the one whose removal alone raises the accuracy most', () => {
		const { binding } = pick(candidates, '3M params, 10M');
		assert.deepEqual([binding?.limit.metric, binding?.why], ['macs', 'raises-best']);
		assert.equal(
			binding?.explanation.text,
			'10 M MACs: without it the most accurate is b/1 at 224 px, 75 % instead of 70 %',
		);
	});

	it('is the one that the pick comes closest to where no removal helps', () => {
		const { binding } = pick(candidates.slice(0, 1), '3M params, 10M');
		assert.deepEqual([binding?.limit.metric, binding?.why], ['macs', 'least-slack']);
	});

	it('is none with a floor, which asks for the cheapest', () => {
		assert.equal(pick(candidates, 'top1 ≥ 70, 10M').binding, undefined);
	});
});

describe('the next step up', () => {
	const candidates = [
		{ id: 'a/1@224', top1: 70, macs: 9e6, params: 1e6 },
		{ id: 'b/1@224', top1: 75, macs: 20e6, params: 1e6 },
		{ id: 'c/1@224', top1: 74, macs: 25e6, params: 1e6 },
		{ id: 'd/1@224', top1: 80, macs: 15e6, params: 50e6 },
	];

	it('is the cheapest that is more accurate, with its extra cost and gain', () => {
		const { nextStepUp } = pick(candidates, '10M');
		assert.equal(nextStepUp?.candidate.id, 'd/1@224');
		assert.equal(nextStepUp.explanation.text, 'd/1 at 224 px, 80 % (+10 points) for 15 M MACs (+6 M, 50 % over)');
	});

	it('keeps the other limits', () => {
		assert.equal(pick(candidates, '10M, 2M params').nextStepUp?.candidate.id, 'b/1@224');
	});

	it('with a floor is the cheapest that is more accurate than the pick', () => {
		const { matches, nextStepUp } = pick(candidates, 'top1 ≥ 70');
		assert.deepEqual([matches[0]?.candidate.id, nextStepUp?.candidate.id], ['a/1@224', 'd/1@224']);
	});

	it('is none for the most accurate of all', () => {
		assert.equal(pick(candidates, '1G').nextStepUp, undefined);
	});
});

describe('a table kept by its host', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'a/1@224', top1: 70, macs: 9e6 },
			{ id: 'timm:b@224', top1: 80 },
		],
	});
	const parsed = parseBudget('10M', { catalog });
	assert.ok(parsed.ok);

	it('gives the same answer as its catalog, and the same counts', () => {
		const table = createSelectionTable(catalog, { framework: 'timm' });
		const result = pickUnderBudget(table, parsed.budget);
		assert.deepEqual(result, pickUnderBudget(catalog, parsed.budget, { framework: 'timm' }));
		assert.deepEqual(countUnderBudget(table, parsed.budget), result.counts);
		assert.deepEqual(result.counts, { meets: 0, exceeds: 0, unknown: 1, unranked: 0 });
	});
});

it('a smaller evaluation set makes wider ties', () => {
	const candidates = [
		{ id: 'a/1@224', top1: 76, macs: 9e6 },
		{ id: 'b/1@224', top1: 75, macs: 1e6 },
	];
	const catalog = aCatalog({ candidates, datasets: [aDataset({ id: 'imagenet-1k', evaluationImages: 5000 })] });
	const parsed = parseBudget('10M', { catalog });
	assert.ok(parsed.ok);
	assert.deepEqual(ranks(pickUnderBudget(catalog, parsed.budget)), ['1 b/1@224', '1 a/1@224']);
});
