import assert from 'node:assert/strict';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { findDelimiter, readDelimited, type Delimiter } from '../../../../src/catalog/importers/delimited.ts';

function textsOf(text: string, delimiter: Delimiter = ','): readonly (readonly string[])[] {
	return readDelimited(text, delimiter).rows.map(({ cells }) => cells.map(cell => cell.text));
}

const cellText = fc.string({
	unit: fc.constantFrom('a', '5', '.', '"', ',', ';', '\t', ' ', '\n', '\r', '\r\n', 'é', '\u{1f600}'),
	maxLength: 8,
});
const delimiters = fc.constantFrom<Delimiter>(',', ';', '\t');

it('reads what papaparse reads of any text of as many cells as the heading that papaparse writes', () => {
	const table = fc
		.integer({ min: 1, max: 4 })
		.chain(columns => fc.array(fc.array(cellText, { minLength: columns, maxLength: columns }), { maxLength: 6 }));
	const property = fc.property(table, delimiters, fc.constantFrom('\r\n', '\n'), (rows, delimiter, newline) => {
		const text = papaparse.unparse(rows, { delimiter, newline });
		const { data } = papaparse.parse<string[]>(text, { delimiter, newline });
		const filled = data.filter(row => row.some(cell => cell.trim() !== ''));
		assert.deepEqual(textsOf(text, delimiter), filled);
		assert.deepEqual(readDelimited(text, delimiter).faults, []);
	});
	fc.assert(property, { numRuns: 2000 });
});

it('reads what papaparse reads of unquoted text', () => {
	const line = fc.string({ unit: fc.constantFrom('a', '1', ',', ' ', '.', "'"), maxLength: 12 });
	fc.assert(
		fc.property(fc.array(line, { maxLength: 8 }), lines => {
			const text = lines.join('\n');
			const { data } = papaparse.parse<string[]>(text, { delimiter: ',', newline: '\n' });
			assert.deepEqual(
				textsOf(text),
				data.filter(row => row.some(cell => cell.trim() !== '')),
			);
		}),
	);
});

it('says where each cell stands, also behind a line end in quotes', () => {
	const { rows } = readDelimited('\ufeffa,"b\nc",d\r\n e,f', ',');
	assert.deepEqual(
		rows.map(({ line, cells }) => [line, ...cells.map(cell => [cell.line, cell.column, cell.endColumn])]),
		[
			[1, [1, 1, 2], [1, 3, undefined], [2, 4, 5]],
			[3, [3, 1, 3], [3, 4, 5]],
		],
	);
});

const unclosed: readonly (readonly [string, string])[] = [
	['that nothing closes', '"bad,1'],
	['that closes inside a cell', '"bad"x,1'],
	['in the last cell', '1,"bad'],
	['that a later line closes', '"bad,1\nx,5\ny"'],
	['that a later row would close', '"bad,1\n"x",2'],
];
for (const [title, line] of unclosed) {
	it(`takes a quote ${title} for a fault of its line alone`, () => {
		const { rows, faults } = readDelimited(`a,b\n${line}\ngood,"2"\n`, ',');
		assert.deepEqual(
			rows.at(-1)?.cells.map(({ text }) => text),
			['good', '2'],
		);
		assert.equal(faults[0]?.line, 2);
		assert.match(faults[0].message, /a quote that is not closed/);
	});
}

it('keeps a good line before and after any other line', () => {
	const bad = fc.string({ unit: fc.constantFrom('"', ',', 'a', ' ', '""', ',"'), maxLength: 20 });
	fc.assert(
		fc.property(fc.array(bad, { maxLength: 5 }), lines => {
			const texts = textsOf(['first,1', ...lines, 'good,"2"'].join('\n'));
			assert.deepEqual(texts[0], ['first', '1']);
			const isThere = texts.some(row => row[0] === 'good' && row[1] === '2');
			assert.ok(isThere || lines.join('').split('"').length % 2 === 0);
		}),
		{ numRuns: 2000 },
	);
});

it('reads a megabyte of forgotten quotes in no more time than it has lines', () => {
	const started = performance.now();
	readDelimited('a,"","\n'.repeat(150_000), ',');
	assert.ok(performance.now() - started < 3000);
});

it('finds the delimiter that the first line has most of', () => {
	assert.deepEqual(['a,b;c,d', '\n\na;b', 'a\tb,c\td', '"a;b;c",d', 'a', ''].map(findDelimiter), [
		',',
		';',
		'\t',
		',',
		',',
		',',
	]);
});
