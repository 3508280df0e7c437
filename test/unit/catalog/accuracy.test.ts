import assert from 'node:assert/strict';
import { accuracyKindOf, accuracyText, accuracyWords, bareAccuracyText } from '../../../src/catalog/accuracy.ts';
import { tasks } from '../../../src/catalog/records.ts';
import { accuracyBandOf, accuracyBandsOf } from '../../../src/catalog/sizeClass.ts';

it('every task is ranked by an accuracy of its own, and classification is meant where none is named', () => {
	assert.deepEqual(tasks.map(accuracyKindOf), ['top1', 'ap', 'miou']);
	assert.equal(accuracyKindOf(undefined), 'top1');
});

it('AP and mean IoU are said by name and are no percentages of images', () => {
	assert.deepEqual(
		(['top1', 'top5', 'ap', 'ap50', 'miou'] as const).map(kind => accuracyText(kind, 37.4)),
		['37.4 %', '37.4 %', 'AP 37.4', 'AP50 37.4', 'mIoU 37.4'],
	);
	assert.deepEqual([bareAccuracyText('top1', 75), bareAccuracyText('ap', 42)], ['75 %', '42']);
	assert.equal(accuracyWords('ap').title, 'COCO AP');
});

it('bands of AP and mean IoU hold their lower bound, and every accuracy lies in one that is listed', () => {
	assert.deepEqual(
		[29.9, 30, 50, 57.5, undefined].map(ap => accuracyBandOf('ap', ap)),
		['from-0', 'from-30', 'from-50', 'from-50', 'unknown'],
	);
	assert.deepEqual(
		accuracyBandsOf('miou').map(({ label }) => label),
		['mIoU 0–60', 'mIoU 60–70', 'mIoU 70–80', 'mIoU 80 and over', 'Unknown accuracy'],
	);
	for (const kind of ['top1', 'ap', 'miou'] as const) {
		const ids = accuracyBandsOf(kind).map(({ id }) => id);
		for (let percent = 0; percent <= 100; percent++) assert.ok(ids.includes(accuracyBandOf(kind, percent)));
	}
});
