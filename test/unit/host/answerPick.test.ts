import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import type { LicenseClass } from '../../../src/catalog/weightsLicense.ts';
import { answerPick, tableOf, type PickSettings } from '../../../src/host/pick/answerPick.ts';
import { whyNotLines } from '../../../src/host/pick/pickReport.ts';
import type { PickRequest } from '../../../src/host/pick/pickRequest.ts';
import type { SelectionTable } from '../../../src/selection/engine.ts';
import { aCatalog, aCheckpoint, aFamily } from '../../support/builders.ts';

const catalog = aCatalog({
	checkpoints: [
		aCheckpoint({ id: 'timm:a', model: 'a/1', weightsLicence: 'CC-BY-NC-4.0' }),
		aCheckpoint({ id: 'timm:b', model: 'b/1', weightsLicence: 'unknown' }),
		aCheckpoint({ id: 'timm:c', model: 'c/1', weightsLicence: 'MIT' }),
	],
	candidates: ['a', 'b', 'c'].map((name, place) => ({
		id: `timm:${name}@224`,
		model: `${name}/1`,
		top1: 80 - 5 * place,
		macs: 200e6,
	})),
});

function settings(...withoutLicenses: LicenseClass[]): PickSettings {
	return { flopsMeans: 'flops', latencyDevice: '', withoutLicenses };
}

function picked(
	request: Partial<PickRequest>,
	set: PickSettings,
	tables = new WeakMap<Catalog, SelectionTable>(),
): unknown {
	const answered = answerPick(catalog, { budget: '300M', ...request }, set, tables);
	assert.ok(answered.ok);
	const { matches, leftOutByLicense } = answered.result;
	return [matches.map(({ candidate }) => candidate.model), leftOutByLicense];
}

it('a request of a task is answered among its models alone, with its floor, and classification is meant without one', () => {
	const both = aCatalog({
		families: [aFamily({ id: 'yolo', task: 'detection' })],
		candidates: [
			{ id: 'yolo/n@640', dataset: 'coco-2017', ap: 37.4, macs: 200e6 },
			{ id: 'a/1@224', top1: 70, macs: 200e6 },
		],
	});
	const tables = new WeakMap<Catalog, SelectionTable>();
	const ask = (request: PickRequest): unknown => {
		const answered = answerPick(both, request, settings(), tables);
		return answered.ok ? answered.result.matches.map(({ candidate }) => candidate.id) : answered.problem.code;
	};
	assert.deepEqual(ask({ budget: '300M', task: 'detection' }), ['yolo/n@640']);
	assert.deepEqual(ask({ budget: '300M' }), ['a/1@224']);
	assert.deepEqual(ask({ budget: 'AP ≥ 30', task: 'detection' }), ['yolo/n@640']);
	assert.equal(ask({ budget: 'AP ≥ 30' }), 'accuracy-of-other-task');
	const why = whyNotLines(both, { model: 'yolo/n', budget: 'AP ≥ 40' }, settings());
	assert.deepEqual(why.slice(1), ['- Falls short of AP 40: AP 37.4, 2.6 points short']);
});

describe('the setting for licenses of weights', () => {
	it('leaves nothing out by default, and then says nothing', () => {
		assert.deepEqual(picked({}, settings()), [['a/1', 'b/1', 'c/1'], undefined]);
	});

	it('leaves weights out of picks of everything and of a part, and says how many', () => {
		assert.deepEqual(picked({}, settings('unknown', 'non-commercial')), [['c/1'], 2]);
		assert.deepEqual(picked({ framework: 'timm' }, settings('non-commercial')), [['b/1', 'c/1'], 1]);
	});

	it('gives way to licenses that a request names', () => {
		assert.deepEqual(picked({ licenses: ['non-commercial'] }, settings('non-commercial')), [['a/1'], 2]);
	});

	it('holds from the next answer on, of which the columns are made anew only where it changed', () => {
		const tables = new WeakMap<Catalog, SelectionTable>();
		assert.deepEqual(picked({}, settings(), tables), [['a/1', 'b/1', 'c/1'], undefined]);
		assert.deepEqual(picked({}, settings('unknown'), tables), [['a/1', 'c/1'], 1]);
		const table = tables.get(catalog);
		assert.equal(tableOf(catalog, tables, settings('unknown')), table);
		assert.notEqual(tableOf(catalog, tables, settings()), table);
	});

	it('is said where one asks why a model is not the pick', () => {
		const lines = whyNotLines(catalog, { model: 'timm:a@224', budget: '300M' }, settings('non-commercial'));
		assert.deepEqual(lines.slice(-2), [
			'- Not among the candidates asked about (classification, license not non-commercial)',
			'Left out by license: 1 candidate',
		]);
	});
});
