import * as z from 'zod';
import type { RunReport } from '../host/reportRun.ts';

export interface Counts {
	readonly passed: number;
	readonly failed: number;
}

export const noCounts: Counts = { passed: 0, failed: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
	return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

const reportSchema = z.strictObject({
	passed: z.int().nonnegative(),
	failures: z.array(z.strictObject({ title: z.string(), error: z.string() })),
}) satisfies z.ZodType<RunReport>;

export function parseReport(json: string): RunReport {
	return reportSchema.parse(JSON.parse(json));
}

/** Prints each failure and a line for the run. A run without a single test is a failure: something was not found. */
export function printReport(title: string, report: RunReport): Counts {
	for (const { title: test, error } of report.failures) process.stdout.write(`\n✗ ${test}\n${error}\n`);
	if (report.passed + report.failures.length === 0) throw new Error(`${title}: no test was found`);
	const counts = { passed: report.passed, failed: report.failures.length };
	process.stdout.write(`${title}: ${String(counts.passed)} passed, ${String(counts.failed)} failed\n`);
	return counts;
}
