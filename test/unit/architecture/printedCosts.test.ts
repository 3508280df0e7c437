import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { costOfOwner } from '../../../src/architecture/costOfOwner.ts';
import { networkOf } from '../../../src/architecture/networkOf.ts';
import { costRules } from '../../../src/architecture/costRules.ts';
import { networkOfOwner } from '../../../src/architecture/ports.ts';
import { explainPrinted, unitOf, type PrintedCost } from '../../../src/architecture/printedCosts.ts';
import { traceAuxiliary, traceNetwork } from '../../../src/architecture/traceNetwork.ts';
import { shownFigure } from '../../../src/catalog/shownFigure.ts';
import { comparedFigures } from '../../support/comparedCosts.ts';
import { fitsRatio, type Slip } from '../../support/countingWays.ts';
import { computedFile, computedText } from '../../support/computedFigures.ts';
import { costReport, reportFile, withoutNetwork } from '../../support/costReport.ts';
import { references } from '../../support/referenceNetworks.ts';
import { shippedData } from '../../support/shippedData.ts';
import { nameOfFigure, namesOfKnown } from '../../support/unexplainedCosts.ts';

const catalog = shippedData();

function ruleOf(model: string, side: number, printed: PrintedCost): string | undefined {
	const network = networkOf(model);
	assert.ok(network, model);
	const input = [side, side] as const;
	const ways = costRules[printed.kind].flatMap(({ id }) => (id === 'binary' ? [] : [id]));
	return explainPrinted(printed, traceNetwork(network, input), traceAuxiliary(network, input), ways)?.id;
}

describe('a printed cost', () => {
	it('follows from the layers by a rule whose arithmetic gives its digits', () => {
		const known: readonly (readonly [string, number, PrintedCost['kind'], number, string, string])[] = [
			['mobilenet-v2/1.0', 224, 'params', 3_504_872, '3504872', 'equal'],
			['vgg/16', 224, 'macs', 15_346_000_000, '15346', 'convolutions-only, cut off'],
			['resnet/152', 224, 'macs', 11_500_000_000, '11500', 'equal'],
			['densenet/121', 224, 'params', 6_870_000, '6.87', 'convolution-weights'],
			['resnet/50', 224, 'macs', 4_110_000_000, '4.11', 'fvcore'],
			['inception-v3/1.0', 299, 'params', 27_161_264, '27161264', 'auxiliary-head'],
			['mobilenet-v2/1.0', 224, 'params', 3_489_000, '3.489', 'folded-background'],
			['densenet/121', 224, 'params', 7_971_400, '7.9714', 'folded'],
			['mnasnet/a1', 224, 'macs', 315_200_000, '315.2', 'converter'],
			['resnet/34', 224, 'macs', 3_670_450_000, '7.3409', 'analyzer'],
			['densenet/121', 224, 'macs', 2_864_350_000, '5.7287', 'analyzer-operations'],
			['hrnet/w40', 224, 'macs', 12_745_655_184, '12745655184', 'fvcore'],
			['mobilenet-v1/0.75', 224, 'macs', 317_000_000, '317', 'no-first-convolution'],
		];
		for (const [model, side, kind, value, printed, rule] of known)
			assert.equal(ruleOf(model, side, { kind, value, printed }), rule, `${model} ${kind} ${printed}`);
	});

	it('fits no rule by chance: only the ways in which its source counts are tried', () => {
		const network = networkOf('squeezenet/1.0');
		assert.ok(network);
		const doubled: PrintedCost = { kind: 'macs', value: 850_000_000, printed: '1700' };
		const cost = traceNetwork(network, [224, 224]);
		const none = { params: 0, macs: 0, activations: 0 };
		assert.equal(explainPrinted(doubled, cost, none, ['ptflops'])?.id, 'ptflops');
		assert.equal(explainPrinted(doubled, cost, none, ['convolutions-only']), undefined);
	});

	it('that is a slip stays unexplained: Inception v4’s parameters, PNASNet’s multiply-accumulates', () => {
		const slips: readonly (readonly [string, number, PrintedCost])[] = [
			['inception-v4/1.0', 299, { kind: 'params', value: 48_000_000, printed: '48' }],
			['pnasnet/5-large', 331, { kind: 'macs', value: 23_000_000_000, printed: '23000' }],
		];
		for (const [model, side, printed] of slips) assert.equal(ruleOf(model, side, printed), undefined, model);
	});

	it('has the digits that it is written with, of which zeros at the end of a whole number are none', () => {
		const units: readonly (readonly [string, number, number])[] = [
			['4.11', 4.11e9, 1e7],
			['4100', 4.1e9, 1e8],
			['1,250', 1.25e9, 1e7],
			['25557032', 25_557_032, 1],
			['0.50', 5e8, 1e7],
		];
		for (const [printed, value, unit] of units)
			assert.ok(Math.abs(unitOf({ kind: 'macs', value, printed }) / unit - 1) < 1e-9, printed);
	});
});

