import assert from 'node:assert/strict';
import type { BudgetRule } from '../../../src/catalog/budgetFile.schema.ts';
import type { NamedModel } from '../../../src/catalog/namedModel.ts';
import { costsAtInput } from '../../../src/comparison/costsAtInput.ts';
import { createBudgetWatch, type BudgetWatch } from '../../../src/selection/budgetWatch.ts';
import { candidatesMeant } from '../../../src/selection/candidatesMeant.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';
import { codeBudgets } from '../../support/codeBudgets.ts';
import { shippedData } from '../../support/shippedData.ts';

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
		{ id: 'timm:big.x@224', model: 'a-net/big', top1: 80, macs: 4e9, params: 20e6 },
		{ id: 'timm:big.y@128', model: 'a-net/big', top1: 76, macs: 250e6, params: 20e6 },
		{ id: 'timm:mid.x@224', model: 'a-net/mid', top1: 75, macs: 300e6 },
		{ id: 'timm:small.x@224', model: 'a-net/small', top1: 70, macs: 100e6 },
		{ id: 'timm:unseen.x@224', model: 'a-net/unseen', top1: 79, macs: 100e6 },
		{ id: 'timm:tiny.x@224', model: 'a-net/tiny', top1: 60, macs: 50e6 },
		{ id: 'torchvision:mid.IMAGENET1K_V1@224', model: 'a-net/mid', top1: 73, macs: 300e6 },
		{ id: 'a-net/blank@224', model: 'a-net/blank', top1: 65 },
	],
});

function watchOf(rules: string | readonly BudgetRule[], without: 'non-commercial'[] = []): BudgetWatch {
	return createBudgetWatch(catalog, codeBudgets(rules, catalog), { withoutLicenses: without });
}

function verdict(text: string, model: string, more: Omit<NamedModel, 'model'> = {}): string {
	const judged = watchOf(text).judge({ model, ...more });
	return judged ? `${judged.verdict} ${judged.candidate.id}` : 'none';
}

describe('a model in code against the budget', () => {
	it('is within a limit that it costs exactly', () => {
		assert.equal(verdict('300M', 'a-net/mid'), 'meets timm:mid.x@224');
	});

	it('is judged by its best candidate that meets the budget, so that it exceeds one only if every choice does', () => {
		assert.equal(verdict('300M', 'a-net/big'), 'meets timm:big.y@128');
		assert.equal(verdict('200M', 'a-net/big'), 'exceeds timm:big.y@128');
	});

	it('is judged by the weights alone where they are named, and not by others where nothing is known of them', () => {
		assert.equal(verdict('300M', 'a-net/big', { checkpoint: 'timm:big.x' }), 'exceeds timm:big.x@224');
		assert.equal(verdict('300M', 'a-net/big', { checkpoint: 'timm:no.such' }), 'none');
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

describe('a model in code at an input size', () => {
	it('is judged by the candidates of that size, where there are any', () => {
		assert.equal(verdict('1G', 'a-net/big', { input: [224, 224] }), 'exceeds timm:big.x@224');
	});

	it('that has no figures is judged by limits that hold for all sizes alone', () => {
		assert.equal(verdict('1M', 'a-net/big', { input: [96, 96] }), 'unknown timm:big.x@224');
		assert.equal(verdict('top1 ≥ 99', 'a-net/big', { input: [96, 96] }), 'unknown timm:big.x@224');
		assert.equal(verdict('1M, 1M params', 'a-net/big', { input: [96, 96] }), 'exceeds timm:big.x@224');
	});

	it('is judged by the MACs that are counted there, and so are the alternatives', () => {
		const shipped = shippedData();
		const watch = createBudgetWatch(shipped, codeBudgets('400M', shipped), {
			countedAt: input => costsAtInput(shipped, input),
		});
		const named: NamedModel = { model: 'mobilenet-v2/1.0', framework: 'timm', input: [448, 448] };
		assert.equal(
			watch.overshootOf(named)?.text,
			'MobileNetV2 1.0 at 448 px exceeds 400 M MACs: 1.199 G MACs, 3 × the limit',
		);
		const others = watch.alternativesTo(named);
		assert.equal(others.length, 3);
		for (const { model, checkpoint } of others)
			assert.equal(watch.judge({ ...named, model, checkpoint })?.verdict, 'meets', model);
	});
});

describe('several budgets of one task', () => {
	const rules: readonly BudgetRule[] = [
		{ limits: '200M', severity: 'hint' },
		{ limits: '2G', severity: 'error' },
	];

	it('hold together, and the loudest one that is exceeded speaks', () => {
		const watch = watchOf(rules);
		assert.deepEqual(watch.overshootOf({ model: 'a-net/big', checkpoint: 'timm:big.x' }), {
			text: 'a-net/big exceeds 2 G MACs: 4 G MACs, 2 × the limit',
			severity: 'error',
		});
		assert.equal(watch.overshootOf({ model: 'a-net/mid' })?.severity, 'hint');
		assert.equal(watch.overshootOf({ model: 'a-net/small' }), undefined);
	});

	it('are judged by the choice that exceeds the quieter one', () => {
		const named = { model: 'a-net/big', checkpoints: ['timm:big.x', 'timm:big.y'] };
		assert.equal(watchOf(rules).overshootOf(named)?.severity, 'hint');
	});

	it('do not concern the models of another task', () => {
		const watch = watchOf([{ task: 'detection', limits: '1M' }]);
		assert.equal(watch.judge({ model: 'a-net/big' }), undefined);
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
