import { lineAt, linesOf } from '../frameworks/textLines.ts';
import type { KnownNames, Mention } from './mention.ts';

/** `key: value` of YAML up to the value, for keys that name models. */
const yamlKey =
	/^\s*(?:- +)?(["']?)(?:model|model_name|backbone|arch|architecture|encoder|network|checkpoint)\1[ \t]*:[ \t]+/;
const yamlValue = /^(?:"([^"\\]*)"|'([^']*)'|([^\s"'#[\]{},&*!|>%@`][^\s#,]*))[ \t]*(?:#.*)?$/;
const jsonValue =
	/"(?:model|model_name|backbone|arch|architecture|encoder|network|checkpoint)"\s*:\s*"([^"\\\r\n]*)"/dg;

/** The known model that is the value of a key such as `model` at a cursor. */
export function findDataMention(
	text: string,
	offset: number,
	names: KnownNames,
	language: 'yaml' | 'json',
): Mention | undefined {
	const range = language === 'json' ? jsonValueAt(text, offset) : yamlValueAt(text, offset);
	if (!range) return undefined;
	const name = text.slice(range.start, range.end);
	return names.has(name) ? { ...range, name, form: 'text' } : undefined;
}

function jsonValueAt(text: string, offset: number): { start: number; end: number } | undefined {
	for (const match of text.matchAll(jsonValue)) {
		const [start, end] = match.indices?.[1] ?? [0, -1];
		if (start <= offset && offset <= end) return { start, end };
		if (start > offset) break;
	}
	return undefined;
}

function yamlValueAt(text: string, offset: number): { start: number; end: number } | undefined {
	const lines = linesOf(text);
	const line = lines[lineAt(lines, offset)];
	const lead = line && yamlKey.exec(line.text)?.[0];
	if (!line || lead === undefined) return undefined;
	const [, double, single, plain] = yamlValue.exec(line.text.slice(lead.length)) ?? [];
	const value = double ?? single ?? plain;
	if (value === undefined) return undefined;
	const start = line.start + lead.length + (plain === undefined ? 1 : 0);
	const end = start + value.length;
	return start <= offset && offset <= end ? { start, end } : undefined;
}
