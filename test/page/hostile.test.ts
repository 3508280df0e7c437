import assert from 'node:assert/strict';
import { aCatalog, aDevice, aFamily, aModel, aSource } from '../support/builders.ts';
import { hostilePayloads } from '../support/hostileCatalog.ts';
import { PageStage, type ComparisonPage } from './pageFixture.ts';

const stage = new PageStage();

/** A row per text, with that text everywhere a row has one. */
function catalogOf(texts: readonly string[]) {
	const ids = texts.map((_, index) => `n${String(index)}`);
	return aCatalog({
		version: texts[0] ?? '',
		families: ids.map((id, index) => aFamily({ id, name: texts[index] ?? '', aliases: [texts[index] ?? ''] })),
		models: ids.map((id, index) => aModel({ id: `${id}/1`, name: texts[index] ?? '' })),
		sources: [aSource({ id: 'paper', title: texts[1] ?? '' })],
		devices: [aDevice({ id: 'p1', name: texts[1] ?? '' })],
		candidates: ids.map((id, index) => ({ id: `${id}/1@224`, top1: 70, macs: index + 1, latencyMs: { p1: 5 } })),
	});
}

async function elementCount(opened: ComparisonPage): Promise<number> {
	await opened.grid.locator('[role=gridcell]').first().click();
	return opened.page.evaluate(() => document.querySelectorAll('*').length);
}

describe('a hostile catalog', () => {
	stage.use();

	it('draws hostile texts as text: no element, script, request or policy violation comes of them', async () => {
		const size = { width: 1600, height: 4000 };
		const snapshot = { budget: '5M', selection: ['n0/1', 'n1/1'] };
		const plain = await stage.open({
			catalog: catalogOf(hostilePayloads.map((_, index) => `model ${String(index)}`)),
			size,
			snapshot,
		});
		const expected = await elementCount(plain);
		const hostile = await stage.open({ catalog: catalogOf(hostilePayloads), size, snapshot });
		assert.equal(await elementCount(hostile), expected);
		const names = await hostile.cells('name');
		assert.ok(names.some(name => name.includes('<img src=x onerror=alert(1)>')));
		const requested = new Set(hostile.requests.map(url => new URL(url).pathname));
		assert.deepEqual([...requested].sort(), ['/', '/page.js']);
		assert.deepEqual([await hostile.violations(), hostile.errors], [[], []]);
	});
});
