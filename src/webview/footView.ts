import { html, render, type TemplateResult } from 'lit';
import { activeColumnIn } from '../comparison/columnLayout.ts';
import type { ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { focusNote } from '../comparison/rowText.ts';
import { fewestSideBySide } from '../comparison/sideBySide.ts';
import type { TableRows } from '../comparison/tableModel.ts';
import type { PageModel } from './pageModel.ts';

/** What the active cell means and what can be done with its row; how many rows are shown; how old the catalog is. */
export class FootView {
	constructor(
		private readonly model: PageModel,
		private readonly container: HTMLElement,
	) {}

	draw(): void {
		const { snapshot } = this.model;
		if (snapshot) render(this.template(snapshot), this.container);
	}

	private template(snapshot: ComparisonSnapshot): TemplateResult {
		const { model } = this;
		const row = model.activeRow();
		const column = activeColumnIn(model.columns, model.state.activeColumn);
		const { version, date } = snapshot.catalog;
		return html`<p class="note">${row === undefined ? '' : focusNote(snapshot, column, row, model.baseline)}</p>
			<div class="foot-line">
				${row === undefined ? '' : this.rowActions(row)}
				<span class="count" role="status">${countText(snapshot, model.table)}</span>
				<span class="age">Catalog ${version}, ${date}</span>
			</div>`;
	}

	private rowActions(row: number): TemplateResult {
		const { model } = this;
		return html`<span class="actions"
			><button
				type="button"
				class="details"
				title="Enter"
				@click=${() => {
					model.run('showDetails', row);
				}}
			>
				Details</button
			><button
				type="button"
				class="insert"
				title="Ctrl+Enter or ⌘+Enter"
				@click=${() => {
					model.run('insertSnippet', row);
				}}
			>
				Insert Snippet…</button
			><button
				type="button"
				class="baseline"
				title="B"
				aria-pressed=${row === model.baseline}
				@click=${() => {
					model.toggleBaseline(row);
				}}
			>
				${row === model.baseline ? 'Clear Baseline' : 'Set as Baseline'}</button
			><button
				type="button"
				class="copy"
				title="Ctrl+C or ⌘+C"
				@click=${() => {
					model.copyRows();
				}}
			>
				${model.table.pinned > 0 ? 'Copy Pinned Rows' : 'Copy Row'}</button
			>${this.pinnedActions()}</span
		>`;
	}

	private pinnedActions(): readonly TemplateResult[] {
		const { model } = this;
		const { pinned } = model.table;
		const sideBySide = html`<button
			type="button"
			class="side-by-side"
			title="C"
			aria-pressed=${model.state.sideBySide}
			@click=${() => {
				model.setUp({ sideBySide: !model.state.sideBySide });
			}}
		>
			Side by Side
		</button>`;
		const unpin = html`<button
			type="button"
			class="clear"
			@click=${() => {
				model.clearSelection();
			}}
		>
			Unpin All
		</button>`;
		return [...(pinned >= fewestSideBySide ? [sideBySide] : []), ...(pinned > 0 ? [unpin] : [])];
	}
}

function countText(snapshot: ComparisonSnapshot, { matching, unknown, pinned }: TableRows): string {
	const shown =
		matching === snapshot.rows
			? `${String(snapshot.rows)} candidates`
			: `${String(matching)} of ${String(snapshot.rows)} candidates`;
	const more = unknown > 0 ? `, ${String(unknown)} more unknown` : '';
	return pinned > 0 ? `${shown}${more}, ${String(pinned)} pinned` : `${shown}${more}`;
}
