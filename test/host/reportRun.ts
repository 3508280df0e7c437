/** Marks the line with the result among all else that an extension host prints. */
export const resultMark = 'MODEL_SCOUT_RESULT ';

export interface RunReport {
	readonly passed: number;
	/** Full title and error of each failed test. */
	readonly failures: readonly { readonly title: string; readonly error: string }[];
}

/** Runs what was loaded. */
export async function collectRun(mocha: Mocha, reporter: 'min' | 'dot'): Promise<RunReport> {
	const failures: { title: string; error: string }[] = [];
	let passed = 0;
	await new Promise<void>(done => {
		const runner = mocha.reporter(reporter).run(() => {
			done();
		});
		runner.on('pass', () => (passed += 1));
		runner.on('fail', (test: Mocha.Runnable, error: Error) => {
			failures.push({ title: test.fullTitle(), error: error.stack ?? error.message });
		});
	});
	return { passed, failures };
}

/** Runs what was loaded inside an extension host and prints one line with the result, which the driver outside reads. */
export async function reportRun(mocha: Mocha): Promise<void> {
	const report = await collectRun(mocha, 'min');
	globalThis.console.log(resultMark + JSON.stringify(report));
	if (report.failures.length > 0) throw new Error(`${String(report.failures.length)} failed`);
}
