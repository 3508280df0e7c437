import assert from 'node:assert/strict';
import type { Catalog } from '../../../../src/catalog/catalog.ts';
import { lintCatalog } from '../../../../src/catalog/lint/lintCatalog.ts';
import { aCatalog, aFamily, aFigure, aModel, type CandidateSpec } from '../../../support/builders.ts';

/** `rule of: message` of each finding but those about the list, which a catalog of a test does not have. */
function linted(catalog: Catalog): readonly string[] {
	return lintCatalog(catalog)
		.filter(({ rule }) => rule !== 'list-against-table')
		.map(({ rule, severity, of, message }) => `${rule} ${severity} ${of}: ${message}`);
}

const macsAt = (source: string, side: number, value: number): ReturnType<typeof aFigure> =>
	aFigure({ of: 'a-net/1.0', kind: 'macs', value, source, conditions: { input: [side, side] } });

describe('linter: costs that the layers do not give', () => {
	const computedCost = ({ model }: { model: string }): { macs: number; params: number } | undefined =>
		model === 'a-net/1.0' ? { macs: 4e9, params: 25e6 } : undefined;
	const found = (value: number, input: readonly [number, number] = [224, 224]): readonly string[] => {
		const figures = [aFigure({ of: 'a-net/1.0@224', kind: 'macs', value, conditions: { input } })];
		const catalog = aCatalog({ candidates: [{ id: 'a-net/1.0@224' }], figures });
		return lintCatalog(catalog, { computedCost }).flatMap(({ rule, message }) =>
			rule === 'computed-cost' ? [message] : [],
		);
	};

	it('are named with what they should be and at which size, where they are a quarter apart', () => {
		assert.deepEqual(found(2.1e9), ['2.1 G MACs, but the layers of a-net/1.0 give 4 G MACs at 224 px']);
		assert.deepEqual(found(5.1e9, [256, 224]), [
			'5.1 G MACs, but the layers of a-net/1.0 give 4 G MACs at 256×224 px',
		]);
	});

	it('are left alone where another way of counting explains them, and without a count', () => {
		assert.deepEqual([...found(4.9e9), ...found(3.3e9)], []);
		const figures = [aFigure({ of: 'a-net/1.0@224', kind: 'macs', value: 1 })];
		assert.ok(
			lintCatalog(aCatalog({ candidates: [{ id: 'a-net/1.0@224' }], figures })).every(
				({ rule }) => rule !== 'computed-cost',
			),
		);
	});
});

describe('linter: figures that cannot be', () => {
	const net: CandidateSpec = { id: 'a-net/1.0@224', params: 10e6 };

	it('names a top-5 that is under the top-1 of the same test, and an AP50 under its AP', () => {
		const classes = aCatalog({ candidates: [{ ...net, top1: 75, top5: 57 }] });
		assert.deepEqual(linted(classes), [
			'implausible-figure error a-net/1.0@224: 57 % top-5 is under the 75 % top-1 of the same test',
		]);
		const boxes = aCatalog({ task: 'detection', candidates: [{ ...net, ap: 40, ap50: 30 }] });
		assert.deepEqual(linted(boxes), [
			'implausible-figure error a-net/1.0@224: AP50 30 is under the AP 40 of the same test',
		]);
	});

	it('leaves a top-5 alone that another source tested, or that rounding puts under the top-1', () => {
		const figures = [aFigure({ of: net.id, kind: 'top5', value: 74.2, source: 'paper-2' })];
		assert.deepEqual(linted(aCatalog({ candidates: [{ ...net, top1: 75, top5: 74.95 }], figures })), []);
	});

	it('names MACs that are more at a smaller input than those of another source at a bigger one', () => {
		const figures = [macsAt('paper-1', 224, 9.7e9), macsAt('paper-2', 300, 8e9), macsAt('paper-3', 300, 8.1e9)];
		assert.deepEqual(linted(aCatalog({ candidates: [net], figures })), [
			'implausible-figure warning a-net/1.0: 9.7 G MACs at 224 px are more than the 8 G MACs at 300 px of paper-2',
		]);
	});

	it('lets MACs grow with the input as they do', () => {
		const figures = [macsAt('paper-1', 224, 4.1e9), macsAt('paper-2', 230, 4e9), macsAt('paper-3', 320, 8.4e9)];
		assert.deepEqual(linted(aCatalog({ candidates: [net], figures })), []);
	});

	it('names an accuracy above every network of its cost, more bytes than parameters fill, and a share of 1', () => {
		const candidates = [{ ...net, params: 1e6, top1: 88 }];
		assert.match(linted(aCatalog({ candidates })).join(), /^implausible-figure warning .* above every published/);
		assert.match(linted(aCatalog({ candidates: [{ ...net, bytes: 900e6 }] })).join(), /^implausible-figure error/);
		assert.match(
			linted(aCatalog({ candidates: [{ ...net, top1: 0.75 }] })).join(),
			/^unit-slip error .* share of 1/,
		);
	});
});

