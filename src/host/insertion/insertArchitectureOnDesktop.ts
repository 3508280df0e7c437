/** Stands in for the command where a browser loads the extension, whose one file has no room for it. */
export function insertArchitecture(): void {
	throw new Error('Architectures are written on the desktop only.');
}
