import { html, nothing, type TemplateResult } from 'lit';
import { deltaText } from '../comparison/baseline.ts';
import { isFiltered } from '../comparison/columnFilter.ts';
import { activeColumnIn, type PlacedColumn } from '../comparison/columnLayout.ts';
import { cellText, isNumberColumn, type ColumnId } from '../comparison/columns.ts';
import {
	textAt,
	verdictAt,
	type ComparisonSnapshot,
	type NumberMetric,
	type RowVerdict,
} from '../comparison/comparisonSnapshot.ts';
import { markWords, rowLabel } from '../comparison/rowText.ts';
import { columnDescription, type Column } from '../comparison/shownColumns.ts';
import type { PageModel } from './pageModel.ts';
import { toggleFold } from './rowFolds.ts';

/** A shape beside each verdict, so that none is told by color alone. */
export const verdictSigns: Readonly<Record<RowVerdict, string>> = {
	none: '',
	meets: '✓',
	exceeds: '✕',
	unknown: '?',
	unranked: '–',
};

export function headerCells(model: PageModel, columns: readonly PlacedColumn[]): TemplateResult[] {
	const { snapshot } = model;
	if (!snapshot) return [];
	const active = model.headerActive ? activeColumnIn(columns, model.state.activeColumn) : undefined;
	return [
		html`<div class="pin" role="presentation"></div>`,
		...columns.map((column, place) => {
			const { aria, words, sign } = sortOf(model, column.id);
			const filtered = isFiltered(model.state.filterText, column.id);
			return html`<div
				class="cell ${column.align} ${column.id} ${stuckClass(column, place)} ${filtered ? 'filtered' : ''}"
				role="columnheader"
				data-column=${column.id}
				aria-sort=${aria}
				aria-haspopup="menu"
				title="${columnDescription(snapshot, column.id)} ${words}${filtered ? 'Filtered. ' : ''}Enter sorts, Shift+Enter sorts by it as well, Alt+Down filters, Shift+F10 shows all."
				tabindex=${active === column.id ? 0 : -1}
				@mousedown=${(event: MouseEvent) => {
					if (event.shiftKey) event.preventDefault(); // it would mark the text up to here
				}}
				@click=${(event: MouseEvent) => {
					model.activate('header', column.id);
					if (!isHandle(event.target)) model.sortBy(column.id, event.shiftKey);
				}}
			>
				<span class="title">${column.title}</span><span class="sort" aria-hidden="true">${sign}</span
				><span class="menu-button" aria-hidden="true"></span><span class="edge" aria-hidden="true"></span>
			</div>`;
		}),
	];
}

/** Whether a click is meant for the menu or the edge of a header. */
function isHandle(target: EventTarget | null): boolean {
	return target instanceof Element && (target.classList.contains('menu-button') || target.classList.contains('edge'));
}

/** Columns that stay while the others scroll, each beside the one before. */
function stuckClass({ isPinned }: PlacedColumn, place: number): string {
	return isPinned && place > 0 ? `stuck stuck-${String(place)}` : '';
}

interface HeaderSort {
	readonly aria: 'ascending' | 'descending' | 'none';
	readonly words: string;
	readonly sign: string;
}

/** A table is sorted by one column as a screen reader knows it; those behind it are said in words. */
function sortOf({ state: { sort } }: PageModel, column: ColumnId): HeaderSort {
	const place = sort.findIndex(key => key.column === column);
	const key = sort[place];
	if (!key) return { aria: 'none', words: '', sign: '' };
	const direction = key.descending ? 'descending' : 'ascending';
	const sign = `${key.descending ? '▾' : '▴'}${sort.length > 1 ? String(place + 1) : ''}`;
	if (place === 0) return { aria: direction, words: '', sign };
	return { aria: 'none', words: `Sorted by it in place ${String(place + 1)}, ${direction}. `, sign };
}

export function rowCells(
	model: PageModel,
	row: number,
	selected: boolean,
	columns: readonly PlacedColumn[],
): TemplateResult[] {
	const { snapshot } = model;
	if (!snapshot) return [];
	const isActive = !model.headerActive && model.activeRow() === row;
	const active = isActive ? activeColumnIn(columns, model.state.activeColumn) : undefined;
	return [
		html`<div class="pin" role="presentation" title=${selected ? 'Unpin (Space)' : 'Pin and compare (Space)'}>
			<span class="box" aria-hidden="true">${selected ? '✓' : ''}</span>
		</div>`,
		...columns.map(
			(column, place) =>
				html`<div
					class="cell ${column.align} ${column.id} ${stuckClass(column, place)}"
					role="gridcell"
					tabindex=${active === column.id ? 0 : -1}
				>
					${cellContent(model, snapshot, column, row)}
				</div>`,
		),
	];
}

