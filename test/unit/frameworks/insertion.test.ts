import assert from 'node:assert/strict';
import { applyPlan, planInsertion, type InsertionOptions } from '../../../src/frameworks/insertion.ts';
import type { Snippet } from '../../../src/frameworks/snippet.ts';
import { defaultText, parts, stop } from '../../../src/frameworks/snippetParts.ts';

const model = stop(1, 'model');
const load = aSnippet(['import timm'], parts`${model} = timm.create_model("a")\n${model}.eval()`);
const call = aSnippet(['import keras'], parts`model = keras.Sequential([\n    keras.layers.Dense(1),\n])`);

function aSnippet(imports: readonly string[], list: Snippet['parts']): Snippet {
	const code = defaultText(list);
	return { language: 'python', kind: 'load', imports, parts: list, code, text: code };
}

interface Insertion extends InsertionOptions {
	readonly snippet?: Snippet;
	readonly indent?: string;
	readonly eol?: '\n' | '\r\n';
}

/** Inserts at every `|` of a text, or over what stands between `[` and `]` marks `«` and `»`. */
function inserted(marked: string, { snippet = load, indent = '    ', eol = '\n', ...options }: Insertion = {}): string {
	const selections: { start: number; end: number }[] = [];
	let text = '';
	for (const piece of marked.split(/([|«»])/)) {
		if (piece === '|') selections.push({ start: text.length, end: text.length });
		else if (piece === '«') selections.push({ start: text.length, end: text.length });
		else if (piece === '»') selections.push({ start: selections.pop()?.start ?? 0, end: text.length });
		else text += piece;
	}
	return applyPlan(text, planInsertion(text, selections, snippet, { indent, eol }, options));
}

const code = 'model = timm.create_model("a")\nmodel.eval()';

describe('imports', () => {
	it('stand above the code in an empty file', () => {
		assert.equal(inserted('|'), `import timm\n\n${code}`);
	});

	it('join the block of imports that is there', () => {
		assert.equal(
			inserted('import os\nimport sys\n\nx = 1\n|\n'),
			`import os\nimport sys\nimport timm\n\nx = 1\n${code}\n`,
		);
	});

	it('come after shebang, encoding, license and docstring and from __future__', () => {
		const head =
			'#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n"""Trains."""\nfrom __future__ import annotations\n';
		assert.equal(inserted(`${head}\nx = 1\n|`), `${head}\nimport timm\n\nx = 1\n${code}`);
	});

	it('come after comments at the start', () => {
		assert.equal(inserted('# License\n# text\n\nx = 1\n|'), `# License\n# text\n\nimport timm\n\nx = 1\n${code}`);
	});

	it('come after cell magics, whose lines are no Python', () => {
		assert.equal(inserted('%%time\n%matplotlib inline\n|'), `%%time\n%matplotlib inline\n\nimport timm\n\n${code}`);
		assert.equal(inserted('import os\n!pip install timm\n|'), `import os\nimport timm\n!pip install timm\n${code}`);
	});
});

