import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assertOneUndo, assertOnFirstStop, closeEditors, insert, openText, workspaceFile } from './openText.ts';

const weights = { checkpoint: 'timm:mobilenetv2_100.ra_in1k', classes: 3 };
const templates = [
	{ name: 'in-quotes', code: 'make("{{name}}")' },
	{ name: 'ours', imports: ['import timm', 'from ours import fit'], code: 'fit("$1", {{name}}, {{classes}})' },
];

describe('a model-scout.templates.json of the workspace', () => {
	afterEach(async () => {
		await closeEditors();
		await vscode.workspace.fs.delete(workspaceFile('model-scout.templates.json'));
	});

	it('gives snippets that are inserted as any other, trusted or not, and says what is wrong with the rest', async () => {
		const file = workspaceFile('model-scout.templates.json');
		const rows = templates.map(row => JSON.stringify(row)).join(',\n');
		await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`{ "templates": [\n${rows}\n] }`));
		const open = await openText('import timm\n\nnet = 1\n|', { eol: '\r\n' });
		const snippet = await insert({ ...weights, template: 'ours' });
		const lines = ['import timm', 'from ours import fit', '', 'net = 1', 'fit("$1", "mobilenetv2_100.ra_in1k", 3)'];
		assert.equal(open.editor.document.getText(), lines.join('\r\n'));
		await assertOnFirstStop(open.editor, snippet);
		await assertOneUndo(open);
		const refused = insert({ ...weights, template: 'in-quotes' }).then(
			() => false,
			() => true,
		);
		assert.equal(await refused, true);
		const [problem, ...others] = vscode.languages
			.getDiagnostics(file)
			.filter(({ source }) => source === 'Model Scout');
		assert.deepEqual(others, []);
		assert.ok(problem?.message.startsWith('templates, row 1: {{name}} must stand alone'), problem?.message);
		assert.deepEqual([problem?.range.start.line, problem?.range.start.character], [1, 27]);
	});
});
