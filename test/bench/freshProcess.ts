import { execFileSync } from 'node:child_process';

/**
 * Milliseconds that a module needs to be loaded in a Node process of its own, where nothing is compiled yet.
 * @param loader a module to import first, such as one that stands in for the editor's API
 */
export function loadTime(module: string, loader?: string): number {
	const code = `
		const start = performance.now();
		await import(${JSON.stringify(module)});
		process.stdout.write(String(performance.now() - start));
	`;
	return runTimed(code, loader);
}

/** Runs code that prints a number of milliseconds, in a process of its own. */
export function runTimed(code: string, loader?: string): number {
	const imports = loader === undefined ? [] : ['--import', loader];
	const printed = execFileSync(process.execPath, [...imports, '--input-type=module', '--eval', code], {
		encoding: 'utf8',
	});
	const ms = Number(printed);
	if (!(ms > 0)) throw new Error(`a measurement printed ${JSON.stringify(printed)}; expected milliseconds`);
	return ms;
}
