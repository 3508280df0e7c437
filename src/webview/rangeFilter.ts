import { html, nothing, type TemplateResult } from 'lit';
import { columnNumbers, filterNumber, isBound, rangeOf, withBound, type Bound } from '../comparison/columnFilter.ts';
import { columnTitle, numberText, type ColumnId } from '../comparison/columns.ts';
import type { ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { filterKey, numberKeys } from '../comparison/filterTerms.ts';
import { histogramOf, type Bin, type Histogram } from '../comparison/histogram.ts';
import { numberIn } from '../comparison/tableFilter.ts';
import type { PageModel } from './pageModel.ts';
import { styled } from './styled.ts';

/** The least and the greatest number of a column to show, beside how its numbers are spread. */
export class RangeFilter {
	/** What stands in a field and is not in the filter, because it is no number yet. */
	private drafts: Partial<Record<Bound, string>> = {};
	/** Bar at which the pointer began to draw a range. */
	private drawnFrom: number | undefined;

	constructor(
		private readonly model: PageModel,
		private readonly id: ColumnId,
	) {}

	template(): TemplateResult | typeof nothing {
		const { snapshot, state } = this.model;
		if (!snapshot) return nothing;
		const histogram = histogramOf(columnNumbers(snapshot, state.filterText, this.id));
		const { unknown } = histogram;
		return html`${this.bars(snapshot, histogram)}
			<div class="bounds">${this.field(snapshot, 'min')}${this.field(snapshot, 'max')}</div>
			${unknown === 0 ? nothing : html`<p class="hint">${unknown} more are unknown. A range leaves them out.</p>`}`;
	}

	clear(): void {
		this.drafts = {};
	}

	/** Nothing is left to do: what is typed holds at once. */
	enter(): void {
		this.drafts = {};
	}

	private field(snapshot: ComparisonSnapshot, bound: Bound): TemplateResult {
		const { model, id } = this;
		const draft = this.drafts[bound];
		const name = bound === 'min' ? 'At least' : 'At most';
		return html`<label
			><span>${name}</span
			><input
				class=${bound}
				type="text"
				spellcheck="false"
				maxlength="30"
				?data-first=${bound === 'min'}
				aria-invalid=${draft === undefined ? nothing : 'true'}
				.value=${draft ?? rangeOf(snapshot, model.state.filterText, id)[bound]}
				@input=${(event: Event) => {
					const value = event.target instanceof HTMLInputElement ? event.target.value : '';
					this.write(snapshot, bound, value);
				}}
		/></label>`;
	}

	private write(snapshot: ComparisonSnapshot, bound: Bound, value: string): void {
		const { model, id } = this;
		const isRead = isBound(snapshot, id, value);
		this.drafts = { ...this.drafts, [bound]: isRead ? undefined : value };
		if (!isRead) model.redraw();
		else model.setUp({ filterText: withBound(snapshot, model.state.filterText, { id, bound, value }), topRow: 0 });
	}

	private bars(snapshot: ComparisonSnapshot, histogram: Histogram): TemplateResult {
		const { bins, isLogarithmic } = histogram;
		const most = Math.max(1, ...bins.map(({ count }) => count));
		const isInside = this.insideTest(snapshot);
		const text = (value: number): string => numberText(this.id, value);
		const [first, last] = [bins[0], bins.at(-1)];
		return html`<div
				class="histogram"
				role="img"
				aria-label=${histogramText(columnTitle(snapshot, this.id), bins, text)}
				@pointerup=${() => {
					this.drawnFrom = undefined;
				}}
				@pointerleave=${() => {
					this.drawnFrom = undefined;
				}}
			>
				${bins.map(
					(bin, at) =>
						html`<span
							class="bin ${isInside(bin) ? 'inside' : ''}"
							title="${bin.count} from ${text(bin.from)} to ${text(bin.to)}"
							${styled({ '--share': String(bin.count / most) })}
							@pointerdown=${(event: PointerEvent) => {
								event.preventDefault();
								this.drawnFrom = at;
								this.draw(snapshot, bins, at);
							}}
							@pointerenter=${() => {
								this.draw(snapshot, bins, at);
							}}
						></span>`,
				)}
			</div>
			<div class="histogram-ends" aria-hidden="true">
				<span>${first ? text(first.from) : ''}</span><span>${isLogarithmic ? 'log' : ''}</span
				><span>${last ? text(last.to) : ''}</span>
			</div>`;
	}

	/** Sets the range to the bars between the one where the pointer began and the one where it is. */
	private draw(snapshot: ComparisonSnapshot, bins: readonly Bin[], at: number): void {
		const { model, id, drawnFrom } = this;
		if (drawnFrom === undefined) return;
		const [low, high] = [bins[Math.min(drawnFrom, at)], bins[Math.max(drawnFrom, at)]];
		if (!low || !high) return;
		const [min, max] = [filterNumber(low.from, 'down'), filterNumber(high.to, 'up')];
		const withMin = withBound(snapshot, model.state.filterText, { id, bound: 'min', value: min });
		this.drafts = {};
		model.setUp({ filterText: withBound(snapshot, withMin, { id, bound: 'max', value: max }), topRow: 0 });
	}

	private insideTest(snapshot: ComparisonSnapshot): (bin: Bin) => boolean {
		const { min, max } = rangeOf(snapshot, this.model.state.filterText, this.id);
		const metric = numberKeys.get(filterKey(snapshot, this.id) ?? '');
		const numberOf = (text: string): number | undefined =>
			metric === undefined ? undefined : numberIn(metric, text);
		const [least, greatest] = [numberOf(min) ?? -Infinity, numberOf(max) ?? Infinity];
		return ({ from, to }) => (from + to) / 2 >= least && (from + to) / 2 <= greatest;
	}
}

function histogramText(title: string, bins: readonly Bin[], text: (value: number) => string): string {
	const [first, last] = [bins[0], bins.at(-1)];
	if (!first || !last) return `No ${title} is known.`;
	const fullest = bins.reduce((best, bin) => (bin.count > best.count ? bin : best));
	const most = `most of them, ${String(fullest.count)}, from ${text(fullest.from)} to ${text(fullest.to)}`;
	return `${title} from ${text(first.from)} to ${text(last.to)}; ${most}.`;
}
