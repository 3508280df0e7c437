import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { mergeCatalog } from '../../../src/catalog/mergeCatalog.ts';
import { parseCatalogText } from '../../../src/catalog/parseCatalog.ts';
import { shownFigure } from '../../../src/catalog/shownFigure.ts';
import { shownLatency } from '../../../src/latency/shownLatency.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const base = aCatalog({
	candidates: [{ id: 'a-net/1.0@224', top1: 70, macs: 300e6, latencyMs: { 'pixel-1': 60 } }],
	checkpoints: [aCheckpoint({ id: 'timm:a_net', model: 'a-net/1.0' })],
});
const myModel = { id: 'my-net/1.0', family: 'a-net', name: 'MyNet' };
const myCandidate = { id: 'my-net/1.0@224', model: 'my-net/1.0', input: [224, 224], dataset: 'imagenet-1k' };

function merge(file: object): { catalog: Catalog; problems: readonly string[] } {
	const { catalog, problems } = mergeCatalog(base, parseCatalogText(JSON.stringify(file), 'my.json'));
	return { catalog, problems: problems.map(({ origin, where, message }) => `${origin}, ${where}: ${message}`) };
}

it('adds records that refer to one another and to shipped ones', () => {
	const { catalog, problems } = merge({
		models: [myModel],
		candidates: [myCandidate],
		figures: [{ of: 'my-net/1.0@224', kind: 'top1', value: 80 }],
		devices: [{ id: 'my-phone', name: 'My phone', maker: 'Me', kind: 'phone' }],
		measurements: [
			{
				model: 'my-net/1.0',
				input: [224, 224],
				device: 'my-phone',
				runtime: 'tflite-cpu',
				precision: 'fp32',
				ms: 5,
			},
		],
	});
	const candidate = catalog.candidateById.get('my-net/1.0@224');
	assert.ok(candidate);
	assert.deepEqual(problems, []);
	assert.equal(shownFigure(catalog, candidate, 'top1')?.value, 80);
	assert.equal(shownLatency(catalog, candidate, { device: 'my-phone' })?.ms, 5);
	assert.equal(catalog.candidates.length, base.candidates.length + 1);
});

it('leaves the base as it was', () => {
	merge({ models: [myModel] });
	assert.equal(base.modelById.has('my-net/1.0'), false);
});

it('never replaces a shipped record, of whatever kind the id is', () => {
	const { catalog, problems } = merge({
		models: [
			{ ...myModel, id: 'a-net/1.0' },
			{ ...myModel, id: 'timm:a_net' },
			{ ...myModel, id: 'a-net' },
		],
		candidates: [{ ...myCandidate, id: 'a-net/1.0@224', model: 'a-net/1.0' }],
		sources: [{ id: 'paper', title: 'Mine', where: 'here', version: '1', date: '2030-01-01' }],
	});
	const taken = (where: string, id: string): string =>
		`my.json, ${where}: id ${id} is taken; expected one that the catalog does not have`;
	assert.deepEqual(problems, [
		taken('sources, row 1', 'paper'),
		taken('models, row 1', 'a-net/1.0'),
		taken('models, row 2', 'timm:a_net'),
		taken('models, row 3', 'a-net'),
		taken('candidates, row 1', 'a-net/1.0@224'),
	]);
	assert.deepEqual(
		[catalog.models, catalog.candidates, catalog.sources],
		[base.models, base.candidates, base.sources],
	);
});

it('leaves out a row that refers to something missing, and what refers to that row', () => {
	const { catalog, problems } = merge({
		models: [{ ...myModel, family: 'no-net' }],
		candidates: [myCandidate, { ...myCandidate, id: 'other', model: 'a-net/1.0', dataset: 'dogs' }],
		figures: [
			{ of: 'my-net/1.0@224', kind: 'top1', value: 80 },
			{ of: 'a-net/1.0@224', kind: 'top1', value: 80, source: 'nowhere' },
		],
		measurements: [
			{
				model: 'a-net/1.0',
				input: [224, 224],
				device: 'pixel-99',
				runtime: 'tflite-cpu',
				precision: 'fp32',
				ms: 5,
			},
		],
	});
	const unknown = (id: string, at: string): string =>
		`unknown id ${id}; expected one of this file or of the catalog → at ${at}`;
	assert.deepEqual(problems, [
		`my.json, models, row 1: ${unknown('no-net', 'family')}`,
		`my.json, candidates, row 1: ${unknown('my-net/1.0', 'model')}`,
		`my.json, candidates, row 2: ${unknown('dogs', 'dataset')}`,
		`my.json, figures, row 1: ${unknown('my-net/1.0@224', 'of')}`,
		`my.json, figures, row 2: ${unknown('nowhere', 'source')}`,
		`my.json, measurements, row 1: ${unknown('pixel-99', 'device')}`,
	]);
	assert.deepEqual([catalog.figures, catalog.measurements], [base.figures, base.measurements]);
});

it('leaves out a candidate whose checkpoint is of another model', () => {
	const { problems } = merge({ models: [myModel], candidates: [{ ...myCandidate, checkpoint: 'timm:a_net' }] });
	assert.deepEqual(problems, [
		'my.json, candidates, row 1: checkpoint timm:a_net is of model a-net/1.0; expected my-net/1.0 → at checkpoint',
	]);
});

it('leaves out a candidate that claims a line of the seed document', () => {
	const { problems } = merge({ models: [myModel], candidates: [{ ...myCandidate, seedLine: 51 }] });
	assert.deepEqual(problems, [
		'my.json, candidates, row 1: unexpected seedLine; it belongs to rows of the seed document',
	]);
});

it('keeps figures of a person as theirs, so that a shipped figure stays the shown one', () => {
	const { catalog } = merge({
		sources: [{ id: 'mine', title: 'Mine', kind: 'computed', where: 'here', version: '1', date: '2030-01-01' }],
		figures: [
			{ of: 'a-net/1.0@224', kind: 'macs', value: 1, source: 'mine' },
			{ of: 'a-net/1.0@224', kind: 'macs', value: 2, source: 'paper', locator: 'Table 9' },
			{ of: 'a-net/1.0@224', kind: 'macs', value: 3 },
		],
		measurements: [
			{
				model: 'a-net/1.0',
				input: [224, 224],
				device: 'pixel-1',
				runtime: 'tflite-cpu',
				precision: 'fp32',
				threads: 1,
				ms: 1,
				source: 'mine',
			},
		],
	});
	const [candidate] = base.candidates;
	assert.ok(candidate);
	const shown = shownFigure(catalog, candidate, 'macs');
	assert.deepEqual([shown?.value, shown?.others.map(({ value }) => value)], [300e6, [1, 2, 3]]);
	const claimed = shown?.others[1];
	assert.deepEqual([claimed?.source, claimed?.locator], ['user:my.json', 'said to be of paper, Table 9']);
	assert.deepEqual(
		catalog.sources.slice(base.sources.length).map(({ kind }) => kind),
		['user', 'user'],
	);
	assert.equal(shownLatency(catalog, candidate, { device: 'pixel-1' })?.ms, 60);
});

it('adds the file as a source only where a figure cites it', () => {
	assert.equal(merge({ models: [myModel] }).catalog.sources.length, base.sources.length);
});

it('merges 20,000 rows within two seconds', () => {
	const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...myModel, id: `my-net/${index}` }));
	const figures = rows.map(({ id }) => ({ of: id, kind: 'params', value: 1e6 }));
	const start = performance.now();
	const { catalog } = merge({ models: rows, figures });
	assert.equal(catalog.figures.length, base.figures.length + rows.length);
	assert.ok(performance.now() - start < 2000);
});
