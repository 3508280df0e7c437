import type { TextEdit } from '../frameworks/insertion.ts';
import type { WrittenValue } from './transformValues.ts';

/** A number, or one divided by another. */
const item = /(-?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)(?:\s*\/\s*(\d[\d_]*\.?[\d_]*))?/g;

/**
 * How to write other numbers into a literal: only those that differ, in its own form of brackets, blanks and quotients.
 * One number for both sides stays one. Undefined where the form has no place for them.
 * @param wanted as many numbers as are written, or both sides in px where one number stands for both
 */
export function rewriteNumbers(
	{ chunk, argument }: WrittenValue,
	wanted: readonly number[],
): readonly TextEdit[] | undefined {
	const text = chunk.text.slice(argument.start, argument.end);
	// comments keep their length, so that offsets stay
	const items = [...text.replace(/#[^\n]*/g, comment => ' '.repeat(comment.length)).matchAll(item)];
	const channels = items.length === 3 && wanted.length === 2 ? 1 : 0;
	const numbers = items.length === 1 && wanted.every(each => each === wanted[0]) ? wanted.slice(0, 1) : wanted;
	if (items.length - channels !== numbers.length) return undefined;
	return items.slice(channels).flatMap((match, index): readonly TextEdit[] => {
		const [whole, dividend = '', divisor] = match;
		const scale = divisor === undefined ? 1 : Number(divisor.replaceAll('_', ''));
		const value = numbers[index] ?? NaN;
		const start = chunk.start + argument.start + match.index;
		if (Math.abs(Number(dividend.replaceAll('_', '')) / scale - value) < 1e-9) return [];
		if (scale === 1) return [{ start, end: start + whole.length, text: String(value) }];
		return [{ start, end: start + dividend.length, text: String(Number((value * scale).toFixed(3))) }];
	});
}
