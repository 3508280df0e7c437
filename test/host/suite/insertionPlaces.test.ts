import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assertOneUndo, assertOnFirstStop, closeEditors, insert, openText, type TextOptions } from './openText.ts';
import { fixtureNames, readGolden } from './projectFiles.ts';

/** What is inserted, by the name of its goldens. */
const subjects = {
	timm: () => insert({ checkpoint: 'timm:mobilenetv2_100.ra_in1k', framework: 'timm', kind: 'load' }),
	torchvision: () =>
		insert({ checkpoint: 'torchvision:mobilenet_v2.IMAGENET1K_V2', framework: 'torchvision', kind: 'load' }),
	keras: () => insert({ checkpoint: 'keras:MobileNetV2', framework: 'keras', kind: 'finetune' }),
	record: () => insert({ candidate: 'mobilenet-v2/1.0@224' }, 'modelScout.insertConfigRecord'),
};

interface Place {
	/** With `|` at each cursor, and a tab for a level of indentation. */
	readonly marked: string;
	readonly indent?: TextOptions['indent'];
}

const packages = 'import keras\nimport timm\nfrom torchvision.models import MobileNet_V2_Weights, mobilenet_v2\n';

/** Places in a file, by the name of their goldens. */
const places: Readonly<Record<string, Place>> = {
	'function-of-tabs': { marked: 'def main():\n\tprint()\n\t|\n\treturn 0\n', indent: '\t' },
	'function-of-two-spaces': { marked: 'def main():\n\tprint()\n\t|\n\treturn 0\n', indent: '  ' },
	'two-functions': { marked: 'def one():\n\t|\n\n\ndef two():\n\tif one():\n\t\t|\n', indent: '    ' },
	'packages-imported': { marked: `${packages}\n|\n` },
	'other-builders-imported': { marked: 'from torchvision.models import ResNet50_Weights, resnet50\n\n|\n' },
	'docstring-and-future': { marked: '"""Train."""\nfrom __future__ import annotations\n\n|\n' },
	'docstring-alone': { marked: '#!/usr/bin/env python3\n"""Train."""\n|' },
	'tensorflow-imported': { marked: 'import tensorflow as tf\n\n|\n' },
	'inside-a-call': { marked: 'import os\n\nprint(\n\tos.na|me,\n)\nprint()\n', indent: '    ' },
};

for (const [subject, run] of Object.entries(subjects)) {
	describe(`${subject}, inserted where there is text`, () => {
		afterEach(closeEditors);

		for (const [place, { marked, indent = '    ' }] of Object.entries(places)) {
			for (const eol of ['\n', '\r\n'] as const) {
				const name = `${place}.${subject}.py`;
				it(`makes it ${name} with ${eol === '\n' ? 'LF' : 'CRLF'}, at its first stop, one undo away`, async () => {
					const open = await openText(marked.replaceAll('\t', indent), { indent, eol });
					const { document } = open.editor;
					const snippet = await run();
					const text = document.getText();
					assert.deepEqual([...new Set(text.match(/\r?\n/g))], [eol]);
					const unified = text.replaceAll('\r\n', '\n');
					assert.equal(unified, readGolden(`inserted/${name}`, unified));
					await assertOnFirstStop(open.editor, snippet, marked.split('|').length - 1);
					await assertOneUndo(open);
					assert.equal(document.eol === vscode.EndOfLine.CRLF, eol === '\r\n');
				});
			}
		}

		it('twice brings its code twice and its imports once', async () => {
			const open = await openText('|');
			const { document } = open.editor;
			const { imports, code } = await run();
			open.editor.selection = endOf(document);
			await run();
			const lines = document.getText().split('\n');
			for (const statement of imports)
				assert.equal(lines.filter(line => line === statement).length, 1, statement);
			assert.equal(document.getText().split(code).length - 1, 2);
		});
	});
}

it('every golden of a place belongs to a place and a subject of today', () => {
	const names = Object.keys(places).flatMap(place => Object.keys(subjects).map(name => `${place}.${name}.py`));
	assert.deepEqual(fixtureNames('inserted'), names.sort());
});

function endOf(document: vscode.TextDocument): vscode.Selection {
	const end = document.lineAt(document.lineCount - 1).range.end;
	return new vscode.Selection(end, end);
}
