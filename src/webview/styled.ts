import { noChange } from 'lit';
import { directive, Directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/**
 * Gives an element custom properties that the style sheet uses, as `<span ${styled({ '--share': '0.4' })}>`. Written
 * through the style object: the page's policy allows no style attribute.
 */
class Styled extends Directive {
	private readonly written = new Map<string, string>();

	constructor(part: PartInfo) {
		super(part);
		if (part.type !== PartType.ELEMENT) throw new Error('styled stands inside a tag, not in an attribute');
	}

	override render(properties: Readonly<Record<`--${string}`, string>>): unknown {
		return properties;
	}

	override update(part: ElementPart, [properties]: Parameters<this['render']>): typeof noChange {
		for (const [name, value] of Object.entries(properties)) {
			if (this.written.get(name) === value || !(part.element instanceof HTMLElement)) continue;
			part.element.style.setProperty(name, value);
			this.written.set(name, value);
		}
		return noChange;
	}
}

export const styled = directive(Styled);
