import assert from 'node:assert/strict';
import { ComparisonKeys } from '../../support/editor/comparisonKeys.ts';
import { EditorOfTests } from '../../support/editor/editorOfTests.ts';

const editor = new EditorOfTests();
let keys: ComparisonKeys;

/** The number of a cell, whatever mark stands before it. */
function numberIn(text: string): number {
	return parseFloat(text.replace(/^[^\d]*/, ''));
}

describe('the table of the comparison by keyboard, in the editor', () => {
	editor.use();

	before(async () => {
		keys = await ComparisonKeys.open(editor.page);
	});

	afterEach(async () => {
		await keys.filterBy('');
	});

	sortedAndFiltered();
	judgedAndCompared();
	foldedAndExplained();
	copied();
});

function sortedAndFiltered(): void {
	it('is sorted by several columns with Enter and Shift+Enter on their headers', async () => {
		await keys.filterBy('framework:torchvision');
		await keys.toHeader('family');
		await keys.press('Enter');
		await keys.locator('.header .family[aria-sort=ascending]').waitFor();
		await keys.toHeader('top1');
		await keys.press('Shift+Enter');
		await keys.comesToSay('.header .top1 .sort', /^▾2$/);
		await keys.comesTrue(async () => {
			const [families, accuracies] = [await keys.cells('family'), (await keys.cells('top1')).map(numberIn)];
			assert.deepEqual(families, families.toSorted(new Intl.Collator('en').compare));
			const pairs = families.slice(1).flatMap((family, place) => (family === families[place] ? [place] : []));
			assert.ok(pairs.length > 0, families.join());
			for (const place of pairs)
				assert.ok(!((accuracies[place + 1] ?? 0) > (accuracies[place] ?? 0)), `row ${place}`);
		});
		await keys.toHeader('top1');
		await keys.press('Enter');
		await keys.locator('.header .top1[aria-sort=descending]').waitFor();
	});

	it('is narrowed to a range of a column, which has a histogram', async () => {
		await keys.toHeader('macs');
		await keys.press('Alt+ArrowDown');
		await keys.locator('.histogram .bin').first().waitFor();
		await keys.type('200M');
		await keys.press('Tab');
		await keys.type('300M');
		await keys.press('Enter');
		await keys.comesToSay('.header .macs.filtered', /MACs/);
		await keys.comesTrue(async () => {
			assert.equal(await keys.filterText(), 'macs>=200M macs<=300M');
			const millions = (await keys.cells('macs')).map(numberIn);
			assert.ok(millions.length > 5 && millions.every(count => count >= 200 && count <= 300), millions.join());
		});
	});

	it('is narrowed to chosen values of a column', async () => {
		await keys.toHeader('framework');
		await keys.press('Alt+ArrowDown');
		await keys.locator('.popup .search:focus').waitFor();
		await keys.press('ArrowDown', 'Space', 'ArrowDown', 'Space', 'Escape');
		await keys.locator('.header .framework.filtered').waitFor();
		await keys.comesTrue(async () => {
			assert.match(await keys.filterText(), /^framework=\w+,\w+$/);
			const chosen = (await keys.filterText()).replace('framework=', '').split(',');
			const shown = new Set((await keys.cells('framework')).map(name => name.toLowerCase()));
			assert.ok(shown.size > 0 && [...shown].every(name => chosen.includes(name)), [...shown].join());
		});
	});
}

