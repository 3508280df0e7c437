import { noChange } from 'lit';
import { directive, Directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/**
 * Moves an element down by `top` px and optionally makes it `height` px high, as
 * `<div ${placeAt(260)}>`. Written through the style object: the page's policy allows no style attribute.
 */
class PlaceAt extends Directive {
	private top: number | undefined;

	constructor(part: PartInfo) {
		super(part);
		if (part.type !== PartType.ELEMENT) throw new Error('placeAt stands inside a tag, not in an attribute');
	}

	override render(top: number): number {
		return top;
	}

	override update(part: ElementPart, [top]: [number]): typeof noChange {
		if (top !== this.top && part.element instanceof HTMLElement) {
			part.element.style.transform = `translateY(${String(top)}px)`;
			this.top = top;
		}
		return noChange;
	}
}

export const placeAt = directive(PlaceAt);
