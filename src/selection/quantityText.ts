import { formatBytes, formatCount, formatLatency, parseCount, type Quantity } from '../catalog/units.ts';

/** A number as budgets write it: `300`, `0.6`, `300e6`, `300 000 000` with plain, no-break, thin or narrow spaces. */
const numberPattern = /^(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?/iu;
const groupSpaces = /[ \u00a0\u2009\u202f]/gu;

export interface ReadNumber {
	/** Perhaps 0 or Infinity: the caller says what is wrong with it. */
	readonly value: number;
	/** What stands behind the number. */
	readonly rest: string;
}

interface ReadQuantity {
	readonly quantity: Quantity;
	/** A count, bytes, milliseconds or percent. */
	readonly value: number;
	/** True where a count without a unit was read as MACs. */
	readonly assumed: boolean;
}

/** The number at the start of `text`, undefined where there is none. */
export function readNumber(text: string): ReadNumber | undefined {
	const digits = numberPattern.exec(text)?.[0] ?? '';
	if (!/^\.?\d/.test(digits)) return undefined;
	return { value: Number(digits.replace(groupSpaces, '')), rest: text.slice(digits.length) };
}

/** A number with its unit, undefined where the text is none. */
function readQuantity(text: string): ReadQuantity | undefined {
	const number = readNumber(text);
	if (!number) return undefined;
	const parsed = parseCount(number.value, number.rest);
	return parsed.ok ? parsed : undefined;
}

/** The shortest text of a quantity that reads back as exactly the same number. */
export function exactQuantityText(quantity: Exclude<Quantity, 'top1'>, value: number): string {
	const unit = quantity === 'flops' ? 'FLOPs' : quantity === 'macs' ? 'MACs' : 'params';
	const texts: readonly string[] =
		quantity === 'latencyMs'
			? [formatLatency(value), `${value} ms`]
			: quantity === 'bytes'
				? [formatBytes(value), `${value / 2 ** 20} MiB`, `${value / 2 ** 10} KiB`, `${value} B`]
				: [`${formatCount(value)} ${unit}`, `${value} ${unit}`];
	return texts.slice(0, -1).find(text => isTidy(text) && isExact(text, quantity, value)) ?? texts.at(-1) ?? '';
}

function isTidy(text: string): boolean {
	return text.length <= 16;
}

function isExact(text: string, quantity: Quantity, value: number): boolean {
	const read = readQuantity(text);
	return read?.quantity === quantity && read.value === value;
}
