/** Text of a catalog made safe to show. Whatever a record holds, these are the only ways it reaches a screen or a file. */

/** Characters that cannot be seen or that change how others are drawn: controls, line ends, bidi, zero-width, private use, lone surrogates. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const allUnseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Tab, LF, VT, FF, CR, NEL, the Unicode line and paragraph separators, and every other kind of space. */
const spaces = /[\s\u0085]+/gu;
/** A letter has at most three marks: longer piles paint over the lines above and below. */
const markPile = /(\p{M}{3})\p{M}+/gu;

/** Words of printable ASCII with single spaces between them: most texts, and nothing of them has to be looked at again. */
const ordinary = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** Whether `text` holds a character that a reader could not see. */
export function hasUnseen(text: string): boolean {
	return !ordinary.test(text) && unseen.test(text);
}

/** Whether a word mixes Latin letters with Cyrillic or Greek ones, which look the same: `re\u0455net50`. */
export function hasMixedScripts(text: string): boolean {
	if (ordinary.test(text)) return false;
	const words = text.split(/[^\p{L}\p{N}]+/u);
	return words.some(word => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word));
}

/** One line of visible characters, cut at `maxLength` UTF-16 units with `…` as the last one. */
export function plainText(text: string, maxLength = 200): string {
	if (text.length <= maxLength && ordinary.test(text)) return text;
	const beginning = text.slice(0, maxLength * 8); // a text of megabytes is never searched through
	const clean = beginning
		.normalize('NFC')
		.replace(spaces, ' ')
		.replace(allUnseen, '')
		.replace(markPile, '$1')
		.replace(/ {2,}/g, ' ')
		.trim();
	if (clean.length <= maxLength && beginning.length === text.length) return clean;
	return `${clean
		.slice(0, maxLength - 1)
		.replace(/[\ud800-\udbff]$/u, '')
		.trimEnd()}…`;
}

/** Plain text for a label, where `$(name)` would be drawn as an icon. */
export function labelText(text: string, maxLength = 200): string {
	return withoutIcons(plainText(text, maxLength));
}

/**
 * Plain text as literal Markdown: no link, image, code, emphasis, table cell, icon or HTML comes out of it, and nothing
 * at its start begins a block. One line; CR, LF, NEL, U+2028 and U+2029 all become a space.
 */
export function escapeMarkdown(text: string, maxLength = 1000): string {
	return withoutIcons(plainText(text, maxLength))
		.replace(/[\\`*_[\]{}<>()#!|~&$:@^=]/g, '\\$&')
		.replace(/(www(?=\.)|\/(?=\/))/gi, '$1\\')
		.replace(/^[-+]/, '\\$&')
		.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** The text as a JavaScript string would spell it, for messages about text that cannot be shown as it is. */
export function escapeUnseen(text: string, maxLength = 80): string {
	const beginning = text.slice(0, maxLength);
	const escaped = beginning.replace(allUnseen, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
	return plainText(beginning.length < text.length ? `${escaped}…` : escaped, maxLength * 8);
}

function withoutIcons(text: string): string {
	return text.replace(/\$(?=\()/g, '$ ');
}
