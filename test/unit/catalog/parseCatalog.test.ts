import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maxCatalogBytes, parseCatalogText, type ParsedCatalog } from '../../../src/catalog/parseCatalog.ts';

const aModelRow = { id: 'my-net/1.0', family: 'my-net', name: 'MyNet 1.0' };
const aFigureRow = { of: 'my-net/1.0@224', kind: 'macs', value: 219e6 };

function parse(file: object): ParsedCatalog {
	return parseCatalogText(JSON.stringify(file), 'my.catalog.json');
}

function problemsOf(file: object): readonly string[] {
	return parse(file).problems.map(({ where, message }) => `${where}: ${message}`);
}

it('fills in what a person may leave out, with the file as the source', () => {
	const { records, problems } = parse({
		models: [aModelRow],
		figures: [aFigureRow],
		measurements: [
			{
				model: 'my-net/1.0',
				input: [224, 224],
				device: 'pixel-1',
				runtime: 'tflite-cpu',
				precision: 'fp32',
				ms: 61.3,
			},
		],
	});
	assert.deepEqual(problems, []);
	assert.deepEqual(records.models, [{ ...aModelRow, aliases: [] }]);
	const source = 'user:my.catalog.json';
	assert.deepEqual(records.figures, [
		{ ...aFigureRow, printed: '219000000', conditions: {}, source, locator: 'figures, row 1' },
	]);
	assert.deepEqual(records.measurements, [
		{
			model: 'my-net/1.0',
			input: [224, 224],
			device: 'pixel-1',
			runtime: 'tflite-cpu',
			precision: 'fp32',
			batch: 1,
			ms: 61.3,
			printed: '61.3',
			scope: 'single-image',
			source,
			locator: 'measurements, row 1',
		},
	]);
});

it('names the file as a source with its version and date', () => {
	const { fileSource } = parse({ version: '7', date: '2024-02-29' });
	assert.deepEqual(fileSource, {
		id: 'user:my.catalog.json',
		title: 'my.catalog.json',
		kind: 'user',
		where: 'my.catalog.json',
		version: '7',
		date: '2024-02-29',
		licence: 'unknown',
	});
});

it('keeps good rows beside bad ones and names the place of each bad one', () => {
	const { records, problems, places } = parse({ models: [{ id: 5 }, aModelRow, null] });
	assert.deepEqual(
		records.models.map(({ id }) => id),
		['my-net/1.0'],
	);
	assert.deepEqual(
		problems.map(({ origin, where }) => [origin, where]),
		[
			['my.catalog.json', 'models, row 1'],
			['my.catalog.json', 'models, row 3'],
		],
	);
	assert.deepEqual([...places.values()], ['models, row 2']);
});

const faults: readonly [string, object, string][] = [
	[
		'a wrong type',
		{ figures: [{ ...aFigureRow, value: '219' }] },
		'figures, row 1: expected number, received string → at value',
	],
	[
		'a count that is no whole number',
		{ figures: [{ ...aFigureRow, value: 1.5 }] },
		'figures, row 1: expected int, received number → at value',
	],
	[
		'a cost of nothing',
		{ figures: [{ ...aFigureRow, value: 0 }] },
		'figures, row 1: expected number to be >0 → at value',
	],
	[
		'an accuracy over 100',
		{ figures: [{ ...aFigureRow, kind: 'top1', value: 752 }] },
		'figures, row 1: expected number to be <=100 → at value',
	],
	[
		'a size of one side',
		{ figures: [{ ...aFigureRow, conditions: { input: [224] } }] },
		'figures, row 1: expected array to have >=2 items → at conditions.input',
	],
	[
		'an unknown field',
		{ devices: [{ id: 'a', name: 'A', maker: 'M', kind: 'phone', color: 'red' }] },
		'devices, row 1: unknown field "color"; accepted: id, name, maker, kind, aliases',
	],
	[
		'a link that is not https',
		{
			families: [
				{
					id: 'a',
					name: 'A',
					task: 'classification',
					weightClass: 'heavy',
					paper: { title: 'T', url: 'http://x' },
				},
			],
		},
		'families, row 1: expected a URL that begins with https:// → at paper.url',
	],
	[
		'a source that is a command',
		{ sources: [{ id: 'a', title: 'A', where: 'command:x', version: '1', date: '2020-01-01' }] },
		'sources, row 1: expected a document, a path, arXiv:…, doi:… or a URL that begins with https:// → at where',
	],
	[
		'an id with a space',
		{ models: [{ ...aModelRow, id: 'my net' }] },
		'models, row 1: expected an id of up to 200 letters, digits and . _ : / @ + = ( ) , -, beginning with a letter or digit → at id',
	],
	['a list that is none', { models: { 0: aModelRow } }, 'models: expected a list of rows, received object'],
	[
		'an unknown list',
		{ 'mod\u202eels': [] },
		': unknown list "mod\\u{202e}els"; accepted: $schema, version, date, families, models, checkpoints, candidates, figures, measurements, devices, sources, datasets',
	],
	[
		'a repeated id',
		{ models: [aModelRow, aModelRow] },
		'models, row 2: repeated id my-net/1.0; expected an id of its own, first used in models, row 1',
	],
	[
		'an id of two kinds of networks',
		{ models: [aModelRow], candidates: [{ id: 'my-net/1.0', model: 'my-net/1.0', input: [1, 1], dataset: 'd' }] },
		'candidates, row 1: repeated id my-net/1.0; expected an id of its own, first used in models, row 1',
	],
];
for (const [title, file, problem] of faults) {
	it(`says what is wrong with ${title} and what is taken`, () => {
		assert.deepEqual(problemsOf(file), [problem]);
	});
}

