import assert from 'node:assert/strict';
import { textAt, verdictAt, type ComparisonSnapshot } from '../../../src/comparison/comparisonSnapshot.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { tableRows } from '../../../src/comparison/tableModel.ts';
import { parseBudget } from '../../../src/selection/parseBudget.ts';
import { pickUnderBudget } from '../../../src/selection/pick.ts';
import { aCatalog, aCheckpoint, aDevice, aFigure, aModel, aSource } from '../../support/builders.ts';
import { hostilePayloads } from '../../support/hostileCatalog.ts';
import { shippedData } from '../../support/shippedData.ts';

function verdictsOf(snapshot: ComparisonSnapshot): string[] {
	return Array.from(snapshot.ids, (_, row) => verdictAt(snapshot, row));
}

describe('the columns of a snapshot', () => {
	it('hold one entry per candidate, NaN where nothing is known', () => {
		const snapshot = comparisonSnapshot(
			aCatalog({
				candidates: [
					{ id: 'a/1@224', top1: 70 },
					{ id: 'b/1@192', macs: 5 },
				],
			}),
		);
		assert.deepEqual([...snapshot.ids], ['a/1@224', 'b/1@192']);
		assert.deepEqual([...snapshot.numbers.top1.values], [70, NaN]);
		assert.deepEqual([...snapshot.numbers.macs.values], [NaN, 5]);
		assert.deepEqual([...snapshot.inputHeights], [224, 192]);
	});

	it('name the source of each value', () => {
		const sources = [aSource({ id: 'paper', title: 'A paper' })];
		const snapshot = comparisonSnapshot(aCatalog({ sources, candidates: [{ id: 'a/1@224', top1: 70 }] }));
		assert.equal(textAt(snapshot.numbers.top1.sources, 0), 'A paper');
		assert.equal(textAt(snapshot.numbers.macs.sources, 0), '');
	});

	it('name framework, weights and license of a checkpoint, and call other results published', () => {
		const checkpoints = [aCheckpoint({ id: 'timm:a.in1k', model: 'a/1', weightsLicence: 'MIT' })];
		const candidates = [{ id: 'timm:a.in1k@224', model: 'a/1' }, { id: 'a/1@224' }];
		const { texts } = comparisonSnapshot(aCatalog({ checkpoints, candidates }));
		const row = (index: number) =>
			[texts.framework, texts.weights, texts.license].map(column => textAt(column, index));
		assert.deepEqual(row(0), ['timm', 'a.in1k', 'MIT']);
		assert.deepEqual(row(1), ['published', '', '']);
	});

	it('say of weights that they may not be used freely, and a filter finds them by that and by their license', () => {
		const licenses = { a: 'MIT', b: 'CC-BY-NC-4.0', c: 'unknown' };
		const checkpoints = Object.entries(licenses).map(([name, weightsLicence]) =>
			aCheckpoint({ id: `timm:${name}`, model: `${name}/1`, weightsLicence }),
		);
		const candidates = [...checkpoints.map(({ id, model }) => ({ id: `${id}@224`, model })), { id: 'p/1@224' }];
		const snapshot = comparisonSnapshot(aCatalog({ checkpoints, candidates }));
		assert.deepEqual(
			Array.from(snapshot.ids, (_, row) => textAt(snapshot.texts.license, row)),
			['MIT', 'CC-BY-NC-4.0 (non-commercial)', 'unknown', ''],
		);
		const sort = [{ column: 'name', descending: false }] as const;
		const found = (filterText: string): string[] =>
			[...tableRows(snapshot, { sort, filterText, verdictFilter: [], pinned: new Set() }).rows].map(row =>
				textAt(snapshot.models, row),
			);
		assert.deepEqual(
			[found('non-commercial'), found('unknown license'), found('cc-by-nc')],
			[['b/1'], ['c/1'], ['b/1']],
		);
	});
});

