import type { SnippetPart, TabStop } from './snippetOffer.ts';

/**
 * The parts of a template: text and tab stops in the order they stand. Values of data enter as literals made by
 * `literals.ts` and stay text: nothing in them is read as a tab stop.
 */
export function parts(template: TemplateStringsArray, ...values: readonly SnippetPart[]): readonly SnippetPart[] {
	return joinParts(template.flatMap((text, index) => [text, ...values.slice(index, index + 1)]));
}

/** A place to type in. With choices, the default is offered first. */
export function stop(tabstop: number, value: string, choices: readonly string[] = []): TabStop {
	const others = choices.filter(choice => choice !== value);
	return others.length === 0 ? { tabstop, value } : { tabstop, value, choices: [value, ...others] };
}

/** Puts lines of parts below one another. */
export function lines(...list: readonly (readonly SnippetPart[])[]): readonly SnippetPart[] {
	return joinParts(list.flatMap((line, index) => (index === 0 ? line : ['\n', ...line])));
}

/** The text of parts with their default values. */
export function defaultText(list: readonly SnippetPart[]): string {
	return list.map(part => (typeof part === 'string' ? part : part.value)).join('');
}

function joinParts(list: readonly SnippetPart[]): readonly SnippetPart[] {
	const joined: SnippetPart[] = [];
	for (const part of list) {
		const last = joined.at(-1);
		if (part === '') continue;
		if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
		else joined.push(part);
	}
	return joined;
}
