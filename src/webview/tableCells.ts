import { html, nothing, type TemplateResult } from 'lit';
import { cellText, columnDescription, isNumberColumn, type Column } from '../comparison/columns.ts';
import { textAt, verdictAt, type ComparisonSnapshot, type RowVerdict } from '../comparison/comparisonSnapshot.ts';
import { cellNote, markWords, rowLabel } from '../comparison/rowText.ts';
import type { PageModel } from './pageModel.ts';

/** A shape beside each verdict, so that none is told by color alone. */
export const verdictSigns: Readonly<Record<RowVerdict, string>> = {
	none: '',
	meets: '✓',
	exceeds: '✕',
	unknown: '?',
	unranked: '–',
};

export function headerCells(model: PageModel): TemplateResult[] {
	const { snapshot } = model;
	if (!snapshot) return [];
	const { sort } = model.state;
	return [
		html`<div class="pin" role="presentation"></div>`,
		...model.columns.map(column => {
			const sorted = sort.column === column.id;
			const direction = sort.descending ? 'descending' : 'ascending';
			return html`<div
				class="cell ${column.align} ${column.id}"
				role="columnheader"
				aria-sort=${sorted ? direction : 'none'}
				title="${columnDescription(snapshot, column.id)} Enter sorts."
				tabindex=${model.headerActive && model.state.activeColumn === column.id ? 0 : -1}
				@click=${() => {
					model.activate('header', column.id);
					model.sortBy(column.id);
				}}
			>
				<span class="title">${column.title}</span
				><span class="sort" aria-hidden="true">${sorted ? (sort.descending ? '▾' : '▴') : ''}</span>
			</div>`;
		}),
	];
}

export function rowCells(model: PageModel, row: number, selected: boolean): TemplateResult[] {
	const { snapshot } = model;
	if (!snapshot) return [];
	const isActive = !model.headerActive && model.activeRow() === row;
	return [
		html`<div
			class="pin"
			role="presentation"
			title=${selected ? 'Unpin (Space)' : 'Pin and compare (Space)'}
			@click=${() => {
				model.toggleSelected(row);
			}}
		>
			<span class="box" aria-hidden="true">${selected ? '✓' : ''}</span>
		</div>`,
		...model.columns.map(
			column =>
				html`<div
					class="cell ${column.align} ${column.id}"
					role="gridcell"
					title=${cellNote(snapshot, column.id, row)}
					tabindex=${isActive && model.state.activeColumn === column.id ? 0 : -1}
					@click=${() => {
						model.activate(row, column.id);
					}}
					@dblclick=${() => {
						model.showDetails(row);
					}}
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
	if (column.id === 'name') return nameContent(snapshot, text, row);
	if (column.id === 'verdict') return verdictContent(snapshot, row);
	if (text === '') return html`<span class="missing" aria-label="unknown">–</span>`;
	if (!isNumberColumn(column.id)) return html`<span class="text">${text}</span>`;
	const value = snapshot.numbers[column.id].values[row];
	const isBest = value !== undefined && value === model.best?.[column.id];
	const which = model.table.pinned >= 2 ? 'best of the pinned' : 'best shown';
	return isBest && (model.table.pinned < 2 || snapshot.selection.includes(row))
		? html`<span class="best"
				><span class="star" role="img" aria-label=${which} title=${which}>★</span>${text}</span
			>`
		: html`${text}`;
}

function nameContent(snapshot: ComparisonSnapshot, text: string, row: number): TemplateResult {
	const marks = markWords(snapshot, row);
	const weights = textAt(snapshot.texts.weights, row);
	return html`<span class="text" title=${rowLabel(snapshot, row)}>${text}</span>
		${weights === '' ? nothing : html`<span class="weights-of">${weights}</span>`}
		${
			marks.length > 0
				? html`<span class="marks">${marks.map(mark => html`<span class="mark">${mark}</span>`)}</span>`
				: nothing
		}`;
}

function verdictContent(snapshot: ComparisonSnapshot, row: number): TemplateResult {
	const verdict = verdictAt(snapshot, row);
	return html`<span class="verdict ${verdict}"
		><span class="sign" aria-hidden="true">${verdictSigns[verdict]}</span>${verdict === 'none' ? '' : verdict}</span
	>`;
}
