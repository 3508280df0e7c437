import assert from 'node:assert/strict';
import { applyChange, changeRows, cleanUp, setBudget } from './modelChanges.ts';
import { assertOneUndo, openText, type OpenText, type TextOptions } from './openText.ts';

describe('a change of code makes what it says, and one undo brings every byte back', () => {
	afterEach(cleanUp);

	const styles: readonly TextOptions[] = [{ eol: '\n' }, { eol: '\r\n', indent: '\t' }];
	for (const [number, row] of changeRows.entries()) {
		for (const { eol = '\n', ...style } of styles)
			it(`"${row.title}" with ${JSON.stringify(eol)}`, async () => {
				await setBudget(row);
				// a file of its own, so that no finding of another text is taken for one of this
				const file = `fixed-${String(number)}-${String(eol.length)}.py`;
				const open: OpenText = await openText(row.before, { ...style, eol, file });
				const expected = (await applyChange(open.editor, row)).replaceAll('\n', eol);
				assert.equal(open.editor.document.getText(), expected);
				await assertOneUndo(open);
			});
	}
});
