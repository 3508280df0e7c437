import assert from 'node:assert/strict';
import type { Budget, Limit } from '../../../src/selection/budget.ts';
import { parseBudget, type BudgetContext } from '../../../src/selection/parseBudget.ts';
import { aCatalog, aDevice } from '../../support/builders.ts';

/** Two models, one of them of unknown MACs, and two devices. */
export const catalog = aCatalog({
	candidates: [
		{ id: 'a-net/1.0@224', top1: 75, macs: 300e6, latencyMs: { 'pixel-1': 60, 'galaxy-s24': 20 } },
		{ id: 'b-net/1.0@224', top1: 70, latencyMs: { 'pixel-1': 40 } },
	],
	devices: [
		aDevice({ id: 'pixel-1', name: 'Google Pixel 1', aliases: ['P1'] }),
		aDevice({ id: 'galaxy-s24', name: 'Galaxy S24' }),
	],
});

export function read(text: string, context: Partial<BudgetContext> = {}): Budget {
	const parsed = parseBudget(text, { catalog, ...context });
	assert.ok(parsed.ok, parsed.ok ? '' : parsed.problem.text);
	return parsed.budget;
}

/** Limits without the words that they were written in. */
export function limitsOf(text: string, context: Partial<BudgetContext> = {}): readonly Partial<Limit>[] {
	return read(text, context).limits.map(withoutText);
}

export function problemOf(
	text: string,
	context: Partial<BudgetContext> = {},
): { code: string; text: string; quoted: string } {
	const parsed = parseBudget(text, { catalog, ...context });
	assert.ok(!parsed.ok, text);
	const { code, text: message, start = 0, end = 0 } = parsed.problem;
	return { code, text: message, quoted: text.slice(start, end) };
}

export function withoutText(limit: Limit): Partial<Limit> {
	return Object.fromEntries(Object.entries(limit).filter(([key]) => key !== 'text'));
}
