/** Stands in for the command where a browser loads the extension, whose one file has no room for it. */
export function importTimmResults(): void {
	throw new Error('Results of timm are imported on the desktop only.');
}
