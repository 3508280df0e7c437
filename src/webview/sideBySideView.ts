import { html, nothing, render, type TemplateResult } from 'lit';
import type { ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { cellNote } from '../comparison/rowText.ts';
import { columnDescription } from '../comparison/shownColumns.ts';
import {
	fewestSideBySide,
	mostSideBySide,
	sideBySide,
	sideBySideMarkdown,
	type ComparedModel,
	type FigureCell,
	type FigureRow,
	type SideBySide,
} from '../comparison/sideBySide.ts';
import type { PageModel } from './pageModel.ts';

/** The pinned models beside each other in place of the table: figures as rows, models as columns. */
export class SideBySideView {
	private wasShown = false;

	constructor(
		private readonly model: PageModel,
		private readonly container: HTMLElement,
		private readonly leave: () => void,
	) {
		container.addEventListener('keydown', event => {
			if (event.key !== 'Escape' && event.key.toLowerCase() !== 'c') return;
			if (event.ctrlKey || event.metaKey) return;
			event.preventDefault();
			event.stopPropagation();
			this.close();
		});
	}

	/** Whether it takes the place of the table. */
	isShown(): boolean {
		const { model } = this;
		return model.state.sideBySide && model.table.pinned >= fewestSideBySide;
	}

	draw(): void {
		const { snapshot } = this.model;
		const isShown = this.isShown() && snapshot !== undefined;
		const takesKeyboard = isShown && !this.wasShown && !isElsewhere(document.activeElement);
		const hadKeyboard = this.hasFocus();
		this.wasShown = isShown;
		render(isShown ? this.template(snapshot) : nothing, this.container);
		if (takesKeyboard) this.focus();
		else if (hadKeyboard && !isShown) this.leave();
	}

	hasFocus(): boolean {
		return this.container.contains(document.activeElement);
	}

	focus(): void {
		this.container.querySelector<HTMLElement>('.compared-frame')?.focus();
	}

	private close(): void {
		this.model.setUp({ sideBySide: false });
	}

	private template(snapshot: ComparisonSnapshot): TemplateResult {
		const { model } = this;
		const pinned = Array.from(model.table.rows.subarray(0, model.table.pinned));
		const compared = sideBySide(
			snapshot,
			pinned,
			model.columns.map(({ id }) => id),
			model.baseline,
		);
		return html`<div class="compared-actions">
				<button
					type="button"
					class="back"
					title="Esc"
					@click=${() => {
						this.close();
					}}
				>
					Back to Table</button
				><button
					type="button"
					class="copy-compared"
					@click=${() => {
						model.copyText(sideBySideMarkdown(compared));
					}}
				>
					Copy as Markdown
				</button>
				${
					pinned.length > mostSideBySide
						? html`<span class="hint">The first ${mostSideBySide} of ${pinned.length} pinned</span>`
						: nothing
				}
			</div>
			<div class="compared-frame" tabindex="0" role="group" aria-label="Figures of the pinned models">
				${this.table(snapshot, compared)}
			</div>`;
	}

	private table(snapshot: ComparisonSnapshot, { models, figures }: SideBySide): TemplateResult {
		return html`<table>
			<thead>
				<tr>
					<td></td>
					${models.map(model => this.head(model))}
				</tr>
			</thead>
			<tbody>
				${figures.map(
					figure =>
						html`<tr>
							<th scope="row" title=${columnDescription(snapshot, figure.column)}>${figure.title}</th>
							${figure.cells.map((cell, place) => {
								const row = models[place]?.row;
								return html`<td
									class=${classesOf(figure, cell)}
									title=${row === undefined ? nothing : cellNote(snapshot, figure.column, row)}
								>
									${cellTemplate(cell)}
								</td>`;
							})}
						</tr>`,
				)}
			</tbody>
		</table>`;
	}

	private head({ row, name, weights, input, isBaseline, marks }: ComparedModel): TemplateResult {
		const { model } = this;
		const all = [...(isBaseline ? ['baseline'] : []), ...marks];
		return html`<th scope="col">
			<span class="compared-name">${name}</span>
			<span class="compared-of">${weights === '' ? 'published' : weights}</span>
			<span class="compared-of">${input}</span>
			${all.length === 0 ? nothing : html`<span class="marks">${all.map(mark => html`<span class="mark">${mark}</span>`)}</span>`}
			<span class="head-actions"
				><button
					type="button"
					aria-label="Insert snippet of ${name}"
					@click=${() => {
						model.run('insertSnippet', row);
					}}
				>
					Insert…</button
				><button
					type="button"
					aria-label="Details of ${name}"
					@click=${() => {
						model.run('showDetails', row);
					}}
				>
					Details</button
				><button
					type="button"
					aria-label="Baseline: ${name}"
					aria-pressed=${isBaseline}
					@click=${() => {
						if (row !== model.baseline) model.toggleBaseline(row);
					}}
				>
					Baseline
				</button></span
			>
		</th>`;
	}
}

/** Whether the keyboard is in a part of the page that the models do not take the place of. The table may be hidden by now. */
function isElsewhere(element: Element | null): boolean {
	return element !== null && element.closest('#toolbar, #plot') !== null;
}

function classesOf({ isNumber }: FigureRow, { text, standing }: FigureCell): string {
	return [isNumber ? 'right' : '', text === '' ? 'missing' : '', standing ?? ''].filter(Boolean).join(' ');
}

function cellTemplate({ text, standing, delta }: FigureCell): TemplateResult {
	if (text === '') return html`<span aria-label="unknown" role="img">–</span>`;
	const sign =
		standing === undefined
			? nothing
			: standing === 'best'
				? html`<span class="star" role="img" aria-label="best" title="best">★</span>`
				: html`<span class="tied-sign" title="The evaluation does not tell it from the best.">tied</span>`;
	return html`${sign}<span class="figure">${text}</span
		>${delta === '' ? nothing : html`<span class="delta">${delta}</span>`}`;
}
