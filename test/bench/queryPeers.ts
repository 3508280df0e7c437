import assert from 'node:assert/strict';
import crossfilter from 'crossfilter2';
import initSqlJs, { type Database, type Statement } from 'sql.js';
import { frontierOf, frontierOfColumns } from '../../src/selection/frontier.ts';
import { createSelectionTable } from '../../src/selection/engine.ts';
import { pickUnderBudget } from '../../src/selection/pick.ts';
import { alternate, median, timed, type BenchResult } from './benchResult.ts';
import { catalogOfRows, generateRows, type CandidateRow } from './generatedCandidates.ts';
import { bestFromTable, boundsOf, budgetOf, timeOf } from './pick.ts';
import { bestOf, type Bounds } from './plainPick.ts';

const count = 100_000;
const shown = 10;
const sliderSteps = 120;

/**
 * 100,000 candidates in SQLite and in crossfilter beside our columns, all filled before: the ten best under three limits,
 * the same while one limit moves in 120 steps from its least to its greatest value, and the frontier of accuracy and MACs.
 */
export async function benchQueryPeers(): Promise<readonly BenchResult[]> {
	const rows = generateRows(count);
	const database = await fillDatabase(rows);
	try {
		return [
			...(await benchBest(rows, database)),
			...(await benchSlider(rows)),
			...(await benchFrontier(rows, database)),
		];
	} finally {
		database.close();
	}
}

async function benchBest(rows: readonly CandidateRow[], database: Database): Promise<readonly BenchResult[]> {
	const table = createSelectionTable(catalogOfRows(rows));
	const budgets = boundsOf(rows, 20);
	const statement = database.prepare(`SELECT id FROM candidates WHERE top1 IS NOT NULL AND macs <= ? AND params <= ?
		AND latency <= ? ORDER BY top1 DESC, macs, id LIMIT ${String(shown)}`);
	const ask = ({ macs, params, latencyMs }: Bounds): readonly string[] => idsOf(statement, [macs, params, latencyMs]);
	for (const bounds of budgets) {
		assert.deepEqual(ask(bounds), bestOf(rows, bounds).best);
		assert.deepEqual(bestFromTable(table, bounds).best, ask(bounds));
	}
	const times = await alternate(
		15,
		() => timeOf(budgets, bounds => bestFromTable(table, bounds)),
		() => timeOf(budgets, ask),
	);
	statement.free();
	const gate = { kind: 'ratio', max: 0.2 } as const;
	return [{ what: 'best of 100,000 under 3 limits', ...times, peer: 'SQLite', gate }];
}

async function benchSlider(rows: readonly CandidateRow[]): Promise<readonly BenchResult[]> {
	const table = createSelectionTable(catalogOfRows(rows));
	const peer = crossfilterOf(rows);
	const steps = sliderBounds(rows);
	for (const bounds of steps) assert.deepEqual(bestFromTable(table, bounds).best, peer(bounds));
	const times = await alternate(
		9,
		() => timeOf(steps, bounds => bestFromTable(table, bounds)),
		() => timeOf(steps, peer),
	);
	const whole = (): number => timeOf(steps, bounds => pickUnderBudget(table, budgetOf(bounds), { limit: shown }));
	return [
		{ what: 'pick as a limit moves, 100,000', ...times, peer: 'crossfilter2', gate: { kind: 'ratio', max: 1.5 } },
		{
			what: 'the same with all reasons',
			ours: median(Array.from({ length: 5 }, whole)),
			peer: 'a quarter of a frame',
			gate: { kind: 'time', max: 4 },
		},
	];
}

async function benchFrontier(rows: readonly CandidateRow[], database: Database): Promise<readonly BenchResult[]> {
	const costs = Float64Array.from(rows, ({ macs }) => macs);
	const gains = Float64Array.from(rows, ({ top1 }) => top1 ?? NaN);
	const table = createSelectionTable(catalogOfRows(rows));
	const statement = database.prepare(`WITH swept AS (SELECT id, macs, top1, MAX(top1) OVER (ORDER BY macs, top1 DESC
		ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS best FROM candidates WHERE top1 IS NOT NULL)
		SELECT id FROM swept WHERE best IS NULL OR top1 > best ORDER BY macs`);
	const ask = (): readonly string[] => idsOf(statement, []);
	assert.deepEqual(
		frontierOfColumns(costs, gains).map(index => rows[index]?.id),
		ask(),
	);
	assert.deepEqual(
		frontierOf(table, 'macs').map(({ candidate }) => candidate.id),
		ask(),
	);
	const cold = await alternate(
		9,
		() => timed(() => frontierOfColumns(costs, gains)),
		() => timed(ask),
	);
	const warm = await alternate(
		9,
		() => timed(() => frontierOf(table, 'macs')),
		() => timed(ask),
	);
	statement.free();
	const peer = 'SQLite window function';
	return [
		{ what: 'frontier of 100,000, cold', ...cold, peer, gate: { kind: 'ratio', max: 0.1 } },
		{ what: 'frontier of 100,000, warm', ...warm, peer, gate: { kind: 'ratio', max: 0.01 } },
	];
}

async function fillDatabase(rows: readonly CandidateRow[]): Promise<Database> {
	const { Database } = await initSqlJs();
	const database = new Database();
	database.run('CREATE TABLE candidates (id TEXT, top1 REAL, macs REAL, params REAL, latency REAL)');
	database.run('BEGIN');
	const insert = database.prepare('INSERT INTO candidates VALUES (?, ?, ?, ?, ?)');
	for (const { id, top1, macs, params, latencyMs } of rows)
		insert.run([id, top1 ?? null, macs, params, latencyMs ?? null]);
	insert.free();
	database.run('COMMIT');
	return database;
}

function idsOf(statement: Statement, bound: number[]): readonly string[] {
	statement.bind(bound);
	const ids: string[] = [];
	while (statement.step()) ids.push(String(statement.get()[0]));
	return ids;
}

/** The ten best under bounds, filtered anew only by what has moved. */
function crossfilterOf(rows: readonly CandidateRow[]): (bounds: Bounds) => readonly string[] {
	const all = crossfilter([...rows]);
	const macs = all.dimension(row => row.macs);
	const params = all.dimension(row => row.params);
	const latency = all.dimension(row => row.latencyMs ?? Infinity);
	const accuracy = all.dimension(row => row.top1 ?? -1);
	accuracy.filter([0, Infinity]);
	let before: Bounds | undefined;
	const least = -Infinity;
	return bounds => {
		// a range leaves out its end, and all bounds but that of latency are whole numbers
		if (bounds.macs !== before?.macs) macs.filter([least, bounds.macs + 0.5]);
		if (bounds.params !== before?.params) params.filter([least, bounds.params + 0.5]);
		if (bounds.latencyMs !== before?.latencyMs) latency.filter([least, bounds.latencyMs + 0.001]);
		before = bounds;
		return accuracy.top(shown).map(({ id }) => id);
	};
}

/** One limit moves geometrically over all of its values, the two others stand in their middle. */
function sliderBounds(rows: readonly CandidateRow[]): readonly Bounds[] {
	const macs = rows.map(row => row.macs).sort((a, b) => a - b);
	const [least = 1, most = 1] = [macs[0], macs.at(-1)];
	const middle = (values: readonly number[]): number => Math.round(median(values));
	const params = middle(rows.map(row => row.params));
	const latencyMs = middle(rows.flatMap(row => row.latencyMs ?? []));
	return Array.from({ length: sliderSteps }, (_, step) => {
		const share = step / (sliderSteps - 1);
		return { macs: Math.round(least * (most / least) ** share), params, latencyMs };
	});
}
