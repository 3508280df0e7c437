import '../../media/page.css';
import '../../media/table.css';
import type { ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { pickNote } from '../comparison/rowText.ts';
import { DrawingTurns } from './drawingTurns.ts';
import { FootView } from './footView.ts';
import { PageModel } from './pageModel.ts';
import { PlotView } from './plotView.ts';
import { Popup } from './popup.ts';
import { SideBySideView } from './sideBySideView.ts';
import { TableView } from './tableView.ts';
import { ToolbarView } from './toolbarView.ts';

interface Part {
	focus(): void;
	hasFocus(): boolean;
}

/** Builds the page, connects its parts to the host, and says that it listens. */
function start(root: HTMLElement, early: typeof modelScoutEarly): void {
	const model = new PageModel(early.editor);
	const say = createVoice(root);
	/** The table, or the models side by side in its place. */
	const main: Part = {
		focus: () => {
			(compared.isShown() ? compared : table).focus();
		},
		hasFocus: () => table.hasFocus() || compared.hasFocus(),
	};
	const toTable = (): void => {
		main.focus();
	};
	const toPick = (snapshot: ComparisonSnapshot): void => {
		const isShown = table.goTo(snapshot.budget.pick);
		if (!isShown && snapshot.budget.problem === undefined) say(pickNote(snapshot));
	};
	const toolbar = new ToolbarView(model, region(root, 'div', 'toolbar'), toTable, toPick);
	const plot = new PlotView(model, region(root, 'section', 'plot', 'Plot'), say, toTable);
	const popup = new Popup(root);
	const table = new TableView(model, region(root, 'section', 'table', 'Table'), popup, say);
	const compared = new SideBySideView(model, region(root, 'section', 'compared', 'Side by side'), toTable);
	const foot = new FootView(model, region(root, 'div', 'foot'));
	const turns = new DrawingTurns(() => {
		root.ariaBusy = null;
		prepareWhenIdle(model);
	});
	const draw = (): void => {
		root.classList.toggle('loading', !model.snapshot);
		if (!model.snapshot) return;
		root.classList.toggle('compares', compared.isShown());
		// the part that a person works in answers at once, which is the table unless it is the plot
		const isPlotting = root.querySelector('#plot:is(:hover, :focus-within)') !== null;
		const [first, second] = isPlotting ? [plot, table] : [table, plot];
		for (const view of [first, compared, popup]) view.draw();
		turns.add([foot, ...(table.isComplete ? [] : [table]), second, toolbar]);
	};
	const tableSoon = oncePerFrame(() => {
		table.draw();
	});
	root.classList.add('loading');
	root.ariaBusy = 'true';
	model.onChange(draw);
	model.onHover(() => {
		plot.drawHovered();
		tableSoon();
	});
	listenToKeys([toolbar, main, plot], toolbar, main);
	listenToTheme(() => {
		if (model.snapshot) turns.add([plot]);
	});
	window.addEventListener('pagehide', () => {
		model.save();
	});
	window.addEventListener('message', event => {
		if (event.origin === window.origin) model.receive(event.data);
	});
	model.ready();
	for (const message of early.take()) model.receive(message);
}

function prepareWhenIdle(model: PageModel): void {
	requestIdleCallback(() => {
		if (model.prepareNext()) prepareWhenIdle(model);
	});
}

/** Runs `draw` in the next frame, however often it is asked for before. */
function oncePerFrame(draw: () => void): () => void {
	let isQueued = false;
	return () => {
		if (isQueued) return;
		isQueued = true;
		requestAnimationFrame(() => {
			isQueued = false;
			draw();
		});
	};
}

/** A new region of the page, in the order in which it is read. */
function region(root: HTMLElement, tag: 'div' | 'section', id: string, label?: string): HTMLElement {
	const element = document.createElement(tag);
	element.id = id;
	if (label !== undefined) element.setAttribute('aria-label', label);
	root.append(element);
	return element;
}

/** Has `text` read out once nothing more urgent has come for a moment. */
function createVoice(root: HTMLElement): (text: string) => void {
	const spoken = region(root, 'div', 'spoken');
	spoken.setAttribute('role', 'status');
	let waiting: ReturnType<typeof setTimeout> | undefined;
	return text => {
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			spoken.textContent = text;
		}, 120);
	};
}

/** F6 goes round the parts, `/` to the filter, Esc to the table. Keys of the parts themselves never get here. */
function listenToKeys(parts: readonly Part[], toolbar: Part, table: Part): void {
	document.addEventListener('keydown', event => {
		if (event.key === 'F6') {
			const present = parts.findIndex(part => part.hasFocus());
			const step = event.shiftKey ? parts.length - 1 : 1;
			parts[(Math.max(0, present) + step) % parts.length]?.focus();
		} else if (event.key === '/' && !isWriting(event)) toolbar.focus();
		else if (event.key === 'Escape') table.focus();
		else return;
		event.preventDefault();
		event.stopPropagation(); // the editor would act on the key as well
	});
}

function isWriting(event: KeyboardEvent): boolean {
	return event.composedPath().some(target => target instanceof HTMLInputElement && target.type !== 'checkbox');
}

/** The canvas holds colors as they were when it was drawn; all else follows by itself. */
function listenToTheme(redraw: () => void): void {
	const observer = new MutationObserver(redraw);
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
	observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
	window.matchMedia('(forced-colors: active)').addEventListener('change', redraw);
}

const root = document.getElementById('comparison');
if (root) start(root, modelScoutEarly);
