import { parseCount, type Quantity } from '../units.ts';
import type { TableCell } from './tableCells.ts';
import type { CostKind } from './tableHeadings.ts';

/** A number of a cell in the unit of its kind, or what is wrong with it; undefined where the cell says nothing. */
export type CellNumber =
	| {
			readonly value: number;
			/** As it is printed; undefined where the cell holds nothing else. */
			readonly printed?: string | undefined;
	  }
	| { readonly problem: string }
	| undefined;

/** What people write where they know nothing. */
const nothing = /^(|[-–—?.]+|n\.?\/?a\.?|nan|none|null|unknown|tbd|not (found|available|reported))$/i;

export function isNothing(text: string): boolean {
	return !startsAsNumber(text) && nothing.test(text.trim());
}

function startsAsNumber(text: string): boolean {
	const first = text.charCodeAt(0);
	return first >= 48 && first <= 57;
}

/** Powers of ten by which a whole number is divided without a further rounding. */
const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * Most numbers: up to 15 digits, with or without a point between them, from `start` to before `end`. NaN for every other text. What is read is what
 * `Number` reads, as the digits are a whole number that is exact and so is the power of ten.
 */
export function plainNumber(text: string, start = 0, end = text.length): number {
	if (end - start > 16) return NaN;
	let digits = 0;
	let point = end;
	for (let index = start; index < end; index++) {
		const unit = text.charCodeAt(index);
		if (unit >= 48 && unit <= 57) digits = digits * 10 + unit - 48;
		else if (unit === 46 && point === end && index > start) point = index;
		else return NaN;
	}
	const decimals = end - point - 1;
	if (decimals < 0) return end === start || end - start > 15 ? NaN : digits;
	return decimals === 0 ? NaN : digits / (powers[decimals] ?? NaN);
}

/** The number of a cell that holds nothing else; NaN for every other cell. */
function plainNumberIn(cell: TableCell): number {
	const { range } = cell;
	return range ? plainNumber(range.file, range.start, range.end) : plainNumber(cell.text);
}

interface Written {
	readonly number: number;
	/** Undefined where the cell holds nothing else. */
	readonly printed?: string;
	/** Text behind the number. */
	readonly unit: string;
}

