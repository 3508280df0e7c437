import assert from 'node:assert/strict';
import { importTable, importTableInSteps, type TableFormat } from '../../../../src/catalog/importers/table.ts';
import type { ParsedCatalog } from '../../../../src/catalog/parseCatalog.ts';
import { aCatalog, aDevice, aModel } from '../../../support/builders.ts';

const catalog = aCatalog({
	models: [aModel({ id: 'a-net/1.0', name: 'ANet 1.0', aliases: ['anet'] }), aModel({ id: 'a-net/0.5' })],
	devices: [
		aDevice({ id: 'pixel-1', aliases: ['p1'] }),
		aDevice({ id: 'pixel-3', name: 'Pixel 3', aliases: ['p3'] }),
	],
	candidates: [
		{ id: 'a-net/1.0@240', top1: 70, macs: 300e6 },
		{ id: 'timm:a_net.in1k@224', model: 'a-net/1.0', top1: 71 },
		{ id: 'a-net/0.5@192', top1: 60 },
	],
});

function read(text: string, format: TableFormat = 'csv'): ParsedCatalog {
	return importTable(text, { format, origin: `own.${format}`, catalog });
}

function problemsOf(text: string, format?: TableFormat): readonly string[] {
	return read(text, format)
		.problems.filter(({ severity }) => severity === undefined)
		.map(({ line, column, where, message }) => `${line}:${column ?? ''} ${where}: ${message}`);
}

const faults: readonly (readonly [string, string, readonly string[]])[] = [
	[
		'a cell that is no number',
		'model,input,top-1\nanet,224,good\n',
		['2:10 row 1: expected a number above 0 such as 1.25 or 1,250, with a point before decimals'],
	],
	[
		'a share for percent',
		'model,input,top-1\nanet,224,0.752\n',
		['2:10 row 1: expected percent such as 75.2; a share such as 0.752 is not read'],
	],
	['an accuracy over 100', 'model,input,top-1\nanet,224,752\n', ['2:10 row 1: expected percent from 0 to 100']],
	[
		'a count without any unit',
		'model,input,params\nanet,224,25.6\n',
		['2:10 row 1: has no unit; expected it in the heading or the cell, such as params (M)'],
	],
	[
		'a decimal comma',
		'model;input;params (M)\nanet;224;3,400\n',
		['2:10 row 1: expected a number above 0 such as 1.25 or 1,250, with a point before decimals'],
	],
	[
		'a size that is none',
		'model,input,top-1\nanet,big,75\n',
		['2:6 row 1: expected a size in px such as 224 or 331x224'],
	],
	[
		'columns that slipped',
		'model,input,top-1,top-5\nanet,224,92,75\n',
		['2:10 row 1: top-1 is above top-5, so neither is taken'],
	],
	['a row that is cut off', 'model,input,top-1\nanet,224\n', ['2:1 row 1: 2 cells; the heading has 3']],
	[
		'a name of a family',
		'model,input,top-1\na-net,224,75\n',
		['2:1 row 1: "a-net" is a family. Write one of its models: a-net/1.0, a-net/0.5.'],
	],
	[
		'a row without a model',
		'model,input,top-1\n-,224,75\n',
		['2: row 1: expected the name of a model of up to 200 characters'],
	],
	[
		'a device of nobody',
		'model,input,latency_ms,device\nanet,224,5,Toaster\n',
		[
			'2:12 row 1: no device of the catalog; expected its name in the heading such as "Pixel 3 (ms)", in a column device, or in the cell as P3-61.3',
		],
	],
	[
		'two numbers of one thing',
		'model,input,top-1\nanet,224,75\nanet,224,76\n',
		[
			'3:1 row 2: row 1 states another top1 of the same model at the same size; expected an input size or a name of its own',
		],
	],
	[
		'a framework of nobody',
		'model,framework\nanet,caffe9\n',
		[
			'2:6 row 1: unknown framework; expected one of timm, torchvision, keras, transformers, pytorchcv, mmpretrain, openvino-omz, onnx-model-zoo, ultralytics',
		],
	],
	[
		'a quote that is not closed',
		'model,input,top-1\n"anet,224,75\n',
		[
			'2:1 : a quote that is not closed, or more than 30 lines in one row; expected a quote at the end of the cell and "" for one inside',
		],
	],
];
for (const [title, text, expected] of faults) {
	it(`says where ${title} stands and what is accepted, and keeps the row beside it`, () => {
		const separator = text.includes(';') ? ';' : ',';
		const columns = (text.split('\n')[0] ?? '').split(separator);
		const good = columns.map(heading => (heading === 'model' ? 'good' : '')).join(separator);
		const parsed = read(`${text}${good}\n`);
		assert.deepEqual(problemsOf(`${text}${good}\n`), expected);
		assert.ok(parsed.records.models.some(({ name }) => name === 'good'));
	});
}

it('reads a table of the shape of the seed document: separators in between, two names of one unit, times in a cell', () => {
	const text = [
		'# classification model',
		'| network            | top-1 accuracy    |  params(million)  | flops/Madds(million) | latency(ms)-hardware |',
		'| anet               | 72                |   3.4             |    300               | P1-78 P3-61.3 |',
		'| --------           | -----:            | :----:            | :-----:              | :-------:            |',
		'| | | | | |',
		'| a-net/0.5| 60.3 | | 41 | |',
	].join('\n');
	const { records, problems } = read(text, 'markdown');
	assert.deepEqual(
		records.figures.map(({ kind, value, convention, locator }) => [kind, value, convention, locator]),
		[
			['top1', 72, undefined, 'line 3'],
			['params', 3_400_000, undefined, 'line 3'],
			['macs', 300e6, undefined, 'line 3'],
			['top1', 60.3, undefined, 'line 6'],
			['macs', 41e6, undefined, 'line 6'],
		],
	);
	assert.deepEqual(
		records.measurements.map(({ device, ms }) => [device, ms]),
		[
			['pixel-1', 78],
			['pixel-3', 61.3],
		],
	);
	assert.deepEqual(
		problems.map(({ line, severity }) => [line, severity]),
		[
			[2, 'information'],
			[3, 'information'],
		],
	);
});

it('keeps the Markdown rows behind a line that is none, and names that line', () => {
	const text = '| model | top-1 |\n| anet | 75 |\nno row\n| good | 60 |\n';
	assert.deepEqual(problemsOf(text, 'markdown'), ['3: : no row of the table around it; expected cells between |']);
	assert.ok(read(text, 'markdown').records.models.some(({ name }) => name === 'good'));
});

it('reads the first 200 columns, and says that there are more', () => {
	const ignored = Array.from({ length: 198 }, (_, index) => `x${index}`);
	const headings = ['model', 'top-1', ...ignored, 'input'];
	const text = [headings, headings.map(heading => ({ model: 'anet', 'top-1': '75', input: '192' })[heading] ?? '')];
	const csv = text.map(row => row.join(',')).join('\n');
	assert.equal(problemsOf(csv)[0], '1: : 201 columns; only the first 200 of them are read');
	assert.deepEqual(
		read(csv).records.candidates.map(({ input }) => input),
		[[240, 240]],
	);
});

it('leaves turns to others while it reads lines that give no row', () => {
	for (const line of ['\n', ',,\n', '"a\n']) {
		const options = { format: 'csv', origin: 'own.csv', catalog } as const;
		const steps = [...importTableInSteps(`model,top-1\n${line.repeat(10_000)}`, options)];
		assert.ok(steps.length > 50, `${steps.length} steps for lines ${JSON.stringify(line)}`);
	}
});
