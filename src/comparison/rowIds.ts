import { TextLines } from './textLines.ts';

/** From so many questions on, all ids are entered in a map: for a few of 100,000 it would take longer than to look for them. */
const fewQuestions = 50;

/** Finds rows by the id of their candidate. */
export class RowIds {
	private readonly known = new Map<string, number>();
	private isComplete = false;

	constructor(private readonly ids = TextLines.of([])) {}

	rowOf(id: string | undefined): number | undefined {
		if (id === undefined) return undefined;
		if (!this.known.has(id) && !this.isComplete) this.find(id);
		const row = this.known.get(id) ?? -1;
		return row === -1 ? undefined : row;
	}

	private find(id: string): void {
		if (this.known.size < fewQuestions) {
			this.known.set(id, this.ids.indexOf(id));
			return;
		}
		this.isComplete = true;
		let row = 0;
		for (const each of this.ids) this.known.set(each, row++);
	}
}
