import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { shippedText } from './shippedData.ts';

export interface CommandLine {
	/** A folder of its own, removed by `dispose`. */
	readonly folder: string;
	run(...args: readonly string[]): Promise<Run>;
	/** Runs with `--json`; the call must succeed. */
	json(...args: readonly string[]): Promise<unknown>;
	dispose(): void;
}

export interface Run {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Builds the program and its catalog as the product's build does, and runs it in child processes. */
export async function buildCommandLine(): Promise<CommandLine> {
	const folder = mkdtempSync(join(tmpdir(), 'model-scout-cli-'));
	const program = join(folder, 'cli.mjs');
	await build({
		entryPoints: ['src/cli/main.ts'],
		outfile: program,
		bundle: true,
		minify: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		logLevel: 'warning',
	});
	writeFileSync(join(folder, 'catalog.json'), shippedText());
	const run = (...args: readonly string[]): Promise<Run> => runNode([program, ...args], folder);
	return {
		folder,
		run,
		json: async (...args) => {
			const { code, out, err } = await run(...args, '--json');
			if (code !== 0) throw new Error(`exit code ${String(code)}: ${err}`);
			const output: unknown = JSON.parse(out);
			return output;
		},
		dispose: () => {
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function runNode(args: readonly string[], cwd: string): Promise<Run> {
	return new Promise((resolve, reject) => {
		execFile(process.execPath, args, { cwd, maxBuffer: 64e6, timeout: 60_000 }, (error, out, err) => {
			const code = error ? error.code : 0;
			if (typeof code === 'number') resolve({ code, out, err });
			else reject(new Error(`the program did not end by itself: ${err}`, { cause: error }));
		});
	});
}
