import assert from 'node:assert/strict';
import { insertArchitecture } from './insertArchitecture.ts';
import { assertOneUndo, closeEditors, openText } from './openText.ts';
import { readFixture } from './projectFiles.ts';

describe('an architecture', () => {
	afterEach(closeEditors);

	it('goes to the cursor of a Python file, its imports above, and one undo takes it back', async () => {
		const open = await openText('import os\n\nprint(os.name)\n|\n');
		await insertArchitecture({ model: 'shufflenet-v2/0.5', language: 'python' });
		const text = open.editor.document.getText();
		const kept = readFixture('architectures/shufflenet-v2-0.5.py') ?? '';
		assert.ok(text.startsWith('import os\n'));
		assert.ok(text.includes(kept.slice(kept.indexOf('def conv_block')).trimEnd()));
		assert.ok(text.indexOf('from torch import nn') < text.indexOf('print('));
		assert.ok(text.includes('print(os.name)\n\n\ndef conv_block('), 'two empty lines before a function');
		await assertOneUndo(open);
	});
});
