import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import type { Figure, FigureKind } from '../../../src/catalog/records.ts';
import { candidatesIn, shownFigure, unrankedReason } from '../../../src/catalog/shownFigure.ts';
import { aCatalog, aDataset, aFigure, aSource } from '../../support/builders.ts';

const published = 'a-net/1.0@224';
const trained = 'timm:a_net.in1k@224';

function catalogOf(figures: readonly Figure[]): Catalog {
	const sources = [
		aSource({ id: 'paper-1', date: '2019-01-01', supersededBy: 'paper-2' }),
		aSource({ id: 'paper-2', date: '2020-01-01' }),
		aSource({ id: 'timm-old', date: '2019-06-01' }),
		aSource({ id: 'timm-new', date: '2021-06-01' }),
		aSource({ id: 'keras-3' }),
	];
	return aCatalog({ candidates: [{ id: published }, { id: trained, model: 'a-net/1.0' }], figures, sources });
}

/** Value shown for a candidate, with the values of the comparable figures beside it. */
function shown(catalog: Catalog, id: string, kind: FigureKind, source?: string): readonly number[] | undefined {
	const candidate = catalog.candidateById.get(id);
	const figure = candidate && shownFigure(catalog, candidate, kind, { source });
	return figure && [figure.value, ...figure.others.map(({ value }) => value)];
}

/** The order in which figures of these sources are shown, each stating its place as its value. */
function orderOf(sources: readonly string[], of: string, kind: FigureKind): readonly string[] | undefined {
	const figures = sources.map((source, index) => aFigure({ of, kind, value: index + 1, source }));
	return shown(catalogOf(figures), of, kind)?.map(value => sources[value - 1] ?? '');
}

it('shows the accuracy of the framework that ships a checkpoint, then of other evaluators, then of others', () => {
	const order = orderOf(['seed', 'repository', 'evaluator', 'timm-old', 'timm-new', 'paper-2'], trained, 'top1');
	assert.deepEqual(order, ['timm-new', 'timm-old', 'evaluator', 'repository', 'seed']);
});

it('counts the evaluation by another framework as one of several evaluators', () => {
	assert.deepEqual(orderOf(['keras-3', 'timm-old'], trained, 'top1'), ['timm-old', 'keras-3']);
});

it('shows the latest version of a paper before its first, and the seed last', () => {
	const order = orderOf(['seed', 'paper-1', 'paper-2', 'repository'], published, 'top1');
	assert.deepEqual(order, ['paper-2', 'paper-1', 'repository', 'seed']);
});

it('shows a computed cost before the framework’s own count, an evaluator’s, the paper’s, a repository’s and the seed’s', () => {
	const order = orderOf(['seed', 'repository', 'paper-2', 'evaluator', 'timm-new', 'computed'], trained, 'macs');
	assert.deepEqual(order, ['computed', 'timm-new', 'evaluator', 'paper-2', 'repository', 'seed']);
});

it('shows the paper’s cost before that of a framework which does not ship the checkpoint', () => {
	assert.deepEqual(orderOf(['repository', 'keras-3', 'paper-2'], trained, 'macs'), [
		'paper-2',
		'keras-3',
		'repository',
	]);
	assert.deepEqual(orderOf(['timm-new', 'paper-2'], published, 'macs'), ['paper-2', 'timm-new']);
});

it('never makes the accuracy of a paper that of a checkpoint', () => {
	assert.equal(orderOf(['paper-2'], trained, 'top1'), undefined);
});

it('never gives a checkpoint the accuracy of its model', () => {
	assert.equal(
		shown(catalogOf([aFigure({ of: 'a-net/1.0', value: 75, source: 'timm-new' })]), trained, 'top1'),
		undefined,
	);
});

it('gives parameters and bytes of a model to its candidates of every size', () => {
	const catalog = catalogOf([
		aFigure({ of: 'a-net/1.0', kind: 'params', value: 5e6, conditions: { input: [331, 331] } }),
		aFigure({ of: 'timm:a_net.in1k', kind: 'bytes', value: 14e6 }),
	]);
	assert.deepEqual([shown(catalog, trained, 'params'), shown(catalog, trained, 'bytes')], [[5e6], [14e6]]);
	assert.equal(shown(catalog, published, 'bytes'), undefined);
});

it('gives MACs of a model only to candidates of the very size that they are stated at', () => {
	const at = (input: readonly [number, number] | undefined): Figure =>
		aFigure({ of: 'a-net/1.0', kind: 'macs', value: 300e6, conditions: input ? { input } : {} });
	const valueAt = (input?: readonly [number, number]): unknown => shown(catalogOf([at(input)]), trained, 'macs');
	assert.deepEqual([valueAt([224, 224]), valueAt([224, 225]), valueAt()], [[300e6], undefined, undefined]);
});

