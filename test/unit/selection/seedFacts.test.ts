import assert from 'node:assert/strict';
import { frontierOf } from '../../../src/selection/frontier.ts';
import { parseBudget } from '../../../src/selection/parseBudget.ts';
import { pickUnderBudget, type PickOptions, type PickResult } from '../../../src/selection/pick.ts';
import { formatPickText } from '../../../src/selection/pickText.ts';
import { shippedData } from '../../support/shippedData.ts';

const catalog = shippedData();

/** What is answered from the figures that the seed document itself prints. */
function pickSeed(text: string, options: PickOptions = {}): PickResult {
	const parsed = parseBudget(text, { catalog, source: 'seed' });
	assert.ok(parsed.ok, text);
	return pickUnderBudget(catalog, parsed.budget, { ...options, source: 'seed' });
}

function models({ matches }: PickResult): readonly string[] {
	return matches.map(({ candidate }) => candidate.model);
}

describe('with the figures of the seed document alone', () => {
	for (const [text, model] of [
		['≤50M', 'mobilenet-v3/small-0.75'],
		['≤300M', 'mobilenet-v3/large-1.0'],
		['≤600M', 'efficientnet/b0'],
	] as const) {
		it(`${text} picks ${model}`, () => {
			assert.equal(models(pickSeed(text))[0], model);
		});
	}

	it('70 ms on a Pixel 1 is met by MobileNetV3-Large alone, exceeded once and unknown 51 times', () => {
		const result = pickSeed('≤70ms@P1');
		assert.deepEqual(models(result), ['mobilenet-v3/large-1.0']);
		assert.deepEqual(result.counts, { meets: 1, exceeds: 1, unknown: 51, unranked: 0 });
	});

	it('the frontier on MACs has 14 members, each dearer and more accurate than the one before', () => {
		const frontier = frontierOf(catalog, 'macs', { source: 'seed' });
		assert.equal(frontier.length, 14);
		frontier.slice(1).forEach(({ cost, percent }, place) => {
			const before = frontier[place];
			assert.ok(before && cost > before.cost && percent > before.percent);
		});
	});

	it('an infeasible budget returns the three nearest, nearest first, with how far each is over', () => {
		const { matches, near, nothing } = pickSeed('≤10M');
		assert.deepEqual(matches, []);
		assert.deepEqual(
			near.map(({ candidate, over }) => [
				candidate.model,
				...over.map(({ value, limitValue }) => [value, limitValue]),
			]),
			[
				['shufflenet-v2/0.5', [41e6, 10e6]],
				['mobilenet-v3/small-0.75', [44e6, 10e6]],
				['mobilenet-v2/0.35', [59.2e6, 10e6]],
			],
		);
		assert.equal(
			nothing?.text,
			'nothing meets the budget; ShuffleNetV2 0.5x would if 10 M MACs were raised to 41 M',
		);
	});

	it('0.6 GFLOPs shows both readings in the first line', () => {
		const [first = ''] = formatPickText(pickSeed('0.6 GFLOPs')).split('\n');
		assert.match(first, /300 M MACs/);
		assert.match(first, /600 M MACs/);
	});
});

describe('with the figures of the seed document alone, in an answer', () => {
	it('rows of another data set or without a source are never a match', () => {
		const all = models(pickSeed('top1 ≥ 1'));
		for (const model of ['densenet/41-variant', 'squeezenet/1.0-variant']) assert.ok(!all.includes(model), model);
		assert.ok(all.length > 40);
	});

	it('one network at several input sizes is one match with the others folded under it', () => {
		const result = pickSeed('≤600M');
		const shown = result.matches.find(({ candidate }) => candidate.model === 'mobilenet-v1/1.0');
		assert.deepEqual(shown?.candidate.input, [224, 224]);
		assert.deepEqual(
			shown.folded.map(({ input }) => input),
			[
				[192, 192],
				[160, 160],
			],
		);
	});

	it('the text of an answer stays as it was read', () => {
		assert.equal(formatPickText(pickSeed('≤70ms@P1')), pixelAnswer.replace('CATALOG', foot()));
	});
});

function foot(): string {
	return `Catalog ${catalog.version} of ${catalog.date}`;
}

const pixelAnswer = `Budget: ≤ 70 ms@pixel-1; latency on Google Pixel 1 in tflite-cpu, fp32, 1 thread
1 meet, 1 exceed, 51 unknown, 0 unranked; 53 candidates, source seed

Rank  Model                   Input   Top-1   MACs  Params  Google Pixel 1
   1  MobileNetV3-Large 1.0  224 px  75.2 %  219 M   5.4 M           66 ms  pick

MobileNetV3-Large 1.0: the pick: most accurate within the budget; 66 ms on Google Pixel 1, limit 70 ms

Near misses
  Model             Input  Top-1   MACs  Params  Google Pixel 1  Over
  MobileNetV2 1.0  224 px   72 %  300 M   3.4 M           78 ms  78 ms on Google Pixel 1, limit 70 ms (11 % over)

Binding limit: 70 ms on Google Pixel 1: without it the most accurate is EfficientNet-B7 at 600 px, 84.4 % instead of 75.2 %

Source of all figures: seed
CATALOG`;