describe('linter: sources', () => {
	const stated = (values: Readonly<Record<string, number>>, kind: 'macs' | 'params'): readonly string[] => {
		const conditions = kind === 'macs' ? { input: [224, 224] as const } : {};
		const figures = Object.entries(values).map(([source, value]) =>
			aFigure({ of: 'a-net/1.0', kind, value, source, conditions }),
		);
		return linted(aCatalog({ candidates: [{ id: 'a-net/1.0@224' }], figures }));
	};

	it('conflict where their counts differ by more than a tenth, and slightly below that', () => {
		assert.deepEqual(stated({ 'paper-1': 5e6, 'paper-2': 5e6, 'repository-1': 6.1e6 }, 'params'), [
			'sources-in-conflict warning a-net/1.0: repository-1 states 6.1 M params, paper-2 5 M params',
		]);
		assert.match(
			stated({ 'paper-1': 412e6, 'repository-1': 381e6 }, 'macs').join(),
			/^sources-in-conflict information/,
		);
		assert.deepEqual(stated({ 'paper-1': 412e6, 'repository-1': 399e6 }, 'macs'), []);
	});

	it('slip where one is twice or a thousand times the others', () => {
		assert.match(
			stated({ 'paper-1': 412e6, 'repository-1': 824e6 }, 'macs').join(),
			/^unit-slip warning .* is twice/,
		);
		const thousand = stated({ 'paper-1': 5.2e6, 'repository-1': 5.2e9 }, 'params').join();
		assert.match(thousand, /unit-slip error a-net\/1\.0: 5\.2 G params is a thousand times/);
	});

	it('are not compared across accuracies of different kinds, inputs, protocols or weights', () => {
		const of = 'a-net/1.0@224';
		const figures = [
			aFigure({ of, value: 75, source: 'paper-1' }),
			aFigure({ of, kind: 'real-top1', value: 82, source: 'paper-2' }),
			aFigure({ of, kind: 'v2-top1', value: 63, source: 'paper-3' }),
			aFigure({ of, value: 78, source: 'paper-2', conditions: { protocol: 'ten-crop' } }),
			aFigure({ of, value: 79, source: 'paper-3', conditions: { input: [320, 320] } }),
			aFigure({ of: 'timm:a_net.in1k@224', value: 81, source: 'timm' }),
		];
		const candidates = [{ id: of }, { id: 'timm:a_net.in1k@224', model: 'a-net/1.0' }];
		assert.deepEqual(linted(aCatalog({ candidates, figures })), []);
	});
});

describe('linter: names', () => {
	it('lists names of the same models once for each of them', () => {
		const models = ['a-net/x', 'a-net/y'].map(id => aModel({ id, aliases: ['net', 'our net'] }));
		assert.deepEqual(linted(aCatalog({ models })), [
			'duplicate-name warning a-net/x: "net", "our net" also mean a-net/y',
			'duplicate-name warning a-net/y: "net", "our net" also mean a-net/x',
		]);
	});

	it('tells two published results of one network apart by their accuracies, not by their costs', () => {
		const result = (id: string, figures: Partial<CandidateSpec>): CandidateSpec => ({
			id,
			model: 'd-net/1',
			input: 300,
			...figures,
		});
		const of = (other: Partial<CandidateSpec>): readonly string[] =>
			linted(
				aCatalog({
					task: 'detection',
					candidates: [result('d-net/1@300', { ap: 30 }), result('d-net/1-b@300', other)],
				}),
			);
		assert.deepEqual(of({ ap: 31.4 }), []);
		const twin = ['duplicate-name information d-net/1-b@300: is the same as d-net/1@300'];
		assert.deepEqual(of({ ap: 30 }), twin);
		assert.deepEqual(of({ macs: 1e9 }), twin);
	});
});

describe('linter: families', () => {
	const spec = (id: string, params: number, top1: number): CandidateSpec => ({ id, params, macs: params * 50, top1 });

	it('names the smaller model that is more accurate in one test, and not one of another recipe', () => {
		const candidates = [
			spec('a-net/18@224', 10e6, 78),
			spec('a-net/34@224', 20e6, 73),
			spec('a-net/50@224', 30e6, 77),
		];
		assert.match(
			linted(aCatalog({ candidates })).join(),
			/^family-order warning a-net\/18@224: 78 % top-1 is more than the 73 %/,
		);
		const recipes = [spec('timm:net18.long@224', 10e6, 78), spec('timm:net34.short@224', 20e6, 73)];
		const models = ['a-net/18', 'a-net/34'];
		const trained = recipes.map((recipe, index) => ({ ...recipe, model: models[index] ?? '' }));
		assert.deepEqual(linted(aCatalog({ candidates: trained })), []);
	});
});

describe('linter: speed', () => {
	const many = Array.from({ length: 100_000 }, (_, index) => index);
	const shapes: Readonly<Record<string, () => Catalog>> = {
		'figures of one candidate': () =>
			aCatalog({
				candidates: [{ id: 'a-net/1.0@224', params: 5e6 }],
				figures: many.map(index =>
					aFigure({
						of: 'a-net/1.0@224',
						kind: index % 2 === 0 ? 'top1' : 'top5',
						value: 60 + (index % 100) / 10,
						source: `paper-${String(index % 300)}`,
						conditions: { cropPct: (index % 7) / 10 },
					}),
				),
			}),
		'candidates of one family': () =>
			aCatalog({
				candidates: many.map(index => spec(index)),
			}),
		'models of one name': () =>
			aCatalog({
				families: [aFamily({ id: 'a-net' })],
				models: many.map(index => aModel({ id: `a-net/${String(index)}`, name: 'Net', width: index / 7 })),
			}),
		'costs at as many inputs': () =>
			aCatalog({
				candidates: [{ id: 'a-net/1.0@224' }],
				figures: many.map(index => macsAt(`paper-${String(index % 3)}`, 32 + index, 1e9 - index)),
			}),
	};
	const spec = (index: number): CandidateSpec => ({
		id: `a-net/${String(index)}@224`,
		params: 1e6 + index,
		macs: 1e9 - index * 1e3,
		top1: 70 + ((index * 7919) % 100) / 10,
	});

	for (const [title, make] of Object.entries(shapes)) {
		it(`reads 100,000 ${title} without comparing each with each`, () => {
			const catalog = make();
			const start = performance.now();
			lintCatalog(catalog);
			const ms = performance.now() - start;
			assert.ok(ms < 15_000, `${ms.toFixed()} ms`);
		});
	}
});
