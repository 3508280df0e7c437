export interface View {
	draw(): void;
}

/**
 * Draws views one after the other, each after a frame has reached the screen, so that a key pressed meanwhile is answered
 * between them. A view that waits already keeps its turn: changes that never pause cannot put it off.
 */
export class DrawingTurns {
	private readonly waiting = new Set<View>();

	/** @param done called when nobody waits any more */
	constructor(private readonly done: () => void) {}

	add(views: readonly View[]): void {
		const isRunning = this.waiting.size > 0;
		for (const view of views) this.waiting.add(view);
		if (!isRunning && this.waiting.size > 0) this.drawNext();
	}

	private drawNext(): void {
		requestAnimationFrame(() => {
			setTimeout(() => {
				const [view] = this.waiting;
				view?.draw();
				if (view) this.waiting.delete(view);
				if (this.waiting.size > 0) this.drawNext();
				else this.done();
			});
		});
	}
}