it('refuses a number that is too large to be one', () => {
	const text = '{"figures":[{"of":"a","kind":"macs","value":1e309}]}';
	assert.deepEqual(parseCatalogText(text, 'x').problems, [
		{
			origin: 'x',
			where: 'figures, row 1',
			message: 'expected number, received Infinity → at value',
			field: ['value'],
			line: 1,
			column: 45,
			endColumn: 50,
		},
	]);
});

it('removes what cannot be seen from a text, keeps the row and says so', () => {
	const { records, problems } = parse({
		models: [{ ...aModelRow, name: 'My\u202eNet\n1.0', aliases: ['a\u200bb'] }],
	});
	assert.deepEqual([records.models[0]?.name, records.models[0]?.aliases], ['MyNet 1.0', ['ab']]);
	assert.deepEqual(
		problems.map(({ message }) => message),
		['removed characters that cannot be seen from aliases, name'],
	);
});

it('keeps a name that looks like another one, and says so', () => {
	const names = ['re\u0455net50', 'ResNet (α = 0.5)', 'résnet', 'модель 50'];
	const { records, problems } = parse({
		models: names.map((name, index) => ({ ...aModelRow, id: `my-net/${index}`, name })),
	});
	assert.equal(records.models.length, names.length);
	assert.deepEqual(
		problems.map(({ where, message }) => `${where}: ${message}`),
		['models, row 1: "re\u0455net50" mixes letters of two scripts in one word'],
	);
});

it('refuses a text that is too long and never cuts it', () => {
	for (const name of ['n'.repeat(201), `\u202e${'n'.repeat(9e6)}`]) {
		const { records, problems } = parse({ models: [{ ...aModelRow, name }] });
		assert.deepEqual(
			[records.models.length, problems.length, (problems[0]?.message.length ?? 0) < 200],
			[0, 1, true],
		);
	}
});

it('says why a text is no JSON, and on which line where that is known', () => {
	const { problems } = parseCatalogText('{\n"models": []\n"figures": [] }', 'x');
	assert.equal(problems.length, 1);
	assert.match(problems[0]?.message ?? '', /^not valid JSON: Expected ',' or '}'/);
	assert.equal(problems[0]?.line, 3);
});

it('shows no control character of a text that is no JSON', () => {
	const [problem] = parseCatalogText('{"a": \u001b[31m\u202e', 'x').problems;
	assert.match(problem?.message ?? '', /^not valid JSON[ -~]*$/);
});

it('takes a file of exactly the largest size, and refuses one byte more without reading it', () => {
	const padded = (bytes: number, character: string): string =>
		`{"models":[${JSON.stringify(aModelRow)}],"version":"${character}"}`.padEnd(bytes, ' ');
	assert.equal(parseCatalogText(padded(maxCatalogBytes, 'v'), 'x').records.models.length, 1);
	for (const text of [padded(maxCatalogBytes + 1, 'v'), padded(maxCatalogBytes, 'é')]) {
		assert.deepEqual(parseCatalogText(text, 'x').problems, [
			{ origin: 'x', where: '', message: 'larger than 10 MB; expected a smaller file' },
		]);
	}
});

it('refuses a file that is not an object of lists', () => {
	for (const text of ['[]', 'null', '"x"', '5', ''])
		assert.equal(parseCatalogText(text, 'x').problems.length, 1, text);
});

it('lists a thousand problems and counts the rest', () => {
	const { problems } = parse({ models: Array(1500).fill(0) });
	assert.deepEqual([problems.length, problems.at(-1)?.message], [1001, '500 more problems are not listed']);
});

it('never throws and never changes a prototype, whatever the text', () => {
	const before = [Object.prototype, Array.prototype, Map.prototype].map(
		prototype => Reflect.ownKeys(prototype).length,
	);
	const key = fc.constantFrom(
		'models',
		'figures',
		'sources',
		'__proto__',
		'constructor',
		'id',
		'value',
		'conditions',
	);
	const hostile = fc.dictionary(key, fc.oneof(fc.array(fc.dictionary(key, fc.jsonValue())), fc.jsonValue()));
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.json(),
				hostile.map(value => JSON.stringify(value)),
			),
			text => {
				parseCatalogText(text, text);
			},
		),
		{ numRuns: 500 },
	);
	const after = [Object.prototype, Array.prototype, Map.prototype].map(
		prototype => Reflect.ownKeys(prototype).length,
	);
	assert.deepEqual(after, before);
}).timeout(20_000);

it('keeps every good row, whatever stands between them', () => {
	const rows = fc.array(fc.oneof(fc.constant('good'), fc.jsonValue()), { maxLength: 30 });
	fc.assert(
		fc.property(rows, entries => {
			const models = entries.map((entry, index) =>
				entry === 'good' ? { ...aModelRow, id: `my-net/${index}` } : entry,
			);
			const good = entries.flatMap((entry, index) => (entry === 'good' ? [`my-net/${index}`] : []));
			assert.deepEqual(
				parse({ models }).records.models.map(({ id }) => id),
				good,
			);
		}),
	);
});
