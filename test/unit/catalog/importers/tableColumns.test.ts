import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finishSteps } from '../../../../src/catalog/finishSteps.ts';
import { importTable, importTableInSteps } from '../../../../src/catalog/importers/table.ts';
import { mergeCatalog } from '../../../../src/catalog/mergeCatalog.ts';
import type { Catalog } from '../../../../src/catalog/catalog.ts';
import type { ParsedCatalog } from '../../../../src/catalog/parseCatalog.ts';
import { aCatalog, aDevice, aModel } from '../../../support/builders.ts';

const catalog = aCatalog({
	models: [aModel({ id: 'a-net/1.0', name: 'ANet 1.0', aliases: ['anet'] }), aModel({ id: 'a-net/0.5' })],
	devices: [aDevice({ id: 'pixel-1', aliases: ['p1'] })],
	candidates: [
		{ id: 'a-net/1.0@240', top1: 70, macs: 300e6 },
		{ id: 'timm:a_net.in1k@224', model: 'a-net/1.0', top1: 71 },
	],
});

function read(text: string, base = catalog): ParsedCatalog {
	return importTable(text, { format: 'csv', origin: 'own.csv', catalog: base });
}

/** By heading: what cells say. */
const cells: Readonly<Record<string, readonly string[]>> = {
	model: ['anet', 'ANet', 'a-net/0.5', 'B net', 'b NET', 'b-net', 'Ünet', 'timm:a_net.in1k@224', ''],
	framework: ['timm', 'timm', '', 'nobody'],
	weights: ['', 'a_net.in1k', 'b.in1k', 'c.in1k', 'no name'],
	input: ['224', '240', '160x192', '', '7'],
	'top-1': ['75', '75.2 %', '', 'x'],
	'top-5': ['90', '', '70'],
	'params (M)': ['1', '"1,250.5"', ''],
	GFLOPs: ['0.6', '', '5M'],
	latency_ms: ['', '5', 'P1-7'],
	device: ['', 'P1', 'Toaster'],
	'data set': ['', 'imagenet-1k', 'nothing'],
	crop_pct: ['', '0.875'],
	source: ['', 'a paper'],
	note: ['', 'a note'],
};
const headings = Object.keys(cells);
const tables = fc
	.array(fc.tuple(...headings.map(heading => fc.constantFrom(...(cells[heading] ?? [''])))), { maxLength: 12 })
	.map(rows => [headings, ...rows].map(row => row.join()).join('\n'));

/** Everything that can be asked of a catalog. */
function answersOf(merged: Catalog): unknown {
	const { families, models, checkpoints, candidates, figures, measurements, devices, sources, addedFiles } = merged;
	const ofId = (id: string): unknown => [
		merged.familyById.get(id),
		merged.modelById.get(id),
		merged.checkpointById.get(id),
		merged.candidateById.get(id),
		merged.fileById.get(id),
		merged.modelsOf(id),
		merged.checkpointsOf(id),
		merged.candidatesOf(id),
		merged.figuresOf(id),
		merged.measurementsOf(id),
		merged.measurementsOn(id),
	];
	const lists = { families, models, checkpoints, candidates, figures, measurements, devices, sources, addedFiles };
	const ids = [families, models, checkpoints, candidates, devices].flat().map(({ id }) => id);
	const keys = [merged.modelById, merged.checkpointById, merged.candidateById].map(byId => [...byId.keys()]);
	return { lists, keys, found: [...ids, 'own.csv/b-net+2', 'own.csv/b-net@0224', 'nothing'].map(ofId) };
}

/** The same file, each row of which is looked at when it is added. */
function rowByRow({ origin, records, problems, places, fileSource }: ParsedCatalog): ParsedCatalog {
	return { origin, records, problems, places, fileSource };
}

it('is added as a whole to what it is added to row by row', () => {
	const property = fc.property(tables, text => {
		const parsed = read(text);
		assert.notEqual(parsed.addAllTo?.(catalog), undefined);
		const [whole, rows] = [mergeCatalog(catalog, parsed), mergeCatalog(catalog, rowByRow(parsed))];
		assert.deepEqual(answersOf(whole.catalog), answersOf(rows.catalog));
		assert.deepEqual(rows.problems, []);
	});
	fc.assert(property, { numRuns: 1000 });
});

it('is added row by row where an id of it is taken or a model that it names is gone', () => {
	const parsed = read('model,framework,weights,input\nBNet,timm,b.in1k,224\nanet,,,160');
	const taken = mergeCatalog(catalog, read('model,framework,weights,input\nCNet,timm,b.in1k,224')).catalog;
	assert.equal(parsed.addAllTo?.(taken), undefined);
	assert.match(mergeCatalog(taken, parsed).problems[0]?.message ?? '', /is taken/);
	assert.equal(parsed.addAllTo?.(aCatalog({ models: [aModel({ id: 'd-net/1.0' })] })), undefined);
});

it('gives the same in steps as at once, a few rows in each', () => {
	const rows = Array.from({ length: 5000 }, (_, index) => `net ${index},224,${index % 100}.5`);
	const text = ['model,input,top-1', ...rows].join('\n');
	const steps = importTableInSteps(text, { format: 'csv', origin: 'own.csv', catalog });
	let turns = 0;
	while (turns < 30 && steps.next().done !== true) turns += 1;
	assert.equal(turns, 30);
	const parsed = finishSteps(steps);
	assert.deepEqual(parsed.records.figures, read(text).records.figures);
	assert.deepEqual(parsed.problems, read(text).problems);
});

it('says where each of its records stands, and nothing of a record that is only equal to one', () => {
	const { records, places, lines } = read(
		'model,framework,weights,input,top-1,latency_ms,device\n\nanet,,,240,72,5,p1\nB,timm,b.in1k,224,73,,',
	);
	const all = [records.families, records.models, records.checkpoints, records.candidates, records.figures].flat();
	const placed = [...all, ...records.measurements].map(record => [places.get(record), lines?.get(record)]);
	const [first, second] = [
		['row 1', 3],
		['row 2', 4],
	];
	assert.deepEqual(placed, [second, second, second, first, second, first, second, first]);
	assert.ok([...all, ...records.measurements].every(record => !places.has({ ...record })));
	assert.equal(places.size, placed.length);
	assert.deepEqual([...places.values()], ['row 1', 'row 2']);
});

it('reads digits with or without a point as the number that they are', () => {
	const digits = fc.stringMatching(/^[1-9]\d{0,2}(\.\d{1,18})?$/).filter(text => Number(text) > 1);
	const property = fc.property(digits, text => {
		const { value, printed } = read(`model,input,Pixel 1 (ms)\nanet,224,${text}`).records.measurements.map(
			({ ms, printed: shown }) => ({ value: ms, printed: shown }),
		)[0] ?? { value: NaN, printed: '' };
		assert.deepEqual([value, printed], [Number(text), text]);
	});
	fc.assert(property, { numRuns: 1000 });
});

it('gives ids that do not depend on rows that are left out', () => {
	const { records } = read('model,framework,input\nBNet,nobody,224\nBNet,timm,224\nb-net,timm,224');
	assert.deepEqual(
		records.candidates.map(({ id }) => id),
		['own.csv/bnet@224', 'own.csv/b-net@224'],
	);
});
