import assert from 'node:assert/strict';
import { modelsWithNetwork, networkOf } from '../../../src/architecture/networkOf.ts';
import { traceNetwork } from '../../../src/architecture/traceNetwork.ts';
import { modelCard } from '../../../src/comparison/modelCard.ts';
import { formatModelCard } from '../../../src/comparison/modelCardMarkdown.ts';
import { formatModelTooltip } from '../../../src/comparison/modelCardTooltip.ts';
import { cardOfCost, costBlocks, costCard } from '../../../src/comparison/stageCosts.ts';
import { usualInput } from '../../../src/catalog/usualInput.ts';
import { shippedData } from '../../support/shippedData.ts';

const catalog = shippedData();

function cardOf(id: string): ReturnType<typeof modelCard> {
	const model = catalog.modelById.get(id);
	assert.ok(model, id);
	return modelCard(catalog, model);
}

describe('the cost of a model by stage', () => {
	it('adds up to that of the whole, for every network', () => {
		for (const id of modelsWithNetwork) {
			const network = networkOf(id);
			assert.ok(network, id);
			const input = usualInput(catalog.candidatesOf(id)) ?? [224, 224];
			const cost = cardOfCost(traceNetwork(network, input), input);
			for (const kind of ['params', 'macs', 'activations'] as const)
				assert.equal(
					cost.stages.reduce((sum, stage) => sum + stage[kind], 0),
					cost[kind],
				);
		}
	});

	it('stands in the details at the input of the leading candidate, with the share of each stage', () => {
		const card = cardOf('mobilenet-v2/1.0');
		assert.deepEqual(card.cost?.input, card.candidates[0]?.input);
		assert.match(formatModelCard(card), /^## Cost by stage$/m);
		const shares = costBlocks(costCard({ model: 'mobilenet-v2/1.0' }, [224, 224]))
			.join('\n')
			.matchAll(/ (\d+\.\d) % /g);
		const sum = [...shares].reduce((all, [, share]) => all + Number(share), 0);
		assert.ok(Math.abs(sum - 100) < 0.6, String(sum));
	});

	it('is not there where the layers are not described, or the image is too small for them', () => {
		assert.equal(cardOf('convnext-v2/tiny').cost, undefined);
		assert.doesNotMatch(formatModelCard(cardOf('convnext-v2/tiny')), /Cost by stage/);
		assert.equal(costCard({ model: 'squeezenet/1.0' }, [12, 12]), undefined);
		assert.deepEqual(costBlocks(undefined), []);
	});
});

it('names a few devices in a tooltip and counts the others', () => {
	const card = cardOf('mobilenet-v2/1.0');
	assert.ok(card.latencies.length > 6);
	const line = /^Measured on .*$/m.exec(formatModelTooltip(card))?.[0] ?? '';
	assert.ok(line.endsWith(` and ${String(card.latencies.length - 4)} more devices`), line);
	assert.match(
		formatModelTooltip({ ...card, latencies: card.latencies.slice(0, 5) }),
		/^Measured on (?!.*more devices)/m,
	);
});
