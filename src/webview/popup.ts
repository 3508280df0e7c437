import { nothing, render, type TemplateResult } from 'lit';

/** Where a popup stands: below this box, or above it where there is no room. In px of the window. */
export interface PopupPlace {
	readonly left: number;
	readonly top: number;
	readonly bottom: number;
}

export interface PopupContent {
	readonly role: 'menu' | 'dialog';
	/** What a screen reader calls it. */
	readonly label: string;
	readonly at: PopupPlace;
	readonly template: () => TemplateResult;
	readonly onKey?: (event: KeyboardEvent, element: HTMLElement) => void;
	/** Takes the keyboard back when the popup is closed by its keys or after a choice. */
	readonly leave: () => void;
}

/** Room to the edges of the window in px. */
const margin = 4;

/** The one menu or panel that floats above the page. Esc closes it, and so does whatever takes the keyboard elsewhere. */
export class Popup {
	private readonly element = document.createElement('div');
	private content: PopupContent | undefined;

	constructor(root: HTMLElement) {
		this.element.className = 'popup';
		this.element.hidden = true;
		this.element.tabIndex = -1;
		root.append(this.element);
		this.element.addEventListener('keydown', event => {
			this.onKey(event);
		});
		this.element.addEventListener('focusout', event => {
			const { relatedTarget } = event;
			const stays = relatedTarget instanceof Node && this.element.contains(relatedTarget);
			if (!stays && relatedTarget !== null) this.hide();
		});
		document.addEventListener('pointerdown', event => {
			if (event.target instanceof Node && !this.element.contains(event.target)) this.hide();
		});
		window.addEventListener('blur', () => {
			if (this.content?.role === 'menu') this.hide();
		});
	}

	open(content: PopupContent): void {
		this.hide();
		this.content = content;
		this.element.setAttribute('role', content.role);
		this.element.setAttribute('aria-label', content.label);
		this.element.hidden = false;
		this.draw();
		this.place(content.at);
		(this.element.querySelector<HTMLElement>('[data-first]') ?? this.element).focus();
	}

	/** Draws again what has changed. */
	draw(): void {
		if (this.content) render(this.content.template(), this.element);
	}

	/** Closes it and gives the keyboard back. */
	close(): void {
		const { content } = this;
		this.hide();
		content?.leave();
	}

	private hide(): void {
		if (!this.content) return;
		this.content = undefined;
		this.element.hidden = true;
		render(nothing, this.element);
	}

	private place({ left, top, bottom }: PopupPlace): void {
		const { element } = this;
		const { width, height } = element.getBoundingClientRect();
		const hasRoomBelow = bottom + height + margin <= window.innerHeight;
		const y = hasRoomBelow ? bottom : Math.max(margin, Math.min(top, window.innerHeight - margin) - height);
		const x = Math.max(margin, Math.min(left, window.innerWidth - width - margin));
		element.style.setProperty('left', `${String(x)}px`);
		element.style.setProperty('top', `${String(y)}px`);
	}

	private onKey(event: KeyboardEvent): void {
		if (event.key === 'Escape') {
			event.preventDefault();
			this.close();
		} else if (this.content) this.content.onKey?.(event, this.element);
		event.stopPropagation(); // the table and the editor would act on the key as well
	}
}
