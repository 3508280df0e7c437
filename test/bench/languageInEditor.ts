import * as z from 'zod';
import { median, percentile, type BenchResult } from './benchResult.ts';
import { hostTimes } from './hostTimes.ts';

/** Milliseconds of each round, ours and those of a provider that has its answer ready. */
const timesSchema = z.strictObject({
	first: z.array(z.number()),
	firstPeer: z.array(z.number()),
	hover: z.array(z.number()),
	hoverPeer: z.array(z.number()),
	completion: z.array(z.number()),
	completionPeer: z.array(z.number()),
	findings: z.array(z.number()),
	providerHover: z.array(z.number()),
	providerCompletion: z.array(z.number()),
});

/**
 * The same in the extension host of a real VS Code: our providers alone, and with the way to the window and back,
 * through the commands that ask all providers of a language. What that way takes is the time of a provider of Python
 * which has its answer ready: a hover, and as many names.
 */
export async function benchLanguageInEditor(): Promise<readonly BenchResult[]> {
	const times = await hostTimes('measureLanguage', timesSchema);
	const p95 = (values: readonly number[]): number => percentile(values, 0.95);
	const over = (what: string, ours: number, theirs: number, max: number): BenchResult => ({
		what: `${what} in the editor`,
		ours,
		peer: 'a ready answer',
		theirs,
		gate: { kind: 'over', max },
	});
	const typing = (what: string, ours: number, max: number): BenchResult => ({
		what,
		ours,
		peer: 'typing',
		gate: { kind: 'time', max },
	});
	return [
		over('first hover on 5,000 lines', median(times.first), median(times.firstPeer), 80),
		over('p95 of hovers on 5,000 lines', p95(times.hover), p95(times.hoverPeer), 5),
		over('p95 of completions there', p95(times.completion), p95(times.completionPeer), 5),
		typing('p95 of our provider of hovers', p95(times.providerHover), 5),
		typing('p95 of our provider of completions', p95(times.providerCompletion), 5),
		// a busy machine shows in the tails first
		{
			what: 'median of these hovers',
			ours: median(times.hover),
			peer: 'a ready answer',
			theirs: median(times.hoverPeer),
		},
		{
			what: 'median of these completions',
			ours: median(times.completion),
			peer: 'a ready answer',
			theirs: median(times.completionPeer),
		},
		{ what: 'median of these findings', ours: median(times.findings), peer: 'typing' },
		typing('findings after the wait of an edit', p95(times.findings), 50),
	];
}