describe('counts in the catalog', () => {
	it('are as the networks are now: npm run computed', () => {
		assert.equal(readFileSync(computedFile, 'utf8'), computedText(catalog));
	});

	it('come first, before what a paper rounds', () => {
		const candidate = catalog.candidateById.get('mobilenet-v2/1.0@224');
		assert.ok(candidate);
		const shown = shownFigure(catalog, candidate, 'macs');
		assert.deepEqual([shown?.value, shown?.figure.source], [300_774_272, 'computed']);
		assert.ok(shown?.others.some(({ value }) => value === 300_000_000));
	});

	it('are none where a paper prints another network under the name than code has: MnasNet-small', () => {
		const [published, ported] = ['mnasnet/small@224', 'timm:mnasnet_small.lamb_in1k@224'].map(id => {
			const candidate = catalog.candidateById.get(id);
			assert.ok(candidate, id);
			return { top1: shownFigure(catalog, candidate, 'top1')?.value, cost: costOfOwner(candidate, [224, 224]) };
		});
		assert.deepEqual([published?.top1, published?.cost], [64.9, undefined]);
		assert.deepEqual([ported?.top1, ported?.cost?.macs], [66.204, 68_339_184]);
	});

	it('are of the network that a port has, not of the one that its paper draws', () => {
		const macsOf = (id: string): number | undefined => {
			const candidate = catalog.candidateById.get(id);
			assert.ok(candidate, id);
			return shownFigure(catalog, candidate, 'macs', { source: 'computed' })?.value;
		};
		assert.equal(macsOf('timm:seresnet50.a1_in1k@224'), 4_091_699_200);
		assert.equal(macsOf('timm:legacy_seresnet50.in1k@224'), 3_860_488_192);
		assert.equal(
			macsOf('keras:ResNet50@224'),
			undefined,
			'a form that is not described keeps what its framework states',
		);
	});
});

const figures = comparedFigures(catalog);

/** The rule that gives a number that a source prints of a candidate. */
function ruleIn(source: string, candidate: string, printed: string): string | undefined {
	const found = figures.filter(
		each => each.figure.source === source && each.candidate.id === candidate && each.figure.printed === printed,
	);
	assert.equal(found.length, 1, `${source} ${candidate} ${printed}`);
	return found[0]?.rule?.id;
}

describe('another form of a network that a source counted', () => {
	it('counts the detector of MobileNetV3’s authors with three boxes on its largest map, torchvision’s with six', () => {
		const reduced = 'ssdlite/mobilenet-v3-large-reduced@320';
		assert.equal(ruleIn('mobilenetv3-paper-v1', reduced, '3.22'), 'no-normalization');
		assert.equal(ruleIn('mobilenetv3-paper-v1', reduced, '0.51'), 'equal');
		const torchvision = 'torchvision:ssdlite320_mobilenet_v3_large.COCO_V1@320';
		assert.equal(ruleIn('torchvision-0.29.1', torchvision, '3440060'), 'equal');
	});

	it('says of a form that nothing but the number speaks for that it only fits, and takes it for no other size', () => {
		const small = (side: number): string => `mobilenet-v3/small-1.0@${String(side)}`;
		assert.equal(ruleIn('mobilenetv3-paper-v1', small(224), '66'), 'equal, of a form that only fits');
		assert.equal(ruleIn('mobilenetv3-paper-v1', small(192), '42'), 'equal');
		assert.equal(ruleIn('seed', small(224), '66'), 'copied');
	});
});

describe('a misprint', () => {
	it('that a ratio beside it gives away is the count in one row of EfficientNet’s table: PNASNet’s', () => {
		assert.equal(ruleIn('efficientnet-paper-v1', 'pnasnet/5-large@331', '23'), 'slip: row');
		assert.equal(ruleIn('seed', 'pnasnet/5-large@331', '23000'), 'copied');
	});

	it('is none where the ratio beside it is that of the number itself, or not that of what is said to be meant', () => {
		const slip = (meant: number, times: string): Slip => ({
			id: 'slip: row',
			text: 'a misprint',
			meant: { value: meant, printed: String(meant) },
			beside: { value: 4, times },
		});
		assert.equal(fitsRatio(slip(25, '6.3'), { value: 23 }), true);
		assert.equal(fitsRatio(slip(25, '5.8'), { value: 23 }), false);
		assert.equal(fitsRatio(slip(26, '6.3'), { value: 23 }), false);
	});
});

describe('the report of computed costs', () => {
	it('is as the catalog and the networks are now: npm run computed', () => {
		assert.equal(readFileSync(reportFile, 'utf8'), costReport(catalog));
	});

	it('covers at least 150 networks that a library builds alike', () => {
		assert.ok(references.length >= 150, String(references.length));
	});

	it('explains every figure of torchvision, timm, pytorchcv, Keras, MMPretrain and the TPU models', () => {
		const libraries = [
			'torchvision-0.29.1',
			'timm-results',
			'timm-benchmark',
			'pytorchcv-readme',
			'keras-applications',
			'mmpretrain-metafiles',
			'tpu-mnasnet',
		];
		const rest = figures.filter(({ rule, figure }) => rule === undefined && libraries.includes(figure.source));
		assert.deepEqual(
			rest.map(({ candidate }) => candidate.id),
			[],
		);
	});

	it('leaves at most 18 of all figures unexplained, and those that repeat one', () => {
		const rest = figures.filter(({ rule, repeats }) => rule === undefined && repeats === undefined);
		assert.ok(rest.length <= 18, String(rest.length));
	});

	it('has a sentence for each figure that it leaves unexplained, and for no other', () => {
		const rest = figures.filter(({ rule, repeats }) => rule === undefined && repeats === undefined);
		assert.deepEqual(rest.map(nameOfFigure).toSorted(), namesOfKnown.toSorted());
	});

	it('has a cost or a sentence for every row of the seed document', () => {
		const seeded = catalog.candidates.filter(({ seedLine }) => seedLine !== undefined);
		assert.equal(seeded.length, 53);
		const missing = seeded.filter(({ model }) => !networkOfOwner({ model })).map(({ model }) => model);
		assert.deepEqual(missing.toSorted(), Object.keys(withoutNetwork).toSorted());
	});
});
