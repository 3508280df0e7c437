import assert from 'node:assert/strict';
import { BenchPages, type BenchPage } from './benchPages.ts';
import { median, type BenchResult } from './benchResult.ts';
import type { PlotStep } from './benchSteps.ts';

const names = ['ourPage', 'uPlot', 'chartJs'] as const;
type PlotName = (typeof names)[number];
const points = 100_000;
/** So few that most of the plot stays empty: a point that is found lies where it belongs. */
const fewPoints = 200;
/** Each is taken back, since after five steps of zoom in a row few of the points would be left to draw. */
const steps = ['zoom', 'pan', 'panBack', 'zoomBack'] as const;

interface Extent {
	readonly rounds: number;
	/** Pixels of the screen per px. */
	readonly density: number;
	/** How often each step is made in a round. */
	readonly repeats: number;
	readonly hovers: number;
}

interface Times {
	readonly mount: number[];
	readonly change: number[];
	readonly hover: number[];
}

/**
 * The page's plot of 100,000 candidates beside uPlot and Chart.js, in turn: until it stands, steps of zoom and of moving, and
 * the pointer on one point after the other, each until it is painted.
 */
export async function benchPlotPeers(): Promise<readonly BenchResult[]> {
	const pages = await BenchPages.start(names);
	try {
		for (const density of [1, 2]) {
			for (const name of names) await assertDrawn(pages, name, density);
		}
		const usual = await measure(pages, { rounds: 3, density: 1, repeats: 5, hovers: 8 });
		const dense = await measure(pages, { rounds: 1, density: 2, repeats: 2, hovers: 0 });
		return [
			...changeRows(usual),
			...peerRows('the same at 2 pixels per px', dense, 'change'),
			...peerRows('plot of 100,000: mount, with the table', usual, 'mount'),
			hoverRow(usual),
		];
	} finally {
		await pages.stop();
	}
}

/** Asserts that a plot has ink where its points belong, and that the frontier rises, before anything is timed. */
async function assertDrawn(pages: BenchPages, name: PlotName, density: number): Promise<void> {
	const opened = await openPlot(pages, name, fewPoints, density);
	const { found, isFrontierRising = true } = await opened.page.evaluate(() => plotBench().check());
	assert.deepEqual({ name, density, found, isFrontierRising }, { name, density, found: 1, isFrontierRising: true });
	await opened.close();
}

async function measure(pages: BenchPages, extent: Extent): Promise<Readonly<Record<PlotName, Times>>> {
	const measured = { ourPage: noTimes(), uPlot: noTimes(), chartJs: noTimes() };
	for (let round = 0; round < extent.rounds; round++) {
		for (const name of names) await measurePlot(pages, name, extent, measured[name]);
	}
	return measured;
}

function noTimes(): Times {
	return { mount: [], change: [], hover: [] };
}

async function measurePlot(
	pages: BenchPages,
	name: PlotName,
	{ density, repeats, hovers }: Extent,
	into: Times,
): Promise<void> {
	const opened = await openPlot(pages, name, points, density);
	const run = (step: PlotStep): Promise<number> => opened.page.evaluate(each => plotBench().run(each), step);
	into.mount.push(opened.mount);
	const { found } = await opened.page.evaluate(() => plotBench().check());
	assert.deepEqual({ name, density, found }, { name, density, found: 1 });
	for (let repeat = 0; repeat < repeats; repeat++) {
		for (const step of steps) into.change.push(await run(step));
	}
	for (let hover = 0; hover < hovers; hover++) into.hover.push(await run('hover'));
	await opened.close();
}

/** A page with the plot of so many points in it, and how long that took until it was painted, in ms. */
async function openPlot(
	pages: BenchPages,
	name: PlotName,
	count: number,
	density: number,
): Promise<BenchPage & { readonly mount: number }> {
	const opened = await pages.open(name, density);
	await opened.page.evaluate(each => {
		plotBench().prepare(each);
	}, count);
	const mount = await opened.page.evaluate(() => plotBench().run('mount'));
	await opened.page.waitForTimeout(1000); // until the rest of the page stands
	return { ...opened, mount };
}

function changeRows({ ourPage, uPlot, chartJs }: Readonly<Record<PlotName, Times>>): readonly BenchResult[] {
	const what = 'plot of 100,000: zoom or move';
	const ours = median(ourPage.change);
	return [
		{ what, ours, peer: 'uPlot', theirs: median(uPlot.change), gate: { kind: 'ratio', max: 0.12 } },
		{ what, ours, peer: 'Chart.js', theirs: median(chartJs.change), gate: { kind: 'ratio', max: 0.08 } },
		{ what, ours, peer: 'a frame', gate: { kind: 'time', max: 16.7 } },
	];
}

function peerRows(
	what: string,
	{ ourPage, uPlot, chartJs }: Readonly<Record<PlotName, Times>>,
	step: keyof Times,
): readonly BenchResult[] {
	const ours = median(ourPage[step]);
	return [
		{ what, ours, peer: 'uPlot', theirs: median(uPlot[step]), gate: { kind: 'ratio', max: 1 } },
		{ what, ours, peer: 'Chart.js', theirs: median(chartJs[step]), gate: { kind: 'ratio', max: 1 } },
	];
}

/** uPlot looks for the point nearest in MACs alone, which is another answer. */
function hoverRow({ ourPage, chartJs }: Readonly<Record<PlotName, Times>>): BenchResult {
	return {
		what: 'plot of 100,000: pointer on a point',
		ours: median(ourPage.hover),
		peer: 'Chart.js',
		theirs: median(chartJs.hover),
		gate: { kind: 'ratio', max: 1 },
	};
}
