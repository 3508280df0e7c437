import assert from 'node:assert/strict';
import { outputSchemas } from '../../../src/cli/outputs.schema.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';
import { readData } from '../../support/shippedData.ts';

type Pick = ReturnType<typeof outputSchemas.pick.parse>;

const program = useCommandLine();

/** What is answered from the figures that the seed document itself prints. */
async function pickSeed(budget: string, ...more: string[]): Promise<Pick> {
	return outputSchemas.pick.parse(await program.json('pick', '--source', 'seed', '--budget', budget, ...more));
}

describe('with the figures of the seed document alone, the command line', () => {
	for (const [budget, model] of [
		['≤50M', 'mobilenet-v3/small-0.75'],
		['≤300M', 'mobilenet-v3/large-1.0'],
		['≤600M', 'efficientnet/b0'],
		['≤70ms@P1', 'mobilenet-v3/large-1.0'],
	] as const) {
		it(`picks ${model} at ${budget}`, async () => {
			const { matches, counts } = await pickSeed(budget);
			assert.deepEqual([matches[0]?.model, matches[0]?.rank], [model, 1]);
			assert.equal(counts.meets + counts.exceeds + counts.unknown + counts.unranked, 53);
		});
	}

	it('finds one model within 70 ms on a Pixel 1, one over it, and no latency of the other 51', async () => {
		const { matches, near, counts } = await pickSeed('≤70ms@P1');
		assert.deepEqual(counts, { meets: 1, exceeds: 1, unknown: 51, unranked: 0 });
		assert.deepEqual(
			matches.map(({ id }) => id),
			['mobilenet-v3/large-1.0@224'],
		);
		assert.deepEqual(
			near.map(({ id }) => id),
			['mobilenet-v2/1.0@224'],
		);
	});

	it('answers an infeasible budget with the three nearest and how far over each is', async () => {
		const { matches, near, counts } = await pickSeed('≤10M');
		assert.deepEqual([matches, counts.meets], [[], 0]);
		assert.deepEqual(
			near.map(({ id, over }) => [id, over.map(({ ratio }) => Number(ratio.toFixed(2)))]),
			[
				['shufflenet-v2/0.5@224', [4.1]],
				['mobilenet-v3/small-0.75@224', [4.4]],
				['mobilenet-v2/0.35@224', [5.92]],
			],
		);
	});

	it('shows both readings of 0.6 GFLOPs and takes the one that is asked for', async () => {
		const [asFlops, asMacs] = await Promise.all([
			pickSeed('0.6 GFLOPs'),
			pickSeed('0.6 GFLOPs', '--flops', 'macs'),
		]);
		assert.deepEqual([asFlops.budget.limits[0]?.max, asMacs.budget.limits[0]?.max], [300e6, 600e6]);
		for (const { reading } of [asFlops, asMacs]) assert.match(reading ?? '', /300 M MACs.*600 M|600 M MACs.*300 M/);
		assert.deepEqual(
			[asFlops.matches[0]?.model, asMacs.matches[0]?.model],
			['mobilenet-v3/large-1.0', 'efficientnet/b0'],
		);
	});

	it('counts 31 families, 50 models, 53 candidates, and as many figures as the data hold', async () => {
		const found = outputSchemas.catalog.parse(await program.json('catalog', '--source', 'seed'));
		const printed = readData('figures.json').match(/"source": "seed"/g)?.length;
		assert.deepEqual([found.families, found.models, found.candidates], [31, 50, 53]);
		assert.deepEqual([found.figures, found.measurements.byDevice], [{ seed: printed }, pixels]);
	});
});

const pixels = { 'pixel-1': 2, 'pixel-2': 2, 'pixel-3': 2 };
