import assert from 'node:assert/strict';
import { figureKinds, frameworks } from '../../../src/catalog/records.ts';
import { modelCard } from '../../../src/comparison/modelCard.ts';
import { aCatalog, aCheckpoint, aFigure, aModel } from '../../support/builders.ts';
import { shippedData } from '../../support/shippedData.ts';

const net = aModel({ id: 'a-net/1.0' });

it('is led by the most accurate ranked candidate, or by the one that it is asked for', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'a-net/1.0@160', top1: 70 },
			{ id: 'a-net/1.0@224', top1: 74 },
			{ id: 'a-net/1.0@320', top1: 79, doubt: 'unsourced' },
		],
	});
	const leadsOf = (candidate?: string): readonly string[] =>
		modelCard(catalog, net, catalog.candidateById.get(candidate ?? '')).candidates.map(({ id }) => id);
	assert.deepEqual(leadsOf(), ['a-net/1.0@224', 'a-net/1.0@160', 'a-net/1.0@320']);
	assert.deepEqual(leadsOf('a-net/1.0@320'), ['a-net/1.0@320', 'a-net/1.0@224', 'a-net/1.0@160']);
});

it('sets the figures of other sources beside the shown one and says how far apart they are', () => {
	const catalog = aCatalog({
		candidates: [{ id: 'a-net/1.0@224', top1: 75.2, macs: 200e6, params: 5.4e6 }],
		figures: [
			aFigure({ of: 'a-net/1.0@224', kind: 'macs', value: 230e6, printed: '230', source: 'repository' }),
			aFigure({ of: 'a-net/1.0@224', kind: 'macs', value: 203e6, printed: '203', source: 'user' }),
			aFigure({ of: 'a-net/1.0@224', kind: 'top1', value: 74.7, printed: '74.7', source: 'repository' }),
			aFigure({ of: 'a-net/1.0@224', kind: 'params', value: 5.43e6, printed: '5.43', source: 'repository' }),
			aFigure({ of: 'a-net/1.0@224', kind: 'params', value: 5e6, printed: '5.00', source: 'user' }),
		].map(figure => (figure.value === 5e6 ? { ...figure, convention: 'convolutions-only' as const } : figure)),
	});
	const [candidate] = modelCard(catalog, net).candidates;
	const said = candidate?.figures.map(({ kind, conflict, others }) => [
		kind,
		conflict,
		...others.map(({ apart, comparable, conflicts }) => `${apart} ${String(comparable)} ${String(conflicts)}`),
	]);
	assert.deepEqual(said, [
		['top1', true, '−0.5 points true true'],
		['macs', true, '+15 % true true', '+1.5 % true false'],
		['params', false, '+0.6 % true false', '−7.4 % false false'],
	]);
});

it('calls figures equal that differ by no more than half a last printed digit', () => {
	const apart = (printed: string, value: number): string | undefined => {
		const figures = [aFigure({ of: 'a-net/1.0@224', kind: 'params', value, printed, source: 'repository' })];
		const exact = aFigure({ of: 'a-net/1.0@224', kind: 'params', value: 5_483_032, printed: '5,483,032' });
		const catalog = aCatalog({ candidates: [{ id: 'a-net/1.0@224', top1: 75 }], figures: [exact, ...figures] });
		return modelCard(catalog, net).candidates[0]?.figures.find(({ kind }) => kind === 'params')?.others[0]?.apart;
	};
	assert.deepEqual([apart('5.48', 5.48e6), apart('5.5', 5.5e6), apart('5.4', 5.4e6)], ['agrees', 'agrees', '−1.5 %']);
});

it('says why a candidate is not ranked', () => {
	const catalog = aCatalog({ candidates: [{ id: 'a-net/1.0@224', top1: 75, doubt: 'unsourced' }] });
	assert.equal(modelCard(catalog, net).candidates[0]?.unranked?.code, 'unsourced');
});

it('lists a cost at a size that no candidate has', () => {
	const elsewhere = aFigure({ of: 'a-net/1.0', kind: 'macs', value: 9e8, conditions: { input: [512, 512] } });
	const catalog = aCatalog({ candidates: [{ id: 'a-net/1.0@224', top1: 75 }], figures: [elsewhere] });
	const strays = modelCard(catalog, net).strays.map(({ of, kind, text, conditions }) => [of, kind, text, conditions]);
	assert.deepEqual(strays, [['a-net/1.0', 'macs', '900 M MACs', '512 px']]);
});

it('groups weights by framework', () => {
	const catalog = aCatalog({
		checkpoints: ['timm:a.in1k', 'keras:A', 'timm:a.in22k'].map(id => aCheckpoint({ id, model: 'a-net/1.0' })),
	});
	const groups = modelCard(catalog, net).checkpoints.map(({ framework, checkpoints }) => [
		framework,
		...checkpoints.map(({ name }) => name),
	]);
	assert.deepEqual(groups, [
		['timm', 'a.in1k', 'a.in22k'],
		['keras', 'A'],
	]);
});

it('has every figure, measurement and checkpoint of every shipped model', () => {
	const catalog = shippedData();
	for (const model of catalog.models) {
		const card = modelCard(catalog, model);
		const onCard = [...card.candidates.flatMap(({ figures }) => figures.flatMap(each => [each, ...each.others]))];
		const keys = new Set([...onCard, ...card.strays].map(keyOf));
		const owners = [model, ...catalog.candidatesOf(model.id), ...catalog.checkpointsOf(model.id)];
		const figures = owners.flatMap(({ id }) => catalog.figuresOf(id));
		const missing = figures.filter(figure => !keys.has(keyOf({ ...figure, source: { id: figure.source } })));
		assert.deepEqual(missing, [], model.id);
		assert.equal(
			card.latencies.reduce((sum, { measurements }) => sum + measurements.length, 0),
			catalog.measurementsOf(model.id).length,
		);
		assert.equal(
			card.checkpoints.reduce((sum, { checkpoints }) => sum + checkpoints.length, 0),
			catalog.checkpointsOf(model.id).length,
		);
		assert.ok(card.checkpoints.every(({ framework }) => frameworks.includes(framework)));
		assert.ok(onCard.every(({ kind }) => figureKinds.includes(kind)));
	}
});

interface Stated {
	readonly kind: string;
	readonly value: number;
	readonly printed: string;
	readonly locator: string;
	readonly source: { readonly id: string };
}

function keyOf({ kind, value, printed, locator, source }: Stated): string {
	return [kind, value, printed, locator, source.id].join(' ');
}
