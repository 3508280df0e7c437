import { HashIndex } from './hashIndex.ts';
import { hashOfText } from './textHash.ts';

/** Numbers texts from 0 on, in the order in which they first come. */
export class TextIndex {
	private readonly texts: string[] = [];
	private readonly index = new HashIndex(number => this.textAt(number));

	get size(): number {
		return this.texts.length;
	}

	textAt(number: number): string {
		return this.texts[number] ?? '';
	}

	/** The number of a text; -1 where it never came. */
	find(text: string): number {
		return this.index.find(text);
	}

	/** Whether a text with this `hashOfText` may have come. */
	mayHave(hash: number): boolean {
		return this.index.mayHave(hash);
	}

	/** The number of a text, which is a new one where it never came. */
	add(text: string): number {
		const known = this.find(text);
		if (known >= 0) return known;
		this.texts.push(text);
		return this.index.add(hashOfText(text));
	}
}
