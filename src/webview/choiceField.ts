import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { html, type TemplateResult } from 'lit';

export interface Choice {
	/** Class of the list. */
	readonly name: string;
	/** What stands before it, and what it is called by a screen reader. */
	readonly text: string;
	readonly label: string;
	readonly value: string;
	readonly options: readonly (readonly [value: string, text: string])[];
	readonly choose: (value: string) => void;
}

/** A list to choose one of. @param visit called when a person comes to it, by the pointer or the keyboard */
export function choice(
	{ name, text, label, value, options, choose }: Choice,
	visit: () => void = () => undefined,
): TemplateResult {
	return html`<label class="field"
		><span aria-hidden="true">${text}</span
		><vscode-single-select
			class=${name}
			.label=${label}
			.value=${value}
			@focusin=${visit}
			@pointerenter=${visit}
			@change=${(event: Event) => {
				choose(textOf(event));
			}}
		>
			${options.map(
				([each, shown]) =>
					html`<vscode-option value=${each} ?selected=${each === value}>${shown}</vscode-option>`,
			)}
		</vscode-single-select></label
	>`;
}

/** What stands in the field that an event comes from. */
export function textOf(event: Event): string {
	const { target } = event;
	return target instanceof HTMLElement && 'value' in target && typeof target.value === 'string' ? target.value : '';
}
