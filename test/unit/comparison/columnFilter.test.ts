import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
	columnNumbers,
	columnValues,
	filterKind,
	filterNumber,
	isBound,
	isFiltered,
	rangeOf,
	withBound,
	withoutColumn,
	withPart,
	withValueToggled,
} from '../../../src/comparison/columnFilter.ts';
import { inFlops } from '../../../src/comparison/flopsSnapshot.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { readTableFilter } from '../../../src/comparison/tableFilter.ts';
import { aCatalog, aCheckpoint, aFamily } from '../../support/builders.ts';

const snapshot = comparisonSnapshot(
	aCatalog({
		families: [
			aFamily({ id: 'a-net', name: 'Net' }),
			aFamily({ id: 'b-net', name: 'Net, the "second"' }),
			aFamily({ id: 'c-net', name: 'None' }),
		],
		checkpoints: [
			aCheckpoint({ id: 'timm:a.in1k', model: 'a-net/1' }),
			aCheckpoint({ id: 'keras:B', model: 'b-net/1' }),
		],
		candidates: [
			{ id: 'timm:a.in1k@224', model: 'a-net/1', checkpoint: 'timm:a.in1k', top1: 75, macs: 300e6 },
			{ id: 'keras:B@299', model: 'b-net/1', checkpoint: 'keras:B', top1: 80, macs: 4.1e9 },
			{ id: 'c-net/1@224', model: 'c-net/1', top1: 70 },
		],
	}),
);

/** Rows that pass, as digits. */
function passing(text: string): string {
	const { judge, problem } = readTableFilter(snapshot, text);
	assert.equal(problem, undefined);
	return [0, 1, 2].filter(row => judge(row) === 'passes').join('');
}

describe('the range of a column', () => {
	for (const [text, range] of [
		['', { min: '', max: '' }],
		['net top1>=75', { min: '75', max: '' }],
		['top1>70 top1<=80', { min: '70', max: '80' }],
		['top1:70..80', { min: '70', max: '80' }],
		['top1:..80', { min: '', max: '80' }],
		['top1=75', { min: '75', max: '75' }],
		['-top1>=75', { min: '', max: '' }],
		['macs>=1M', { min: '', max: '' }],
	] as const) {
		it(`is read from “${text}”`, () => {
			assert.deepEqual(rangeOf(snapshot, text, 'top1'), range);
		});
	}

	it('is written in place of what the filter said of it, and leaves all else', () => {
		const set = (text: string, bound: 'min' | 'max', value: string): string =>
			withBound(snapshot, text, { id: 'top1', bound, value });
		assert.equal(set('', 'min', '75'), 'top1>=75');
		assert.equal(set('net top1>75 family:net', 'max', '80'), 'net top1>=75 top1<=80 family:net');
		assert.equal(set('net top1:70..80 x', 'min', ''), 'net top1<=80 x');
		assert.equal(set('top1>=75', 'min', ''), '');
		assert.equal(withBound(snapshot, '', { id: 'macs', bound: 'max', value: '300 M' }), 'macs<=300M');
	});

	it('is one of FLOPs where these are shown, whichever of both was written', () => {
		const flops = inFlops(snapshot);
		assert.deepEqual(rangeOf(flops, 'macs<=300M', 'macs'), { min: '', max: '600M' });
		assert.deepEqual(rangeOf(snapshot, 'flops>=0.6G', 'macs'), { min: '300M', max: '' });
		assert.equal(
			withBound(flops, 'macs<=300M', { id: 'macs', bound: 'min', value: '1M' }),
			'flops>=1M flops<=600M',
		);
	});

	it('takes the numbers that the filter reads, and no others', () => {
		for (const value of ['', '10M', '1.5 G', '300e', 'x', '-1'])
			assert.equal(isBound(snapshot, 'macs', value), ['', '10M', '1.5 G'].includes(value), value);
	});

	it('has a number per row that passes what is said of other columns', () => {
		assert.deepEqual(columnNumbers(snapshot, 'macs<=1M framework:timm,keras', 'macs'), [300e6, 4.1e9]);
		assert.deepEqual(columnNumbers(snapshot, '', 'macs'), [300e6, 4.1e9, NaN]);
		assert.deepEqual(columnNumbers(snapshot, '', 'input'), [224, 299, 224]);
	});
});