function judgedAndCompared(): void {
	it('is judged by a typed budget, with a count of each verdict that narrows it', async () => {
		await keys.filterBy('framework:timm');
		await keys.setBudget('300M, 6M params');
		const counts = await keys.locator('button.verdict').allInnerTexts();
		const sum = counts.reduce((total, text) => total + parseInt(text.replace(/^\D+/, ''), 10), 0);
		assert.match(counts.join(), /\d+ meets.*\d+ exceeds.*\d+ unknown.*\d+ unranked/s);
		assert.ok(sum > 0);
		await keys.toFilter();
		await keys.tabTo('button.verdict.meets');
		await keys.press('Space');
		await keys.locator('button.verdict.meets[aria-pressed=true]').waitFor();
		await keys.comesTrue(async () => {
			const shown = (await keys.cells('verdict')).map(text => text.replace(/^\W+/, ''));
			assert.deepEqual([...new Set(shown)], ['meets']);
		});
		await keys.press('Space');
		await keys.setBudget('');
	});

	it('keeps the keyboard on its header while no row is shown', async () => {
		await keys.filterBy('no such model');
		await keys.locator('.empty').waitFor();
		await keys.locator('[role=columnheader]:focus').waitFor();
	});

	it('has pinned rows, a baseline, and how every number stands to it', async () => {
		await keys.toFirstRow();
		await keys.press('b');
		await keys.comesToSay('.row.active .mark', /^baseline$/);
		await keys.press('ArrowDown', 'Space');
		await keys.locator('.pinned [role=row][aria-selected=true]').waitFor();
		await keys.comesToSay('.pinned .macs .delta', /^[+−×=]/);
		await keys.press('Space', 'b', 'b');
		await keys.locator('.pinned').waitFor({ state: 'detached' });
		await keys.locator('.delta').first().waitFor({ state: 'detached' });
	});

	it('gives its place to pinned models side by side, and takes it back', async () => {
		await keys.toFirstRow();
		await keys.press('Space', 'ArrowDown', 'Space');
		await keys.locator('.pinned [role=row]').nth(1).waitFor();
		await keys.press('c');
		await keys.locator('.compared-frame:focus').waitFor();
		assert.equal(await keys.locator('.compared-name').count(), 2);
		await keys.press('Escape');
		await keys.locator('[role=grid]:focus-within').waitFor();
		await keys.tabTo('#foot button.clear');
		await keys.press('Enter');
		await keys.locator('.pinned').waitFor({ state: 'detached' });
	});
}

function foldedAndExplained(): void {
	it('is narrowed by an alias typed into the filter', async () => {
		await keys.filterBy('mbv3');
		await keys.comesTrue(async () => {
			const names = await keys.cells('name');
			const found = names.filter(name => name.startsWith('MobileNetV3'));
			assert.ok(found.length > 5 && found.length === names.length, names.join());
		});
	});

	it('is folded by model and by family, and unfolds a row', async () => {
		for (const by of ['best per model', 'best per family']) {
			await keys.choose('vscode-single-select.fold', by);
			await keys.locator('[role=treegrid]').waitFor();
			await keys.toFirstRow();
			await keys.press('ArrowRight');
			await keys.locator('[role=row][aria-expanded=true] + [role=row][aria-level="2"]').waitFor();
			await keys.press('ArrowLeft');
			await keys.locator('[aria-level="2"]').first().waitFor({ state: 'detached' });
		}
		await keys.choose('vscode-single-select.fold', 'all candidates');
		await keys.locator('[role=grid]').waitFor();
	});

	it('shows costs as FLOPs, twice the MACs', async () => {
		await keys.toFirstRow('macs');
		const macs = await keys.locator('.macs:focus').innerText();
		await keys.toFilter();
		await keys.tabTo('vscode-checkbox.flops');
		await keys.press('Space');
		await keys.comesToSay('.header .macs', /FLOPs/);
		await keys.toFirstRow('macs');
		const ratio = numberIn(await keys.locator('.macs:focus').innerText()) / numberIn(macs);
		assert.ok(Math.abs(ratio - 2) < 0.001, `${ratio} times as many`); // both are rounded
		await keys.toHeader('macs');
		await keys.press('Shift+F10');
		await keys.takeMenuItem('Show as FLOPs');
		await keys.comesToSay('.header .macs', /MACs/);
	});

	it('explains the cell that has the keyboard: its source, what contradicts it, why it is blank', async () => {
		await keys.filterBy('framework=timm mobilenetv2_100.ra_in1k');
		await keys.toFirstRow('top1');
		await keys.comesToSay('#foot .note', /: top-1 accuracy [\d.]+ %, timm /);
		await keys.toFirstRow('bytes');
		await keys.comesToSay('#foot .note', /: no Size at this input size is in the catalog/);
		await keys.filterBy('family:mobilenetv1 0.75');
		await keys.toFirstRow('macs');
		await keys.locator('.macs:focus .conflict').waitFor();
		await keys.comesToSay('#foot .note', /; sources differ: .* says [\d.]+ M MACs/);
	});
}

function copied(): void {
	it('copies rows with their headers', async () => {
		await keys.toFirstRow();
		const text = await editor.copied(() => keys.press('Control+C'));
		const [header = '', row = '', ...rest] = text.trimEnd().split(/\r?\n/);
		assert.match(header, /^Model\tTop-1/);
		assert.equal(row.split('\t').length, header.split('\t').length);
		assert.equal(rest.length, 0);
	});
}
