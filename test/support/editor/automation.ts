import type { Page } from 'playwright-core';

/** What a workbench reports of its extension host and of the test module that it runs. */
export interface Automation {
	/** What the extension host printed, line by line. */
	readonly log: readonly string[];
	/** Exit code of the test module; never settles where there is none. */
	readonly exitCode: Promise<number>;
}

/** Gives a page the two functions that the workbench reports through. To be called before the workbench is loaded. */
export async function exposeAutomation(page: Page): Promise<Automation> {
	const log: string[] = [];
	let exited: (code: number) => void = () => undefined;
	const exitCode = new Promise<number>(settle => {
		exited = settle;
	});
	await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
		log.push(args.map(String).join(' '));
	});
	await page.exposeFunction('codeAutomationExit', (code: number) => {
		exited(code);
	});
	return { log, exitCode };
}