describe('the rows of a snapshot', () => {
	it('hold figures of the chosen source only', () => {
		const figures = [aFigure({ of: 'a/1@224', value: 71, source: 'seed' })];
		const catalog = aCatalog({
			figures,
			candidates: [
				{ id: 'a/1@224', top1: 70 },
				{ id: 'b/1@224', top1: 60 },
			],
		});
		const snapshot = comparisonSnapshot(catalog, { filter: { source: 'seed' } });
		assert.deepEqual([[...snapshot.ids], [...snapshot.numbers.top1.values]], [['a/1@224'], [71]]);
	});

	it('show the candidates asked for, in that order, and none that is unknown', () => {
		const catalog = aCatalog({ candidates: [{ id: 'a/1@224' }, { id: 'b/1@224' }, { id: 'c/1@224' }] });
		const { ids } = comparisonSnapshot(catalog, { candidateIds: ['c/1@224', 'x', 'a/1@224'] });
		assert.deepEqual([...ids], ['c/1@224', 'a/1@224']);
	});

	it('hold hostile texts as one line without unseen characters', () => {
		const models = hostilePayloads.map((name, index) => aModel({ id: `h/${String(index)}`, name }));
		const catalog = aCatalog({ models, candidates: models.map(({ id }) => ({ id: `${id}@224` })) });
		for (const name of comparisonSnapshot(catalog).texts.name.values) {
			assert.doesNotMatch(name, /[\p{C}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
		}
	});
});

describe('the budget of a snapshot', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'a/1@224', top1: 70, macs: 5e6 },
			{ id: 'b/1@224', top1: 70, macs: 5e6 + 1 },
			{ id: 'c/1@224', top1: 70 },
			{ id: 'd/1@224', top1: 70, macs: 1e6, doubt: 'unsourced' },
		],
	});

	it('gives each row its verdict, and one that is not ranked never meets', () => {
		assert.deepEqual(verdictsOf(comparisonSnapshot(catalog, { budget: '5M' })), [
			'meets',
			'exceeds',
			'unknown',
			'unranked',
		]);
	});

	it('counts the verdicts, which add up to the rows', () => {
		const { counts } = comparisonSnapshot(catalog, { budget: '5M' }).budget;
		assert.deepEqual(counts, { meets: 1, exceeds: 1, unknown: 1, unranked: 1 });
	});

	it('names the row that a pick under it answers, of the whole catalog, and none that is not a row', () => {
		const shipped = shippedData();
		for (const budget of ['300M', '60ms@pixel1', 'top1 >= 80']) {
			const parsed = parseBudget(budget, { catalog: shipped });
			assert.ok(parsed.ok);
			const picked = pickUnderBudget(shipped, parsed.budget, { limit: 1 }).matches[0]?.candidate.id;
			const snapshot = comparisonSnapshot(shipped, { budget });
			assert.equal(snapshot.ids.at(snapshot.budget.pick ?? -1), picked);
		}
		const some = comparisonSnapshot(shipped, { budget: '300M', candidateIds: ['vgg/16@224'] });
		assert.equal(some.budget.pick, undefined);
	});

	it('gives no verdict without a budget or with one that cannot be read, and says why', () => {
		assert.deepEqual(verdictsOf(comparisonSnapshot(catalog)), ['none', 'none', 'none', 'none']);
		const { budget, verdicts } = comparisonSnapshot(catalog, { budget: '600 fps' });
		assert.deepEqual([...verdicts], [0, 0, 0, 0]);
		assert.equal(budget.text, '600 fps');
		assert.match(budget.problem ?? '', /600 fps/);
	});

	it('says how its words were understood', () => {
		const readingOf = (budget: string) => comparisonSnapshot(catalog, { budget }).budget.reading;
		assert.equal(readingOf('5M'), '5M read as MACs');
		assert.match(readingOf('0.6 GFLOPs') ?? '', /300 M MACs .* 600 M MACs/);
		assert.equal(readingOf('5M params'), undefined);
	});

	it('says limit by limit why a row exceeds it', () => {
		const snapshot = comparisonSnapshot(catalog, { budget: '5M' });
		assert.match(textAt(snapshot.notes, 1), /limit 5 000 000/);
		assert.match(textAt(snapshot.notes, 3), /^Not ranked: /);
	});
});

describe('the frontier of a snapshot', () => {
	it('leaves out rows that are not ranked or whose cost is unknown', () => {
		const catalog = aCatalog({
			candidates: [
				{ id: 'a/1@224', top1: 80, macs: 9 },
				{ id: 'b/1@224', top1: 99, macs: 1, doubt: 'unsourced' },
				{ id: 'c/1@224', top1: 99 },
				{ id: 'd/1@224', top1: 70, macs: 2 },
			],
		});
		const { frontiers } = comparisonSnapshot(catalog);
		assert.deepEqual([...frontiers.macs], [3, 0]);
		assert.deepEqual([...frontiers.latencyMs], []);
	});
});

describe('the selection of a snapshot', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'a/1@192', top1: 60 },
			{ id: 'a/1@224', top1: 70 },
			{ id: 'timm:a.in1k@224', model: 'a/1', top1: 65 },
		],
	});
	const selected = (selection: string[]) => [...comparisonSnapshot(catalog, { selection }).selection];

	it('takes a model or checkpoint for its most accurate candidate', () => {
		assert.deepEqual(selected(['a/1']), [1]);
		assert.deepEqual(selected(['timm:a.in1k']), [2]);
	});

	it('keeps its order, each row once, and leaves out what is not shown', () => {
		assert.deepEqual(selected(['timm:a.in1k@224', 'gone', 'a/1@192', 'a/1@192']), [2, 0]);
	});
});

describe('the device of a snapshot', () => {
	const devices = [aDevice({ id: 'p1', name: 'Phone 1' }), aDevice({ id: 'p2', name: 'Phone 2' })];
	const catalog = aCatalog({
		devices,
		candidates: [
			{ id: 'a/1@224', latencyMs: { p1: 9, p2: 5 } },
			{ id: 'b/1@224', latencyMs: { p2: 7 } },
		],
	});

	it('is the one with most measurements where none is chosen', () => {
		const snapshot = comparisonSnapshot(catalog);
		assert.deepEqual([snapshot.device?.id, [...snapshot.numbers.latencyMs.values]], ['p2', [5, 7]]);
	});

	it('is the chosen one, and unknown where nothing was measured on it', () => {
		const snapshot = comparisonSnapshot(catalog, { latencyDevice: 'p1' });
		assert.deepEqual([snapshot.device?.name, [...snapshot.numbers.latencyMs.values]], ['Phone 1', [9, NaN]]);
	});

	it('has a line for a latency limit on it and none for one on another device', () => {
		const limits = (latencyDevice: string) =>
			comparisonSnapshot(catalog, { latencyDevice, budget: '8ms@p2' }).budget.limits.map(({ value }) => value);
		assert.deepEqual([limits('p1'), limits('p2')], [[], [8]]);
	});
});
