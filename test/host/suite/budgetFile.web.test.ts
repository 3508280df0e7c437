import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, hoverText } from './openCode.ts';
import { closeEditors, eventually, openText, workspaceFile } from './openText.ts';

const code = 'import timm\nm = timm.create_model("resnet152|")\n';

async function write(name: string, text: string): Promise<vscode.Uri> {
	const uri = workspaceFile(name);
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	return uri;
}

async function removeFiles(): Promise<void> {
	for (const name of ['model-scout.json', 'loose', 'budgeted.py'])
		await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true }).then(undefined, () => undefined);
}

function budget(limits: string, severity = 'error'): string {
	return JSON.stringify({ budgets: [{ limits, severity }] });
}

/** Messages in the Problems panel about a file, once there are as many as wanted, of this text, or after a while. */
async function problems(uri: vscode.Uri, count: number, text = ''): Promise<readonly vscode.Diagnostic[]> {
	const found = (): readonly vscode.Diagnostic[] =>
		vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Model Scout');
	await eventually(() => found().length === count && found().every(({ message }) => message.includes(text)), 10_000);
	return found();
}

describe('a model-scout.json of the workspace', () => {
	afterEach(async () => {
		await closeEditors().finally(removeFiles);
		await new Promise(done => setTimeout(done, 1000)); // until the editor has seen that they are gone
	});

	it('limits the models of the code beside and below it, as loud as it says, in the words of the command line', async () => {
		await write('model-scout.json', budget('10M params'));
		const { editor } = await openText(code, { file: 'budgeted.py' });
		const [problem] = await problems(editor.document.uri, 1, '10 M params');
		assert.equal(problem?.message, 'ResNet-152 exceeds 10 M params: 60.19 M params, 6.02 × the limit.');
		assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
		assert.ok((await hoverText(code)).includes('**Over the budget** ≤ 10 M params of model-scout'));
	});

	it('gives way to one that is nearer', async () => {
		await write('model-scout.json', budget('10M params'));
		await write('loose/model-scout.json', budget('900M params'));
		const { editor } = await openText(code, { file: 'loose/budgeted.py' });
		assert.deepEqual(await findings(editor.document, 0), []);
	});

	it('is read again as it changes, and its last good state stays in force while it is at fault', async () => {
		const file = await write('model-scout.json', budget('10M params'));
		const { editor } = await openText(code, { file: 'budgeted.py' });
		const { uri } = editor.document;
		assert.equal((await problems(uri, 1)).length, 1);
		await write('model-scout.json', budget('900M params'));
		assert.equal((await problems(uri, 0)).length, 0);
		await write('model-scout.json', budget('20M params'));
		assert.ok(((await problems(uri, 1, '20 M'))[0]?.message ?? '').includes('exceeds 20 M params'));
		await write('model-scout.json', '{\n"budgets": [\n{ "limits": "20 parrots" }]}');
		assert.equal((await problems(file, 1))[0]?.range.start.line, 2);
		assert.ok(((await problems(uri, 1, '20 M'))[0]?.message ?? '').includes('exceeds 20 M params'));
		await vscode.workspace.fs.delete(file);
		assert.equal((await problems(uri, 0)).length, 0);
		assert.equal((await problems(file, 0)).length, 0);
	});

	it('is followed as it is typed, before it is saved', async () => {
		const file = await write('model-scout.json', budget('900M params'));
		const { editor } = await openText(code, { file: 'budgeted.py' });
		const { uri } = editor.document;
		await hoverText(code); // loads everything
		assert.equal((await problems(uri, 0)).length, 0);
		const document = await vscode.workspace.openTextDocument(file);
		await eventually(() => document.getText().includes('900')); // an older text of it may still be open
		const edit = new vscode.WorkspaceEdit();
		const start = document.getText().indexOf('900');
		edit.replace(file, new vscode.Range(document.positionAt(start), document.positionAt(start + 3)), '10');
		await vscode.workspace.applyEdit(edit);
		assert.equal((await problems(uri, 1)).length, 1);
		assert.ok(document.isDirty);
		await document.save();
	});
});
