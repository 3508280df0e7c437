import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PickAnswer } from '../../../src/host/commands/pickUnderBudget.ts';

const fileName = 'my.catalog.json';

function fileUri(): vscode.Uri {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (!folder) throw new Error('no folder is open');
	return vscode.Uri.joinPath(folder.uri, fileName);
}

function catalogText(top1: number | string): string {
	return JSON.stringify(
		{
			families: [{ id: 'house-net', name: 'House Net', task: 'classification', weightClass: 'lightweight' }],
			models: [{ id: 'house-net/1.0', family: 'house-net', name: 'House Net' }],
			candidates: [
				{ id: 'house-net/1.0@224', model: 'house-net/1.0', input: [224, 224], dataset: 'imagenet-1k' },
			],
			figures: [
				{ of: 'house-net/1.0@224', kind: 'top1', value: top1, locator: 'our own run' },
				{ of: 'house-net/1.0@224', kind: 'macs', value: 12_000_000, locator: 'our own run' },
			],
		},
		undefined,
		1,
	);
}

async function matches(): Promise<readonly string[]> {
	const request = { budget: '≤12M', family: 'house-net' };
	const answer = await vscode.commands.executeCommand<PickAnswer>('modelScout.pickUnderBudget', request);
	return answer.matches.map(({ id }) => id);
}

/** Asks again until the answer is as expected, for five seconds at most. */
async function eventually<T>(question: () => T | Promise<T>, isExpected: (answer: T) => boolean): Promise<T> {
	for (let attempt = 0; ; attempt += 1) {
		const answer = await Promise.resolve(question());
		if (isExpected(answer) || attempt >= 50) return answer;
		await new Promise(done => setTimeout(done, 100));
	}
}

async function write(text: string): Promise<void> {
	await vscode.workspace.fs.writeFile(fileUri(), new TextEncoder().encode(text));
}

async function setCatalogs(paths: readonly string[] | undefined): Promise<void> {
	const settings = vscode.workspace.getConfiguration('modelScout');
	await settings.update('catalogs', paths, vscode.ConfigurationTarget.Workspace);
}

/** Without those of the linter, which come later and name their rule. */
function problemsOf(uri: vscode.Uri): readonly string[] {
	const read = vscode.languages.getDiagnostics(uri).filter(({ code }) => code === undefined);
	return read.map(({ message }) => message);
}

const knows = (ids: readonly string[]): boolean => ids.length === 1;
const matchesOrNone = (): Promise<readonly string[]> => matches().catch((): readonly string[] => []);

async function cleanUp(): Promise<void> {
	await setCatalogs(undefined);
	await vscode.workspace.fs.delete(fileUri());
}

describe("a person's own catalog", () => {
	afterEach(cleanUp);

	if (vscode.workspace.isTrusted) {
		it('is added to the shipped one and read again when it changes', async () => {
			await write(catalogText(71));
			await setCatalogs([fileName]);
			assert.deepEqual(await eventually(matchesOrNone, knows), ['house-net/1.0@224']);
			await write(catalogText(71).replaceAll('"value": 12000000', '"value": 13000000'));
			assert.deepEqual(await eventually(matchesOrNone, ids => ids.length === 0), []);
		});

		it('has its faulty rows in the Problems panel, and keeps the others', async () => {
			await write(catalogText('71.5 %'));
			await setCatalogs([fileName]);
			const problems = await eventually(
				() => problemsOf(fileUri()),
				found => found.length > 0,
			);
			assert.ok(
				problems.some(message => message.includes('figures, row 1')),
				problems.join('\n'),
			);
			await write(catalogText(71));
			assert.deepEqual(await eventually(matchesOrNone, knows), ['house-net/1.0@224']);
			assert.deepEqual(
				await eventually(
					() => problemsOf(fileUri()),
					found => found.length === 0,
				),
				[],
			);
		});

		it('keeps what it held while the file is not JSON', async () => {
			await write(catalogText(71));
			await setCatalogs([fileName]);
			assert.deepEqual(await eventually(matchesOrNone, knows), ['house-net/1.0@224']);
			await write('{ "families": [');
			await eventually(
				() => problemsOf(fileUri()),
				found => found.length > 0,
			);
			assert.deepEqual(await matches(), ['house-net/1.0@224']);
		});
	} else {
		it('of the workspace is not read in Restricted Mode', async () => {
			await write(catalogText(71));
			await setCatalogs([fileName]);
			await new Promise(done => setTimeout(done, 1000));
			assert.deepEqual(await matchesOrNone(), []);
		});
	}
});

describe('a path to a catalog', () => {
	afterEach(cleanUp);

	for (const path of [
		'../outside.json',
		'a/../../outside.json',
		'//server/share/catalog.json',
		'\\\\server\\share\\x.json',
	]) {
		it(`does not lead to ${path}`, async () => {
			await write(catalogText(71));
			await setCatalogs([path]);
			await new Promise(done => setTimeout(done, 500));
			assert.deepEqual(await matchesOrNone(), []);
		});
	}
});