describe('the texts of a column', () => {
	it('are counted among the rows that pass what is said of other columns', () => {
		assert.deepEqual(columnValues(snapshot, 'top1>=75 framework:timm', 'framework'), [
			{ text: 'keras', count: 1, isChosen: false },
			{ text: 'timm', count: 1, isChosen: true },
		]);
	});

	it('are chosen where the filter names them, also by a part of them', () => {
		const chosen = (text: string): string[] =>
			columnValues(snapshot, text, 'framework').flatMap(({ text: value, isChosen }) => (isChosen ? [value] : []));
		assert.deepEqual(chosen('framework:ti'), ['timm']);
		assert.deepEqual(chosen('-framework:ti'), ['keras', 'published']);
		assert.deepEqual(chosen('model:net'), []);
	});

	it('are written into the filter and taken out of it', () => {
		const one = withValueToggled(snapshot, 'net', 'framework', 'timm');
		assert.equal(one, 'net framework=timm');
		const two = withValueToggled(snapshot, one, 'framework', 'keras');
		assert.equal(two, 'net framework=timm,keras');
		assert.equal(withValueToggled(snapshot, two, 'framework', 'timm'), 'net framework=keras');
		assert.equal(withValueToggled(snapshot, 'net framework=timm', 'framework', 'timm'), 'net');
	});

	it('are meant as a whole, whatever letters are in them and also where there is none', () => {
		const only = (id: 'family' | 'weights', value: string): string =>
			passing(withValueToggled(snapshot, '', id, value));
		assert.equal(only('family', 'Net'), '0');
		assert.equal(only('family', 'Net, the "second"'), '1');
		assert.equal(only('family', 'None'), '2');
		assert.equal(only('weights', ''), '2');
	});

	it('are found by a part that is typed', () => {
		assert.equal(withPart(snapshot, 'x family=Net', 'family', ' the "second '), 'x family:"the ?second"');
		assert.equal(withPart(snapshot, 'x family=Net', 'family', ''), 'x');
	});
});

describe('the filter of a column', () => {
	it('is known and cleared by any name of the column', () => {
		assert.equal(isFiltered('flops<=1M', 'macs'), true);
		assert.equal(isFiltered('top5<=1', 'top1'), false);
		assert.equal(withoutColumn('a flops<=1M b -macs>3 c', 'macs'), 'a b c');
	});

	it('is of numbers, of texts, or of neither', () => {
		const kinds = (['top1', 'input', 'license', 'verdict'] as const).map(id => filterKind(snapshot, id));
		assert.deepEqual(kinds, ['numbers', 'numbers', 'texts', undefined]);
	});
});

describe('a number of a filter', () => {
	it('is short, and keeps what a rounded range holds inside', () => {
		assert.equal(filterNumber(219e6), '219M');
		assert.equal(filterNumber(75.25), '75.25');
		assert.equal(filterNumber(4_123_456_789, 'down'), '4.12G');
		assert.equal(filterNumber(4_123_456_789, 'up'), '4.13G');
		assert.equal(filterNumber(75, 'up'), '75');
		assert.equal(filterNumber(0, 'down'), '0');
		fc.assert(
			fc.property(
				fc.maxSafeNat().map(count => (count % 1e13) + 1),
				value => {
					const [low, high] = [filterNumber(value, 'down'), filterNumber(value, 'up')];
					const { judge } = readTableFilter(
						comparisonSnapshot(aCatalog({ candidates: [{ id: 'a/1@224', macs: value }] })),
						`macs:${low}..${high}`,
					);
					assert.equal(judge(0), 'passes', `${low}..${high}`);
				},
			),
		);
	});
});
