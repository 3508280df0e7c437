import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, type TemplateResult } from 'lit';
import type { ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { textOf } from './choiceField.ts';
import type { PageModel } from './pageModel.ts';

/** How long a budget may rest before it counts as written and the host is asked, in ms. */
const typingPause = 250;

/** The budget as a text. Enter asks at once, and goes to the pick when the host has answered. */
export class BudgetField {
	private typing: ReturnType<typeof setTimeout> | undefined;
	/** What stands in the field and the host has not answered yet. */
	private draft: string | undefined;
	private goesToPick = false;

	/** @param toPick called with the snapshot that answers what was written before Enter */
	constructor(
		private readonly model: PageModel,
		private readonly toPick: (snapshot: ComparisonSnapshot) => void,
	) {}

	template(snapshot: ComparisonSnapshot): TemplateResult {
		return html`<label class="field"
			><span aria-hidden="true">Budget</span
			><vscode-textfield
				class="budget"
				.label=${'Budget such as 300M, 5M params or 60ms@pixel1; Enter goes to the pick'}
				placeholder="300M, 5M params, 60ms@pixel1"
				maxlength="500"
				?invalid=${snapshot.budget.problem !== undefined}
				.value=${this.textShown(snapshot)}
				@input=${(event: Event) => {
					this.goesToPick = false;
					this.draft = textOf(event);
					clearTimeout(this.typing);
					this.typing = setTimeout(() => {
						this.ask();
					}, typingPause);
				}}
				@keydown=${(event: KeyboardEvent) => {
					if (event.key !== 'Enter') return;
					clearTimeout(this.typing);
					this.goesToPick = true;
					if (this.draft === undefined) this.goWhereAnswered(snapshot);
					else this.ask();
				}}
			></vscode-textfield
		></label>`;
	}

	/** To be called with each snapshot that is drawn. */
	goWhereAnswered(snapshot: ComparisonSnapshot): void {
		if (!this.goesToPick || this.draft !== undefined) return;
		this.goesToPick = false;
		this.toPick(snapshot);
	}

	private ask(): void {
		this.model.setBudget(this.draft ?? '');
	}

	/** The draft until the host answers to it, so that no answer to an earlier draft overwrites what is being typed. */
	private textShown({ budget }: ComparisonSnapshot): string {
		if (this.draft?.trim() === budget.text.trim()) this.draft = undefined;
		return this.draft ?? budget.text;
	}
}
