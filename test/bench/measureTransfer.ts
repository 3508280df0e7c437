// What the extension host runs for the bench of messages to a page: prints one line with the times.
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { packHostMessage } from '../../src/comparison/packHostMessage.ts';
import { gridRows } from './gridRows.ts';
import { snapshotOfRows } from './snapshotOfRows.ts';
import { timesMark } from './timesMark.ts';

const rounds = 7;
const rowCount = 100_000;

export async function run(): Promise<void> {
	const { webview } = vscode.window.createWebviewPanel('bench.receiver', 'Receiver', vscode.ViewColumn.One, {
		enableScripts: true,
	});
	const ready = answer(webview);
	webview.html = receiverHtml();
	await ready;
	const rows = gridRows(rowCount);
	const snapshot = snapshotOfRows(rows);
	const times = { ours: new Array<number>(), theirs: new Array<number>() };
	for (let round = 0; round < rounds; round++) {
		const ours = await timeUntilUsable(webview, () => packHostMessage({ type: 'show', snapshot, afterChange: 0 }));
		const theirs = await timeUntilUsable(webview, () => rows);
		if (ours.received !== theirs.received) throw new Error(`${ours.received} is not ${theirs.received}`);
		times.ours.push(ours.ms);
		times.theirs.push(theirs.ms);
	}
	console.log(timesMark + JSON.stringify(times));
}

/** From the making of a message until the page has said that it can use what is in it. */
async function timeUntilUsable(
	webview: vscode.Webview,
	make: () => unknown,
): Promise<{ readonly ms: number; readonly received: string }> {
	const start = performance.now();
	const received = answer(webview);
	void webview.postMessage(make());
	return { received: JSON.stringify(await received), ms: performance.now() - start };
}

function answer(webview: vscode.Webview): Promise<unknown> {
	return new Promise(resolve => {
		const listening = webview.onDidReceiveMessage((message: unknown) => {
			listening.dispose();
			resolve(message);
		});
	});
}

function receiverHtml(): string {
	const script = readFileSync(new URL('receivedRows.js', import.meta.url), 'utf8').replaceAll('</', '<\\/');
	return `<!DOCTYPE html><title>Receiver</title><body><script>${script}</script></body>`;
}
