import { BenchPages } from './benchPages.ts';
import { median, type BenchResult } from './benchResult.ts';

const names = ['ourPage', 'uPlot', 'chartJs'] as const;
type PlotName = (typeof names)[number];
const rounds = 3;
const points = 100_000;
const repeats = 5;
/** Each is taken back, since after five steps of zoom in a row few of the points would be left to draw. */
const steps = ['zoom', 'pan', 'panBack', 'zoomBack'] as const;

/** The page's plot of 100,000 candidates beside uPlot and Chart.js, in turn: steps of zoom and of moving, until each is painted. */
export async function benchPlotPeers(): Promise<readonly BenchResult[]> {
	const measured: Record<PlotName, number[]> = { ourPage: [], uPlot: [], chartJs: [] };
	const pages = await BenchPages.start(names);
	try {
		for (let round = 0; round < rounds; round++) {
			for (const name of names) measured[name].push(...(await timesOf(pages, name)));
		}
	} finally {
		await pages.stop();
	}
	const what = 'plot of 100,000: zoom or move';
	const ours = median(measured.ourPage);
	return [
		{ what, ours, peer: 'uPlot', theirs: median(measured.uPlot), gate: { kind: 'ratio', max: 0.12 } },
		{ what, ours, peer: 'Chart.js', theirs: median(measured.chartJs), gate: { kind: 'ratio', max: 0.08 } },
		{ what, ours, peer: 'a frame', gate: { kind: 'time', max: 16.7 } },
	];
}

async function timesOf(pages: BenchPages, name: PlotName): Promise<readonly number[]> {
	const { page, close } = await pages.open(name);
	const times: number[] = [];
	await page.evaluate(count => {
		plotBench().prepare(count);
	}, points);
	await page.evaluate(() => plotBench().run('mount'));
	await page.waitForTimeout(1000); // until the rest of the page stands
	for (let repeat = 0; repeat < repeats; repeat++) {
		for (const step of steps) times.push(await page.evaluate(each => plotBench().run(each), step));
	}
	await close();
	return times;
}
