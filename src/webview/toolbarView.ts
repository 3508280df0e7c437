import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-multi-select/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import { formatInput } from '../catalog/units.ts';
import { verdicts, type ComparisonSnapshot, type RowVerdict } from '../comparison/comparisonSnapshot.ts';
import { maxFilterLength, rowFolds } from '../comparison/pageState.ts';
import { columnDescription } from '../comparison/shownColumns.ts';
import { BudgetField } from './budgetField.ts';
import { textOf } from './choiceField.ts';
import { ChoiceLists } from './choiceLists.ts';
import type { PageModel } from './pageModel.ts';
import { verdictSigns } from './tableCells.ts';

/** Filter, budget with the count of each verdict, device, and what leaves the page. */
export class ToolbarView {
	private readonly budget: BudgetField;
	private readonly lists = new ChoiceLists(() => {
		this.draw();
	});

	constructor(
		private readonly model: PageModel,
		private readonly container: HTMLElement,
		private readonly leave: () => void,
		toPick: (snapshot: ComparisonSnapshot) => void,
	) {
		this.budget = new BudgetField(model, toPick);
		container.setAttribute('role', 'toolbar');
		container.setAttribute('aria-label', 'Filter and budget');
		// on its way down: a list keeps Esc to itself, open or not
		container.addEventListener(
			'keydown',
			event => {
				if (event.key !== 'Escape' || isOpenList(event.target)) return;
				event.stopPropagation();
				this.leave();
			},
			{ capture: true },
		);
	}

	draw(): void {
		const { snapshot } = this.model;
		if (!snapshot) return;
		render(this.template(snapshot), this.container);
		this.budget.goWhereAnswered(snapshot);
	}

	focus(): void {
		if (this.container.childElementCount === 0) this.draw(); // a key may come before its turn
		this.container.querySelector<HTMLElement>('.filter')?.focus();
	}

	hasFocus(): boolean {
		return this.container.contains(document.activeElement);
	}

	private template(snapshot: ComparisonSnapshot): TemplateResult {
		const { table } = this.model;
		const problem = [snapshot.budget.problem, table.problem].filter(Boolean).join(' ');
		return html`<div class="fields">
				${this.filterField()}${this.budget.template(snapshot)}${this.verdictButtons(snapshot)}
			</div>
			<div class="choices">
				${this.taskChoice(snapshot)}${this.sizeChoice(snapshot)}${this.deviceChoice(snapshot)}${this.foldChoice()}${this.columnChoice()}${this.actions()}
			</div>
			<p class="problem" role="status">${problem}</p>
			${snapshot.costInput ? html`<p class="reading">${columnDescription(snapshot, 'macs')}</p>` : nothing}
			${snapshot.budget.reading === undefined ? nothing : html`<p class="reading">${snapshot.budget.reading}</p>`}`;
	}

	private filterField(): TemplateResult {
		const { model } = this;
		return html`<label class="field"
			><span aria-hidden="true">Filter</span
			><vscode-textfield
				class="filter"
				.label=${'Filter by name or by column, such as framework:timm or top1>=75'}
				placeholder="Name, framework:timm, top1>=75"
				?invalid=${model.table.problem !== undefined}
				maxlength=${maxFilterLength}
				.value=${model.state.filterText}
				@input=${(event: Event) => {
					model.setUp({ filterText: textOf(event), topRow: 0 });
				}}
			></vscode-textfield
		></label>`;
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
		return this.lists.choice({
			name: 'task',
			text: 'Task',
			label: 'Task of the models',
			value: task,
			options: tasks.map(each => [each, each]),
			choose: value => {
				const chosen = tasks.find(each => each === value);
				if (chosen) this.model.setTask(chosen);
			},
		});
	}

	private deviceChoice({ device, devices }: ComparisonSnapshot): TemplateResult | typeof nothing {
		if (!device) return nothing;
		return this.lists.choice({
			name: 'device',
			text: 'Device',
			label: 'Device of the latency column',
			value: device.id,
			options: devices.map(({ id, name, candidates }) => [id, `${name} (${candidates})`]),
			choose: value => {
				this.model.setLatencyDevice(value);
			},
		});
	}

	private sizeChoice({ costInput, costInputs }: ComparisonSnapshot): TemplateResult | typeof nothing {
		if (costInputs.length === 0) return nothing;
		const chosen = costInput ? formatInput(costInput) : '';
		const sides = costInputs.map(side => formatInput([side, side]));
		const others = chosen === '' || sides.includes(chosen) ? [] : [chosen]; // a size that was typed elsewhere
		return this.lists.choice({
			name: 'cost-input',
			text: 'MACs at',
			label: 'Input size that MACs are counted at',
			value: chosen,
			options: [['', 'own size'], ...[...others, ...sides].map(size => [size, size] as const)],
			choose: value => {
				const side = costInputs[sides.indexOf(value)];
				if (side !== undefined || value === '') this.model.setCostInput(side ?? 0);
			},
		});
	}

	private foldChoice(): TemplateResult {
		const { model } = this;
		return this.lists.choice({
			name: 'fold',
			text: 'Rows',
			label: 'What each row stands for',
			value: model.state.fold,
			options: [
				['none', 'all candidates'],
				['model', 'best per model'],
				['family', 'best per family'],
			],
			choose: value => {
				const fold = rowFolds.find(each => each === value);
				if (fold) model.setUp({ fold, unfolded: [], topRow: 0 });
			},
		});
	}

	private columnChoice(): TemplateResult {
		const { model } = this;
		const { hiddenColumns } = model.state;
		return html`<label class="field"
			><span aria-hidden="true">Columns</span
			><vscode-multi-select
				class="columns"
				.label=${'Columns of the table'}
				@change=${(event: Event) => {
					const shown = valuesOf(event);
					const offered = model.offered.map(({ id }) => id);
					const others = hiddenColumns.filter(id => !offered.includes(id));
					model.setUp({ hiddenColumns: [...others, ...offered.filter(id => !shown.includes(id))] });
				}}
			>
				${model.offered.map(
					({ id, title }) =>
						html`<vscode-option value=${id} ?selected=${!hiddenColumns.includes(id)}
							>${title}</vscode-option
						>`,
				)}
			</vscode-multi-select></label
		>`;
	}

	private actions(): TemplateResult {
		const { model } = this;
		return html`<vscode-checkbox
				class="frontier-only"
				.checked=${model.state.frontierOnly}
				@change=${(event: Event) => {
					model.setUp({ frontierOnly: isChecked(event), topRow: 0 });
				}}
				>Frontier only</vscode-checkbox
			><vscode-checkbox
				class="flops"
				title="Two per multiply-accumulate"
				.checked=${model.state.flops}
				@change=${(event: Event) => {
					model.setUp({ flops: isChecked(event) });
				}}
				>FLOPs</vscode-checkbox
			><vscode-button
				class="export"
				secondary
				@click=${() => {
					model.exportTable();
				}}
				>Export…</vscode-button
			>`;
	}
}

function isChecked({ target }: Event): boolean {
	return target instanceof HTMLElement && 'checked' in target && target.checked === true;
}

function valuesOf(event: Event): readonly unknown[] {
	const { target } = event;
	return target instanceof HTMLElement && 'value' in target && Array.isArray(target.value) ? target.value : [];
}

/** Esc first closes the list of a select. */
function isOpenList(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && 'open' in target && target.open === true;
}
