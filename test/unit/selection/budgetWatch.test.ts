import assert from 'node:assert/strict';
import { candidatesMeant, createBudgetWatch, type BudgetWatch } from '../../../src/selection/budgetWatch.ts';
import { parseBudget } from '../../../src/selection/parseBudget.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const catalog = aCatalog({
	checkpoints: [
		aCheckpoint({ id: 'timm:big.x', model: 'a-net/big' }),
		aCheckpoint({ id: 'timm:big.y', model: 'a-net/big' }),
		aCheckpoint({ id: 'timm:mid.x', model: 'a-net/mid' }),
		aCheckpoint({ id: 'timm:small.x', model: 'a-net/small' }),
		aCheckpoint({ id: 'timm:unseen.x', model: 'a-net/unseen', seen: false }),
		aCheckpoint({ id: 'timm:tiny.x', model: 'a-net/tiny', weightsLicence: 'CC-BY-NC-4.0' }),
		aCheckpoint({ id: 'torchvision:mid.IMAGENET1K_V1', model: 'a-net/mid' }),
	],
	candidates: [
		{ id: 'timm:big.x@224', model: 'a-net/big', top1: 80, macs: 4e9 },
		{ id: 'timm:big.y@128', model: 'a-net/big', top1: 76, macs: 250e6 },
		{ id: 'timm:mid.x@224', model: 'a-net/mid', top1: 75, macs: 300e6 },
		{ id: 'timm:small.x@224', model: 'a-net/small', top1: 70, macs: 100e6 },
		{ id: 'timm:unseen.x@224', model: 'a-net/unseen', top1: 79, macs: 100e6 },
		{ id: 'timm:tiny.x@224', model: 'a-net/tiny', top1: 60, macs: 50e6 },
		{ id: 'torchvision:mid.IMAGENET1K_V1@224', model: 'a-net/mid', top1: 73, macs: 300e6 },
		{ id: 'a-net/blank@224', model: 'a-net/blank', top1: 65 },
	],
});

function watchOf(text: string, without: 'non-commercial'[] = []): BudgetWatch {
	const budgetOf = () => {
		const parsed = parseBudget(text, { catalog });
		return parsed.ok ? parsed.budget : undefined;
	};
	return createBudgetWatch(catalog, budgetOf, { withoutLicenses: without });
}

function verdict(text: string, model: string, checkpoint?: string): string {
	const judged = watchOf(text).judge({ model, checkpoint });
	return judged ? `${judged.verdict} ${judged.candidate.id}` : 'none';
}

describe('a model in code against the budget', () => {
	it('is within a limit that it costs exactly', () => {
		assert.equal(verdict('300M', 'a-net/mid'), 'meets timm:mid.x@224');
	});

	it('is judged by its best candidate that meets the budget', () => {
		assert.equal(verdict('300M', 'a-net/big'), 'meets timm:big.y@128');
	});

	it('is judged by the weights alone where they are named', () => {
		assert.equal(verdict('300M', 'a-net/big', 'timm:big.x'), 'exceeds timm:big.x@224');
	});

	it('is unknown where the figure is missing', () => {
		assert.equal(verdict('300M', 'a-net/blank'), 'unknown a-net/blank@224');
	});

	it('has no verdict without a budget, and none without candidates', () => {
		assert.equal(verdict('', 'a-net/big'), 'none');
		assert.equal(verdict('300M', 'no-net/1.0'), 'none');
	});

	it('says what decided', () => {
		const judged = watchOf('200M').judge({ model: 'a-net/mid' });
		assert.equal(judged?.reason, 'Exceeds 200 M MACs: 300 M MACs, 50 % over');
	});
});

describe('alternatives within the budget', () => {
	const alternatives = (watch: BudgetWatch, framework?: 'timm' | 'torchvision') =>
		watch.alternativesTo({ model: 'a-net/big', framework }).map(({ checkpoint }) => checkpoint);

	it('are other models of the same framework, best first, by names that were seen', () => {
		assert.deepEqual(alternatives(watchOf('300M'), 'timm'), ['timm:mid.x', 'timm:small.x', 'timm:tiny.x']);
		assert.deepEqual(alternatives(watchOf('300M'), 'torchvision'), ['torchvision:mid.IMAGENET1K_V1']);
	});

	it('leave out the weights whose license the settings leave out', () => {
		assert.deepEqual(alternatives(watchOf('300M', ['non-commercial']), 'timm'), ['timm:mid.x', 'timm:small.x']);
	});

	it('are none where nothing fits, or no budget is set', () => {
		assert.deepEqual(alternatives(watchOf('1M'), 'timm'), []);
		assert.deepEqual(alternatives(watchOf(''), 'timm'), []);
	});
});

it('code that names a framework means the candidates of that framework', () => {
	const meant = candidatesMeant(catalog, { model: 'a-net/mid', framework: 'torchvision' });
	assert.deepEqual(
		meant.map(({ id }) => id),
		['torchvision:mid.IMAGENET1K_V1@224'],
	);
});
