import assert from 'node:assert/strict';
import { cellText, columnTitle } from '../../../src/comparison/columns.ts';
import { inFlops } from '../../../src/comparison/flopsSnapshot.ts';
import { cellNote, focusNote, markWords } from '../../../src/comparison/rowText.ts';
import { columnDescription, shownColumns } from '../../../src/comparison/shownColumns.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { aCatalog, aDevice, aFigure, aSource } from '../../support/builders.ts';

const catalog = aCatalog({
	devices: [aDevice({ id: 'p1', name: 'Phone 1' })],
	sources: [aSource({ id: 'paper', title: 'A paper' })],
	candidates: [
		{ id: 'a/1@331x224', top1: 75.2, macs: 219e6, params: 5.4e6, latencyMs: { p1: 61.3 } },
		{ id: 'b/1@224', top1: 70, doubt: 'superseded' },
	],
});

it('shows values in their units, and nothing for an unknown one', () => {
	const snapshot = comparisonSnapshot(catalog);
	const cells = (['top1', 'macs', 'params', 'latencyMs', 'input'] as const).map(id => cellText(snapshot, id, 0));
	assert.deepEqual(cells, ['75.2 %', '219 M', '5.4 M', '61.3 ms', '331×224 px']);
	assert.equal(cellText(snapshot, 'macs', 1), '');
});

it('has no column without a value, and a budget column only under a budget', () => {
	const idsOf = (budget?: string) => shownColumns(comparisonSnapshot(catalog, { budget })).map(({ id }) => id);
	assert.deepEqual(idsOf(), [
		'name',
		'top1',
		'macs',
		'params',
		'latencyMs',
		'input',
		'family',
		'framework',
		'sizeClass',
		'source',
	]);
	assert.equal(idsOf('300M')[1], 'verdict');
});

it('names the device above the latencies', () => {
	assert.equal(columnTitle(comparisonSnapshot(catalog), 'latencyMs'), 'Phone 1');
});

it('says where a value comes from, or why there is none', () => {
	const snapshot = comparisonSnapshot(catalog);
	assert.equal(cellNote(snapshot, 'top1', 0), 'top-1 accuracy 75.2 %, A paper');
	assert.equal(cellNote(snapshot, 'latencyMs', 0), 'latency on Phone 1 61.3 ms, tflite-cpu, fp32, 1 thread, A paper');
	assert.equal(
		cellNote(snapshot, 'latencyMs', 1),
		'no latency on Phone 1 (tflite-cpu, fp32, 1 thread) is in the catalog',
	);
	assert.equal(cellNote(snapshot, 'weights', 1), 'a published result, no weights are meant');
});

it('says the mark of a row and what the budget makes of it', () => {
	const snapshot = comparisonSnapshot(catalog, { budget: '100M' });
	assert.deepEqual(markWords(snapshot, 1), ['superseded']);
	assert.equal(
		focusNote(snapshot, 'macs', 0),
		'a/1 at 331×224 px: MACs 219 M, A paper. Budget: exceeds. 219 M MACs, limit 100 M.',
	);
});

it('says what other sources say where that is in conflict, with both numbers', () => {
	const disputed = comparisonSnapshot(
		aCatalog({
			sources: [aSource({ id: 'paper', title: 'A paper' }), aSource({ id: 'repository-2', title: 'Its code' })],
			candidates: [
				{ id: 'a/1@224', top1: 75.2, macs: 219e6 },
				{ id: 'b/1@224', top1: 70, macs: 100e6 },
			],
			figures: [
				aFigure({ of: 'a/1@224', kind: 'macs', value: 300e6, source: 'repository-2' }),
				aFigure({ of: 'b/1@224', kind: 'macs', value: 101e6, source: 'repository-2' }),
			],
		}),
	);
	assert.equal(cellNote(disputed, 'macs', 0), 'MACs 219 M, A paper; sources differ: Its code says 300 M MACs');
	assert.equal(cellNote(disputed, 'macs', 1), 'MACs 100 M, A paper');
});

it('says that a row is the pick and that its verdict is disputed, with the number that would turn it', () => {
	const disputed = comparisonSnapshot(
		aCatalog({
			sources: [aSource({ id: 'paper', title: 'A paper' }), aSource({ id: 'repository-2', title: 'Its code' })],
			candidates: [{ id: 'a/1@224', top1: 75.2, macs: 219e6 }],
			figures: [aFigure({ of: 'a/1@224', kind: 'macs', value: 300e6, source: 'repository-2' })],
		}),
		{ budget: '250M' },
	);
	assert.deepEqual(markWords(disputed, 0), ['pick', 'disputed']);
	assert.match(focusNote(disputed, 'top1', 0), /Budget: meets\. 219 M MACs, limit 250 M\. .*300 M/);
});

it('shows and names FLOPs where a person asked for them, two per multiply-accumulate', () => {
	const flops = inFlops(comparisonSnapshot(catalog, { budget: '300M' }));
	assert.equal(cellText(flops, 'macs', 0), '438 M');
	assert.equal(columnTitle(flops, 'macs'), 'FLOPs');
	assert.match(cellNote(flops, 'macs', 0), /^FLOPs 438 M/);
	assert.equal(flops.budget.limits[0]?.value, 600e6);
	assert.match(columnDescription(flops, 'macs'), /^FLOPs, two per multiply-accumulate, of one forward pass/);
});
