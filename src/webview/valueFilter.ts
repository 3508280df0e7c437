import { html, nothing, type TemplateResult } from 'lit';
import { columnValues, valueLabel, withPart, withValueToggled, type ColumnValue } from '../comparison/columnFilter.ts';
import { columnTitle } from '../comparison/columns.ts';
import type { ComparisonSnapshot, TextMetric } from '../comparison/comparisonSnapshot.ts';
import type { PageModel } from './pageModel.ts';

/** More values are found by typing a part of them. */
const mostShown = 200;

/** The texts of a column to choose from, each with the number of its rows. */
export class ValueFilter {
	private search = '';
	/** Place among the values shown that the keyboard is on. */
	private active = 0;
	/** The order stays while values are chosen, so that none moves away under the pointer. */
	private order: readonly string[] | undefined;

	constructor(
		private readonly model: PageModel,
		private readonly id: TextMetric,
	) {}

	template(): TemplateResult | typeof nothing {
		const { snapshot } = this.model;
		if (!snapshot) return nothing;
		const values = this.values(snapshot);
		const shown = values.slice(0, mostShown);
		const more = values.length - shown.length;
		this.active = Math.max(0, Math.min(this.active, shown.length - 1));
		return html`${this.searchField(snapshot)}${this.list(snapshot, shown)}
		${more > 0 ? html`<p class="hint">${more} more: type a part of them.</p>` : nothing}
		${this.search === '' ? nothing : html`<p class="hint">Enter keeps all that have “${this.search}” in them.</p>`}`;
	}

	clear(): void {
		this.search = '';
	}

	/** What is searched for becomes the filter. */
	enter(): void {
		const { model, id } = this;
		if (!model.snapshot || this.search.trim() === '') return;
		model.setUp({ filterText: withPart(model.snapshot, model.state.filterText, id, this.search), topRow: 0 });
	}

	private values(snapshot: ComparisonSnapshot): readonly ColumnValue[] {
		const { model, id } = this;
		const values = columnValues(snapshot, model.state.filterText, id);
		this.order ??= values.map(({ text }) => text);
		const byText = new Map(values.map(value => [value.text, value]));
		const part = this.search.trim().toLowerCase();
		return this.order
			.flatMap(text => byText.get(text) ?? [])
			.filter(({ text }) => valueLabel(text).toLowerCase().includes(part));
	}

	private searchField(snapshot: ComparisonSnapshot): TemplateResult {
		return html`<input
			class="search"
			type="text"
			spellcheck="false"
			maxlength="100"
			data-first
			placeholder="Search"
			aria-label="Search ${columnTitle(snapshot, this.id)}"
			.value=${this.search}
			@input=${(event: Event) => {
				this.search = event.target instanceof HTMLInputElement ? event.target.value : '';
				this.active = 0;
				this.model.redraw();
			}}
			@keydown=${(event: KeyboardEvent) => {
				if (event.key !== 'ArrowDown' || !(event.currentTarget instanceof HTMLElement)) return;
				event.preventDefault();
				event.currentTarget.parentElement?.querySelector<HTMLElement>('.values')?.focus();
			}}
		/>`;
	}

	private list(snapshot: ComparisonSnapshot, shown: readonly ColumnValue[]): TemplateResult {
		return html`<div
			class="values"
			role="listbox"
			aria-multiselectable="true"
			aria-label="Values of ${columnTitle(snapshot, this.id)}"
			tabindex="0"
			aria-activedescendant=${shown.length > 0 ? `value-${String(this.active)}` : nothing}
			@keydown=${(event: KeyboardEvent) => {
				this.onKey(event, snapshot, shown);
			}}
		>
			${shown.map(
				({ text, count, isChosen }, at) =>
					html`<div
						id="value-${at}"
						class="value ${at === this.active ? 'active' : ''}"
						role="option"
						aria-selected=${isChosen}
						@click=${() => {
							this.active = at;
							this.toggle(snapshot, text);
						}}
					>
						<span class="box" aria-hidden="true">${isChosen ? '✓' : ''}</span
						><span class="label">${valueLabel(text)}</span><span class="count-of">${count}</span>
					</div>`,
			)}
			${shown.length === 0 ? html`<div class="value" role="option" aria-selected="false">Nothing found</div>` : nothing}
		</div>`;
	}

	private toggle(snapshot: ComparisonSnapshot, text: string): void {
		const { model, id } = this;
		model.setUp({ filterText: withValueToggled(snapshot, model.state.filterText, id, text), topRow: 0 });
	}

	private onKey(event: KeyboardEvent, snapshot: ComparisonSnapshot, shown: readonly ColumnValue[]): void {
		const last = shown.length - 1;
		const places: Readonly<Record<string, number>> = {
			ArrowDown: Math.min(last, this.active + 1),
			ArrowUp: Math.max(0, this.active - 1),
			Home: 0,
			End: last,
		};
		const place = places[event.key];
		const value = shown[this.active];
		if (place !== undefined) {
			this.active = place;
			if (event.currentTarget instanceof HTMLElement)
				event.currentTarget.querySelector(`#value-${String(place)}`)?.scrollIntoView({ block: 'nearest' });
			this.model.redraw();
		} else if ((event.key === ' ' || event.key === 'Enter') && value) this.toggle(snapshot, value.text);
		else return;
		event.preventDefault();
	}
}
