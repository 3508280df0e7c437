import fc from 'fast-check';
import papaparse from 'papaparse';
import type { TableFormat } from '../../src/catalog/importers/table.ts';
import { listNames } from '../../src/catalog/parseCatalog.ts';
import { hostilePayloads } from './hostileCatalog.ts';

/** A file that is wrong somewhere. */
export interface MalformedCatalog {
	readonly format: 'catalog' | TableFormat;
	readonly text: string;
	/** Whether a good row stands in it that must be kept. */
	readonly holdsGoodRow: boolean;
}

/** Rows of every list that are good together; the figure and the measurement need most of the others. */
const goodRows: Readonly<Record<string, object>> = {
	families: { id: 'good', name: 'Good', task: 'classification', weightClass: 'heavy' },
	models: { id: 'good/1.0', family: 'good', name: 'Good 1.0' },
	checkpoints: {
		id: 'timm:good',
		model: 'good/1.0',
		framework: 'timm',
		name: 'good',
		dataset: 'imagenet-1k',
		classes: 1000,
	},
	candidates: {
		id: 'good/1.0@224',
		model: 'good/1.0',
		checkpoint: 'timm:good',
		input: [224, 224],
		dataset: 'imagenet-1k',
	},
	figures: { of: 'good/1.0@224', kind: 'top1', value: 71.25, source: 'good-source' },
	measurements: {
		model: 'good/1.0',
		input: [224, 224],
		device: 'good-device',
		runtime: 'tflite-cpu',
		precision: 'fp32',
		ms: 7.125,
	},
	devices: { id: 'good-device', name: 'Good device', maker: 'A maker', kind: 'phone' },
	sources: { id: 'good-source', title: 'Good', where: 'a file', version: '1', date: '2024-02-29' },
	datasets: { id: 'good-set', name: 'Good set', evaluationImages: 10, classes: 2, task: 'classification' },
};

const strangeTexts = ['', ' ', '__proto__', 'constructor', 'NaN', '1e309', '-1', '0', '\u202e', '\u0000', 'null', '[]'];
const strangeText = fc.oneof(
	fc.constantFrom(...strangeTexts, ...hostilePayloads),
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.constantFrom('a-net/1.0', 'timm:a_net.in1k@224', 'pixel-1', 'imagenet-1k', 'top1', 'macs', 'timm', 'bad/1.0'),
	fc.integer({ min: 190, max: 3000 }).map(length => 'n'.repeat(length)),
);
const strangeNumber = fc.oneof(
	fc.constantFrom(0, -0, -1, 1.5, 100, 100.0001, 1e15, 1e300, 5e-324, 2 ** 53, NaN, Infinity),
	fc.integer(),
	fc.double(),
);
const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
	{ depthSize: 'small' },
	strangeText,
	strangeNumber,
	fc.constantFrom(null, true, false, [], {}, [[]], [224, 224], [224], { input: [1, 1] }),
	fc.array(strangeText, { maxLength: 3 }),
	fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'input', 'title', 'x'), strangeText, { maxKeys: 2 }),
	fc.jsonValue({ maxDepth: 3 }),
);

/** A good row with other ids and some fields replaced, added or gone. */
function badRow(list: string): fc.Arbitrary<unknown> {
	const good = Object.entries(goodRows[list] ?? {});
	const copy = Object.fromEntries(good.map(([field, value]) => [field, field === 'id' ? `bad-${list}` : value]));
	const fields = [
		...Object.keys(copy),
		'note',
		'aliases',
		'conditions',
		'convention',
		'seedLine',
		'__proto__',
		'constructor',
	];
	const changes = fc.array(fc.tuple(fc.constantFrom(...fields), strangeValue), { minLength: 1, maxLength: 3 });
	const changed = changes.map(entries => Object.fromEntries([...Object.entries(copy), ...entries]));
	const shortened = fc.subarray(Object.entries(copy)).map(entries => Object.fromEntries(entries));
	return fc.oneof(
		{ arbitrary: changed, weight: 6 },
		{ arbitrary: shortened, weight: 1 },
		{ arbitrary: strangeValue, weight: 1 },
	);
}

const badRows = fc.record(Object.fromEntries(listNames.map(list => [list, fc.array(badRow(list), { maxLength: 2 })])));

