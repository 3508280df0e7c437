import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PickAnswer } from '../../../src/host/commands/pickUnderBudget.ts';
import { eventually, workspaceFile } from './openText.ts';

const jsonFile = (): vscode.Uri => workspaceFile('model-scout.catalog.json');
const movedFile = (): vscode.Uri => workspaceFile('moved.json');

/** Starts on line 1 with `{`; each figure has a line of its own, the first on line 5. */
function catalogText(macs: number | string): string {
	return [
		'{ "families": [{ "id": "shed-net", "name": "Shed Net", "task": "classification", "weightClass": "lightweight" }],',
		'"models": [{ "id": "shed-net/1.0", "family": "shed-net", "name": "Shed Net" }],',
		'"candidates": [{ "id": "shed-net/1.0@224", "model": "shed-net/1.0", "input": [224, 224], "dataset": "imagenet-1k" }],',
		'"figures": [',
		'{ "of": "shed-net/1.0@224", "kind": "top1", "value": 71 },',
		`{ "of": "shed-net/1.0@224", "kind": "macs", "value": ${JSON.stringify(macs)} }`,
		'] }',
	].join('\n');
}

/** Results of ResNet-50 with twice its MACs, on line 4. */
const slippedCatalog = [
	'{ "candidates": [',
	'{ "id": "my-resnet50@224", "model": "resnet/50", "input": [224, 224], "dataset": "imagenet-1k" }],',
	'"figures": [',
	'{ "of": "my-resnet50@224", "kind": "macs", "value": 8200000000 }',
	'] }',
].join('\n');

async function write(uri: vscode.Uri, text: string): Promise<void> {
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Whether a pick finds the model of the file; a family that is not there is no answer either. */
async function isPicked(): Promise<boolean> {
	const request = { budget: '≤12M', family: 'shed-net' };
	const pick = vscode.commands.executeCommand<PickAnswer>('modelScout.pickUnderBudget', request);
	const answer = await Promise.resolve(pick).catch(() => undefined);
	return (answer?.matches.length ?? 0) > 0;
}

const isNotPicked = async (): Promise<boolean> => !(await isPicked());

async function remove(uri: vscode.Uri): Promise<void> {
	await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined);
}

describe('model-scout.catalog.json in a workspace folder', () => {
	afterEach(async () => {
		for (const uri of [jsonFile(), movedFile()]) await remove(uri);
		await eventually(isNotPicked, 10_000);
	});

	it('is read without a setting, trusted or not, and followed when it changes, moves and goes', async () => {
		await isPicked(); // the catalog is loaded before the file is there
		await write(jsonFile(), catalogText(12_000_000));
		await eventually(isPicked, 10_000);
		assert.equal(await isPicked(), true, 'created');
		await write(jsonFile(), catalogText(13_000_000));
		await eventually(isNotPicked, 10_000);
		assert.equal(await isPicked(), false, 'changed');
		await write(jsonFile(), catalogText(12_000_000));
		await eventually(isPicked, 10_000);
		await vscode.workspace.fs.rename(jsonFile(), movedFile(), { overwrite: true });
		await eventually(isNotPicked, 10_000);
		assert.equal(await isPicked(), false, 'renamed');
	});

	it('has its fault in the Problems panel at the field', async () => {
		await isPicked();
		await write(jsonFile(), catalogText('12 M'));
		await eventually(() => vscode.languages.getDiagnostics(jsonFile()).some(isOurs), 10_000);
		const [diagnostic] = vscode.languages.getDiagnostics(jsonFile()).filter(isOurs);
		assert.ok(diagnostic);
		const document = await vscode.workspace.openTextDocument(jsonFile());
		assert.equal(document.getText(diagnostic.range), '"12 M"');
	});

	it('has a doubtful figure in the Problems panel at its row, with the rule that found it', async () => {
		await isPicked();
		await write(jsonFile(), slippedCatalog);
		const slips = (): readonly vscode.Diagnostic[] =>
			vscode.languages.getDiagnostics(jsonFile()).filter(each => isOurs(each) && each.code === 'unit-slip');
		await eventually(() => slips().length > 0, 10_000);
		assert.deepEqual(
			slips().map(({ range }) => range.start.line),
			[3],
		);
	});
});

describe('model-scout.catalog.csv in a workspace folder', () => {
	const csvFile = (): vscode.Uri => workspaceFile('model-scout.catalog.csv');
	const isFirst = async (): Promise<boolean> => {
		const pick = vscode.commands.executeCommand<PickAnswer>('modelScout.pickUnderBudget', { budget: '≤12M' });
		return (await pick).matches[0]?.name === 'Shed Net';
	};

	afterEach(async () => {
		await remove(csvFile());
		await eventually(async () => !(await isFirst()), 10_000);
	});

	it('is read as a table: its good rows are picked, and its bad cell is in the Problems panel', async () => {
		await isFirst();
		await write(csvFile(), 'model,input,top-1,MACs (M)\nShed Net,224,71,12\nBarn Net,224,abc,12\n');
		await eventually(isFirst, 10_000);
		assert.equal(await isFirst(), true);
		const document = await vscode.workspace.openTextDocument(csvFile());
		const isWarning = ({ severity }: vscode.Diagnostic): boolean => severity === vscode.DiagnosticSeverity.Warning;
		const warnings = vscode.languages
			.getDiagnostics(csvFile())
			.filter(each => isOurs(each) && isWarning(each) && each.code === undefined); // the linter's, which come later, have one
		assert.deepEqual(
			warnings.map(({ range }) => document.getText(range)),
			['abc'],
		);
	});
});

function isOurs({ source }: vscode.Diagnostic): boolean {
	return source === 'Model Scout';
}
