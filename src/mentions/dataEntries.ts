import type { TextRange } from '../frameworks/insertion.ts';
import { columnOf, linesOf } from '../frameworks/textLines.ts';

/** A key of YAML or JSON with a scalar. The range is that of the scalar, without quotes. */
export interface DataEntry extends TextRange {
	readonly key: string;
	readonly keyStart: number;
	readonly value: string;
	readonly isQuoted: boolean;
	/** Number of the mapping that it is in. */
	readonly mapping: number;
	/** Keys around it, innermost last. */
	readonly above: readonly string[];
}

const yamlKey = /^([ \t]*(?:- +)*)(?:(["'])([^"']*)\2|([\w.-]+))[ \t]*:(?:[ \t]+|$)/;
const yamlValue = /^(?:[&!]\S+ +)?(?:"([^"\\]*)"|'([^']*)'|([^\s"'#[\]{},&*!|>%@`][^\s#,]*))[ \t]*(?:#.*)?$/;
const flowPair = /(?:^|[{,])\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+))\s*:\s*(?:"([^"\\]*)"|'([^']*)'|([^\s"'#[\]{},]+))/dg;

interface YamlLevel {
	readonly column: number;
	readonly key: string;
	readonly mapping: number;
}

/** Reads YAML line by line, so that what is broken on one hides nothing on others. */
export function yamlEntries(text: string): readonly DataEntry[] {
	const entries: DataEntry[] = [];
	const levels: YamlLevel[] = [];
	let mappings = 0;
	let blockBelow = Infinity; // column that lines of a block scalar are to the right of
	for (const line of linesOf(text)) {
		const column = columnOf(line.indent);
		if (line.isBlank || (column > blockBelow && blockBelow !== Infinity)) continue;
		blockBelow = Infinity;
		const [lead, before = '', , quoted, plain] = yamlKey.exec(line.text) ?? [];
		if (lead === undefined) continue;
		const key = quoted ?? plain ?? '';
		const isItem = before.includes('-');
		const at = columnOf(before.replaceAll('-', ' '));
		while ((levels.at(-1)?.column ?? -1) > at || (isItem && (levels.at(-1)?.column ?? -1) >= at)) levels.pop();
		const top = levels.at(-1);
		const mapping = top?.column === at ? top.mapping : ++mappings;
		if (top?.column === at) levels.pop();
		const above = levels.map(level => level.key);
		levels.push({ column: at, key, mapping });
		const rest = line.text.slice(lead.length);
		const start = line.start + lead.length;
		if (/^[|>]/.test(rest)) blockBelow = column;
		else if (rest.startsWith('{')) entries.push(...flowEntries(rest, start, ++mappings, [...above, key]));
		else {
			const entry = yamlScalar(rest, start);
			if (entry) entries.push({ ...entry, key, keyStart: line.start + before.length, mapping, above });
		}
	}
	return entries;
}

function yamlScalar(rest: string, start: number): (TextRange & { value: string; isQuoted: boolean }) | undefined {
	const match = yamlValue.exec(rest);
	if (!match) return undefined;
	const [, double, single, plain] = match;
	const value = double ?? single ?? plain;
	if (value === undefined) return undefined;
	const skipped = (/^[&!]\S+ +/.exec(rest)?.[0].length ?? 0) + (plain === undefined ? 1 : 0);
	return { start: start + skipped, end: start + skipped + value.length, value, isQuoted: plain === undefined };
}

/** `{name: resnet50, pretrained: true}` on one line. */
function flowEntries(text: string, start: number, mapping: number, above: readonly string[]): readonly DataEntry[] {
	return [...text.matchAll(flowPair)].flatMap(match => {
		const [, keyA, keyB, keyC, double, single, plain] = match;
		const value = double ?? single ?? plain;
		const range = match.indices?.[4] ?? match.indices?.[5] ?? match.indices?.[6];
		const keyRange = match.indices?.[1] ?? match.indices?.[2] ?? match.indices?.[3];
		if (value === undefined || !range || !keyRange) return [];
		const key = keyA ?? keyB ?? keyC ?? '';
		const place = { start: start + range[0], end: start + range[1], keyStart: start + keyRange[0] };
		return [{ ...place, key, value, isQuoted: plain === undefined, mapping, above }];
	});
}

const jsonToken = /"((?:[^"\\\r\n]|\\.)*)"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Reads JSON token by token, commas and brackets where they should be or not. */
export function jsonEntries(text: string): readonly DataEntry[] {
	const entries: DataEntry[] = [];
	const levels: { mapping: number; key?: string }[] = [];
	let mappings = 0;
	let pending: { text: string; start: number } | undefined;
	let key: { text: string; start: number } | undefined;
	for (const match of text.matchAll(jsonToken)) {
		const [token, quoted] = match;
		const { index } = match;
		if (token === '{' || token === '[') {
			levels.push({ mapping: ++mappings, ...(key && { key: key.text }) });
			key = pending = undefined;
		} else if (token === '}' || token === ']') {
			levels.pop();
			key = pending = undefined;
		} else if (token === ':') {
			key = pending;
			pending = undefined;
		} else if (token === ',') key = pending = undefined;
		else if (key) {
			const value = quoted ?? token;
			const start = index + (quoted === undefined ? 0 : 1);
			const above = levels.flatMap(level => (level.key === undefined ? [] : [level.key]));
			const mapping = levels.at(-1)?.mapping ?? 0;
			const place = { start, end: start + value.length, keyStart: key.start };
			entries.push({ ...place, key: key.text, value, isQuoted: quoted !== undefined, mapping, above });
			key = undefined;
		} else if (quoted !== undefined) pending = { text: quoted, start: index };
	}
	return entries;
}
