import assert from 'node:assert/strict';
import { costsAtInput } from '../../../src/comparison/costsAtInput.ts';
import { formatModelHover, hoverCommands, type HoverQuestion } from '../../../src/comparison/modelHover.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { createBudgetWatch } from '../../../src/selection/budgetWatch.ts';
import { aCatalog, aCheckpoint, aModel } from '../../support/builders.ts';
import { cardCatalog } from '../../support/cardCatalog.ts';
import { codeBudgets } from '../../support/codeBudgets.ts';
import { assertGolden } from '../../support/golden.ts';
import { shippedData } from '../../support/shippedData.ts';

const twoSizes = aCatalog({
	checkpoints: [
		aCheckpoint({ id: 'timm:big.x', model: 'a-net/big' }),
		aCheckpoint({ id: 'timm:small.x', model: 'a-net/small', weightsLicence: 'CC-BY-NC-4.0' }),
	],
	candidates: [
		{ id: 'timm:big.x@224', model: 'a-net/big', top1: 80.1, macs: 4.1e9, params: 25.6e6 },
		{ id: 'timm:small.x@224', model: 'a-net/small', top1: 70.2, macs: 100e6, params: 3e6 },
	],
});

function hover(catalog: Catalog, question: HoverQuestion, budget?: string): string {
	const watch =
		budget === undefined
			? undefined
			: createBudgetWatch(catalog, codeBudgets(budget, catalog), {
					countedAt: input => costsAtInput(catalog, input),
				});
	return formatModelHover(catalog, { ...question, watch }) ?? 'no hover';
}

/** Commands that links of a text run, each with its arguments. */
function linkedCommands(text: string): readonly string[] {
	return [...text.matchAll(/\]\(command:([\w.]+)\?([^)]*)\)/g)].map(
		([, command = '', query = '']) => `${command} ${decodeURIComponent(query)}`,
	);
}

describe('the hover of a model in code', () => {
	it('shows figures with sources, and nothing of a budget where there is none', () => {
		assertGolden('hovers/swift.md', hover(cardCatalog(), { model: 'swift-net/1.0' }));
	});

	it('shows the weights that code names, with their license', () => {
		const text = hover(cardCatalog(), { model: 'swift-net/1.0', checkpoint: 'timm:swift_100.in22k' });
		assert.match(text, /License of the weights: CC-BY-NC-4.0 \\\(non-commercial\\\)/);
	});

	it('shows the best of the weights that a name without a tag may load, and says that there are several', () => {
		const catalog = aCatalog({
			checkpoints: ['timm:net.a', 'timm:net.b', 'timm:tf_net.c'].map(id =>
				aCheckpoint({ id, model: 'a-net/1.0' }),
			),
			candidates: [
				{ id: 'timm:net.a@224', model: 'a-net/1.0', top1: 70 },
				{ id: 'timm:net.b@224', model: 'a-net/1.0', top1: 71 },
				{ id: 'timm:tf_net.c@224', model: 'a-net/1.0', top1: 72 },
			],
		});
		const checkpoints = ['timm:net.a', 'timm:net.b'];
		const text = hover(catalog, { model: 'a-net/1.0', framework: 'timm', checkpoints });
		assert.match(text, /net\\?\.b, 224 px, one of 2 weights that this name may load/);
		assert.match(text, /\*\*top-1 71 %\*\*/);
	});
});

describe('the budget in a hover', () => {
	it('says by how much a model is over the budget, and which others are within it', () => {
		const question = { model: 'a-net/big', framework: 'timm' } as const;
		assertGolden('hovers/big-over.md', hover(twoSizes, question, '≤300M'));
	});

	it('says that a model is within the budget', () => {
		assert.match(
			hover(cardCatalog(), { model: 'swift-net/1.0' }, '300M'),
			/\*\*Within the budget\*\* ≤ 300 M MACs/,
		);
	});

	it('says which file the budget is from', () => {
		const budgetFile = 'configs/model-scout.json';
		assert.match(
			hover(cardCatalog(), { model: 'swift-net/1.0', budgetFile }, '300M'),
			/\*\*Within the budget\*\* ≤ 300 M MACs of configs\/model-scout\\?\.json/,
		);
	});

	it('says that a missing figure leaves the verdict unknown', () => {
		assert.match(hover(cardCatalog(), { model: 'odd-net/1.0' }, '300M'), /\*\*Unknown against the budget\*\*/);
	});

	it('counts the cost at the input size in the code, and judges that cost', () => {
		const catalog = shippedData();
		const input: [number, number] = [448, 448];
		const question = { model: 'mobilenet-v2/1.0', framework: 'timm', input } as const;
		const text = hover(catalog, { ...question, counted: costsAtInput(catalog, input) }, '≤400M');
		assert.match(text, /\*\*1\.199 G MACs\*\* at 448 px, the size in this code, computed from the layers/);
		assert.match(text, /\*\*Over the budget\*\*/);
	});

	it('says that a cost which cannot be counted is unknown', () => {
		const text = hover(cardCatalog(), { model: 'swift-net/1.0', input: [320, 320] });
		assert.match(text, /MACs at 320 px, the size in this code: unknown/);
	});

	it('is none where the catalog has no such model', () => {
		assert.equal(hover(cardCatalog(), { model: 'no-net/1.0' }), 'no hover');
	});
});

describe('links of a hover', () => {
	it('run our own commands with the record that is meant', () => {
		assert.deepEqual(linkedCommands(hover(cardCatalog(), { model: 'odd-net/1.0' })), [
			'modelScout.showDetails ["odd-net/1.0"]',
			'modelScout.compareModels [["odd-net/1.0@224"]]',
			'modelScout.insertSnippet ["odd-net/1.0"]',
			'modelScout.pickUnderBudget []',
		]);
	});

	it('are none of the texts of a catalog', () => {
		const name = '](command:workbench.action.quit) [x](command:modelScout.showDetails?1) $(x) <b> `c`';
		const catalog = aCatalog({
			models: [aModel({ id: 'a-net/1.0', name })],
			candidates: [{ id: 'a-net/1.0@224', model: 'a-net/1.0', top1: 70, macs: 1e8 }],
		});
		const text = hover(catalog, { model: 'a-net/1.0' }, '300M');
		const commands = linkedCommands(text).map(link => link.split(' ')[0]);
		assert.deepEqual(commands, [...hoverCommands]);
		assert.doesNotMatch(text, /(?<!\\)\]\(command:workbench|(?<!\\)<b>/);
	});

	it('hold an id of any characters without ending early', () => {
		const id = "timm:a) [x](command:y) '!~*";
		const text = hover(cardCatalog(), { model: 'swift-net/1.0', checkpoint: id });
		assert.ok(linkedCommands(text).includes(`modelScout.showDetails ${JSON.stringify([id])}`), text);
	});
});