it('leaves out a figure of the candidate itself that is stated at another size', () => {
	assert.equal(
		shown(catalogOf([aFigure({ of: published, value: 75, conditions: { input: [256, 256] } })]), published, 'top1'),
		undefined,
	);
});

it('shows single-crop accuracy before any other, and compares only the same protocol', () => {
	const catalog = catalogOf([
		aFigure({ of: published, value: 78, source: 'paper-2', conditions: { protocol: 'ten-crop' } }),
		aFigure({ of: published, value: 76, source: 'seed', conditions: { protocol: 'single-crop' } }),
		aFigure({ of: published, value: 75, source: 'paper-1' }),
	]);
	assert.deepEqual(shown(catalog, published, 'top1'), [75, 76]);
});

it('shows a plain figure of any source before one that is doubted, and compares no doubted one', () => {
	for (const doubt of ['unsourced', 'other-dataset', 'superseded', 'misprint'] as const) {
		const catalog = catalogOf([
			aFigure({ of: published, value: 78, source: 'paper-2', doubt }),
			aFigure({ of: published, value: 75, source: 'seed' }),
		]);
		assert.deepEqual(shown(catalog, published, 'top1'), [75], doubt);
	}
});

it('shows the cost of the whole network before a partial one, and compares no partial one', () => {
	const partial = ['convolutions-only', 'with-auxiliary-head', 'branches-merged'] as const;
	const figures = partial.map(convention =>
		aFigure({ of: published, kind: 'macs', value: 1, source: 'computed', convention }),
	);
	const whole = aFigure({ of: published, kind: 'macs', value: 2, source: 'seed', convention: '2x-macs' });
	assert.deepEqual(shown(catalogOf([...figures, whole]), published, 'macs'), [2]);
	assert.deepEqual(shown(catalogOf(figures), published, 'macs'), [1]);
});

it('knows the figures of one source alone when asked for them', () => {
	const catalog = catalogOf([
		aFigure({ of: published, value: 76, source: 'paper-2' }),
		aFigure({ of: published, value: 75, source: 'seed' }),
		aFigure({ of: 'a-net/1.0', kind: 'params', value: 5e6, source: 'seed' }),
	]);
	assert.deepEqual(
		[shown(catalog, published, 'top1', 'seed'), shown(catalog, published, 'params', 'seed')],
		[[75], [5e6]],
	);
	assert.equal(shown(catalog, published, 'params', 'paper-2'), undefined);
});

it('ranks a person’s own figures after what was published', () => {
	assert.deepEqual(orderOf(['user', 'seed', 'repository'], published, 'macs'), ['repository', 'user', 'seed']);
});

it('says why a candidate is not ranked', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'a-net/1.0@224', top1: 75 },
			{ id: 'b-net/1.0@224', top1: 61, doubt: 'unsourced' },
			{ id: 'c-net/1.0@224', top1: 75, doubt: 'other-dataset' },
			{ id: 'd-net/1.0@224', top1: 90, dataset: 'dogs' },
			{ id: 'e-net/1.0@224', macs: 1 },
			{ id: 'f-net/1.0@224', top1: 70, doubt: 'superseded' },
		],
		datasets: [
			aDataset({ id: 'dogs', name: 'Stanford Dogs' }),
			aDataset({ id: 'imagenet-1k', name: 'ImageNet-1k' }),
		],
	});
	const reasons = catalog.candidates.map(candidate => unrankedReason(catalog, candidate));
	assert.deepEqual(
		reasons.map(reason => reason?.code),
		[undefined, 'unsourced', 'other-dataset', 'other-dataset', 'no-accuracy', undefined],
	);
	assert.equal(reasons[3]?.text, 'Its accuracy is of Stanford Dogs, not of ImageNet-1k.');
});

it('keeps the candidates of a family, a framework, or a source that states a figure of their own', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'a-net/1.0@224', top1: 75, source: 'seed' },
			{ id: 'timm:a_net.in1k@224', model: 'a-net/1.0', top1: 76 },
			{ id: 'b-net/1.0@224', top1: 74 },
		],
		figures: [aFigure({ of: 'b-net/1.0', kind: 'params', value: 1e6, source: 'seed' })],
	});
	const kept = (filter: Parameters<typeof candidatesIn>[1]): readonly string[] =>
		candidatesIn(catalog, filter).map(({ id }) => id);
	assert.deepEqual(kept({ family: 'a-net' }), ['a-net/1.0@224', 'timm:a_net.in1k@224']);
	assert.deepEqual(kept({ framework: 'timm' }), ['timm:a_net.in1k@224']);
	assert.deepEqual(kept({ source: 'seed' }), ['a-net/1.0@224']);
	assert.deepEqual(kept({ task: 'detection' }), []);
	assert.equal(kept({ task: 'classification' }).length, 3);
});
