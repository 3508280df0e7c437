import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { initialPageState, parsePageState } from '../../../src/comparison/pageState.ts';
import { formatScoutView, type ScoutView } from '../../../src/comparison/scoutView.ts';
import { parseScoutView } from '../../../src/comparison/scoutView.schema.ts';

const { version, ...initial } = initialPageState;
const view: ScoutView = {
	version,
	task: 'classification',
	budget: '≤300M',
	latencyDevice: 'pixel-1',
	selection: ['a/1@224'],
	page: {
		...initial,
		filterText: 'family=Net',
		yAxis: 'params',
		columnWidths: { macs: 150 },
		pinnedColumns: ['macs'],
		fold: 'model',
		unfolded: ['a/1'],
		activeId: 'a/1@224',
		baselineId: 'a/1@224',
		zoom: {
			x: 'macs',
			y: 'top1',
			task: 'classification',
			window: { x: [1, 2], y: [70, 80], logX: true, logY: false },
		},
	},
};

function problemOf(text: string): string {
	const read = parseScoutView(text);
	return read.ok ? '' : read.problem;
}

describe('the file of a view', () => {
	it('is read as it was written, and sets the page up the same', () => {
		const read = parseScoutView(formatScoutView(view));
		assert.deepEqual(read, { ok: true, view });
		assert.deepEqual(parsePageState({ ...view.page, version: 1 }), { ...view.page, version: 1 });
	});

	it('may leave out what is as at first, and name its schema', () => {
		const read = parseScoutView('{ "$schema": "x.json", "version": 1, "selection": [], "page": {} }');
		assert.deepEqual(read, { ok: true, view: { version: 1, selection: [], page: {} } });
	});

	for (const [text, problem] of [
		['{\n\t"version": 1,\n\t"selection": [],,\n}', 'line 3: it is not valid JSON'],
		['[]', 'line 1: expected object, received array'],
		['{ "version": 2, "selection": [], "page": {} }', 'line 1: expected 1 at version'],
		[
			'{ "version": 1,\n"selection": [],\n"page": { "fold": "all" } }',
			'line 3: expected one of "none"|"model"|"family" at page.fold',
		],
		[
			'{ "version": 1,\n"selection": [],\n"page": {\n"colour": 1 } }',
			'line 4: a view has no such field at page.colour',
		],
		['{ "version": 1,\n"selection": [3], "page": {} }', 'line 2: expected string, received number at selection.0'],
	] as const) {
		it(`tells the place and the fault: ${problem}`, () => {
			assert.equal(problemOf(text), problem);
		});
	}

	it('is refused where it is far too large', () => {
		assert.match(problemOf(' '.repeat(1_000_001)), /larger than 1 MB/);
	});

	it('is never taken from what is none, whatever it is', () => {
		fc.assert(
			fc.property(fc.oneof(fc.json(), fc.string()), text => {
				assert.notEqual(problemOf(text), '');
			}),
		);
	});
});
