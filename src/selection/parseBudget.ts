import { accuracyWords } from '../catalog/accuracy.ts';
import { isFloor, type Budget, type Constraint, type Floor, type Limit } from './budget.ts';
import { parsePart, type BudgetContext } from './budgetPart.ts';
import { acceptedBudget, decimalComma, problemAt, quoted, type Rejected } from './budgetProblem.ts';
import { exactQuantityText } from './quantityText.ts';
import { splitBudget } from './splitBudget.ts';

export type { BudgetContext } from './budgetPart.ts';
export type { BudgetProblem, BudgetProblemCode, CoveredDevice } from './budgetProblem.ts';

export type ParsedBudget = { readonly ok: true; readonly budget: Budget } | Rejected;

const longestBudget = 1000;

/** Reads what people write as a budget: `≤300M`, `0.6 GFLOPs, 5M params`, `60ms@pixel1 and top1 ≥ 75`, `≤ resnet50`. */
export function parseBudget(text: string, context: BudgetContext): ParsedBudget {
	if (text.trim() === '') return { ok: false, problem: { code: 'empty', text: acceptedBudget } };
	if (text.length > longestBudget) {
		const problem = `A budget of ${text.length} characters is too long; at most ${longestBudget} are read.`;
		return { ok: false, problem: { code: 'too-long', text: problem } };
	}
	const split = splitBudget(text);
	if (!split.ok) {
		const { part, code } = split;
		const openQuote = `${quoted(part.text)} has no closing quotation mark. Write @"Galaxy S24".`;
		return code === 'decimal-comma' ? decimalComma(part) : problemAt(code, part, openQuote);
	}
	const constraints: Constraint[] = [];
	for (const part of split.parts) {
		const parsed = parsePart(part, context);
		if (!parsed.ok) return parsed;
		constraints.push(parsed.value);
	}
	return { ok: true, budget: budgetOf(text.trim(), constraints) };
}

/** The budget in one spelling that reads back as the same limits: `≤ 300 M MACs, ≤ 60 ms@pixel-1, top1 ≥ 75 %`. */
export function formatBudget(budget: Budget): string {
	return [...budget.limits.map(formatLimit), ...budget.floors.map(formatFloor)].join(', ');
}

export function formatLimit(limit: Limit): string {
	if (limit.reference !== undefined) return `≤ ${plainOrQuoted(limit.reference)}`;
	if (limit.flops) return `≤ ${exactQuantityText('flops', limit.flops.printed)}`;
	const quantity = exactQuantityText(limit.metric, limit.max);
	const device = limit.device === undefined ? '' : `@${plainOrQuoted(limit.device)}`;
	return `≤ ${quantity}${device}${limit.precision === undefined ? '' : `/${limit.precision}`}`;
}

export function formatFloor({ metric, min }: Floor): string {
	return `${accuracyWords(metric).word} ≥ ${String(min)}${metric === 'top1' ? ' %' : ''}`;
}

function budgetOf(text: string, constraints: readonly Constraint[]): Budget {
	return {
		text,
		limits: constraints.filter(constraint => !isFloor(constraint)),
		floors: constraints.filter(isFloor),
	};
}

/** A name in quotation marks where it would be read as a number or be split. */
function plainOrQuoted(id: string): string {
	return /^[a-z][\w.:#@-]*(?:\/[\w.:#@-]+)?$/i.test(id) ? id : `"${id}"`;
}
