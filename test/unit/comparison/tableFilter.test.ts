import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { textAt, type ComparisonSnapshot } from '../../../src/comparison/comparisonSnapshot.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { readTableFilter } from '../../../src/comparison/tableFilter.ts';
import { tableRows } from '../../../src/comparison/tableModel.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const snapshot: ComparisonSnapshot = comparisonSnapshot(
	aCatalog({
		checkpoints: [
			aCheckpoint({ id: 'timm:a.in1k', model: 'a-net/1', weightsLicence: 'Apache-2.0' }),
			aCheckpoint({ id: 'keras:B', model: 'b-net/1', framework: 'keras', weightsLicence: 'CC-BY-NC-4.0' }),
		],
		candidates: [
			{ id: 'timm:a.in1k@224', model: 'a-net/1', checkpoint: 'timm:a.in1k', top1: 75, macs: 300e6, params: 5e6 },
			{ id: 'keras:B@299', model: 'b-net/1', checkpoint: 'keras:B', top1: 80, macs: 4.1e9, params: 25e6 },
			{ id: 'c-net/1@331x224', model: 'c-net/1', top1: 70, macs: 600e6 },
		],
	}),
);

/** First letters of the models that pass. */
function passing(filterText: string): string {
	const { rows } = tableRows(snapshot, {
		sort: [{ column: 'name', descending: false }],
		filterText,
		verdictFilter: [],
		pinned: new Set(),
	});
	return Array.from(rows, row => textAt(snapshot.models, row).charAt(0)).join('');
}

describe('a filter of the table', () => {
	for (const [text, expected] of [
		['', 'abc'],
		['net', 'abc'],
		['top1>=75', 'ab'],
		['top1>75', 'b'],
		['top1≥75%', 'ab'],
		['macs<=600M', 'ac'],
		['macs<0.6G', 'a'],
		['macs:300M..600M', 'ac'],
		['macs:..500M', 'a'],
		['macs:1G..', 'b'],
		['params<10M', 'a'],
		['input=331', 'c'],
		['input<=224px', 'a'],
		['framework:timm', 'a'],
		['framework:timm,keras', 'ab'],
		['-framework:timm', 'bc'],
		['license:non-commercial', 'b'],
		['-license:"non-commercial"', 'ac'],
		['model:b*', 'b'],
		['framework=timm', 'a'],
		['framework=tim', ''],
		['framework="keras, timm"', 'ab'],
		['weights=none', 'c'],
		['flops<=1.2G', 'ac'],
		['flops<=1.2G macs>=400M', 'c'],
		['net top1>=75 macs<1G', 'a'],
		['timm:a.in1k', 'a'],
	] as const) {
		it(`understands ${text === '' ? 'nothing' : text}`, () => {
			assert.equal(passing(text), expected);
			assert.equal(readTableFilter(snapshot, text).problem, undefined);
		});
	}
});

describe('a filter by numbers', () => {
	it('neither passes nor loses a row of which a number is unknown', () => {
		const verdicts = [0, 1, 2].map(readTableFilter(snapshot, 'params<10M').judge);
		assert.deepEqual(verdicts, ['passes', 'fails', 'unknown']);
		const table = tableRows(snapshot, {
			sort: [{ column: 'name', descending: false }],
			filterText: 'params<10M',
			verdictFilter: [],
			pinned: new Set(),
		});
		assert.deepEqual([table.matching, table.unknown], [1, 1]);
		assert.equal(readTableFilter(snapshot, 'params<10M top1>71').judge(2), 'fails');
		assert.equal(readTableFilter(snapshot, '-params<10M').judge(2), 'unknown');
	});
});

describe('a filter that is not understood', () => {
	for (const [text, problem] of [
		['top9>=75', /^“top9>=75” is about no column; accepted are numbers such as/],
		['year:2021', /^“year:2021” is about no column/],
		['top1>=', /^“top1>=” has no value yet\.$/],
		['macs<5ms', /^“macs<5ms” is no macs that is understood/],
		['latency<5M', /^“latency<5M” is no latency that is understood/],
		['macs:1..2..3', /is no macs that is understood/],
		['family>resnet', /^“family>resnet” compares a text; write family:resnet\.$/],
	] as const) {
		it(`says what is wrong with ${text}, and filters by the rest`, () => {
			const read = readTableFilter(snapshot, `b-net ${text}`);
			assert.match(read.problem ?? '', problem);
			assert.deepEqual([0, 1, 2].map(read.judge), ['fails', 'passes', 'fails']);
		});
	}

	it('never fails, whatever is typed', () => {
		const parts = fc.constantFrom(
			'top1',
			'macs',
			'family',
			':',
			'>=',
			'<',
			'"',
			'..',
			'-',
			' ',
			'1',
			'M',
			'*',
			'constructor',
			'__proto__',
			'x',
			'\u202e',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(parts, fc.string())), typed => {
				const { judge } = readTableFilter(snapshot, typed.join(''));
				for (const row of [0, 1, 2]) assert.ok(['passes', 'fails', 'unknown'].includes(judge(row)));
			}),
		);
	});

	it('keeps within a number what the number itself says', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 100 }), least => {
				const { judge } = readTableFilter(snapshot, `top1>=${String(least)}`);
				[75, 80, 70].forEach((top1, row) => {
					assert.equal(judge(row), top1 >= least ? 'passes' : 'fails');
				});
			}),
		);
	});
});
