import { html, nothing, type TemplateResult } from 'lit';
import type { Popup, PopupPlace } from './popup.ts';

export interface MenuItem {
	readonly label: string;
	/** Key that does the same without the menu. */
	readonly key?: string;
	/** Whether it is on; undefined for what is no switch. */
	readonly isOn?: boolean;
	readonly run: () => void;
}

export interface Menu {
	readonly label: string;
	readonly at: PopupPlace;
	/** Groups with a line between them; empty ones are left out. */
	readonly groups: readonly (readonly MenuItem[])[];
	readonly leave: () => void;
}

/** Opens a menu with its first item under the keyboard. */
export function openMenu(popup: Popup, { label, at, groups, leave }: Menu): void {
	const filled = groups.filter(group => group.length > 0);
	const template = (): TemplateResult =>
		html`${filled.map(
			(group, place) =>
				html`${place === 0 ? nothing : html`<div class="line" role="separator"></div>`}${group.map(item =>
					itemTemplate(popup, item, item === filled[0]?.[0]),
				)}`,
		)}`;
	popup.open({ role: 'menu', label, at, template, leave, onKey: moveInMenu });
}

function itemTemplate(popup: Popup, item: MenuItem, isFirst: boolean): TemplateResult {
	const { label, key, isOn, run } = item;
	return html`<div
		class="item"
		role=${isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
		aria-checked=${isOn === undefined ? nothing : String(isOn)}
		tabindex="-1"
		?data-first=${isFirst}
		@click=${() => {
			popup.close();
			run();
		}}
		@pointermove=${(event: PointerEvent) => {
			if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
		}}
	>
		<span class="check" aria-hidden="true">${isOn === true ? '✓' : ''}</span
		><span class="label">${label}</span>${key === undefined ? nothing : html`<span class="shortcut">${key}</span>`}
	</div>`;
}

/** Arrow keys go round, a letter goes to the next item that begins with it. */
function moveInMenu(event: KeyboardEvent, element: HTMLElement): void {
	const items = [...element.querySelectorAll<HTMLElement>('.item')];
	const present = items.findIndex(item => item === document.activeElement);
	const target = targetOf(event, items, present);
	if (target) target.focus();
	else if (event.key === 'Enter' || event.key === ' ') items[present]?.click();
	else if (event.key !== 'Tab') return;
	event.preventDefault();
}

function targetOf({ key }: KeyboardEvent, items: readonly HTMLElement[], present: number): HTMLElement | undefined {
	switch (key) {
		case 'ArrowDown':
			return items[(present + 1) % items.length];
		case 'ArrowUp':
			return items[(Math.max(present, 0) + items.length - 1) % items.length];
		case 'Home':
			return items[0];
		case 'End':
			return items.at(-1);
		default: {
			if (key.length !== 1 || key === ' ') return undefined;
			const from = [...items.slice(present + 1), ...items.slice(0, present + 1)];
			const labelOf = (item: HTMLElement): string => item.querySelector('.label')?.textContent ?? '';
			return from.find(item => labelOf(item).toLowerCase().startsWith(key.toLowerCase()));
		}
	}
}