/** Every list with its good row before, between or after bad ones. */
const rowsBesideGood: fc.Arbitrary<MalformedCatalog> = fc
	.tuple(badRows, fc.nat(2), fc.array(fc.tuple(strangeText, strangeValue), { maxLength: 1 }))
	.map(([bad, place, others]) => {
		const lists = listNames.map(list => [list, bad[list]?.toSpliced(place, 0, goodRows[list]) ?? []]);
		const text = JSON.stringify(Object.fromEntries([...others, ...lists]));
		return { format: 'catalog', text, holdsGoodRow: true };
	});

const wrecks = [
	'"',
	'{',
	'}',
	'[',
	']',
	',',
	':',
	'\\',
	'1e999',
	'-',
	'\u0000',
	'\ufeff',
	'null',
	'"__proto__":{"polluted":1},',
];

/** A text that is cut off, or has something else at some places. */
function wrecked(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
	const wreck = fc.tuple(fc.nat(5000), fc.nat(6), fc.constantFrom(...wrecks, '|', '\n', '""', '\t'));
	return fc.tuple(texts, fc.array(wreck, { maxLength: 4 }), fc.nat(8000)).map(([text, places, end]) => {
		let result = text.slice(0, end < 4000 ? end : undefined);
		for (const [at, length, insert] of places) {
			const place = result.length === 0 ? 0 : at % result.length;
			result = result.slice(0, place) + insert + result.slice(place + length);
		}
		return result;
	});
}

const deepTexts = fc
	.tuple(
		fc.integer({ min: 1, max: 3000 }),
		fc.constantFrom('[', '{"a":', '{"models":[', '[{"model":', '"', '|', 'a,'),
	)
	.map(([depth, part]) => part.repeat(depth));
const wreckedCatalog: fc.Arbitrary<MalformedCatalog> = fc
	.oneof(wrecked(rowsBesideGood.map(({ text }) => text)), deepTexts)
	.map(text => ({ format: 'catalog', text, holdsGoodRow: false }));

const headings = [
	'model',
	'input',
	'top-1',
	'params (M)',
	'GFLOPs',
	'latency_ms',
	'device',
	'weights',
	'framework',
	'note',
];
/** The row of a table that must be kept. */
export const goodCells = ['Good Net', '224', '71.25', '2.5', '0.6', '7.125', 'P1', '', '', ''];
const strangeCells = [
	'1,5',
	'1.5.5',
	'1e5',
	'75%',
	'0.752',
	'2x',
	'5M',
	'1 000',
	'٣',
	'224x',
	'-',
	'timm',
	'fp32',
	'a_net.in1k',
	'anet',
];
const cell = fc.oneof(fc.constantFrom(...strangeCells, ...goodCells.slice(1)), strangeText);
const cellsOfRow = fc.array(cell, { minLength: 1, maxLength: 12 });
const tableRows = fc.tuple(fc.array(cellsOfRow, { maxLength: 5 }), fc.nat(5));

/** Lines between which a line with the good row stands. A text of many lines is put on one where the format has no quotes. */
const tableBesideGood: fc.Arbitrary<MalformedCatalog> = fc
	.tuple(tableRows, fc.constantFrom<TableFormat>('csv', 'tsv', 'markdown', 'json'), fc.boolean())
	.map(([[rows, place], format, isQuoted]) => {
		const all = [headings, ...rows.toSpliced(place, 0, goodCells)];
		return { format, text: tableText(all, format, isQuoted), holdsGoodRow: true };
	});

function tableText(rows: readonly (readonly string[])[], format: TableFormat, isQuoted: boolean): string {
	const delimiter = format === 'csv' ? ',' : '\t';
	switch (format) {
		case 'json':
			return JSON.stringify(
				rows.slice(1).map(cells => Object.fromEntries(cells.map((text, i) => [headings[i] ?? '', text]))),
			);
		case 'markdown':
			return rows.map(cells => `| ${cells.join(' | ').replace(/[\r\n]|`{3}|~{3}/g, ' ')} |`).join('\n');
		default:
			return isQuoted
				? papaparse.unparse(
						rows.map(cells => [...cells]),
						{ delimiter, newline: '\n' },
					)
				: rows.map(cells => cells.join(delimiter)).join('\n');
	}
}

const wreckedTable: fc.Arbitrary<MalformedCatalog> = fc
	.tuple(
		fc.oneof(wrecked(tableBesideGood.map(({ text }) => text)), deepTexts),
		fc.constantFrom<TableFormat>('csv', 'tsv', 'markdown', 'json'),
	)
	.map(([text, format]) => ({ format, text, holdsGoodRow: false }));

export const malformedCatalogs = fc.oneof(rowsBesideGood, wreckedCatalog, tableBesideGood, wreckedTable);
