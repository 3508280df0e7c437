import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { initialPageState } from '../../src/comparison/pageState.ts';
import { plotSvg } from '../../src/comparison/plotSvg.ts';
import { comparisonSnapshot } from '../../src/comparison/snapshot.ts';
import { aCatalog, aModel } from '../support/builders.ts';
import { launchChromium } from '../support/editor/chromium.ts';

const mayHold = new Set([
	'svg',
	'title',
	'desc',
	'rect',
	'text',
	'line',
	'g',
	'clipPath',
	'polyline',
	'path',
	'circle',
]);
const hostile = fc.string({
	unit: fc.constantFrom(
		...Array.from('<>&"\'a1/ ='),
		'<script>',
		']]>',
		'<!--',
		'&lt;',
		'\u0000',
		'\ud800',
		'\u202e',
		' onload=',
		'\uffff',
		'×',
	),
	maxLength: 12,
});

function svgOf(names: readonly string[]): string {
	const models = names.map((name, index) => aModel({ id: `m${String(index)}/1`, name }));
	const candidates = names.map((_, index) => ({
		id: `m${String(index)}/1@224`,
		top1: 60 + index,
		macs: 1e6 * (index + 1),
	}));
	const snapshot = comparisonSnapshot(aCatalog({ models, candidates }), { budget: '5M' });
	const rows = Uint32Array.from(names.keys());
	return plotSvg(snapshot, rows, { ...initialPageState, grouping: 'family' });
}

interface ParsedSvg {
	readonly isBroken: boolean;
	readonly elements: readonly string[];
	readonly attributes: readonly string[];
	readonly title: string;
	readonly description: string;
}

describe('the plot as SVG', () => {
	let browser: Browser;
	before(async () => {
		browser = await launchChromium();
	});
	after(() => browser.close());

	it('is XML with nothing but shapes and texts in it, whatever the names are', async () => {
		const page = await browser.newPage(); // without the policy of the comparison page, which lets nothing be parsed
		const names = fc.sample(fc.array(hostile, { minLength: 3, maxLength: 6 }), { numRuns: 150, seed: 42 });
		const parsed = await page.evaluate(parseAll, names.map(svgOf));
		for (const { isBroken, elements, attributes, title, description } of parsed) {
			assert.equal(isBroken, false);
			assert.deepEqual(
				elements.filter(name => !mayHold.has(name)),
				[],
			);
			assert.deepEqual(
				attributes.filter(name => /^on|href|style|src/i.test(name)),
				[],
			);
			assert.equal(title, 'Top-1 accuracy against MACs');
			assert.match(description, /on the frontier/);
		}
	});
});

/** Runs in the page, whose parser is that of a browser. */
function parseAll(texts: readonly string[]): ParsedSvg[] {
	return texts.map(text => {
		const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
		const all = [...parsed.querySelectorAll('*')];
		return {
			isBroken: parsed.querySelector('parsererror') !== null,
			elements: [...new Set(all.map(({ tagName }) => tagName))],
			attributes: [...new Set(all.flatMap(element => element.getAttributeNames()))],
			title: parsed.querySelector('svg > title')?.textContent ?? '',
			description: parsed.querySelector('svg > desc')?.textContent ?? '',
		};
	});
}
