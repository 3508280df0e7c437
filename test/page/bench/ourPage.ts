import { gridRows } from '../../bench/gridRows.ts';
import { snapshotOfRows } from '../../bench/snapshotOfRows.ts';
import { offerGrid } from './gridUnderTest.ts';
import { offerPlot } from './plotUnderTest.ts';

/** Stands in for the editor and drives the page as a person does. */

let message: object | undefined;

Object.assign(window, { pageSetup: { variables: {}, bodyClasses: ['vscode-dark'] }, pagePosts: () => undefined });

offerGrid({
	prepare: rows => {
		message = { type: 'show', snapshot: snapshotOfRows(gridRows(rows)), afterChange: 0 };
	},
	mount: show,
	sort: column => {
		find(`[role=columnheader].${column}`).click();
	},
	filter: text => {
		const field = find('vscode-textfield.filter');
		Object.assign(field, { value: text });
		field.dispatchEvent(new InputEvent('input'));
	},
	names: () => {
		const rows = [2, 3, 4, 5, 6].map(place => document.querySelector(`.body > [aria-rowindex="${String(place)}"]`));
		return rows.map(row => row?.querySelector('.cell.name .text')?.textContent ?? '');
	},
	count: () => Number(document.querySelector('.grid')?.getAttribute('aria-rowcount')) - 1,
	scroller: () => find('.grid'),
	rows: () => document.querySelectorAll('.body > .row'),
});

offerPlot({
	mount: show,
	prepare: rows => {
		message = { type: 'show', snapshot: snapshotOfRows(gridRows(rows)), afterChange: 0 };
	},
	zoom: () => {
		press('+');
	},
	zoomBack: () => {
		press('-');
	},
	pan: () => {
		press('ArrowLeft', true);
	},
	panBack: () => {
		press('ArrowRight', true);
	},
	state: () => document.querySelector('#plot-summary')?.textContent ?? '',
});

/** The message crosses as in the editor, by a structured clone; the page then has the only copy. */
function show(): void {
	window.postMessage(message, window.origin);
	message = undefined;
}

function press(key: string, shiftKey = false): void {
	const frame = find('.plot-frame');
	frame.focus();
	frame.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
}

function find(selector: string): HTMLElement {
	const element = document.querySelector(selector);
	if (!(element instanceof HTMLElement)) throw new Error(`the page shows no ${selector}`);
	return element;
}
