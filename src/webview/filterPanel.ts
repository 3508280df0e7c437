import { html, nothing, type TemplateResult } from 'lit';
import { filterKind, isFiltered, withoutColumn } from '../comparison/columnFilter.ts';
import { columnTitle, isTextColumn, type ColumnId } from '../comparison/columns.ts';
import type { PageModel } from './pageModel.ts';
import type { Popup, PopupPlace } from './popup.ts';
import { RangeFilter } from './rangeFilter.ts';
import { ValueFilter } from './valueFilter.ts';

export interface FilterParts {
	readonly model: PageModel;
	readonly popup: Popup;
	/** Puts the keyboard back on the header. */
	readonly focus: () => void;
}

/** Opens the filter of a column. It writes into the text of the filter, and shows what that says: there is no other. */
export function openFilterPanel({ model, popup, focus }: FilterParts, id: ColumnId, at: PopupPlace): void {
	const { snapshot } = model;
	if (!snapshot || filterKind(snapshot, id) === undefined) return;
	const part = isTextColumn(id) ? new ValueFilter(model, id) : new RangeFilter(model, id);
	const title = columnTitle(snapshot, id);
	const template = (): TemplateResult =>
		html`<div class="filter-panel">
			<p class="panel-title" aria-hidden="true">${title}</p>
			${part.template()}
			<div class="panel-actions">
				${
					isFiltered(model.state.filterText, id)
						? html`<button
								type="button"
								class="clear-filter"
								@click=${() => {
									part.clear();
									model.setUp({ filterText: withoutColumn(model.state.filterText, id), topRow: 0 });
									popup.close();
								}}
							>
								Clear
							</button>`
						: nothing
				}<button
					type="button"
					class="done"
					@click=${() => {
						popup.close();
					}}
				>
					Done
				</button>
			</div>
		</div>`;
	popup.open({
		role: 'dialog',
		label: `Filter ${title}`,
		at,
		template,
		leave: focus,
		onKey: event => {
			if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
			event.preventDefault();
			part.enter();
			popup.close();
		},
	});
}
