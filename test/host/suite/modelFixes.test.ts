import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings } from './openCode.ts';
import { assertOneUndo, closeEditors, openText, type OpenText, type TextOptions } from './openText.ts';

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('modelScout');

/** Applies the first fix whose title has a beginning, as choosing it in the menu does, and returns the title. */
async function fix({ editor }: OpenText, beginning: string): Promise<string> {
	const { document, selection } = editor;
	await findings(document, 1);
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		document.uri,
		selection,
		vscode.CodeActionKind.QuickFix.value,
	);
	const action = actions.find(({ title }) => title.startsWith(beginning));
	assert.ok(action?.edit, `${beginning} is not among ${actions.map(({ title }) => title).join('; ')}`);
	assert.ok(await vscode.workspace.applyEdit(action.edit));
	return action.title;
}

/** A fix gives a text, where NAME is the name that its title says, and one undo the text before to the byte, with every kind of line end and indentation. */
function assertFix(title: string, { before, after, budget }: { before: string; after: string; budget?: string }): void {
	const styles: readonly TextOptions[] = [{ eol: '\n' }, { eol: '\r\n', indent: '\t' }];
	for (const [index, style] of styles.entries()) {
		it(`"${title}" and back, with ${JSON.stringify(style.eol)}`, async () => {
			if (budget !== undefined) await settings().update('budget', budget, vscode.ConfigurationTarget.Global);
			// a file of its own, so that no finding of another text is taken for one of this
			const file = `${title.replace(/\W/g, '')}${index}.py`;
			const open = await openText(before, { ...style, file });
			const name = /^Replace by ([^,]+),/.exec(await fix(open, title))?.[1] ?? '';
			const expected = after.replace('NAME', name).replaceAll('\n', style.eol ?? '\n');
			assert.equal(open.editor.document.getText(), expected);
			await assertOneUndo(open);
		});
	}
}

describe('a quick fix changes what it says, and one undo brings all of it back', () => {
	afterEach(async () => {
		await closeEditors();
		await settings().update('budget', undefined, vscode.ConfigurationTarget.Global);
	});

	const head = 'import timm\n\ndef net():\n\tname = "é😀"; ';
	assertFix('Replace resnet5O by resnet50', {
		before: `${head}return timm.create_model("resn|et5O", pretrained=True)  # é😀\n`,
		after: `${head}return timm.create_model("resnet50", pretrained=True)  # é😀\n`,
	});
	assertFix('Write weights="IMAGENET1K_V1"', {
		before: 'from torchvision import models\n\n"é😀"; models.resnet50(pre|trained=True)\n',
		after: 'from torchvision import models\n\n"é😀"; models.resnet50(weights="IMAGENET1K_V1")\n',
	});
	assertFix('Replace by', {
		budget: '≤10M params',
		before: `${head}return timm.create_model("resn|et152", True, num_classes=7)\n`,
		after: `${head}return timm.create_model("NAME", True, num_classes=7)\n`,
	});
	assertFix('Ignore unknown-name', {
		before: `${head}return timm.create_model("resn|et5O")\n`,
		after: `${head}return timm.create_model("resnet5O")  # model-scout: ignore[unknown-name]\n`,
	});
});
