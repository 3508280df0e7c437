import assert from 'node:assert/strict';
import { cellText, metricName } from '../../../src/comparison/columns.ts';
import { shownColumns } from '../../../src/comparison/shownColumns.ts';
import { isSnapshot } from '../../../src/comparison/checkSnapshot.ts';
import { pageMessageSchema } from '../../../src/comparison/pageMessage.schema.ts';
import { packHostMessage } from '../../../src/comparison/packHostMessage.ts';
import { parseHostMessage } from '../../../src/comparison/parseHostMessage.ts';
import { plotSummary, pointLabel } from '../../../src/comparison/plotText.ts';
import { comparisonSnapshot, type SnapshotOptions } from '../../../src/comparison/snapshot.ts';
import { sortRows } from '../../../src/comparison/tableModel.ts';
import { aCatalog, aFamily } from '../../support/builders.ts';
import { plotOfAll } from '../../support/plots.ts';

const catalog = aCatalog({
	families: [aFamily({ id: 'yolo', task: 'detection' }), aFamily({ id: 'fcn', task: 'segmentation' })],
	candidates: [
		{ id: 'yolo/n@640', dataset: 'coco-2017', ap: 37.4, ap50: 56.8, macs: 4e9 },
		{ id: 'yolo/s@640', dataset: 'coco-2017', ap: 44.9, macs: 14e9 },
		{ id: 'fcn/50@520', dataset: 'coco-with-voc-labels', miou: 60.5, macs: 150e9 },
		{ id: 'a/1@224', top1: 75, macs: 4e9 },
	],
});

function show(options: SnapshotOptions = {}) {
	return comparisonSnapshot(catalog, options);
}
const detectors = show({ filter: { task: 'detection' } });

describe('a comparison', () => {
	it('is of one task: the one asked for, else that of what is selected first, else classification', () => {
		assert.deepEqual([...show().ids], ['a/1@224']);
		assert.deepEqual([...detectors.ids], ['yolo/n@640', 'yolo/s@640']);
		assert.equal(show({ selection: ['gone', 'fcn/50@520', 'a/1@224'] }).task, 'segmentation');
		assert.deepEqual([...show({ candidateIds: ['yolo/s@640', 'a/1@224'] }).ids], ['yolo/s@640']);
		assert.deepEqual(detectors.tasks, ['classification', 'detection', 'segmentation']);
	});

	it('of detectors shows AP in columns of its own, without those of other tasks', () => {
		const ids = shownColumns(detectors).map(({ id }) => id);
		assert.ok(ids.includes('ap') && ids.includes('ap50'));
		assert.ok(!ids.includes('top1') && !ids.includes('miou'));
		assert.equal(cellText(detectors, 'ap', 0), '37.4');
		assert.equal(metricName(detectors, 'ap'), 'COCO AP');
	});

	it('is sorted by the accuracy of its task where the page was sorted by that of another', () => {
		assert.deepEqual([...sortRows(detectors, [{ column: 'top1', descending: true }])], [1, 0]);
		assert.deepEqual([...sortRows(show(), [{ column: 'ap', descending: true }])], [0]);
	});

	it('is drawn against its own accuracy, with the floor of the budget as a line', () => {
		const snapshot = show({ filter: { task: 'detection' }, budget: 'AP ≥ 40' });
		assert.equal(snapshot.budget.problem, undefined);
		const plot = plotOfAll(snapshot, { y: 'ap' });
		assert.equal(plot.rows.length, 2);
		assert.deepEqual(
			plot.limits.map(({ direction, label }) => [direction, label]),
			[['horizontal', '≥ AP 40']],
		);
		assert.match(plotSummary(snapshot, plot), /^2 candidates: COCO AP against MACs/);
		assert.match(pointLabel(snapshot, plot, 0), /AP 37\.4, 4 G MACs/);
		assert.equal(snapshot.frontiers.macs.length, 2);
	});

	it('says which accuracy its task has where a budget has that of another', () => {
		const { problem } = show({ filter: { task: 'detection' }, budget: 'top1 ≥ 75' }).budget;
		assert.match(problem ?? '', /no accuracy of detection/);
	});
});

it('the page asks for tasks that there are, and shows no snapshot of another', () => {
	assert.ok(pageMessageSchema.safeParse({ type: 'setTask', task: 'detection' }).success);
	assert.ok(!pageMessageSchema.safeParse({ type: 'setTask', task: 'tracking' }).success);
	assert.ok(parseHostMessage(packHostMessage({ type: 'show', snapshot: detectors, afterChange: 0 })));
	assert.ok(!isSnapshot({ ...detectors, task: 'tracking' }));
	assert.ok(!isSnapshot({ ...detectors, tasks: ['tracking'] }));
});