describe('imports that a file has', () => {
	for (const existing of [
		'import timm',
		'import os, timm',
		'import timm.data',
		'try:\n    import timm\nexcept ImportError:\n    raise',
	])
		it(`are not repeated after ${JSON.stringify(existing)}`, () => {
			assert.equal(inserted(`${existing}\n|`), `${existing}\n${code}`);
		});

	for (const other of [
		'import timm as t',
		'from timm import create_model',
		'import timmy',
		'def f():\n    import timm',
	])
		it(`are added beside ${JSON.stringify(other)}, which does not bind the name`, () => {
			assert.equal(inserted(`${other}\n|`).match(/^import timm$/gm)?.length, 1);
		});

	it('add only the names that are missing', () => {
		const snippet = aSnippet(['from torchvision.models import ResNet50_Weights, resnet50'], ['x = resnet50()']);
		const existing = 'from torchvision.models import (  # builders\n    resnet18,\n    resnet50,\n)\n';
		assert.equal(
			inserted(`${existing}|`, { snippet }),
			`${existing.trimEnd()}\nfrom torchvision.models import ResNet50_Weights\n\nx = resnet50()`,
		);
	});

	it('are known from the other cells of a notebook', () => {
		assert.equal(inserted('|', { knownImportsFrom: ['%pip install timm\nimport timm\n'] }), code);
	});

	it('are not read from strings and comments', () => {
		assert.match(inserted('# import timm\nx = """\nimport timm\n"""\n|'), /^# import timm\n\nimport timm\n/);
	});

	it('stand once for several cursors', () => {
		assert.equal(inserted('|\nx = 1\n|'), `import timm\n\n${code}\nx = 1\n${code}`);
	});
});

describe('code', () => {
	it('takes the indentation that Python wants where the cursor is', () => {
		assert.equal(
			inserted('import timm\ndef f():\n    x = 1\n    |\n    return x\n'),
			'import timm\ndef f():\n    x = 1\n    model = timm.create_model("a")\n    model.eval()\n    return x\n',
		);
	});

	it('never breaks out of the block that goes on below the cursor', () => {
		assert.equal(
			inserted('import timm\ndef f():\n    x = 1\n|\n    return x\n'),
			'import timm\ndef f():\n    x = 1\n    model = timm.create_model("a")\n    model.eval()\n    return x\n',
		);
	});

	it('begins a block that has none yet', () => {
		assert.equal(
			inserted('import timm\ndef f():|', { indent: '\t' }),
			'import timm\ndef f():\n\tmodel = timm.create_model("a")\n\tmodel.eval()',
		);
	});

	it('goes below the whole statement that the cursor stands in', () => {
		assert.equal(
			inserted('import timm\nx = f(\n    1,|\n    2,\n)\ny = 2'),
			`import timm\nx = f(\n    1,\n    2,\n)\n${code}\ny = 2`,
		);
		assert.equal(inserted('import timm\nx = """\n|\n"""\n'), `import timm\nx = """\n\n"""\n${code}\n`);
	});
});

describe('code beside other code', () => {
	it('goes above a line when the cursor stands before its code', () => {
		assert.equal(inserted('import timm\n\n|x = 1\n'), `import timm\n\n${code}\nx = 1\n`);
	});

	it('never parts a decorator from what it decorates', () => {
		assert.equal(
			inserted('import timm\n\n@a\n|@b\ndef f(): pass\n'),
			`import timm\n\n${code}\n@a\n@b\ndef f(): pass\n`,
		);
		assert.equal(inserted('import timm\n\n@a|\ndef f(): pass\n'), `import timm\n\n${code}\n@a\ndef f(): pass\n`);
	});

	it('stands inside the block before else', () => {
		assert.equal(
			inserted('import timm\nif a:\n  x = 1\n|\nelse:\n  y = 1\n'),
			'import timm\nif a:\n  x = 1\n  model = timm.create_model("a")\n  model.eval()\nelse:\n  y = 1\n',
		);
	});

	it('moves below the imports when the cursor stands above them', () => {
		assert.equal(inserted('|\nimport os\nx = 1\n'), `\nimport os\nimport timm\n\n${code}\nx = 1\n`);
	});

	it('replaces a selection of whole lines, and keeps any other', () => {
		assert.equal(
			inserted('import timm\nif a:\n    «x = 1\n    y = 2»\n'),
			'import timm\nif a:\n    model = timm.create_model("a")\n    model.eval()\n',
		);
		assert.equal(inserted('import timm\nx = «1» + 2\n'), `import timm\nx = 1 + 2\n${code}\n`);
	});

	it('uses the line ends and the level of the file', () => {
		assert.equal(
			inserted('x = 1\r\nif x:\r\n\ty = 1\r\n\t|\r\n', { snippet: call, indent: '\t', eol: '\r\n' }),
			'import keras\r\n\r\nx = 1\r\nif x:\r\n\ty = 1\r\n\tmodel = keras.Sequential([\r\n\t\tkeras.layers.Dense(1),\r\n\t])\r\n',
		);
	});

	it('keeps its places to type in', () => {
		const plan = planInsertion('', [{ start: 0, end: 0 }], load, { indent: '    ', eol: '\n' });
		assert.deepEqual(
			plan.snippets[0]?.parts.filter(part => typeof part !== 'string'),
			[model, model],
		);
	});
});
