import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import { formatInput } from '../catalog/units.ts';
import { columnDescription, metricName } from '../comparison/columns.ts';
import { verdicts, type ComparisonSnapshot, type RowVerdict } from '../comparison/comparisonSnapshot.ts';
import type { PageModel } from './pageModel.ts';
import { verdictSigns } from './tableCells.ts';

/** How long a text may rest before it counts as written, in ms. */
const typingPause = 250;

/** Filter, budget with the count of each verdict, axis, device, and what leaves the page. */
export class ToolbarView {
	private filterTyping: ReturnType<typeof setTimeout> | undefined;
	private budgetTyping: ReturnType<typeof setTimeout> | undefined;
	/** What stands in the budget field and the host has not answered yet. */
	private budgetDraft: string | undefined;

	constructor(
		private readonly model: PageModel,
		private readonly container: HTMLElement,
		private readonly leave: () => void,
	) {
		container.setAttribute('role', 'toolbar');
		container.setAttribute('aria-label', 'Filter and budget');
		container.addEventListener('keydown', event => {
			if (event.key !== 'Escape' || isOpenList(event.target)) return;
			event.stopPropagation();
			this.leave();
		});
	}

	draw(): void {
		const { snapshot } = this.model;
		if (snapshot) render(this.template(snapshot), this.container);
	}

	focus(): void {
		this.container.querySelector<HTMLElement>('.filter')?.focus();
	}

	hasFocus(): boolean {
		return this.container.contains(document.activeElement);
	}

	private template(snapshot: ComparisonSnapshot): TemplateResult {
		return html`<div class="fields">
				${this.filterField()}${this.budgetField(snapshot)}${this.verdictButtons(snapshot)}
			</div>
			<div class="choices">
				${this.taskChoice(snapshot)}${this.axisChoice(snapshot)}${this.sizeChoice(snapshot)}${this.deviceChoice(snapshot)}${this.actions()}
			</div>
			<p class="problem" role="status">${snapshot.budget.problem ?? ''}</p>
			${snapshot.costInput ? html`<p class="reading">${columnDescription(snapshot, 'macs')}</p>` : nothing}
			${snapshot.budget.reading === undefined ? nothing : html`<p class="reading">${snapshot.budget.reading}</p>`}`;
	}

	private filterField(): TemplateResult {
		const { model } = this;
		return html`<label class="field"
			><span aria-hidden="true">Filter</span
			><vscode-textfield
				class="filter"
				.label=${'Filter by name, alias, family or framework'}
				placeholder="Name, alias, family, framework"
				maxlength="200"
				.value=${model.state.filterText}
				@input=${(event: Event) => {
					clearTimeout(this.filterTyping);
					const filterText = textOf(event);
					this.filterTyping = setTimeout(() => {
						model.setUp({ filterText, topRow: 0 });
					}, typingPause / 2);
				}}
			></vscode-textfield
		></label>`;
	}

	private budgetField(snapshot: ComparisonSnapshot): TemplateResult {
		return html`<label class="field"
			><span aria-hidden="true">Budget</span
			><vscode-textfield
				class="budget"
				.label=${'Budget such as 300M, 5M params or 60ms@pixel1'}
				placeholder="300M, 5M params, 60ms@pixel1"
				maxlength="500"
				?invalid=${snapshot.budget.problem !== undefined}
				.value=${this.budgetShown(snapshot)}
				@input=${(event: Event) => {
					clearTimeout(this.budgetTyping);
					this.budgetDraft = textOf(event);
					this.budgetTyping = setTimeout(() => {
						this.model.setBudget(this.budgetDraft ?? '');
					}, typingPause);
				}}
			></vscode-textfield
		></label>`;
	}

	/** The draft until the host answers to it, so that no answer to an earlier draft overwrites what is being typed. */
	private budgetShown({ budget }: ComparisonSnapshot): string {
		if (this.budgetDraft?.trim() === budget.text.trim()) this.budgetDraft = undefined;
		return this.budgetDraft ?? budget.text;
	}

	private verdictButtons(snapshot: ComparisonSnapshot): TemplateResult | typeof nothing {
		if (snapshot.budget.text === '' || snapshot.budget.problem !== undefined) return nothing;
		const shown = verdicts.filter(verdict => verdict !== 'none');
		return html`<div class="verdicts" role="group" aria-label="Show by verdict">
			${shown.map(verdict => this.verdictButton(verdict, snapshot.budget.counts[verdict]))}
		</div>`;
	}