function cellContent(
	model: PageModel,
	snapshot: ComparisonSnapshot,
	column: Column,
	row: number,
): TemplateResult | string {
	const text = cellText(snapshot, column.id, row);
	if (column.id === 'name') return nameContent(model, snapshot, row);
	if (column.id === 'verdict') return verdictContent(snapshot, row);
	if (text === '') return html`<span class="missing" aria-label="unknown">–</span>`;
	if (!isNumberColumn(column.id)) return html`<span class="text">${text}</span>`;
	const { values } = snapshot.numbers[column.id];
	const value = values[row];
	const delta = deltaOf(model, column.id, row, values);
	const isBest = value !== undefined && value === model.best?.[column.id];
	const which = model.table.pinned >= 2 ? 'best of the pinned' : 'best shown';
	const conflict = textAt(snapshot.numbers[column.id].conflicts, row) === '' ? nothing : conflictSign;
	return isBest && (model.table.pinned < 2 || snapshot.selection.includes(row))
		? html`${conflict}<span class="best"
					><span class="star" role="img" aria-label=${which} title=${which}>★</span>${text}</span
				>${delta}`
		: html`${conflict}${text}${delta}`;
}

/** Before a number that other sources contradict. */
const conflictSign = html`<span class="conflict" role="img" aria-label="sources differ"></span>`;

/** How a value stands to the baseline, behind it. */
function deltaOf(
	{ baseline }: PageModel,
	metric: NumberMetric,
	row: number,
	values: Float64Array,
): TemplateResult | typeof nothing {
	if (baseline === undefined) return nothing;
	const text = baseline === row ? '' : deltaText(metric, values[row] ?? NaN, values[baseline] ?? NaN);
	return html`<span class="delta">${text}</span>`;
}

function nameContent(model: PageModel, snapshot: ComparisonSnapshot, row: number): TemplateResult {
	const marks = [...(row === model.baseline ? ['baseline'] : []), ...markWords(snapshot, row)];
	const weights = textAt(snapshot.texts.weights, row);
	const name = textAt(snapshot.texts.name, row);
	const ofFamily = model.state.fold === 'family' && model.table.groups.has(row);
	return html`${foldSign(model, row)}${
			ofFamily ? html`<span class="group-name">${textAt(snapshot.texts.family, row)}</span>` : nothing
		}<span class="text" title=${rowLabel(snapshot, row)}>${name}</span>
		${weights === '' ? nothing : html`<span class="weights-of">${weights}</span>`}
		${
			marks.length > 0
				? html`<span class="marks">${marks.map(mark => html`<span class="mark">${mark}</span>`)}</span>`
				: nothing
		}${groupCount(model, row)}`;
}

/** What a click unfolds the others of a row with; room of the same width where there are none. */
function foldSign(model: PageModel, row: number): TemplateResult | typeof nothing {
	if (model.state.fold === 'none') return nothing;
	const group = model.table.groups.get(row);
	if (!group || group.size < 2) return html`<span class="twistie none" aria-hidden="true"></span>`;
	return html`<span
		class="twistie ${group.isUnfolded ? 'open' : ''}"
		aria-hidden="true"
		@click=${(event: MouseEvent) => {
			event.stopPropagation();
			model.activate(row, 'name');
			toggleFold(model, row);
		}}
	></span>`;
}

/** How many rows a row stands for. */
function groupCount(model: PageModel, row: number): TemplateResult | typeof nothing {
	const size = model.table.groups.get(row)?.size ?? 1;
	if (size < 2) return nothing;
	const text = `best of ${String(size)}`;
	return html`<span class="group-count" title="${text} that pass the filters">${text}</span>`;
}

function verdictContent(snapshot: ComparisonSnapshot, row: number): TemplateResult {
	const verdict = verdictAt(snapshot, row);
	return html`<span class="verdict ${verdict}"
		><span class="sign" aria-hidden="true">${verdictSigns[verdict]}</span>${verdict === 'none' ? '' : verdict}</span
	>`;
}
