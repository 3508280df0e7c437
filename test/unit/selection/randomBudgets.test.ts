import assert from 'node:assert/strict';
import { createSelectionTable } from '../../../src/selection/engine.ts';
import { judgeAll } from '../../../src/selection/judgeAll.ts';
import { parseBudget } from '../../../src/selection/parseBudget.ts';
import { pickUnderBudget, type PickResult } from '../../../src/selection/pick.ts';
import { createRandom } from '../../support/random.ts';
import { shippedData } from '../../support/shippedData.ts';
import { BruteForce, type PlainAnswer, type PlainBudget, type PlainLimit } from './bruteForce.ts';

const catalog = shippedData();
const bruteForce = new BruteForce(catalog);
const table = createSelectionTable(catalog);

it('agrees with a brute force over the raw records on 500 random budgets', function () {
	this.timeout(120_000);
	const random = createRandom(20_190_506);
	let [withMatches, withNear, withTies] = [0, 0, 0];
	for (let round = 0; round < 500; round++) {
		const budget = randomBudget(random);
		const text = textOf(budget);
		const parsed = parseBudget(text, { catalog });
		assert.ok(parsed.ok, text);
		const answer = plainAnswer(pickUnderBudget(table, parsed.budget));
		const expected = bruteForce.answer(budget);
		assert.deepEqual(answer, { ...expected, near: expected.near.map(rounded) }, text);
		withMatches += Number(expected.matches.length > 0);
		withNear += Number(expected.near.length === 3);
		withTies += Number(expected.matches.some(({ tieGroup, rank }) => tieGroup !== rank));
	}
	assert.ok(Math.min(withMatches, withNear, withTies) > 100, 'the budgets leave something to compare');
});

it('counts every candidate once, whatever the budget', function () {
	this.timeout(60_000);
	const random = createRandom(7);
	for (let round = 0; round < 200; round++) {
		const parsed = parseBudget(textOf(randomBudget(random)), { catalog });
		assert.ok(parsed.ok);
		const { meets, exceeds, unknown, unranked } = pickUnderBudget(table, parsed.budget, { limit: 1 }).counts;
		assert.equal(meets + exceeds + unknown + unranked, table.candidates.length);
	}
});

it('answers the same whether one limit has moved since the last budget or the table was never asked', function () {
	this.timeout(120_000);
	const random = createRandom(11);
	let again = 0;
	for (let round = 0; round < 20; round++) {
		const moving = createSelectionTable(catalog);
		let budget = { ...randomBudget(random), limits: Array.from({ length: 3 }, () => randomLimit(random)) };
		for (let step = 0; step < 6; step++) {
			const parsed = parseBudget(textOf(budget), { catalog });
			assert.ok(parsed.ok);
			const answer = pickUnderBudget(moving, parsed.budget);
			const whole = judgeAll(moving, parsed.budget);
			const fresh = judgeAll(createSelectionTable(catalog), parsed.budget);
			assert.deepEqual(plainAnswer(answer), plainAnswer(pickUnderBudget(catalog, parsed.budget)));
			assert.deepEqual(whole.counts, fresh.counts);
			assert.deepEqual(whole.meeting.toSorted(), fresh.meeting.toSorted());
			again += Number(Object.getOwnPropertyDescriptor(whole, 'meeting')?.get !== undefined);
			const index = Math.floor(random() * 3);
			const limits = budget.limits.map((limit, place) =>
				place === index
					? { ...limit, max: Math.max(1, Math.round(limit.max * (0.8 + 0.4 * random()))) }
					: limit,
			);
			budget = { ...budget, limits };
		}
	}
	assert.ok(again > 20, 'some of them follow from the answer before');
});

function plainAnswer({ counts, matches, near }: PickResult): PlainAnswer {
	return {
		counts,
		matches: matches.map(({ candidate: { id }, rank, tieGroup }) => ({ id, rank, tieGroup })),
		near: near.map(({ candidate: { id }, overshoot }) => rounded({ id, overshoot })),
	};
}

/** The two sides add and divide in another order. */
function rounded({ id, overshoot }: PlainAnswer['near'][number]): PlainAnswer['near'][number] {
	return { id, overshoot: Number(overshoot.toPrecision(9)) };
}

/** Up to five limits, each often exactly at some candidate's own cost, and sometimes a floor. */
function randomBudget(random: () => number): PlainBudget {
	const limits = Array.from({ length: Math.floor(random() * 6) }, () => randomLimit(random));
	const needsFloor = limits.length === 0 || random() < 0.15;
	return { limits, floors: needsFloor ? [Math.round((45 + 42 * random()) * 10) / 10] : [] };
}

function randomLimit(random: () => number): PlainLimit {
	const metric = pickOne(random, ['macs', 'macs', 'params', 'bytes', 'latencyMs'] as const);
	const device = pickOne(random, ['pixel-1', 'pixel-1', 'snapdragon-810', 'coral-dev-board', 'i9-10940x']);
	const axis = metric === 'latencyMs' ? { metric, device } : { metric };
	const costs = table.candidates.flatMap(candidate => bruteForce.cost(candidate, axis) ?? []);
	const cost = pickOne(random, costs);
	const max = random() < 0.5 ? cost : Math.max(1, Math.round(cost * (0.5 + random())));
	return { ...axis, max };
}

function textOf({ limits, floors }: PlainBudget): string {
	const units = { macs: 'MACs', params: 'params', bytes: 'B', latencyMs: 'ms' };
	const texts = limits.map(({ metric, max, device }) => {
		return `≤ ${String(max)} ${units[metric]}${device === undefined ? '' : `@${device}`}`;
	});
	return [...texts, ...floors.map(floor => `top1 ≥ ${String(floor)}`)].join(', ');
}

function pickOne<T>(random: () => number, items: readonly T[]): T {
	const item = items[Math.floor(random() * items.length)];
	assert.ok(item !== undefined);
	return item;
}
