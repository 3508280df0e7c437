/** A browser's host has no room for drawing the plot, which its page does: no image of it is offered. */
export function plotImage(): undefined {
	return undefined;
}
