/** A browser's host has no room for it, and its page is on the same machine: its figures are packed as they are. */
export function packDecimals(): undefined {
	return undefined;
}
