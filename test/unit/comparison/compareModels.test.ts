import assert from 'node:assert/strict';
import { compareModels } from '../../../src/comparison/compareModels.ts';
import { aCatalog, aCheckpoint, aFigure } from '../../support/builders.ts';

const catalog = aCatalog({
	checkpoints: [aCheckpoint({ id: 'timm:b_net.in1k', model: 'b-net/1.0', weightsLicence: 'CC-BY-NC-4.0' })],
	candidates: [
		{ id: 'a-net/1.0@224', top1: 75, macs: 200e6, latencyMs: { 'pixel-1': 50 } },
		{ id: 'timm:b_net.in1k@224', model: 'b-net/1.0', top1: 76, params: 5e6 },
		{ id: 'c-net/1.0@160', top1: 60, doubt: 'unsourced' },
	],
	figures: [aFigure({ of: 'a-net/1.0@224', kind: 'top1', value: 74, source: 'seed' })],
});

function rowsById(ids: readonly string[], source?: string): Record<string, unknown>[] {
	const candidates = ids.flatMap(id => catalog.candidateById.get(id) ?? []);
	const { columns, rows } = compareModels(catalog, candidates, { source });
	return rows.map(row =>
		Object.fromEntries(
			columns.flatMap(({ id }, index) => {
				const cell = row[index];
				return cell === undefined ? [] : [[id, typeof cell === 'string' ? cell : cell.value]];
			}),
		),
	);
}

it('puts candidates in the order asked for, each figure with its source beside it', () => {
	assert.deepEqual(rowsById(['timm:b_net.in1k@224', 'a-net/1.0@224']), [
		{
			model: 'b-net/1.0',
			family: 'b-net',
			input: 224,
			framework: 'timm',
			weights: 'b_net.in1k',
			license: 'CC-BY-NC-4.0 (non-commercial)',
			sizeClass: 'unknown',
			top1: 76,
			top1Source: 'timm',
			params: 5e6,
			paramsSource: 'timm',
		},
		{
			model: 'a-net/1.0',
			family: 'a-net',
			input: 224,
			sizeClass: 'mobile',
			top1: 75,
			top1Source: 'paper',
			macs: 200e6,
			macsSource: 'paper',
			'latencyMs@pixel-1': 50,
			'latencyMs@pixel-1Source': 'paper',
		},
	]);
});

it('says why a candidate is not ranked', () => {
	assert.match(String(rowsById(['c-net/1.0@160'])[0]?.['unranked']), /No publication/);
});

it('takes the figures of one source alone', () => {
	assert.deepEqual(rowsById(['a-net/1.0@224'], 'seed'), [
		{ model: 'a-net/1.0', family: 'a-net', input: 224, sizeClass: 'unknown', top1: 74, top1Source: 'seed' },
	]);
});

it('has no column that is empty for all, and rows as long as the columns', () => {
	const { columns, rows, ids } = compareModels(catalog, catalog.candidates);
	assert.deepEqual(
		ids,
		catalog.candidates.map(({ id }) => id),
	);
	assert.deepEqual(
		rows.map(row => row.length),
		rows.map(() => columns.length),
	);
	assert.ok(!columns.some(({ id }) => id === 'top5' || id === 'bytes'));
});
