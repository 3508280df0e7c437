import type * as z from 'zod/mini';

/**
 * Option of a parse that words its issues: the small build of zod brings no language of its own, and its English has words
 * for formats and containers that no catalog has.
 */
export const englishIssues = { error: issueText };

const units: ReadonlyMap<string, string> = new Map([
	['string', 'characters'],
	['array', 'items'],
]);

function issueText(issue: z.core.$ZodRawIssue): string {
	switch (issue.code) {
		case 'invalid_type':
			return `expected ${issue.expected}, received ${typeName(issue.input)}`;
		case 'invalid_value':
			return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(quoted).join('|')}`;
		case 'too_big':
			return sizeText(issue.origin, issue.inclusive === false ? '<' : '<=', issue.maximum);
		case 'too_small':
			return sizeText(issue.origin, issue.inclusive === false ? '>' : '>=', issue.minimum);
		case 'invalid_format':
			return issue.format === 'date' ? 'expected an ISO date such as 2025-11-20' : 'expected another text';
		case 'unrecognized_keys':
			return `unknown ${issue.keys.length > 1 ? 'keys' : 'key'} ${issue.keys.map(quoted).join(', ')}`;
		case 'invalid_union':
			return 'expected one of the kinds of record that the list has';
		default:
			return 'expected something else';
	}
}

function sizeText(origin: string, bound: string, size: number | bigint): string {
	const unit = units.get(origin);
	return `expected ${origin} to ${unit === undefined ? 'be' : 'have'} ${bound}${String(size)}${unit === undefined ? '' : ` ${unit}`}`;
}

function typeName(input: unknown): string {
	if (input === null) return 'null';
	if (Array.isArray(input)) return 'array';
	return typeof input === 'number' && !Number.isFinite(input) ? String(input) : typeof input;
}

function quoted(value: unknown): string {
	return typeof value === 'string' ? `"${value}"` : String(value);
}
