/** Stands in for the command where a browser loads the extension, whose one file has no room for it. */
export function showCostsAtInput(): void {
	throw new Error('Costs are counted on the desktop only.');
}
