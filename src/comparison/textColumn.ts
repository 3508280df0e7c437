import type { TextColumn } from './comparisonSnapshot.ts';
import { TextLines } from './textLines.ts';
import { wholeNumbers } from './wholeNumbers.ts';

/** Collects the texts of one column, each distinct one once and without line breaks. Code 0 is the empty text. */
export class TextColumnBuilder {
	private readonly values = [''];
	private readonly codeByText = new Map([['', 0]]);
	private readonly codes: Uint32Array;

	constructor(rows: number) {
		this.codes = new Uint32Array(rows);
	}

	set(row: number, text: string): void {
		let code = this.codeByText.get(text);
		if (code === undefined) {
			code = this.values.push(text) - 1;
			this.codeByText.set(text, code);
		}
		this.codes[row] = code;
	}

	finish(): TextColumn {
		return { values: TextLines.of(this.values), codes: wholeNumbers(this.codes) };
	}
}
