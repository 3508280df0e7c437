import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameworkListsSchema } from '../../../src/frameworks/frameworkLists.schema.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { readMarked, recognizedIn, type MarkedName } from '../../support/markedCode.ts';
import { shippedData } from '../../support/shippedData.ts';
import { namesText } from '../../support/shippedNames.ts';

const folder = 'test/fixtures/mentions';

describe('the corpus of code', () => {
	const names = createModelNames(shippedData(), frameworkListsSchema.parse(JSON.parse(namesText())));
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile())
		.map(entry => join(entry.parentPath, entry.name))
		.sort()
		.map(path => {
			const marked = readMarked(readFileSync(path, 'utf8'));
			return { path, marked, found: recognizedIn(path, marked.text, names) };
		});

	it('has at least 300 files of every kind, a third of them without a model', () => {
		assert.ok(files.length >= 300, String(files.length));
		const empty = files.filter(({ marked }) => marked.names.length === 0);
		assert.ok(empty.length >= files.length / 4, String(empty.length));
		for (const ending of ['.py', '.ipynb', '.yaml', '.json'])
			assert.ok(files.filter(({ path }) => path.endsWith(ending)).length >= 25, ending);
	});

	it('is recognized with a recall of 99 % and without a false positive', () => {
		const missed: string[] = [];
		const wrong: string[] = [];
		let marks = 0;
		for (const { path, marked, found } of files) {
			marks += marked.names.length;
			const expected = new Set(marked.names.map(keyOf));
			const seen = new Set(found.map(keyOf));
			missed.push(...[...expected].filter(key => !seen.has(key)).map(key => `${path}: ${key}`));
			wrong.push(...[...seen].filter(key => !expected.has(key)).map(key => `${path}: ${key}`));
		}
		const recall = (marks - missed.length) / marks;
		process.stdout.write(
			`\n${String(files.length)} files, ${String(marks)} names: recall ${(100 * recall).toFixed(2)} %, ${String(wrong.length)} false positives\n`,
		);
		assert.deepEqual(wrong, []);
		assert.ok(recall >= 0.99, missed.join('\n'));
	});
});

function keyOf({ framework, start, end, name }: MarkedName): string {
	return `${framework}:${name} at ${String(start)}–${String(end)}`;
}
