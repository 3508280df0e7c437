import type { TextRange } from './insertion.ts';
import type { CodePlace, PlaceStyle } from './pythonPlace.ts';
import { lineAt, linesOf } from './textLines.ts';

/** In place of whole lines of YAML or JSON, at the indentation of the first. */
export function placeDataInstead(text: string, range: TextRange): CodePlace {
	const lines = linesOf(text);
	const indent = lines[lineAt(lines, range.start)]?.indent ?? '';
	return { ...range, before: indent, after: '', indent };
}

/** A JSON value goes exactly to the selection, which it replaces. */
export function placeJson(text: string, { start, end }: TextRange): CodePlace {
	const lines = linesOf(text);
	const line = lines[lineAt(lines, start)];
	return { start, end, before: '', after: '', indent: line?.indent ?? '' };
}

/** On a blank line as it is indented, after `key:` as the block below it, after `- ` as its item, else on a line below. */
export function placeYaml(text: string, offset: number, style: PlaceStyle): CodePlace {
	const lines = linesOf(text);
	const line = lines[lineAt(lines, offset)];
	if (!line) throw new RangeError(`no line at offset ${offset}`);
	const lead = text.slice(line.start, offset);
	const isLast = text.slice(offset, line.end).trim() === '';
	if (line.isBlank) return { start: line.start, end: line.end, before: lead, after: '', indent: lead };
	if (isLast && /^[ \t]*- +$/.test(lead))
		return { start: offset, end: line.end, before: '', after: '', indent: lead.replace('-', ' ') };
	const indent = isLast && /:[ \t]*$/.test(lead) ? `${line.indent}  ` : line.indent;
	return { start: line.end, end: line.end, before: style.eol + indent, after: '', indent };
}
