import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { median, type BenchResult } from './benchResult.ts';
import { runTimed } from './freshProcess.ts';

/** Reading and decoding the shipped catalog for the first time in a process: all that a pick needs, and then the times, which wait for a question about latency. */
export async function benchCatalogLoad(): Promise<readonly BenchResult[]> {
	const folder = mkdtempSync(join(tmpdir(), 'model-scout-bench-'));
	try {
		const decoder = join(folder, 'decoder.mjs');
		await build({
			entryPoints: ['src/catalog/shippedCatalog.ts'],
			outfile: decoder,
			bundle: true,
			minify: true,
			format: 'esm',
			platform: 'node',
			logLevel: 'warning',
		});
		const code = (part: 'lists' | 'times'): string => `
			import { readFile } from 'node:fs/promises';
			import { decodeShippedCatalog } from ${JSON.stringify(pathToFileURL(decoder).href)};
			const start = performance.now();
			const catalog = decodeShippedCatalog(await readFile(${JSON.stringify(resolve('dist/catalog.json'))}));
			const [candidate] = catalog.candidates;
			const lists = [catalog.families, catalog.models, catalog.checkpoints, catalog.devices, catalog.sources];
			const figures = catalog.figuresOf(candidate.id);
			const loaded = performance.now() - start;
			const times = catalog.measurementsOn('pixel-1');
			if ([...lists, figures, times].some(list => list.length === 0)) throw new Error('the catalog is not whole');
			process.stdout.write(String('${part}' === 'lists' ? loaded : performance.now() - start - loaded));
		`;
		const medianOf = (part: 'lists' | 'times'): number =>
			median(Array.from({ length: 15 }, () => runTimed(code(part))));
		const gate = { kind: 'time', max: 50 } as const;
		return [
			{ what: 'load the shipped catalog, first use', ours: medianOf('lists'), peer: 'instant', gate },
			{ what: 'its times, first question about latency', ours: medianOf('times'), peer: 'instant', gate },
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
