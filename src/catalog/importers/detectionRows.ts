import { readPublicTable, type PublicTable } from './publicTable.ts';

/**
 * Reads a CSV file of detectors. A file without one of the `required` columns has no rows and one rejected line: its
 * heading. A row with another number of cells than the heading, or without a name, is rejected.
 */
export function readDetectionTable(text: string, required: readonly string[]): PublicTable {
	const expected = 'a table of detectors or of torchvision';
	return readPublicTable(text, { name: 'model', required, expected, nameFault: detectorNameFault });
}

function detectorNameFault(name: string): string | undefined {
	return name === '' || name.length > 150 ? 'the model has no name of at most 150 characters' : undefined;
}

/** `[height, width]` of `640`, `512x512`, `800x1333` or `800 short side`, which stands for a nominal square. */
export function printedSize(text: string): readonly [number, number] | undefined {
	const match = /^(\d{1,5})(?:x(\d{1,5})| short side)?$/.exec(text);
	const height = Number(match?.[1]);
	const width = Number(match?.[2] ?? match?.[1]);
	return height > 0 && width > 0 ? [height, width] : undefined;
}

/** Percent as it is printed, from 0 to 100. */
export function printedPercent(text: string): number | undefined {
	if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(text)) return undefined;
	const value = Number(text);
	return value <= 100 ? value : undefined;
}
