import assert from 'node:assert/strict';
import type { Budget } from '../../src/selection/budget.ts';
import { createSelectionTable, type SelectionTable } from '../../src/selection/engine.ts';
import { pickUnderBudget } from '../../src/selection/pick.ts';
import { alternate, timed, type BenchResult } from './benchResult.ts';
import { catalogOfRows, createRandom, generateRows, type CandidateRow } from './generatedCandidates.ts';
import { answerPlainly, bestOf, type Bounds } from './plainPick.ts';

const count = 100_000;

/**
 * A pick under limits on MACs, parameters and latency among 100,000 candidates: verdicts, ranking, near misses, binding
 * limit, next step up and all reasons, on a table made before. Against objects that are filtered and sorted: once for the
 * ten best alone, once with the counts of verdicts and the near misses.
 */
export async function benchPick(): Promise<readonly BenchResult[]> {
	const rows = generateRows(count);
	const table = createSelectionTable(catalogOfRows(rows));
	const budgets = boundsOf(rows, 20);
	for (const bounds of budgets) assertEqualAnswers(table, rows, bounds);
	const ours = (): number => timeOf(budgets, bounds => pickUnderBudget(table, budgetOf(bounds), { limit: 10 }));
	const bestAlone = await alternate(15, ours, () => timeOf(budgets, bounds => bestOf(rows, bounds)));
	const whole = await alternate(5, ours, () => timeOf(budgets, bounds => answerPlainly(rows, bounds)));
	const common = { what: 'pick under 3 limits, 100,000 candidates', gate: { kind: 'ratio', max: 0.2 } } as const;
	return [
		{ ...common, ...bestAlone, peer: 'filter and sort, ten best alone' },
		{ ...common, ...whole, peer: 'filter and sort, counts and near misses too' },
	];
}

/** Milliseconds per budget. */
function timeOf(budgets: readonly Bounds[], answer: (bounds: Bounds) => unknown): number {
	return (
		timed(() => {
			budgets.forEach(answer);
		}) / budgets.length
	);
}

function assertEqualAnswers(table: SelectionTable, rows: readonly CandidateRow[], bounds: Bounds): void {
	const { counts, matches, near } = pickUnderBudget(table, budgetOf(bounds), { limit: 10 });
	const idsOf = (standings: readonly { readonly candidate: { readonly id: string } }[]): readonly string[] =>
		standings.map(({ candidate }) => candidate.id);
	assert.deepEqual({ counts, best: idsOf(matches), near: idsOf(near) }, answerPlainly(rows, bounds));
}

function budgetOf({ macs, params, latencyMs }: Bounds): Budget {
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
function boundsOf(rows: readonly CandidateRow[], budgets: number): readonly Bounds[] {
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
