import assert from 'node:assert/strict';
import { importTable, type TableFormat } from '../../../../src/catalog/importers/table.ts';
import { mergeCatalog } from '../../../../src/catalog/mergeCatalog.ts';
import { maxCatalogBytes, type ParsedCatalog } from '../../../../src/catalog/parseCatalog.ts';
import { hasUnseen } from '../../../../src/catalog/plainText.ts';
import { aCatalog, aDevice, aModel } from '../../../support/builders.ts';
import { hostilePayloads } from '../../../support/hostileCatalog.ts';

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

function figuresOf({ records }: ParsedCatalog): readonly unknown[] {
	return records.figures.map(({ of, kind, value, printed, convention }) => [
		of,
		kind,
		value,
		printed,
		...(convention ? [convention] : []),
	]);
}

it('reads results of a model of the catalog as a candidate of it', () => {
	const parsed = read('model,input,top-1,params (M),MACs (M)\nANet,224,75.2,"1,250.5",219\n');
	assert.deepEqual(parsed.problems, []);
	assert.deepEqual(parsed.records.candidates, [
		{ id: 'own.csv/anet@224', model: 'a-net/1.0', input: [224, 224], dataset: 'imagenet-1k' },
	]);
	assert.deepEqual(figuresOf(parsed), [
		['own.csv/anet@224', 'top1', 75.2, '75.2'],
		['own.csv/anet@224', 'params', 1_250_500_000, '1,250.5'],
		['own.csv/anet@224', 'macs', 219e6, '219'],
	]);
	assert.deepEqual(parsed.records.models, []);
	assert.equal(parsed.records.figures[0]?.source, 'user:own.csv');
	assert.equal(parsed.records.figures[0].locator, 'line 2');
});

it('makes a model of its own of a name that the catalog does not have, and says so', () => {
	const parsed = read('name,input,top1,gflops\nBNet,224,75.2,0.6\nbnet,256,76,0.8\n');
	const { families, models, candidates } = parsed.records;
	assert.deepEqual(
		families.map(({ id, name, weightClass }) => [id, name, weightClass]),
		[['own.csv', 'Models of own.csv', 'lightweight']],
	);
	assert.deepEqual(models, [{ id: 'own.csv/bnet', family: 'own.csv', name: 'BNet', aliases: [] }]);
	assert.deepEqual(
		candidates.map(({ id, model }) => [id, model]),
		[
			['own.csv/bnet@224', 'own.csv/bnet'],
			['own.csv/bnet@256', 'own.csv/bnet'],
		],
	);
	assert.deepEqual(
		parsed.problems.map(({ line, message, severity }) => [line, message, severity]),
		[[2, 'not in the catalog, so models of their own in "Models of own.csv": BNet', 'information']],
	);
});

it('halves FLOPs and keeps the printed number with its convention', () => {
	const parsed = read('model,input,GFLOPs\na-net/1.0,224,0.6\n');
	assert.deepEqual(figuresOf(parsed), [['own.csv/a-net-1.0@224', 'macs', 300e6, '0.6', '2x-macs']]);
	assert.deepEqual(figuresOf(read('model,input,MACs\na-net/1.0,224,0.6 GFLOPs\n')), [
		['own.csv/a-net-1.0@224', 'macs', 300e6, '0.6', '2x-macs'],
	]);
});

it('takes the unit of the cell before that of the heading, and percent signs', () => {
	const parsed = read('model,input,top-1,params (M),size\nanet,224px,75.2 %,950K,14 MiB\n');
	assert.deepEqual(figuresOf(parsed), [
		['own.csv/anet@224', 'top1', 75.2, '75.2'],
		['own.csv/anet@224', 'params', 950_000, '950'],
		['own.csv/anet@224', 'bytes', 14 * 2 ** 20, '14'],
	]);
});

it('turns an error rate round and prints it as one', () => {
	assert.deepEqual(figuresOf(read('model,input,top-1 error\nanet,224,24.8\n')), [
		['own.csv/anet@224', 'top1', 75.2, 'error 24.8'],
	]);
});

it('reads times of devices from headings, a column and cells', () => {
	const times = (text: string): unknown =>
		read(text).records.measurements.map(({ model, device, ms, precision, runtime, batch, scope, note }) => [
			model,
			device,
			ms,
			precision,
			runtime,
			batch,
			scope,
			note,
		]);
	const assumed = 'The table names no precision; fp32 is assumed.';
	assert.deepEqual(times('model,input,Pixel 3 (ms)\nanet,224,61.3\n'), [
		['a-net/1.0', 'pixel-3', 61.3, 'fp32', 'unknown', 1, 'single-image', assumed],
	]);
	assert.deepEqual(
		times('model,input,latency_ms,device,precision,runtime,batch\nanet,224,5,Pixel 1,INT8,TFLite CPU,8\n'),
		[['a-net/1.0', 'pixel-1', 5, 'int8', 'tflite-cpu', 8, 'batch-step', undefined]],
	);
	assert.deepEqual(times('model,input,latency(ms)-hardware\nanet,224,P1-78 p3-61.3\n'), [
		['a-net/1.0', 'pixel-1', 78, 'fp32', 'unknown', 1, 'single-image', assumed],
		['a-net/1.0', 'pixel-3', 61.3, 'fp32', 'unknown', 1, 'single-image', assumed],
	]);
});

it('reads the size that a name ends with, in each of the ways in which people write it', () => {
	const parsed = read('model,top-1\nBNet 192 px,61\nBNet@160,62\nBNet 128x96,63\nBNet (256px),64\nBNet 320 x,65\n');
	assert.deepEqual(
		parsed.records.candidates.map(({ input, note }) => [input.join('x'), note === undefined]),
		[
			['192x192', true],
			['160x160', true],
			['128x96', true],
			['256x256', true],
			['224x224', false],
		],
	);
});

