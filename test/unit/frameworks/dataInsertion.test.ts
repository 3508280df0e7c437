import assert from 'node:assert/strict';
import { parse as parseYaml } from 'yaml';
import { applyPlan, planInsertion } from '../../../src/frameworks/insertion.ts';
import type { Snippet, SnippetLanguage } from '../../../src/frameworks/snippet.ts';

function inserted(marked: string, language: SnippetLanguage, code: string, indent = '  '): string {
	const [before = '', selected = '', after = ''] = marked.includes('«')
		? marked.split(/[«»]/)
		: [marked.split('|')[0], '', marked.split('|')[1]];
	const snippet: Snippet = { language, kind: 'record', imports: [], parts: [code], code, text: code };
	const selection = { start: before.length, end: before.length + selected.length };
	const text = before + selected + after;
	return applyPlan(text, planInsertion(text, [selection], snippet, { indent, eol: '\n' }));
}

const yaml = 'model: a\nfigures:\n  top1: 1';
const json = '{\n  "model": "a",\n  "input": [1, 1]\n}';

describe('a record in YAML', () => {
	it('stands on a blank line as it is indented', () => {
		assert.equal(inserted('a:\n  |\nb: 1\n', 'yaml', yaml), 'a:\n  model: a\n  figures:\n    top1: 1\nb: 1\n');
	});

	it('becomes the block of a key', () => {
		assert.deepEqual(parseYaml(inserted('network:|\nb: 1\n', 'yaml', yaml)), {
			network: { model: 'a', figures: { top1: 1 } },
			b: 1,
		});
	});

	it('becomes the item of a list', () => {
		assert.deepEqual(parseYaml(inserted('networks:\n  - |\n', 'yaml', yaml)), {
			networks: [{ model: 'a', figures: { top1: 1 } }],
		});
	});

	it('goes below a line that has a value already, and never takes tabs', () => {
		assert.equal(inserted('a: |1\n', 'yaml', yaml, '\t'), 'a: 1\nmodel: a\nfigures:\n  top1: 1\n');
	});
});

describe('a record in JSON', () => {
	it('goes exactly to the cursor, its lines indented as the line is', () => {
		assert.equal(
			inserted('{\n    "a": |\n}', 'json', json, '    '),
			'{\n    "a": {\n        "model": "a",\n        "input": [1, 1]\n    }\n}',
		);
	});

	it('replaces what is selected', () => {
		assert.deepEqual(JSON.parse(inserted('{"a": «null», "b": 1}', 'json', json)), {
			a: { model: 'a', input: [1, 1] },
			b: 1,
		});
	});
});