	private verdictButton(verdict: Exclude<RowVerdict, 'none'>, count: number): TemplateResult {
		const { model } = this;
		const { verdictFilter } = model.state;
		const pressed = verdictFilter.includes(verdict);
		return html`<button
			type="button"
			class="verdict ${verdict}"
			aria-pressed=${pressed}
			@click=${() => {
				const next = pressed ? verdictFilter.filter(other => other !== verdict) : [...verdictFilter, verdict];
				model.setUp({ verdictFilter: next, topRow: 0 });
			}}
		>
			<span class="sign" aria-hidden="true">${verdictSigns[verdict]}</span>${count} ${verdict}
		</button>`;
	}

	private taskChoice({ task, tasks }: ComparisonSnapshot): TemplateResult | typeof nothing {
		if (tasks.length < 2) return nothing;
		return html`<label class="field"
			><span aria-hidden="true">Task</span
			><vscode-single-select
				class="task"
				.label=${'Task of the models'}
				.value=${task}
				@change=${(event: Event) => {
					const chosen = tasks.find(each => each === textOf(event));
					if (chosen) this.model.setTask(chosen);
				}}
			>
				${tasks.map(each => html`<vscode-option value=${each} ?selected=${each === task}>${each}</vscode-option>`)}
			</vscode-single-select></label
		>`;
	}

	private axisChoice(snapshot: ComparisonSnapshot): TemplateResult {
		const { model } = this;
		const axis = model.axis();
		return html`<label class="field"
			><span aria-hidden="true">Cost</span
			><vscode-single-select
				class="axis"
				.label=${'Cost of the plot'}
				.value=${axis}
				@change=${(event: Event) => {
					const chosen = model.axes().find(metric => metric === textOf(event));
					if (chosen) model.setUp({ axis: chosen });
				}}
			>
				${model.axes().map(metric => {
					const name = metric === 'latencyMs' ? 'latency' : metricName(snapshot, metric);
					return html`<vscode-option value=${metric} ?selected=${metric === axis}>${name}</vscode-option>`;
				})}
			</vscode-single-select></label
		>`;
	}

	private deviceChoice(snapshot: ComparisonSnapshot): TemplateResult | typeof nothing {
		const { device, devices } = snapshot;
		if (!device) return nothing;
		return html`<label class="field"
			><span aria-hidden="true">Device</span
			><vscode-single-select
				class="device"
				.label=${'Device of the latency column'}
				.value=${device.id}
				@change=${(event: Event) => {
					this.model.setLatencyDevice(textOf(event));
				}}
			>
				${devices.map(
					({ id, name, candidates }) =>
						html`<vscode-option value=${id} ?selected=${id === device.id}
							>${name} (${candidates})</vscode-option
						>`,
				)}
			</vscode-single-select></label
		>`;
	}

	private sizeChoice({ costInput, costInputs }: ComparisonSnapshot): TemplateResult | typeof nothing {
		if (costInputs.length === 0) return nothing;
		const chosen = costInput ? formatInput(costInput) : '';
		const sides = costInputs.map(side => formatInput([side, side]));
		const others = chosen === '' || sides.includes(chosen) ? [] : [chosen]; // a size that was typed elsewhere
		return html`<label class="field"
			><span aria-hidden="true">MACs at</span
			><vscode-single-select
				class="cost-input"
				.label=${'Input size that MACs are counted at'}
				.value=${chosen}
				@change=${(event: Event) => {
					const side = costInputs[sides.indexOf(textOf(event))];
					if (side !== undefined || textOf(event) === '') this.model.setCostInput(side ?? 0);
				}}
			>
				<vscode-option value="" ?selected=${chosen === ''}>own size</vscode-option>
				${[...others, ...sides].map(
					size => html`<vscode-option value=${size} ?selected=${size === chosen}>${size}</vscode-option>`,
				)}
			</vscode-single-select></label
		>`;
	}

	private actions(): TemplateResult {
		const { model } = this;
		return html`<vscode-checkbox
				class="frontier-only"
				.checked=${model.state.frontierOnly}
				@change=${(event: Event) => {
					const frontierOnly =
						event.target instanceof HTMLElement && 'checked' in event.target && event.target.checked;
					model.setUp({ frontierOnly: frontierOnly === true, topRow: 0 });
				}}
				>Frontier only</vscode-checkbox
			><span class="exports"
				><vscode-button
					class="export-csv"
					secondary
					@click=${() => {
						model.exportTable('csv');
					}}
					>Export CSV</vscode-button
				><vscode-button
					class="export-markdown"
					secondary
					@click=${() => {
						model.exportTable('markdown');
					}}
					>Export Markdown</vscode-button
				></span
			>`;
	}
}

function textOf(event: Event): string {
	const { target } = event;
	return target instanceof HTMLElement && 'value' in target && typeof target.value === 'string' ? target.value : '';
}

/** Esc first closes the list of a select. */
function isOpenList(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && 'open' in target && target.open === true;
}
