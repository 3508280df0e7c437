import { readPublicTable, type PublicTable } from './publicTable.ts';

/**
 * Reads a CSV file of timm. A file without one of the `required` columns has no rows and one rejected line: its heading.
 * A row with another number of cells than the heading, or without a name that can load weights, is rejected.
 */
export function readTimmTable(text: string, required: readonly string[]): PublicTable {
	const expected = 'a results or benchmark file of timm';
	return readPublicTable(text, { name: 'model', required, expected, nameFault: timmNameFault });
}

function timmNameFault(name: string): string | undefined {
	if (/^[a-z0-9][\w.-]{0,149}$/i.test(name)) return undefined;
	return 'the model has no name of letters, digits and _ . -';
}

/** Architecture of weights: what stands before the first dot. */
export function architectureOf(name: string): string {
	return name.split('.', 1)[0] ?? name;
}

/** A number as timm prints it, with commas between thousands; undefined where the text is no such number. */
export function printedNumber(text: string): number | undefined {
	if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return undefined;
	const value = Number(text.replaceAll(',', ''));
	return Number.isFinite(value) ? value : undefined;
}

/** A side in px as a square input. */
export function printedInput(text: string): readonly [number, number] | undefined {
	const side = printedNumber(text);
	return side !== undefined && Number.isInteger(side) && side > 0 && side <= 100_000 ? [side, side] : undefined;
}
