import { PairIndex } from './pairIndex.ts';

export type InputSize = readonly [height: number, width: number];

/** Input sizes in px, numbered, so that the many results at one size share it. */
export class InputSizes {
	private readonly numbers = new PairIndex();
	private readonly sizes: InputSize[] = [];

	add(size: InputSize): number {
		const number = this.numbers.add(...size);
		this.sizes[number] ??= size;
		return number;
	}

	/** The number of `224` or `331x224`; -1 where no result has it. */
	named(text: string): number {
		const [height = '', width = height] = text.split('x');
		return this.numbers.find(Number(height), Number(width));
	}

	at(number: number): InputSize {
		return this.sizes[number] ?? [0, 0];
	}

	/** `224`, or `331x224` where the sides differ. */
	nameAt(number: number): string {
		const [height, width] = this.at(number);
		return height === width ? String(height) : `${height}x${width}`;
	}
}
