/** A browser's host has no room for it, and its page is on the same machine: its texts are packed as they are. */
export function packPatterns(): undefined {
	return undefined;
}
