import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { shippedText } from './shippedData.ts';
import { namesText } from './shippedNames.ts';

export interface CommandLine {
	/** A folder of its own, removed after the tests. */
	readonly folder: string;
	run(...args: readonly string[]): Promise<Run>;
	/** Runs with `--json`; the call must succeed. */
	json(...args: readonly string[]): Promise<unknown>;
}

interface BuiltCommandLine extends CommandLine {
	dispose(): void;
}

export interface Run {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/**
 * Called at the top of a test file: the program is built before its tests and removed after them.
 * @param prepare puts what the tests read into the folder of the program.
 */
export function useCommandLine(prepare: (folder: string) => void = () => undefined): CommandLine {
	let built: BuiltCommandLine | undefined;
	const program = (): CommandLine => {
		if (!built) throw new Error('the program is there while tests run');
		return built;
	};
	before(async function () {
		this.timeout(60_000);
		built = await buildCommandLine();
		prepare(built.folder);
	});
	after(() => {
		built?.dispose();
	});
	return {
		get folder() {
			return program().folder;
		},
		run: (...args) => program().run(...args),
		json: (...args) => program().json(...args),
	};
}

/** Builds the program and its catalog as the product's build does, and runs it in child processes. */
async function buildCommandLine(): Promise<BuiltCommandLine> {
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
	writeFileSync(join(folder, 'names.json'), namesText());
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
