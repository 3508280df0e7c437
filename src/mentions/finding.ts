import type { TextEdit, TextRange } from '../frameworks/insertion.ts';
import type { Mention } from './mention.ts';

export const findingCodes = [
	'unknown-name',
	'renamed-name',
	'deprecated-name',
	'pretrained-argument',
	'foreign-weights',
	'other-preprocessing',
	'over-budget',
	'license',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Never more than a warning, unless whoever asks says so: the code may be right where the catalog is not. */
export type FindingSeverity = 'hint' | 'information' | 'warning' | 'error';

/** What is doubtful about a model named in code. The range is what to underline. */
export interface CodeFinding extends TextRange {
	readonly code: FindingCode;
	readonly severity: FindingSeverity;
	readonly message: string;
	readonly mention: Mention;
	/** Names that may stand in place of the range, best first; for `pretrained-argument` the argument. */
	readonly replacements: readonly string[];
	/** What puts it right where no name alone does. */
	readonly edits?: readonly TextEdit[];
}

const usual: Readonly<Record<FindingCode, FindingSeverity>> = {
	'unknown-name': 'hint',
	'renamed-name': 'information',
	'deprecated-name': 'information',
	'pretrained-argument': 'information',
	'foreign-weights': 'warning',
	'other-preprocessing': 'information',
	'over-budget': 'warning',
	license: 'warning',
};

export function createFinding(
	code: FindingCode,
	mention: Mention,
	message: string,
	more: {
		readonly range?: TextRange;
		readonly replacements?: readonly string[];
		readonly edits?: readonly TextEdit[];
		readonly severity?: FindingSeverity;
	} = {},
): CodeFinding {
	const { start, end } = more.range ?? mention;
	const severity = more.severity ?? usual[code];
	const { replacements = [], edits } = more;
	return { code, severity, start, end, message, mention, replacements, ...(edits && { edits }) };
}
