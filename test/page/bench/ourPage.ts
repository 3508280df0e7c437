import type { ComparisonSnapshot } from '../../../src/comparison/comparisonSnapshot.ts';
import { packHostMessage } from '../../../src/comparison/packHostMessage.ts';
import { layOutPlot, placeOn, type Plot } from '../../../src/comparison/plot.ts';
import { plotPoints } from '../../../src/comparison/plotPoints.ts';
import { lengthOf } from '../../../src/comparison/plotWindow.ts';
import { plotMargins } from '../../../src/webview/plotPicture.ts';
import { gridRows } from '../../bench/gridRows.ts';
import { snapshotOfRows } from '../../bench/snapshotOfRows.ts';
import { offerGrid } from './gridUnderTest.ts';
import { offerPlot } from './plotUnderTest.ts';

/** Stands in for the editor and drives the page as a person does. */

let message: object | undefined;
/** What the plot shows, and its layout where that was asked for. */
let plotted: ComparisonSnapshot | undefined;
let laidOut: Plot | undefined;

Object.assign(window, { pageSetup: { variables: {}, bodyClasses: ['vscode-dark'] }, pagePosts: () => undefined });

offerGrid({
	prepare: rows => {
		message = messageOf(snapshotOfRows(gridRows(rows)));
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
		plotted = snapshotOfRows(gridRows(rows));
		laidOut = undefined;
		message = messageOf(plotted);
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
	hover: {
		goTo: ({ left, top }) => {
			const frame = find('.plot-frame');
			const box = frame.getBoundingClientRect();
			frame.focus();
			const at = { clientX: box.left + left, clientY: box.top + top, bubbles: true };
			frame.dispatchEvent(new PointerEvent('pointermove', at));
		},
		current: () => document.querySelector('.hover-card')?.textContent ?? '',
	},
	state: () => document.querySelector('#plot-summary')?.textContent ?? '',
	canvas: () => {
		const canvas = find('.plot-frame canvas');
		if (!(canvas instanceof HTMLCanvasElement)) throw new Error('the page draws its plot elsewhere');
		return canvas;
	},
	placeOf: ({ x, y }) => {
		laidOut ??= layOut();
		const { scales, window: shown } = laidOut;
		return {
			left: placeOn(scales.x, lengthOf(x, shown.logX)),
			top: placeOn(scales.y, lengthOf(y, shown.logY)),
		};
	},
	frontier: () => {
		const { macs, top1 } = shownSnapshot().numbers;
		const valueOf = (values: Float64Array, row: number): number => values[row] ?? NaN;
		return Array.from(shownSnapshot().frontiers.macs, row => ({
			x: valueOf(macs.values, row),
			y: valueOf(top1.values, row),
		}));
	},
});

function shownSnapshot(): ComparisonSnapshot {
	if (!plotted) throw new Error('nothing is prepared');
	return plotted;
}

/** The whole plot as the core lays it out, to compare the canvas with. */
function layOut(): Plot {
	const snapshot = shownSnapshot();
	const rows = Uint32Array.from({ length: snapshot.rows }, (_, row) => row);
	const { clientWidth, clientHeight } = find('.plot-frame');
	const { left, right, top, bottom } = plotMargins;
	const area = { left, top, width: clientWidth - left - right, height: clientHeight - top - bottom };
	return layOutPlot(snapshot, plotPoints(snapshot, rows, { x: 'macs', y: 'top1' }), snapshot.frontiers.macs, area);
}

function messageOf(snapshot: ComparisonSnapshot): object {
	return packHostMessage({ type: 'show', snapshot, afterChange: 0 });
}

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
