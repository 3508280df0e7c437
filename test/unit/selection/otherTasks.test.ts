import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pickOutputSchema } from '../../../src/cli/pick.schema.ts';
import { createSelectionTable } from '../../../src/selection/engine.ts';
import { formatBudget, parseBudget } from '../../../src/selection/parseBudget.ts';
import { pickUnderBudget } from '../../../src/selection/pick.ts';
import { toPickOutput } from '../../../src/selection/pickOutput.ts';
import { formatPickText } from '../../../src/selection/pickText.ts';
import { whyNot } from '../../../src/selection/whyNot.ts';
import { tasks, type Task } from '../../../src/catalog/records.ts';
import { aCatalog, aFamily, aFigure } from '../../support/builders.ts';

const catalog = aCatalog({
	families: [
		...['yolo', 'detr', 'ssd', 'voc'].map(id => aFamily({ id, task: 'detection' })),
		aFamily({ id: 'fcn', task: 'segmentation' }),
	],
	candidates: [
		{ id: 'yolo/n@640', dataset: 'coco-2017', ap: 37.4, ap50: 56.8, macs: 4e9 },
		{ id: 'yolo/s@640', dataset: 'coco-2017', ap: 44.9, macs: 14e9 },
		{ id: 'detr/50@800', dataset: 'coco-2017', ap: 44.9, macs: 43e9 },
		{ id: 'detr/18@800', dataset: 'coco-2017', ap: 44.8, macs: 20e9 },
		{ id: 'ssd/lite@320', dataset: 'coco-2017-test-dev', ap: 22, macs: 6e8 },
		{ id: 'voc/1@300', dataset: 'pascal-voc-2007', ap50: 70.5, macs: 1e9 },
		{ id: 'fcn/50@520', dataset: 'coco-with-voc-labels', miou: 60.5, macs: 150e9 },
		{ id: 'fcn/101@520', dataset: 'coco-with-voc-labels', miou: 63.7, macs: 230e9 },
		{ id: 'resnet/50@224', top1: 80.4, macs: 4e9 },
	],
	figures: [
		aFigure({
			of: 'yolo/n@640',
			kind: 'ap',
			value: 39,
			conditions: { dataset: 'coco-2017-test-dev' },
			doubt: 'other-dataset',
		}),
	],
});

function picked(task: Task, text: string) {
	const parsed = parseBudget(text, { catalog, task });
	assert.ok(parsed.ok, text);
	return pickUnderBudget(catalog, parsed.budget, { task });
}

function problemOf(task: Task | undefined, text: string): unknown {
	const parsed = parseBudget(text, { catalog, task });
	return parsed.ok ? undefined : [parsed.problem.code, parsed.problem.text];
}

