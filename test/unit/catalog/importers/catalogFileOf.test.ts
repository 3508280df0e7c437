import assert from 'node:assert/strict';
import fc from 'fast-check';
import { catalogFileOf, joinCatalogFiles, type CatalogFile } from '../../../../src/catalog/importers/catalogFileOf.ts';
import {
	timmNamesOf,
	timmBenchmarkOfFile,
	timmResultsOfFile,
} from '../../../../src/catalog/importers/timmOfCatalog.ts';
import { mergeCatalog } from '../../../../src/catalog/mergeCatalog.ts';
import { parseCatalogText, sourceOfFile } from '../../../../src/catalog/parseCatalog.ts';
import { aCatalog, aCheckpoint, aDevice, aFigure, aModel } from '../../../support/builders.ts';

const fileSource = sourceOfFile('own.csv', { version: '', date: '' });
const file: CatalogFile = catalogFileOf(
	{
		models: [aModel({ id: 'own/1' })],
		figures: [aFigure({ of: 'own/1', kind: 'params', value: 5, source: 'user:own.csv' })],
	},
	fileSource,
	'2024-02-29',
);

it('makes a file of the lists that hold something, with the file and its date as a source of the figures', () => {
	assert.deepEqual(Object.keys(file), ['models', 'figures', 'sources']);
	assert.deepEqual(file.sources, [{ ...fileSource, version: '2024-02-29', date: '2024-02-29' }]);
	assert.deepEqual(catalogFileOf({}, fileSource, '2024-02-29'), {});
});

it('adds rows behind those of a file and leaves these and everything else as they are', () => {
	const before = '{\n  "version": "7",\n  "models": [{ "id": "mine", "odd": true }],\n  "unknown": 1\n}';
	const joined = joinCatalogFiles(before, file);
	assert.ok(joined.ok);
	const after: unknown = JSON.parse(joined.text);
	assert.deepEqual(after, {
		version: '7',
		models: [{ id: 'mine', odd: true }, ...(file.models ?? [])],
		unknown: 1,
		figures: file.figures,
		sources: file.sources,
	});
	assert.deepEqual([joined.added, joined.known], [3, 0]);
	assert.match(joined.text, /\n {2}"version"/);
});

it('adds nothing twice, whatever it is added to', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), content => {
			const once = joinCatalogFiles(JSON.stringify(content), file);
			if (!once.ok) return;
			const twice = joinCatalogFiles(once.text, file);
			assert.ok(twice.ok);
			assert.deepEqual([twice.text, twice.added], [once.text, 0]);
		}),
	);
});

it('starts a file where there is none, and touches none that cannot be read', () => {
	for (const text of [undefined, '', ' \n']) assert.equal(joinCatalogFiles(text, file).ok, true);
	for (const text of ['{', '[]', 'null', '{"models":{}}']) {
		const joined = joinCatalogFiles(text, file);
		assert.match(joined.ok ? '' : joined.problem, /repair it before importing$/);
	}
});

const catalog = aCatalog({
	devices: [aDevice({ id: 'a-device' })],
	checkpoints: [
		aCheckpoint({ id: 'timm:a_net.in1k', model: 'a-net/1.0' }),
		aCheckpoint({ id: 'timm:two.a', model: 'a-net/1.0' }),
		aCheckpoint({ id: 'timm:two.b', model: 'b-net/1.0' }),
	],
	candidates: [{ id: 'timm:a_net.in1k@224', model: 'a-net/1.0', top1: 70, source: 'timm' }, { id: 'b-net/1.0@224' }],
});
const heading = 'model,img_size,top1,top1_err,top5,top5_err,param_count,crop_pct,interpolation';
const result = (name: string): string => `${name},224,75.000,25.000,92.000,8.000,5.00,0.9,bicubic`;

it('takes an architecture for the model that all its weights in the catalog are of', () => {
	assert.deepEqual([...timmNamesOf(catalog, 'x').modelOf], [['a_net', 'a-net/1.0']]);
});

it('adds newer results of timm as the person’s own, none of which the catalog refuses', () => {
	const text = [heading, result('a_net.in1k'), result('a_net.newer'), result('two.a'), result('other.in1k')].join(
		'\n',
	);
	const imported = timmResultsOfFile({ text, origin: 'results.csv', date: '2024-02-29' }, catalog);
	const parsed = parseCatalogText(JSON.stringify(imported.file), 'model-scout.catalog.json');
	assert.deepEqual(parsed.problems, []);
	const merged = mergeCatalog(catalog, parsed);
	assert.deepEqual(merged.problems, []);
	assert.ok(merged.catalog.candidateById.has('timm:a_net.newer@224'));
	assert.deepEqual(merged.catalog.sourceById.get('user:results.csv-of-2024-02-29')?.date, '2024-02-29');
	assert.deepEqual(
		imported.rejected.map(({ line, name }) => [line, name]),
		[
			[4, 'two.a'],
			[5, 'other.in1k'],
		],
	);
});

it('leaves out a figure that the catalog states with the same value', () => {
	const text = [heading, result('a_net.newer')].join('\n');
	const about = { text, origin: 'results.csv', date: '2024-02-29' };
	const first = timmResultsOfFile(about, catalog);
	const { catalog: known } = mergeCatalog(catalog, parseCatalogText(JSON.stringify(first.file), 'x.json'));
	const second = timmResultsOfFile(about, known);
	assert.deepEqual([first.known, second.known, second.file], [0, 3, {}]);
});

it('adds times of a benchmark of timm for the device that is named', () => {
	const text =
		'model,infer_img_size,infer_samples_per_sec,infer_step_time,infer_batch_size,infer_gmacs\na_net,224,100,10,1,0.5';
	const run = { device: 'a-device', runtime: 'pytorch', precision: 'fp32' } as const;
	const { file: made } = timmBenchmarkOfFile({ text, origin: 'b.csv', date: '2024-02-29' }, run, catalog);
	const { problems, catalog: merged } = mergeCatalog(catalog, parseCatalogText(JSON.stringify(made), 'x.json'));
	assert.deepEqual(problems, []);
	assert.deepEqual(
		merged.measurementsOf('a-net/1.0').map(({ ms, device }) => [ms, device]),
		[[10, 'a-device']],
	);
});
