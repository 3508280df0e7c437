import { readFileSync } from 'node:fs';
import papaparse from 'papaparse';
import { parseCatalogFile } from '../../src/catalog/parseCatalogFile.ts';
import { decodeShippedCatalog } from '../../src/catalog/shippedCatalog.ts';
import { alternate, timed, type BenchResult } from './benchResult.ts';

const rowCount = 100_000;

/** Reading 100,000 rows of a person's CSV as records, each checked, beside a reader of CSV that checks nothing. */
export async function benchTableImport(): Promise<readonly BenchResult[]> {
	const shipped = decodeShippedCatalog(readFileSync('dist/catalog.json'));
	const text = tableText();
	const { problems, records } = parseCatalogFile(text, 'own.csv', shipped);
	const isWhole = records.candidates.length === rowCount && problems.every(({ severity }) => severity !== undefined);
	if (!isWhole) throw new Error(`not every row is read: ${problems[0]?.message ?? ''}`);
	const times = await alternate(
		5,
		() => timed(() => parseCatalogFile(text, 'own.csv', shipped)),
		() => timed(() => papaparse.parse(text, { header: true, skipEmptyLines: true })),
	);
	const gate = { kind: 'ratio', max: 1.5 } as const;
	return [{ what: '100,000 rows of CSV as checked records', ...times, peer: 'papaparse, no check', gate }];
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
