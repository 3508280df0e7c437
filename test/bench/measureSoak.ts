// What the extension host runs for the bench of many openings: prints a line with what its heap holds after some, and after many more.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { soakCycles, warmUpCycles } from './soakCycles.ts';
import { timesMark } from './timesMark.ts';

/** Time in which the page gets its rows and draws them, in ms. */
const shownFor = 400;
/** Time for what ends late, and for the bench to look at the window, in ms. */
const restFor = 5000;

export async function run(): Promise<void> {
	for (const count of [warmUpCycles, soakCycles]) {
		for (let cycle = 0; cycle < count; cycle++) await openAndClose();
		await pause(restFor);
		console.log(timesMark + String(heapMegabytes()));
		await pause(restFor);
	}
}

async function openAndClose(): Promise<void> {
	await vscode.commands.executeCommand('modelScout.compareModels');
	await until(() => openPages() === 1);
	await pause(shownFor);
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	await until(() => openPages() === 0);
}

function openPages(): number {
	const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
	return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).length;
}

/** Objects and the buffers of typed arrays, after a collection of garbage. */
function heapMegabytes(): number {
	setFlagsFromString('--expose-gc');
	for (let round = 0; round < 3; round++) runInNewContext('gc()'); // only a new context has it
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
}

async function until(isSo: () => boolean): Promise<void> {
	for (let waited = 0; !isSo(); waited += 10) {
		if (waited > 20_000) throw new Error('the comparison does not open or close');
		await pause(10);
	}
}

async function pause(ms: number): Promise<void> {
	await new Promise(done => setTimeout(done, ms));
}
