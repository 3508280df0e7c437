import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { parseInput } from '../../../src/catalog/parseInput.ts';
import type { FigureKind } from '../../../src/catalog/records.ts';
import { shownFigure } from '../../../src/catalog/shownFigure.ts';
import { columnTitle } from '../../../src/comparison/columns.ts';
import { costsAtInput } from '../../../src/comparison/costsAtInput.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { shippedData } from '../../support/shippedData.ts';

const catalog = shippedData();

function shown(of: Catalog, id: string, kind: FigureKind): number | undefined {
	const candidate = of.candidateById.get(id);
	assert.ok(candidate, id);
	return shownFigure(of, candidate, kind)?.value;
}

describe('costs at one input size', () => {
	const at160 = costsAtInput(catalog, [160, 160]);

	it('are those that a candidate of that size has', () => {
		assert.equal(shown(at160, 'mobilenet-v2/1.0@224', 'macs'), shown(catalog, 'mobilenet-v2/1.0@160', 'macs'));
		assert.equal(shown(at160, 'mobilenet-v2/1.0@96', 'macs'), shown(at160, 'mobilenet-v2/1.0@224', 'macs'));
	});

	it('leave every count at its own size as it was', () => {
		const square = catalog.candidates.filter(({ input }) => input.join() === '224,224');
		const at224 = costsAtInput(catalog, [224, 224]);
		const counted = square.filter(
			({ id }) => shownFigure(catalog, candidateOf(id), 'macs')?.figure.source === 'computed',
		);
		assert.ok(counted.length > 400, String(counted.length));
		for (const { id } of counted) assert.equal(shown(at224, id, 'macs'), shown(catalog, id, 'macs'), id);
	});

	it('leave accuracies, parameters and times as they are', () => {
		for (const { id } of catalog.candidates.slice(0, 400))
			for (const kind of ['top1', 'params', 'bytes'] as const)
				assert.equal(shown(at160, id, kind), shown(catalog, id, kind), id);
		assert.equal(at160.measurements, catalog.measurements);
	});

	it('are unknown where the layers are not described, of another form, or do not take the size', () => {
		assert.equal(shown(at160, 'keras:ResNet50@224', 'macs'), undefined);
		const unknown = catalog.candidates.find(({ model }) => model.startsWith('vit/'));
		assert.ok(unknown);
		assert.equal(shown(at160, unknown.id, 'macs'), undefined);
		assert.equal(shown(costsAtInput(catalog, [8, 8]), 'inception-v3/1.0@299', 'macs'), undefined);
	});

	it('name their column after the size, and every count in it', () => {
		const snapshot = comparisonSnapshot(at160, { costInputs: [160] });
		assert.equal(columnTitle(snapshot, 'macs'), 'MACs at 160 px');
		assert.deepEqual(snapshot.costInput, [160, 160]);
		assert.equal(columnTitle(comparisonSnapshot(catalog), 'macs'), 'MACs');
	});

	function candidateOf(id: string) {
		const candidate = catalog.candidateById.get(id);
		assert.ok(candidate, id);
		return candidate;
	}
});

describe('an input size', () => {
	it('is read as it is written', () => {
		const side = fc.integer({ min: 1, max: 99_999 });
		fc.assert(
			fc.property(side, side, fc.constantFrom('x', '×', ' x ', 'X'), (height, width, sign) => {
				assert.deepEqual(parseInput(`${height}${sign}${width}`), [height, width]);
				assert.deepEqual(parseInput(` ${height} `), [height, height]);
			}),
		);
	});

	it('is nothing else', () => {
		for (const text of ['', '0', '224px', '224x', 'x224', '2.5', '-1', '100000', '224x0', '1e3'])
			assert.equal(parseInput(text), undefined, text);
	});
});
