/** One limit or floor as it stands in a budget's text. */
export interface BudgetPart {
	/** Without spaces around it. */
	readonly text: string;
	/** Offset in the budget's text, in UTF-16 units. */
	readonly start: number;
}

export type SplitBudget =
	| { readonly ok: true; readonly parts: readonly BudgetPart[] }
	| { readonly ok: false; readonly code: 'decimal-comma' | 'open-quote'; readonly part: BudgetPart };

/** `,` `;` `&` or the word `and`, also `, and`. */
const separatorPattern = /(?:[,;]|&{1,2})(?:\s*and(?=\s))?|(?<=\s)and(?=\s|$)/iuy;
/** A part of which only the number stands before the comma: what follows is no new limit but the decimals. */
const numberSoFar = /^(?:[≤≥<>=]|under|max|at|least|top-?\s?1|m?ap|miou|accuracy|\s)*\d[\d\s.]*$/iu;
const commaNumber = /^\d[\d.]*(?:,\d+)+[^,;&"]*/u;

/** Splits a budget at its separators; quoted names stay whole. Empty parts are kept, so that they can be pointed at. */
export function splitBudget(text: string): SplitBudget {
	const parts: BudgetPart[] = [];
	let start = 0;
	let index = 0;
	while (index < text.length) {
		if (text[index] === '"') {
			const end = text.indexOf('"', index + 1);
			if (end === -1) return { ok: false, code: 'open-quote', part: trimmed(text.slice(index), index) };
			index = end + 1;
			continue;
		}
		const separator = separatorAt(text, index);
		if (separator === '') {
			index += 1;
			continue;
		}
		if (separator === ',' && /\d/.test(text[index + 1] ?? '') && numberSoFar.test(text.slice(start, index))) {
			return { ok: false, code: 'decimal-comma', part: numberAround(text, index) };
		}
		parts.push(trimmed(text.slice(start, index), start));
		index += separator.length;
		start = index;
	}
	parts.push(trimmed(text.slice(start), start));
	return { ok: true, parts };
}

function separatorAt(text: string, index: number): string {
	separatorPattern.lastIndex = index;
	return separatorPattern.exec(text)?.[0] ?? '';
}

function numberAround(text: string, comma: number): BudgetPart {
	let start = comma;
	while (/[\d.]/.test(text[start - 1] ?? '')) start -= 1;
	return trimmed(commaNumber.exec(text.slice(start))?.[0] ?? text.slice(start, comma + 2), start);
}

function trimmed(text: string, start: number): BudgetPart {
	return { text: text.trim(), start: start + (text.length - text.trimStart().length) };
}
