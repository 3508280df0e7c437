import assert from 'node:assert/strict';
import type { Budget } from '../../src/selection/budget.ts';
import { createSelectionTable, type SelectionTable } from '../../src/selection/engine.ts';
import { judgeAll } from '../../src/selection/judgeAll.ts';
import { pickUnderBudget } from '../../src/selection/pick.ts';
import { rankModels } from '../../src/selection/ranking.ts';
import { createRandom } from '../support/random.ts';
import { alternate, timed, type BenchResult } from './benchResult.ts';
import { catalogOfRows, generateRows, type CandidateRow } from './generatedCandidates.ts';
import { answerPlainly, bestOf, type Bounds } from './plainPick.ts';

const count = 100_000;
const shown = 10;

/**
 * Limits on MACs, parameters and latency among 100,000 candidates, on a table made before, against objects that are
 * filtered and sorted. First the same question to both: how many meet the limits, and which ten are best. Then the whole
 * pick with near misses, binding limit, next step up and all reasons, against counts of verdicts and near misses alone.
 */
export async function benchPick(): Promise<readonly BenchResult[]> {
	const rows = generateRows(count);
	const table = createSelectionTable(catalogOfRows(rows));
	const budgets = boundsOf(rows, 20);
	for (const bounds of budgets) assertEqualAnswers(table, rows, bounds);
	const best = await alternate(
		15,
		() => timeOf(budgets, bounds => bestFromTable(table, bounds)),
		() => timeOf(budgets, bounds => bestOf(rows, bounds)),
	);
	const whole = await alternate(
		5,
		() => timeOf(budgets, bounds => pickUnderBudget(table, budgetOf(bounds), { limit: shown })),
		() => timeOf(budgets, bounds => answerPlainly(rows, bounds)),
	);
	const gate = { kind: 'ratio', max: 0.2 } as const;
	return [
		{ what: 'best of 100,000 under 3 limits', ...best, peer: 'filter and sort of objects', gate },
		{ what: 'whole pick of 100,000', ...whole, peer: 'filters and sorts of objects', gate },
	];
}

export function bestFromTable(table: SelectionTable, bounds: Bounds): { meets: number; best: readonly string[] } {
	const budget = budgetOf(bounds);
	const verdicts = judgeAll(table, budget);
	const groups = rankModels(table, verdicts, budget, shown);
	const indices = groups.flatMap(({ members }) => members).slice(0, shown);
	return { meets: verdicts.counts.meets, best: indices.map(index => table.candidates[index]?.id ?? '') };
}

/** Milliseconds per budget. */
export function timeOf(budgets: readonly Bounds[], answer: (bounds: Bounds) => unknown): number {
	return (
		timed(() => {
			budgets.forEach(answer);
		}) / budgets.length
	);
}

function assertEqualAnswers(table: SelectionTable, rows: readonly CandidateRow[], bounds: Bounds): void {
	const { counts, matches, near } = pickUnderBudget(table, budgetOf(bounds), { limit: shown });
	const idsOf = (standings: readonly { readonly candidate: { readonly id: string } }[]): readonly string[] =>
		standings.map(({ candidate }) => candidate.id);
	const plain = answerPlainly(rows, bounds);
	assert.deepEqual({ counts, best: idsOf(matches), near: idsOf(near) }, plain);
	assert.deepEqual(bestFromTable(table, bounds), bestOf(rows, bounds));
	assert.deepEqual(bestOf(rows, bounds), { meets: plain.counts.meets, best: plain.best });
}

export function budgetOf({ macs, params, latencyMs }: Bounds): Budget {
	return {
		text: '',
		limits: [
			{ metric: 'macs', max: macs, text: '' },
			{ metric: 'params', max: params, text: '' },
			{ metric: 'latencyMs', max: latencyMs, device: 'pixel-1', text: '' },
		],
		floors: [],
	};
}

/** Bounds at random quantiles from 0.05 to 0.95 of each column. */
export function boundsOf(rows: readonly CandidateRow[], budgets: number): readonly Bounds[] {
	const random = createRandom(7);
	const sorted = (values: readonly (number | undefined)[]): Float64Array =>
		Float64Array.from(values.filter(value => value !== undefined)).sort();
	const columns = {
		macs: sorted(rows.map(({ macs }) => macs)),
		params: sorted(rows.map(({ params }) => params)),
		latencyMs: sorted(rows.map(({ latencyMs }) => latencyMs)),
	};
	const quantile = (column: Float64Array): number =>
		column[Math.floor((0.05 + 0.9 * random()) * (column.length - 1))] ?? NaN;
	return Array.from({ length: budgets }, () => ({
		macs: quantile(columns.macs),
		params: quantile(columns.params),
		latencyMs: quantile(columns.latencyMs),
	}));
}
