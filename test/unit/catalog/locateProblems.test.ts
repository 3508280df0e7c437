import assert from 'node:assert/strict';
import { parseCatalogText } from '../../../src/catalog/parseCatalog.ts';

/** What of `text` each problem marks, with its line. */
function marked(text: string): readonly string[] {
	const lines = text.split(/\r\n|\r|\n/);
	return parseCatalogText(text, 'x').problems.map(({ line, column, endColumn }) => {
		if (line === undefined || column === undefined) return 'the file';
		return `${line}: ${lines[line - 1]?.slice(column - 1, endColumn === undefined ? undefined : endColumn - 1) ?? ''}`;
	});
}

it('marks the field that is at fault', () => {
	const rows = ['{ "of": "a", "kind": "macs", "value": "219 M" },', '{ "of": "a", "kind": "macs", "value": 0 }'];
	for (const eol of ['\n', '\r\n', '\r']) {
		assert.deepEqual(marked(['{ "figures": [', ...rows, '] }'].join(eol)), ['2: "219 M"', '3: 0']);
	}
});

it('marks a field inside a field', () => {
	const text = '{ "candidates": [{ "id": "a", "model": "b",\n "input": [224, "x"], "dataset": "d" }] }';
	assert.deepEqual(marked(text), ['2: "x"']);
});

it('marks a field that no row has, and a list that no catalog has', () => {
	const text = '{ "extra": 5,\n"models": [{ "id": "a/1", "family": "a", "name": "A", "color": "red" }] }';
	assert.deepEqual([...marked(text)].sort(), ['1: 5', '2: "red"']);
});

it('marks the first line of a row that lacks a field', () => {
	assert.deepEqual(marked('{ "models": [\n\t{ "id": "a/1",\n\t"name": "A" }] }'), ['2: { "id": "a/1",']);
});

it('marks the list that is none', () => {
	assert.deepEqual(marked('{\n"models": "many" }'), ['2: "many"']);
});

it('does not count the mark of byte order as a column', () => {
	const [problem] = parseCatalogText('\ufeff{"models": 5}', 'x').problems;
	assert.deepEqual([problem?.line, problem?.column, problem?.endColumn], [1, 12, 13]);
});

it('says where a text stops being JSON, whatever the engine says about it', () => {
	assert.deepEqual(marked('{"a": 1\n, nope}'), ['2: nope}']);
	assert.deepEqual(marked('{"models": [\n'), ['2: ']);
	assert.deepEqual(marked("{'models': []}"), ["1: 'models': []}"]);
});

it('reads a list inside lists as deep as a file can hold', () => {
	const { problems } = parseCatalogText(`{"x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'x');
	assert.equal(problems.length, 1);
});
