import { build } from 'esbuild';
import * as z from 'zod';
import { median, type BenchResult } from './benchResult.ts';
import { hostTimes } from './hostTimes.ts';

const timesSchema = z.strictObject({ ours: z.array(z.number()), theirs: z.array(z.number()) });

/**
 * 100,000 rows from the extension host of a real VS Code to a page, until that has checked and can use them: our columns,
 * which hold more than the rows, against an array of row objects, which the editor makes JSON of.
 */
export async function benchTransferInEditor(): Promise<readonly BenchResult[]> {
	await build({
		entryPoints: ['test/page/bench/receivedRows.ts'],
		bundle: true,
		minify: true,
		outfile: 'out/test/bench/receivedRows.js',
		format: 'iife',
		target: 'es2022',
	});
	const times = await hostTimes('measureTransfer', timesSchema);
	const [ours, theirs] = [median(times.ours), median(times.theirs)];
	const gate = { kind: 'ratio', max: 0.2 } as const;
	return [{ what: '100,000 rows to the page in the editor', ours, peer: 'JSON of row objects', theirs, gate }];
}