it('notes a size that it had to assume: the usual one of the model, else 224 px', () => {
	const parsed = read('model,top-1\na-net/0.5,61\nBNet,62\na-net/0.5 160x160,63\n');
	assert.deepEqual(
		parsed.records.candidates.map(({ model, input, note }) => [model, input[0], note]),
		[
			[
				'a-net/0.5',
				192,
				'The table gives no input size; 192 px is assumed, the size of most results of this model.',
			],
			['own.csv/bnet', 224, 'The table gives no input size; 224 px is assumed.'],
			['a-net/0.5', 160, undefined],
		],
	);
});

it('adds figures to the candidate of weights of the catalog, and to new weights their license', () => {
	const parsed = read(
		'model,framework,weights,input,top-1,license\nanet,timm,a_net.in1k,224,72,\nanet,timm,a_net.mine,224,73,MIT\n',
	);
	assert.deepEqual(
		parsed.records.figures.map(({ of }) => of),
		['timm:a_net.in1k@224', 'own.csv/anet@224'],
	);
	assert.deepEqual(
		parsed.records.checkpoints.map(({ id, model, weightsLicence }) => [id, model, weightsLicence]),
		[['timm:a_net.mine', 'a-net/1.0', 'MIT']],
	);
	assert.deepEqual(mergeCatalog(catalog, parsed).problems, []);
});

it('reports a heading that it does not know once, and ignores the column', () => {
	const problems = problemsOf('model,speed of light,input,top-1\nanet,1,224,75\na-net/0.5,2,224,61\n');
	assert.equal(problems.length, 1);
	assert.match(problems[0] ?? '', /^1:7 : the column "speed of light" is ignored; accepted: model, top-1, /);
});

it('reads a table without a column for the model as none', () => {
	assert.match(problemsOf('top-1,input\n75,224\n')[0] ?? '', /the heading has no column for the model/);
	assert.match(problemsOf('')[0] ?? '', /is empty/);
	assert.match(problemsOf('words', 'markdown')[0] ?? '', /has no table/);
	assert.match(problemsOf('{}', 'json')[0] ?? '', /expected a list of objects/);
	assert.match(problemsOf('[', 'json')[0] ?? '', /not valid JSON/);
});

it('reads one table alike in every format', () => {
	const rows = [
		['Model', 'Input', 'Top-1 (%)', 'Params (M)'],
		['ANet', '224', '75.2', '1.5'],
		['Ünet, a "b"', '256', '', '2,500'],
	];
	const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
	const csv = rows.map(row => row.map(quote).join(',')).join('\n');
	const tsv = rows.map(row => row.map(quote).join('\t')).join('\r\n');
	const markdown = ['# Results', '', ...rows.map(row => `| ${row.join(' | ')} |`), '', 'End.'];
	markdown.splice(3, 0, '| --- | ---: | :-: | --- |');
	const objects = rows
		.slice(1)
		.map(row => Object.fromEntries(row.map((text, index) => [rows[0]?.[index] ?? '', text])));
	const summary = ({ records }: ParsedCatalog): unknown =>
		JSON.stringify([
			records.models,
			records.candidates,
			records.figures.map(({ kind, value, printed }) => [kind, value, printed]),
		]).replaceAll(/own\.(csv|tsv|json|markdown)/g, 'own');
	const first = summary(read(csv));
	assert.match(String(first), /"top1",75\.2,/);
	assert.equal(summary(read(tsv, 'tsv')), first);
	assert.equal(summary(read(markdown.join('\n'), 'markdown')), first);
	assert.equal(summary(read(JSON.stringify(objects), 'json')), first);
});

it('says where a bad field of a JSON table stands', () => {
	const problems = problemsOf('[{"model":"anet","input":224},\n {"model":"anet","top-1":{"a":1}},\n 5]', 'json');
	assert.deepEqual(problems, [
		'2:26 row 2: expected a text or a number, received an object',
		'3:2 row 3: expected an object with one field for each column',
	]);
});

it('reads Markdown as it is shown, with separators anywhere and none in fenced code', () => {
	const text =
		'```\n| model | top-1 |\n| no | 1 |\n```\n\n| model | top-1 |\n| **[ANet](https://x)** | 75 |\n| --- | -: |\n| `a-net/0.5` | 60 |\n';
	assert.deepEqual(
		read(text, 'markdown').records.candidates.map(({ model }) => model),
		['a-net/1.0', 'a-net/0.5'],
	);
});

it('lets no payload through that could be more than text', () => {
	const quoted = hostilePayloads.map(
		payload => `"${payload.replaceAll('"', '""')}",224,50,"${payload.replaceAll('"', '""')}"`,
	);
	const parsed = read(['model,input,top-1,__proto__', ...quoted, 'anet,224,75,x'].join('\n'));
	assert.ok(parsed.records.candidates.some(({ model }) => model === 'a-net/1.0'));
	assert.deepEqual(
		parsed.records.models.filter(({ name }) => hasUnseen(name)),
		[],
	);
	assert.ok(parsed.problems.every(({ message }) => !hasUnseen(message)));
	assert.equal(Object.keys(Object.prototype).length, 0);
	assert.deepEqual(mergeCatalog(catalog, parsed).problems, []);
});

it('refuses more than 10 MB in one problem', () => {
	const parsed = read(`model,top-1\n${'a,1\n'.repeat(maxCatalogBytes / 4)}`);
	assert.deepEqual(
		parsed.problems.map(({ message }) => message),
		['larger than 10 MB; expected a smaller file'],
	);
});
