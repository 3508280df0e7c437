import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { PickAnswer } from '../../../src/host/commands/pickUnderBudget.ts';

const run = promisify(execFile);

/** The command line of the same build, run by the same Node as the extension host. */
async function commandLine(args: readonly string[]): Promise<string> {
	const extension = vscode.extensions.getExtension('model-scout.model-scout');
	if (!extension) throw new Error('Model Scout is not installed');
	const cli = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'cli.mjs').fsPath;
	const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
	return (await run(process.execPath, [cli, ...args], { env })).stdout;
}

const questions = [
	{ budget: '≤50M', source: 'seed' },
	{ budget: '≤300M', source: 'seed' },
	{ budget: '≤600M', source: 'seed' },
	{ budget: '≤70ms@P1', source: 'seed' },
	{ budget: '≤1M', source: 'seed' },
	{ budget: '0.6 GFLOPs' },
	{ budget: '0.6 GFLOPs', flops: 'macs' },
	{ budget: '5M params, 300M' },
	{ budget: 'top1 ≥ 80' },
	{ budget: '≤ resnet50', framework: 'timm' },
];

describe('the editor and the command line', () => {
	for (const question of questions) {
		it(`give the same answer to ${JSON.stringify(question)}, word for word`, async () => {
			const args = ['pick', ...Object.entries(question).flatMap(([name, value]) => [`--${name}`, value])];
			const answer = await vscode.commands.executeCommand<PickAnswer>('modelScout.pickUnderBudget', question);
			const { text, ...output } = answer;
			assert.equal(text.trimEnd(), (await commandLine(args)).trimEnd());
			assert.deepEqual(JSON.parse(JSON.stringify(output)), JSON.parse(await commandLine([...args, '--json'])));
		});
	}
});
