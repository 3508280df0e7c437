import type { Page } from 'playwright-core';
import { BenchPages } from './benchPages.ts';
import { median, type BenchResult, type Gate } from './benchResult.ts';
import { filteredFamily, type Expected, type GridStep } from './benchSteps.ts';
import type { CandidateRow } from './generatedCandidates.ts';
import { gridRows } from './gridRows.ts';

const peers = { agGrid: 'AG Grid', tabulator: 'Tabulator' } as const;
const names = ['ourPage', 'agGrid', 'tabulator'] as const;
type GridName = (typeof names)[number];

const steps = ['mount', 'sort number', 'sort text', 'filter on', 'filter off'] as const;
/** Largest ratios to AG Grid at 100,000 rows. */
const ratios: Readonly<Record<GridStep, number>> = {
	mount: 0.35,
	'sort number': 0.2,
	'sort text': 0.3,
	'filter on': 0.35,
	'filter off': 0.1,
};

/** What was measured of one grid: values by step, one of each round. */
type Measured = Map<string, number[]>;

/**
 * The page's table beside AG Grid Community and Tabulator, each in a page of its own, in turn: until the answer is painted,
 * which is compared with a plain sort and filter of the same rows first. Then 90 frames of scrolling, and memory.
 */
export async function benchGridPeers(): Promise<readonly BenchResult[]> {
	return [...(await benchGrids(3000, 5)), ...(await benchGrids(100_000, 5))];
}

async function benchGrids(count: number, rounds: number): Promise<readonly BenchResult[]> {
	const expected = expectedOf(gridRows(count));
	const measured: Readonly<Record<GridName, Measured>> = {
		ourPage: new Map(),
		agGrid: new Map(),
		tabulator: new Map(),
	};
	const pages = await BenchPages.start(names);
	try {
		for (let round = 0; round < rounds; round++) {
			for (const name of names) {
				const opened = await pages.open(name);
				await measureGrid(opened.page, opened.memory, { count, expected, into: measured[name] });
				await opened.close();
			}
		}
	} finally {
		await pages.stop();
	}
	return [...timeResults(measured, count), ...scrollResults(measured.ourPage, count), memoryResult(measured, count)];
}

interface GridRun {
	readonly count: number;
	readonly expected: Readonly<Record<GridStep, Expected>>;
	readonly into: Measured;
}

async function measureGrid(
	page: Page,
	memory: () => Promise<number>,
	{ count, expected, into }: GridRun,
): Promise<void> {
	const add = (what: string, value: number): void => {
		into.set(what, [...(into.get(what) ?? []), value]);
	};
	const before = await memory();
	await page.evaluate(rows => {
		gridBench().prepare(rows);
	}, count);
	for (const step of steps) {
		add(
			step,
			await page.evaluate(([name, answer]) => gridBench().run(name, answer), [step, expected[step]] as const),
		);
		if (step === 'mount') await page.waitForTimeout(1000); // until the rest of the page stands
	}
	const { frame, longTasks, blankFrames } = await page.evaluate(() => gridBench().scroll());
	add('frame', frame);
	add('long tasks', longTasks);
	add('blank frames', blankFrames);
	add('memory', (await memory()) - before);
}

function timeResults(measured: Readonly<Record<GridName, Measured>>, count: number): readonly BenchResult[] {
	const of = (name: GridName, step: string): number => median(measured[name].get(step) ?? []);
	return steps.flatMap(step =>
		(['agGrid', 'tabulator'] as const).map(name => ({
			what: `table of ${count.toLocaleString('en')}: ${step}`,
			ours: of('ourPage', step),
			peer: peers[name],
			theirs: of(name, step),
			...(name === 'agGrid' && count === 100_000 ? { gate: ratioGate(ratios[step]) } : {}),
		})),
	);
}

function scrollResults(ours: Measured, count: number): readonly BenchResult[] {
	const of = (what: string): number => median(ours.get(what) ?? []);
	const table = `table of ${count.toLocaleString('en')}`;
	const frame: Gate = { kind: 'time', max: 20.9 };
	const none: Gate = { kind: 'time', max: 0 };
	return [
		{ what: `${table}: frame of a scroll, p95`, ours: of('frame'), peer: 'a frame of 16.7 ms', gate: frame },
		{ what: `${table}: long tasks of a scroll`, ours: of('long tasks'), unit: '', peer: 'none', gate: none },
		{ what: `${table}: blank frames of a scroll`, ours: of('blank frames'), unit: '', peer: 'none', gate: none },
	];
}

function memoryResult(measured: Readonly<Record<GridName, Measured>>, count: number): BenchResult {
	const of = (name: GridName): number => median(measured[name].get('memory') ?? []);
	return {
		what: `memory of the page with ${count.toLocaleString('en')}`,
		ours: of('ourPage'),
		unit: 'MB',
		peer: peers.agGrid,
		theirs: of('agGrid'),
		...(count === 100_000 ? { gate: ratioGate(0.7) } : {}),
	};
}

function ratioGate(max: number): Gate {
	return { kind: 'ratio', max };
}

function expectedOf(rows: readonly CandidateRow[]): Readonly<Record<GridStep, Expected>> {
	const answer = (sorted: readonly CandidateRow[]): Expected => {
		return { names: sorted.slice(0, 5).map(({ model }) => model), count: sorted.length };
	};
	const byName = rows.toSorted((a, b) => (a.model < b.model ? -1 : 1));
	return {
		mount: answer(rows.toSorted((a, b) => (b.top1 ?? 0) - (a.top1 ?? 0))),
		'sort number': answer(rows.toSorted((a, b) => a.macs - b.macs)),
		'sort text': answer(byName),
		'filter on': answer(byName.filter(({ model }) => model.includes(filteredFamily))),
		'filter off': answer(byName),
	};
}
