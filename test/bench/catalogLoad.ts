import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { median, type BenchResult } from './benchResult.ts';
import { runTimed } from './freshProcess.ts';

/** Reading and decoding the shipped catalog for the first time in a process. */
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
		const code = `
			import { readFile } from 'node:fs/promises';
			import { decodeShippedCatalog } from ${JSON.stringify(pathToFileURL(decoder).href)};
			const start = performance.now();
			const catalog = decodeShippedCatalog(await readFile(${JSON.stringify(resolve('dist/catalog.json'))}, 'utf8'));
			if (catalog.candidates.length < 53) throw new Error('the catalog is not whole');
			process.stdout.write(String(performance.now() - start));
		`;
		const ours = median(Array.from({ length: 15 }, () => runTimed(code)));
		const gate = { kind: 'time', max: 50 } as const;
		return [{ what: 'load the shipped catalog, first use', ours, peer: 'instant', gate }];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
