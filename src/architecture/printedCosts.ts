import { costRules, cutOff, type CostKind, type CostRule } from './costRules.ts';
import type { Cost, NetworkCost } from './traceNetwork.ts';

/** A cost as a source prints it. */
export interface PrintedCost {
	readonly kind: CostKind;
	/** In full: parameters, multiply-accumulates or numbers. */
	readonly value: number;
	/** As the source writes it, which tells how many digits it gives. */
	readonly printed: string;
}

/**
 * The rule whose arithmetic gives a printed cost after rounding to its digits, or else cutting them off; undefined where
 * none does.
 * @param auxiliary cost of the head that training alone uses.
 * @param ways of counting of the source, by id of their rules: with few digits any other would fit by chance.
 */
export function explainPrinted(
	printed: PrintedCost,
	cost: NetworkCost,
	auxiliary: Cost,
	ways: readonly string[],
): CostRule | undefined {
	const unit = unitOf(printed);
	const rules = costRules[printed.kind].filter(({ id }) => id === 'equal' || ways.includes(id));
	const above = ({ value }: CostRule): number => (value(cost, auxiliary) ?? NaN) - printed.value;
	const rounded = rules.find(rule => Math.abs(above(rule)) <= 0.5 * unit * (1 + 1e-9));
	if (rounded) return rounded;
	const cut = rules.find(rule => above(rule) > 0 && above(rule) < unit);
	return cut && cutOff(cut);
}

/** What one step of the last digit means. Zeros at the end of a whole number are not digits: 4100 M is 4.1 G. */
export function unitOf({ printed, value }: PrintedCost): number {
	const digits = /\d[\d,' ]*(?:\.\d+)?/.exec(printed)?.[0].replace(/[,' ]/g, '') ?? '';
	const number = Number(digits);
	if (!(number > 0)) return 0;
	const [whole = '', decimals = ''] = digits.split('.');
	const meant = decimals.replace(/0+$/, '');
	const places = meant === '' ? -(/0*$/.exec(whole)?.[0].length ?? 0) : decimals.length;
	return (10 ** -places * value) / number;
}
