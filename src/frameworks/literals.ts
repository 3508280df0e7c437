import type { SnippetLanguage } from './snippetOffer.ts';

/** A value that every language can write. Keys of objects are ours, never text of a catalog. */
export type LiteralValue =
	string | number | boolean | null | readonly LiteralValue[] | { readonly [key: string]: LiteralValue };

/** Characters that a literal never holds as they are: controls, line ends, bidi, zero-width, lone surrogates. */
const hidden = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A Python string literal that evaluates to `text`, whatever it holds. */
export function pythonString(text: string): string {
	return `"${escapeQuotes(text).replace(hidden, escapeLong)}"`;
}

/** A YAML scalar that is read as the string `text`: plain where that is safe in YAML 1.1 and 1.2, else quoted. */
export function yamlString(text: string): string {
	if (plainYaml.test(text) && !yamlWords.has(text.toLowerCase())) return text;
	return `"${escapeQuotes(text).replace(hidden, escapeLong)}"`;
}

export function jsonString(text: string): string {
	return `"${escapeQuotes(text).replace(hidden, escapeShort)}"`;
}

/** A number that Python, YAML 1.1 and JSON read alike; null where it is not finite. */
export function numberText(value: number, missing: string): string {
	if (!Number.isFinite(value)) return missing;
	// YAML 1.1 takes 1e-7 for a string and 1.0e-7 for a number
	return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

/** A value in a language, its own lines indented by one level more than its first. */
export function writeLiteral(value: LiteralValue, language: SnippetLanguage): string {
	switch (language) {
		case 'python':
			return writeBraces(value, pythonStyle, '');
		case 'json':
			return writeBraces(value, jsonStyle, '');
		case 'yaml':
			return isMapping(value) ? writeYaml(value, '') : yamlScalar(value);
	}
}

const plainYaml = /^[A-Za-z](?:[A-Za-z0-9_./@+:-]*[A-Za-z0-9_./@+-])?$/;
const yamlWords = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);

interface BracesStyle {
	readonly unit: string;
	readonly missing: string;
	readonly flags: readonly [string, string];
	/** After the last entry of a block. */
	readonly trailing: string;
	text(value: string): string;
}

const pythonStyle: BracesStyle = {
	unit: '    ',
	missing: 'None',
	flags: ['False', 'True'],
	trailing: ',',
	text: pythonString,
};
const jsonStyle: BracesStyle = {
	unit: '  ',
	missing: 'null',
	flags: ['false', 'true'],
	trailing: '',
	text: jsonString,
};

function writeBraces(value: LiteralValue, style: BracesStyle, indent: string): string {
	if (typeof value === 'string') return style.text(value);
	if (typeof value === 'number') return numberText(value, style.missing);
	if (typeof value === 'boolean') return style.flags[value ? 1 : 0];
	if (value === null) return style.missing;
	if (isList(value)) return `[${value.map(item => writeBraces(item, style, indent)).join(', ')}]`;
	const inner = indent + style.unit;
	const entries = Object.entries(value).map(
		([key, item]) => `${inner}${style.text(key)}: ${writeBraces(item, style, inner)}`,
	);
	return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}${style.trailing}\n${indent}}`;
}

function writeYaml(value: Readonly<Record<string, LiteralValue>>, indent: string): string {
	return Object.entries(value)
		.map(([key, item]) =>
			isMapping(item) && Object.keys(item).length > 0
				? `${indent}${key}:\n${writeYaml(item, `${indent}  `)}`
				: `${indent}${key}: ${yamlScalar(item)}`,
		)
		.join('\n');
}

/** A value on one line of YAML. */
export function yamlScalar(value: LiteralValue): string {
	if (typeof value === 'string') return yamlString(value);
	if (isList(value)) return `[${value.map(yamlScalar).join(', ')}]`;
	return writeBraces(value, jsonStyle, '');
}

export function isList(value: LiteralValue): value is readonly LiteralValue[] {
	return Array.isArray(value);
}

export function isMapping(value: LiteralValue): value is Readonly<Record<string, LiteralValue>> {
	return typeof value === 'object' && value !== null && !isList(value);
}

function escapeQuotes(text: string): string {
	return text.replace(/["\\]/g, '\\$&');
}

/** Python and YAML: one escape for each code point. */
function escapeLong(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** JSON: one escape for each UTF-16 unit. */
function escapeShort(character: string): string {
	return [...Array(character.length).keys()]
		.map(index => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
		.join('');
}
