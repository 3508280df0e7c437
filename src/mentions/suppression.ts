import type { TextEdit, TextRange } from '../frameworks/insertion.ts';
import type { FindingCode } from './finding.ts';

const comment = /#\s*model-scout:\s*ignore(?:\[([\w\s,-]*)\])?/;

/** Whether `# model-scout: ignore`, or `ignore[code, code]`, stands on the line of a finding or alone on the line above. */
export function isSuppressed(text: string, { start, code }: TextRange & { readonly code: FindingCode }): boolean {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const above = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, Math.max(0, lineStart - 1));
	const lineEnd = text.indexOf('\n', start);
	const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
	return suppresses(line, code) || (lineStart > 0 && above.trimStart().startsWith('#') && suppresses(above, code));
}

function suppresses(line: string, code: FindingCode): boolean {
	const match = comment.exec(line);
	if (!match) return false;
	return match[1] === undefined || match[1].split(',').some(each => each.trim() === code);
}

/** How to write the comment on the line of a finding, or into the one that stands there; undefined where none can end it. */
export function planSuppression(
	text: string,
	{ start, code }: TextRange & { readonly code: FindingCode },
): TextEdit | undefined {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const line = /[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
	const match = comment.exec(line);
	if (match?.[1] !== undefined) {
		const end = lineStart + match.index + match[0].length - 1;
		return { start: end, end, text: match[1].trim() === '' ? code : `, ${code}` };
	}
	const written = line.trimEnd();
	if (written.endsWith('\\')) return undefined; // the line goes on below
	const end = lineStart + written.length;
	return { start: end, end, text: `  # model-scout: ignore[${code}]` };
}
