import type * as z from 'zod';
import { openWorkbench } from '../support/editor/workbench.ts';
import { copySampleWorkspace } from '../support/sampleWorkspace.ts';
import { timesMark } from './timesMark.ts';

/** Runs a compiled module in the extension host of a real VS Code, and returns what it printed behind `timesMark`. */
export async function hostTimes<T>(tests: string, schema: z.ZodType<T>): Promise<T> {
	const sample = copySampleWorkspace();
	const workbench = await openWorkbench({ folder: sample.folder, tests: `out/test/bench/${tests}.mjs` });
	try {
		const code = await workbench.exitCode;
		const line = workbench.log.findLast(printed => printed.includes(timesMark));
		if (line === undefined)
			throw new Error(`no times (exit code ${String(code)}): ${workbench.log.slice(-5).join('\n')}`);
		return schema.parse(JSON.parse(line.slice(line.indexOf(timesMark) + timesMark.length)));
	} finally {
		await workbench.close();
		sample.remove();
	}
}
