import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import papaparse from 'papaparse';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { layerCatalogs } from '../../src/catalog/layerCatalogs.ts';
import type { ParsedCatalog } from '../../src/catalog/parseCatalog.ts';
import { parseCatalogFile } from '../../src/catalog/parseCatalogFile.ts';
import { decodeShippedCatalog } from '../../src/catalog/shippedCatalog.ts';
import { readInTurns } from '../../src/host/readInTurns.ts';
import { createFamilyNodes } from '../../src/host/tree/familyNodes.ts';
import { createSelectionTable } from '../../src/selection/engine.ts';
import { pickUnderBudget } from '../../src/selection/pick.ts';
import { alternate, median, timed, type BenchResult } from './benchResult.ts';

const rowCount = 100_000;

/**
 * Reading 100,000 rows of a person's CSV with a check of each, beside a reader of CSV that checks nothing. Records are
 * made when they are asked for, so the way to the first pick, which asks for all of them, is timed too. Then how long the
 * editor waits at a stretch while the file is read in turns, added to the catalog and shown in the tree.
 */
export async function benchTableImport(): Promise<readonly BenchResult[]> {
	const shipped = decodeShippedCatalog(readFileSync('dist/catalog.json'));
	const text = tableText();
	assertWhole(parseCatalogFile(text, 'own.csv', shipped));
	const reading = await alternate(
		5,
		() => timed(() => parseCatalogFile(text, 'own.csv', shipped)),
		() => timed(() => papaparse.parse(text, { header: true, skipEmptyLines: true })),
	);
	const picking = Array.from({ length: 3 }, () =>
		timed(() => {
			pickFrom(merged(parseCatalogFile(text, 'own.csv', shipped), text, shipped));
		}),
	);
	const blocks: number[] = [];
	for (let round = 0; round < 5; round++) blocks.push(await longestBlock(() => showInTurns(text, shipped)));
	const peer = 'a pause that is seen';
	return [
		{
			what: '100,000 rows of CSV, each checked',
			...reading,
			peer: 'papaparse, no check',
			gate: { kind: 'ratio', max: 1.5 },
		},
		{
			what: 'the same to its first pick',
			ours: median(picking),
			peer: 'a wait that needs no progress bar',
			gate: { kind: 'time', max: 2000 },
		},
		{ what: 'longest block while they are read', ours: median(blocks), peer, gate: { kind: 'time', max: 50 } },
	];
}

function assertWhole({ problems, records }: ParsedCatalog): void {
	const isWhole =
		records.candidates.length === rowCount &&
		records.figures.length === 4 * rowCount &&
		problems.every(({ severity }) => severity !== undefined);
	if (!isWhole) throw new Error(`not every row is read: ${problems[0]?.message ?? ''}`);
}

function merged(parsed: ParsedCatalog, text: string, shipped: Catalog): Catalog {
	return layerCatalogs(shipped, [{ layer: 'user', parsed, text }]).catalog;
}

function pickFrom(catalog: Catalog): void {
	const limits = [{ metric: 'macs', max: 1e9, text: '' }] as const;
	const { counts } = pickUnderBudget(createSelectionTable(catalog), { text: '', limits, floors: [] }, { limit: 10 });
	if (counts.meets < 1000) throw new Error(`too few results meet the limit: ${String(counts.meets)}`);
}

/** What the host does from the text of a file to the groups of its tree. */
async function showInTurns(text: string, shipped: Catalog): Promise<void> {
	const catalog = merged(await readInTurns(text, 'own.csv', shipped), text, shipped);
	const nodes = createFamilyNodes(catalog, { grouping: 'class', shown: undefined });
	const groups = nodes.roots.flatMap(root => nodes.childrenOf(root));
	if (groups.length === 0) throw new Error('the tree is empty');
}

/** The longest time in ms for which a timer had to wait during `work`. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
	const delays = monitorEventLoopDelay({ resolution: 1 });
	const settle = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve, 20));
	delays.enable();
	await settle(); // the first delay is known
	await work();
	await settle(); // and the last one
	delays.disable();
	return delays.max / 1e6;
}

/** Four results of each of 25,000 networks, about 8 MB. */
function tableText(): string {
	const heading = 'model,framework,weights,top-1,top-5,params (M),MACs (M),input,license';
	const rows = Array.from({ length: rowCount }, (_, index) => {
		const network = `net-${String(index >> 2)} variant ${String(index % 4)}`;
		const accuracies = `${(50 + (index % 4000) / 100).toFixed(2)},${(90 + (index % 900) / 100).toFixed(2)}`;
		const costs = `${(1 + (index % 300) / 10).toFixed(1)},${String(100 + (index % 9000))}`;
		const input = String(160 + 32 * (index % 4));
		return `${network},timm,net_${String(index)}.in1k,${accuracies},${costs},${input},Apache-2.0`;
	});
	return [heading, ...rows].join('\n');
}