describe('a pick of detectors', () => {
	it('ranks by COCO AP, the cheaper of two equal ones first, and ties nothing else', () => {
		const { matches } = picked('detection', '50G');
		assert.deepEqual(
			matches.map(({ candidate, rank, tie }) => [candidate.id, rank, tie?.size]),
			[
				['yolo/s@640', 1, 2],
				['detr/50@800', 1, 2],
				['detr/18@800', 3, undefined],
				['yolo/n@640', 4, undefined],
			],
		);
		assert.equal(createSelectionTable(catalog, { task: 'detection' }).evaluationImages, 0);
	});

	it('ranks no AP of other images, and shows none in the place of the AP on COCO validation', () => {
		const { counts, matches } = picked('detection', '50G');
		assert.deepEqual(counts, { meets: 4, exceeds: 0, unknown: 0, unranked: 2 });
		assert.equal(matches.at(-1)?.figures.ap?.value, 37.4);
		const budget = { text: '', limits: [], floors: [] };
		const target = catalog.candidateById.get('ssd/lite@320');
		assert.deepEqual(
			target && whyNot(catalog, target, budget, { task: 'detection' })?.reasons.map(({ code }) => code),
			['unranked'],
		);
	});

	it('takes a floor of AP, and is then ranked by cost', () => {
		for (const text of ['AP ≥ 40', 'ap>=40', 'mAP > 40', 'coco AP at least 40', 'at least 40%', 'accuracy ≥ 40']) {
			const { matches, budget } = picked('detection', text);
			assert.deepEqual(
				matches.map(({ candidate }) => candidate.id),
				['yolo/s@640', 'detr/18@800', 'detr/50@800'],
				text,
			);
			assert.equal(formatBudget(budget), 'AP ≥ 40');
		}
	});

	it('says AP wherever it says an accuracy, and never a percentage', () => {
		const text = formatPickText(picked('detection', '10G, AP >= 35'));
		assert.match(text, /COCO AP/);
		assert.match(text, /AP 37\.4, floor AP 35/);
		assert.match(
			formatPickText(picked('detection', '10G')),
			/without it the most accurate is detr\/50 at 800 px, AP 44\.9 instead of AP 37\.4/,
		);
		assert.match(formatPickText(picked('detection', '50G')), /tied at AP 44\.9/);
		assert.doesNotMatch(text, /(?:37\.4|44\.9|35) %|Top-1/);
		assert.match(text, /6 candidates, detection/);
	});

	it('answers programs with the AP and its source under a name of its own', () => {
		const output = pickOutputSchema.parse(toPickOutput(picked('detection', '5G, AP ≥ 30')));
		assert.deepEqual(output.matches[0]?.figures.ap, { value: 37.4, source: 'paper' });
		assert.equal(output.matches[0].figures.top1, undefined);
		assert.deepEqual(output.budget.floors, [{ metric: 'ap', min: 30, text: 'AP ≥ 30' }]);
	});
});

describe('a table of candidates', () => {
	it('is of one task: classification where none is named', () => {
		const idsOf = (task?: Task): readonly string[] =>
			createSelectionTable(catalog, task === undefined ? {} : { task }).candidates.map(({ model }) => model);
		assert.deepEqual(idsOf(), ['resnet/50']);
		assert.deepEqual(idsOf('segmentation'), ['fcn/50', 'fcn/101']);
		assert.equal(tasks.flatMap(idsOf).length, catalog.candidates.length);
	});

	it('of segmentation is ranked by mean IoU', () => {
		const { matches } = picked('segmentation', 'mIoU ≥ 60');
		assert.deepEqual(
			matches.map(({ candidate, figures }) => [candidate.id, figures.miou?.value]),
			[
				['fcn/50@520', 60.5],
				['fcn/101@520', 63.7],
			],
		);
	});
});

describe('a floor of the accuracy of another task', () => {
	it('is refused with the accuracy that the task has', () => {
		assert.deepEqual(problemOf('detection', '50G, top1 ≥ 75'), [
			'accuracy-of-other-task',
			'"top1 ≥ 75" is no accuracy of detection, which is ranked by COCO AP. Write AP ≥ 40.',
		]);
		assert.deepEqual(problemOf(undefined, 'AP ≥ 40'), [
			'accuracy-of-other-task',
			'"AP ≥ 40" is no accuracy of classification, which is ranked by Top-1. Write top1 ≥ 75.',
		]);
		assert.deepEqual(problemOf('segmentation', 'AP50 ≥ 40'), [
			'not-understood',
			'"AP50 ≥ 40" is not a limit. Write a cost such as 300M, 0.6 GFLOPs, 5M params, 14 MB or 60ms@pixel1, ' +
				'an accuracy such as top1 ≥ 75, or a model such as ≤ resnet50; several with commas.',
		]);
	});

	it('reads back as the floor that it was, whatever the task and the number', () => {
		const numbers = fc.double({ min: 0.1, max: 100, noNaN: true }).map(number => Number(number.toFixed(3)));
		fc.assert(
			fc.property(fc.constantFrom(...tasks), numbers, (task, min) => {
				const parsed = parseBudget(`accuracy ≥ ${String(min)}`, { catalog, task });
				assert.ok(parsed.ok);
				const again = parseBudget(formatBudget(parsed.budget), { catalog, task });
				assert.ok(again.ok);
				assert.deepEqual(
					again.budget.floors.map(({ metric, min: least }) => [metric, least]),
					parsed.budget.floors.map(({ metric }) => [metric, min]),
				);
			}),
		);
	});
});