/** A number with commas, spaces or apostrophes between thousands and a point before decimals; undefined for nothing. */
function readNumber(cell: TableCell, commas: boolean): Written | string | undefined {
	const plain = plainNumberIn(cell);
	if (!Number.isNaN(plain)) return { number: plain, unit: '' };
	const { text } = cell;
	if (isNothing(text)) return undefined;
	const trimmed = text.trim().slice(0, 100);
	const found = /^(\d+(?:[,'\u2019\u00a0\u202f ]\d{3})*(?:\.\d+)?(?:e[+-]?\d{1,3})?|\.\d+)\s*([^\d\s.,'].*)?$/i.exec(
		trimmed,
	);
	const printed = found?.[1] ?? '';
	if (
		!found ||
		(!commas && printed.includes(',')) ||
		!/^(\d+|\d{1,3}([,'\u2019\u00a0\u202f ]\d{3})+)?(\.\d+)?(e[+-]?\d+)?$/i.test(printed)
	) {
		return 'expected a number above 0 such as 1.25 or 1,250, with a point before decimals';
	}
	const number = Number(printed.replace(/[,'\u2019\u00a0\u202f ]/g, ''));
	return { number, printed: printed.replace(/[\u00a0\u202f]/g, ' '), unit: found[2]?.trim() ?? '' };
}

/** How numbers of a file are written. */
export interface NumberStyle {
	/** False where the comma may stand before decimals, so that `4,240` could be two numbers. */
	readonly commas: boolean;
}

/** Percent, of the classes that are right. An error rate is turned round and printed as one. */
export function readAccuracy(cell: TableCell, isError: boolean, { commas }: NumberStyle): CellNumber {
	const written = readNumber(cell, commas);
	if (typeof written !== 'object') return written === undefined ? undefined : { problem: written };
	const { number, printed, unit } = written;
	if (unit !== '' && unit !== '%') return { problem: 'expected percent such as 75.2' };
	if (number > 100) return { problem: 'expected percent from 0 to 100' };
	if (number <= 1 && unit === '')
		return { problem: 'expected percent such as 75.2; a share such as 0.752 is not read' };
	return isError
		? { value: Number((100 - number).toFixed(6)), printed: `error ${printed ?? cell.text}` }
		: { value: number, printed };
}

/** The least whole number that can be meant in full where no unit stands anywhere. */
const leastInFull: Readonly<Record<CostKind, number>> = {
	params: 10_000,
	macs: 100_000,
	activations: 100_000,
	bytes: Infinity,
};
const unitsOf: Readonly<Record<CostKind, string>> = { params: 'M', macs: 'M', activations: 'M', bytes: 'MB' };
const quantitiesOf: Readonly<Record<CostKind, readonly Quantity[]>> = {
	params: ['params'],
	macs: ['macs', 'flops'],
	activations: [],
	bytes: ['bytes'],
};

/**
 * A count or bytes. A unit in the cell stands before the one of the heading; without either only a number that can be
 * meant in full is taken. `isFlops` is what the cell says, where it says it.
 */
export function readCost(
	cell: TableCell,
	kind: CostKind,
	factor: number | undefined,
	{ commas }: NumberStyle,
): (Exclude<CellNumber, undefined> & { readonly isFlops?: boolean }) | undefined {
	const written = readNumber(cell, commas);
	if (typeof written !== 'object') return written === undefined ? undefined : { problem: written };
	const { number, printed, unit } = written;
	if (number <= 0) return { problem: 'expected a number above 0' };
	if (unit === '') {
		if (factor === undefined && !isInFull(number, kind)) {
			return {
				problem: `has no unit; expected it in the heading or the cell, such as ${kind} (${unitsOf[kind]})`,
			};
		}
		return counted(number * (factor ?? 1), printed);
	}
	const parsed = parseCount(number, unit);
	const isOfKind = parsed.ok && (parsed.assumed ? kind !== 'bytes' : quantitiesOf[kind].includes(parsed.quantity));
	if (!isOfKind) return { problem: `has a unit that is none of ${kind}; expected one such as ${unitsOf[kind]}` };
	return { ...counted(parsed.value, printed), ...(parsed.assumed ? {} : { isFlops: parsed.quantity === 'flops' }) };
}

/** The count or the bytes that a number without a unit means; NaN where it means none. */
export function plainCost(number: number, kind: CostKind, factor: number | undefined): number {
	if (number <= 0) return NaN;
	if (factor === undefined && !isInFull(number, kind)) return NaN;
	return wholeOf(number * (factor ?? 1));
}

/** Whether a number is percent beyond doubt. */
export function isPlainPercent(number: number): boolean {
	return number > 1 && number <= 100;
}

/** The side in px that a number of so many characters means; NaN where it takes a second look. */
export function plainSide(number: number, length: number): number {
	const isWhole = Number.isInteger(number) && number >= (powers[length - 1] ?? Infinity);
	return isWhole && number >= 8 && number <= 100_000 ? number : NaN;
}

function isInFull(number: number, kind: CostKind): boolean {
	return Number.isInteger(number) && number >= leastInFull[kind];
}

/** NaN where it is no count. */
function wholeOf(value: number): number {
	const whole = Math.round(value);
	return whole >= 1 && Number.isSafeInteger(whole) ? whole : NaN;
}

function counted(value: number, printed: string | undefined): Exclude<CellNumber, undefined> {
	const whole = wholeOf(value);
	if (!Number.isNaN(whole)) return { value: whole, printed };
	return { problem: 'expected a number from 1 to 9 · 10^15 in full' };
}

/** Milliseconds. */
export function readTime(cell: TableCell, factor: number | undefined, { commas }: NumberStyle): CellNumber {
	const written = readNumber(cell, commas);
	if (typeof written !== 'object') return written === undefined ? undefined : { problem: written };
	const { number, printed, unit } = written;
	const parsed = unit === '' ? undefined : parseCount(number, unit);
	if (parsed && !(parsed.ok && parsed.quantity === 'latencyMs')) return { problem: 'expected a time in ms or s' };
	if (!parsed && factor === undefined) return { problem: 'has no unit; expected ms or s in the heading or the cell' };
	const value = parsed?.ok === true ? parsed.value : number * (factor ?? 1);
	if (!(value > 0) || !Number.isFinite(value)) return { problem: 'expected a time above 0' };
	return { value, printed };
}

/** `224`, `224x224`, `331×224 px`, `(3, 224, 224)` as height and width in px. */
export function readInput(cell: TableCell): readonly [number, number] | string | undefined {
	const plain = plainNumberIn(cell);
	const { text } = cell;
	if (plain >= 8 && plain <= 100_000 && text.length <= 6 && !text.includes('.')) return [plain, plain];
	if (isNothing(text)) return undefined;
	const sides =
		/^[([]?\s*(?:3\s*[,x×*]\s*(?=\d+\s*[,x×*]))?(\d{1,6})(?:\s*[,x×*]\s*(\d{1,6}))?(?:\s*[x×*]\s*3)?\s*[)\]]?(?:\s*px)?$/i.exec(
			text.trim().slice(0, 60),
		);
	const height = Number(sides?.[1]);
	const width = Number(sides?.[2] ?? sides?.[1]);
	if (height >= 8 && height <= 100_000 && width >= 8 && width <= 100_000) return [height, width];
	return 'expected a size in px such as 224 or 331x224';
}

/** A whole number from 1 on. */
export function readWhole(text: string): number | string | undefined {
	if (isNothing(text)) return undefined;
	return /^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text) : 'expected a whole number from 1 on';
}

/** Share of the image's side that is kept: `0.875`, `87.5%`. */
export function readCrop(cell: TableCell): number | string | undefined {
	const written = readNumber(cell, true);
	if (written === undefined) return undefined;
	const share = typeof written === 'string' ? 0 : written.number / (written.unit === '%' ? 100 : 1);
	return share > 0.1 && share <= 2 ? Number(share.toFixed(6)) : 'expected a share such as 0.875';
}
