import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowReader } from '../../../../src/catalog/importers/delimited.ts';
import { PlainRows } from '../../../../src/catalog/importers/plainRows.ts';
import { importTable } from '../../../../src/catalog/importers/table.ts';
import { indexDevices, readHeading } from '../../../../src/catalog/importers/tableHeadings.ts';
import { createTableStore } from '../../../../src/catalog/importers/tableStore.ts';
import { createSubjectNames } from '../../../../src/catalog/importers/tableSubjects.ts';
import { mergeCatalog } from '../../../../src/catalog/mergeCatalog.ts';
import type { ParsedCatalog } from '../../../../src/catalog/parseCatalog.ts';
import { aCatalog, aDevice, aModel } from '../../../support/builders.ts';

const catalog = aCatalog({
	models: [aModel({ id: 'a-net/1.0', name: 'ANet 1.0', aliases: ['anet'] }), aModel({ id: 'a-net/0.5' })],
	devices: [aDevice({ id: 'pixel-1', aliases: ['p1'] })],
	candidates: [
		{ id: 'a-net/1.0@240', top1: 70, macs: 300e6, seedLine: 12 },
		{ id: 'timm:a_net.in1k@224', model: 'a-net/1.0', top1: 71 },
	],
});

const names = [
	'net',
	'net 2',
	'Net',
	'NET 2',
	'net-2',
	'n-e-t',
	'net  2',
	' net',
	'net ',
	'net\t2',
	'NETX2',
	'net 192 PX',
	'netx2',
	'net 160x160',
	'net@192',
	'net 192 px',
	'anet',
	'ANet 160x160',
	'a-net',
	'a-net/1.0',
	'timm:a_net.in1k',
	'timm:a_net.in1k@224',
	'seed#12',
	'n\u00e9t',
	'r\u0435snet',
	'none',
	'unknown',
	'tiny',
	'---',
	'?',
	'',
	'"net"',
	'"ne\nt"',
	'ne"t',
	'n'.repeat(200),
	'n'.repeat(201),
	'__proto__',
	'\u{1f600}',
];
const weights = [
	'net_1.in1k',
	'NET_1.in1k',
	'net_2',
	'a_net.in1k',
	'a_net.mine',
	'_net',
	'net 3',
	'w'.repeat(101),
	'-',
	'',
];
const numbers = [
	'1',
	'0',
	'0.5',
	'75',
	'75.25',
	'100',
	'101',
	'224',
	'224.0',
	'0224',
	'8',
	'7',
	'1e3',
	'1,000',
	'1 000',
];
const cells: Readonly<Record<string, readonly string[]>> = {
	model: names,
	framework: ['timm', 'TIMM', 'hf', 'nobody', '', 'n/a'],
	weights,
	license: ['MIT', 'Apache-2.0', 'a  b', 'l'.repeat(201), '', '-'],
	source: ['a paper', 'https://x', '', '\u202e'],
	note: ['said', '', 'two  words', '"quoted, twice"'],
	dataset: ['', '', 'imagenet', 'nobody'],
	input: ['224', '192', '224x192', 'big', '', '-', ...numbers],
	'top-1': ['75.25', '76', '', '-', 'n/a', '75 %', ' 75', '12345678901234567', '1.2345678901234567', ...numbers],
	'top-5': ['92', '93.1', '', ...numbers],
	'top-1 error': ['', '', '24.8'],
	'params (M)': ['5.4', '', '0', '9007199254740993', '5 M', '5 GB', ...numbers],
	'MACs (M)': ['300', '', '600 MFLOPs', ...numbers],
	'FLOPs (G)': ['0.6', '', '0.0000000001', ...numbers],
	MACs: ['300000000', '', '300', ...numbers],
	'Pixel 1 (ms)': ['', '', '5', '-'],
	batch: ['', '', '8'],
	'speed of light': ['', 'x', 'x"', '"y"'],
};

/** Mostly one of the first two, so that rows meet each other and most of them are plain. */
function someCell(texts: readonly string[]): fc.Arbitrary<string> {
	return fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom(...texts.slice(0, 2)) },
		{ weight: 1, arbitrary: fc.constantFrom(...texts) },
	);
}

/** Tables of some columns, with good rows and strange ones, as lines of cells that are text of a file. */
const tables = fc.subarray(Object.keys(cells), { minLength: 3 }).chain(headings => {
	const row = fc.tuple(...headings.map(heading => someCell(cells[heading] ?? [])));
	return fc.record({
		lines: fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: fc.constant(['cut off']) }), {
			maxLength: 12,
		}),
		headings: fc.constant(headings),
		separator: fc.constantFrom(',', ';', '\t'),
		newline: fc.constantFrom('\n', '\r\n', '\r'),
	});
});

/** All that a reading says. */
function everything(parsed: ParsedCatalog): unknown {
	const { records, problems, places, lines } = parsed;
	const lists = [records.models, records.checkpoints, records.candidates, records.figures, records.measurements];
	return {
		lists,
		families: records.families,
		problems,
		places: lists.map(list => list.map(record => [places.get(record), lines?.get(record)])),
		merged: mergeCatalog(catalog, parsed).problems,
	};
}

it('makes of plain rows what the reader of all others makes of them', () => {
	const property = fc.property(tables, ({ headings, lines, separator, newline }) => {
		// a cell in quotes keeps a row from being plain, and is ignored as the same one without them
		const read = (last: string): unknown => {
			const rows = [[...headings, 'ignored'], ...lines.map(line => [...line, last])];
			const text = rows.map(row => row.join(separator)).join(newline);
			return everything(importTable(text, { format: 'csv', origin: 'own.csv', catalog }));
		};
		assert.deepEqual(read('x'), read('"x"'));
	});
	fc.assert(property, { numRuns: 1500 });
});

/** Whether the reader of plain rows takes a row. */
function isPlain(headings: string, row: string): boolean {
	const columns = headings.split(',').map(heading => readHeading(heading, indexDevices(catalog.devices)));
	const reader = new RowReader(row, ',');
	const store = createTableStore(row, 'own.csv', catalog);
	return new PlainRows(reader, columns, { names: createSubjectNames(catalog), store }).readNext(1);
}

it('takes rows of words and numbers about other models than those of the catalog, and no others', () => {
	const headings = 'model,framework,weights,top-1,params (M),input,license';
	assert.ok(isPlain(headings, 'net 1,timm,net_1.in1k,75.2,5.4,224,Apache-2.0'));
	assert.ok(isPlain(headings, 'net 1,,,75.2,,,'));
	assert.ok(!isPlain(headings, 'anet,timm,net_1.in1k,75.2,5.4,224,Apache-2.0'));
	assert.ok(!isPlain(headings, 'net 1,timm,a_net.in1k,75.2,5.4,224,Apache-2.0'));
	assert.ok(!isPlain(headings, 'net 1,timm,net_1.in1k,175.2,5.4,224,Apache-2.0'));
	assert.ok(!isPlain(headings, 'net 1,timm,net_1.in1k,75.2,5.4 M,224,Apache-2.0'));
	assert.ok(!isPlain(headings, 'net 1,timm,net_1.in1k,75.2,5.4,224x192,Apache-2.0'));
	assert.ok(!isPlain(headings, 'net 1,timm,net_1.in1k,75.2,5.4,224,"Apache-2.0"'));
	assert.ok(!isPlain(headings, 'net 1,timm,net_1.in1k,75.2,5.4,224'));
});
