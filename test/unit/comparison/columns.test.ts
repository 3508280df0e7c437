import assert from 'node:assert/strict';
import { cellText, columnTitle } from '../../../src/comparison/columns.ts';
import { cellNote, focusNote, markWords } from '../../../src/comparison/rowText.ts';
import { shownColumns } from '../../../src/comparison/shownColumns.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { aCatalog, aDevice, aSource } from '../../support/builders.ts';

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
