import type { TextRange } from '../frameworks/insertion.ts';
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
