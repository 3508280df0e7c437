import assert from 'node:assert/strict';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { plainText } from '../../../src/catalog/plainText.ts';
import {
	exportCsv,
	exportJson,
	exportMarkdown,
	exportTsv,
	unguardCell,
	type ExportCell,
	type ExportTable,
} from '../../../src/comparison/exportTable.ts';
import { hostilePayloads } from '../../support/hostileCatalog.ts';

const starters = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
const aText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(...hostilePayloads),
	fc
		.tuple(fc.constantFrom(...starters, "'", '"', ' ', ';', ',', "''", '; "'), fc.string())
		.map(parts => parts.join('')),
	fc
		.tuple(fc.string(), fc.constantFrom(...starters.map(start => `;${start}`)), fc.string())
		.map(parts => parts.join('')),
);

function aTable(...rows: (readonly ExportCell[])[]): ExportTable {
	const width = Math.max(...rows.map(row => row.length));
	const columns = Array.from({ length: width }, (_, index) => ({
		id: `c${String(index)}`,
		title: `C ${String(index)}`,
		align: 'left' as const,
	}));
	return { columns, rows };
}

function parsedCsv(text: string, delimiter = ','): string[][] {
	const { data, errors } = papaparse.parse<string[]>(text, { delimiter, newline: '\r\n', skipEmptyLines: false });
	assert.deepEqual(errors, []);
	return data.slice(0, -1); // the file ends with a line end
}

it('writes RFC 4180: ids as header, CRLF, quotes where needed, numbers plain and unknown values empty', () => {
	const table: ExportTable = {
		columns: [
			{ id: 'model', title: 'Model', align: 'left' },
			{ id: 'macs', title: 'MACs', align: 'right' },
		],
		rows: [
			['Net, "large"', { value: 219e6, text: '219 M' }],
			['Net', undefined],
			['Odd', { value: Infinity, text: '' }],
		],
	};
	assert.equal(exportCsv(table), 'model,macs\r\n"Net, ""large""",219000000\r\nNet,\r\nOdd,\r\n');
	assert.equal(exportTsv(table), 'Model\tMACs\r\n"Net, ""large"""\t219000000\r\nNet\t\r\nOdd\t\r\n');
});

it('writes negative and fractional numbers as numbers', () => {
	const numbers = [-3.2, 75.2, 0, 1e21].map(value => ({ value, text: '' }));
	assert.equal(exportCsv(aTable(numbers)).split('\r\n')[1], '-3.2,75.2,0,1e+21');
});

it('gives back every text that it wrote', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(aText, aText), { minLength: 1, maxLength: 5 }), rows => {
			const expected = rows.map(row => row.map(cell => plainText(cell, 32_000)));
			const table = aTable(...rows);
			for (const [text, delimiter] of [
				[exportCsv(table), ','],
				[exportTsv(table), '\t'],
			] as const) {
				const read = parsedCsv(text, delimiter).slice(1);
				assert.deepEqual(
					read.map(row => row.map(unguardCell)),
					expected,
				);
			}
		}),
		{ numRuns: 500 },
	);
});

it('writes no text that a spreadsheet would evaluate, whatever its locale separates cells with', () => {
	fc.assert(
		fc.property(fc.array(aText, { minLength: 1, maxLength: 6 }), cells => {
			for (const cell of parsedCsv(exportCsv(aTable(cells)))[1] ?? []) {
				for (const part of cell.split(/[;|,\t]/)) assert.doesNotMatch(part, /^[\s"\0]*[=+\-@＝＋－＠]/u);
			}
		}),
		{ numRuns: 1000 },
	);
});

it('leaves texts alone that are no formula', () => {
	const texts = ['MobileNetV3-Large 1.0', 'a=b', "it's", '75.2 %', "'quoted'", 'x - y', '224 px; single crop'];
	assert.deepEqual(parsedCsv(exportCsv(aTable(texts)))[1], texts);
});

it('writes Markdown in the form shown to people, with every cell as literal text', () => {
	const table: ExportTable = {
		columns: [
			{ id: 'model', title: 'Model', align: 'left' },
			{ id: 'macs', title: 'MACs', align: 'right' },
		],
		rows: [
			['a | b', { value: 219e6, text: '219 M MACs' }],
			['[x](command:y)\n# z', undefined],
		],
	};
	assert.equal(
		exportMarkdown(table),
		[
			'| Model                    |       MACs |',
			'| :----------------------- | ---------: |',
			'| a \\| b                   | 219 M MACs |',
			'| \\[x\\]\\(command\\:y\\) \\# z |            |',
			'',
		].join('\n'),
	);
});

it('writes as many Markdown lines and cells as the table has, whatever is in them', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(aText, aText), { minLength: 1, maxLength: 4 }), rows => {
			const lines = exportMarkdown(aTable(...rows)).split('\n');
			assert.equal(lines.length, rows.length + 3);
			for (const line of lines.slice(0, -1)) assert.equal(line.match(/(?<!\\)(?:\\\\)*\|/g)?.length, 3);
		}),
	);
});

describe('JSON', () => {
	it('has a number as a number, a text as it is, and null where nothing is known', () => {
		const columns = ['model', 'macs', 'license'].map(id => ({ id, title: id, align: 'left' }) as const);
		const rows = [['=Net "1"', { value: 219e6, text: '219 M' }, undefined]];
		assert.deepEqual(JSON.parse(exportJson({ columns, rows })), [
			{ model: '=Net "1"', macs: 219_000_000, license: null },
		]);
	});
});
