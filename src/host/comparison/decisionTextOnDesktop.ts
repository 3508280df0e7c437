/** A browser's host has no room for decision records: none is offered. */
export function decisionText(): undefined {
	return undefined;
}
