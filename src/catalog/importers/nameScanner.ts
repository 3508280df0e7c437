import { hashWith } from './textHash.ts';

/** What a name holds that another look is due at. */
export const nameMarks = {
	/** `#`, as in `seed#51`. */
	line: 1,
	/** `x2` or `px`, as in `160x160` and `224 px`. */
	size: 2,
	/** `@`, as in `net@224`. */
	at: 4,
	/** What a code name cannot hold. */
	noCode: 8,
} as const;

const [space, digitZero, digitNine, letterP, letterX] = [0x20, 0x30, 0x39, 0x70, 0x78];
const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** Reads cells that hold words of printable ASCII with single spaces between them, in one pass over their characters. */
export class NameScanner {
	/** `hashOfText` of the last cell. */
	hash = 0;
	/** `nameMarks` of the last cell. */
	marks = 0;

	/** @param longest cell that is read. */
	constructor(
		private readonly text: string,
		private readonly separator: number,
		private readonly longest: number,
	) {}

	/** Where the cell that starts there ends; -1 where it holds anything else, has a space at its end or is too long. */
	scan(start: number): number {
		const { text, separator, longest } = this;
		let [at, hash, marks, before] = [start, 0, 0, space];
		for (; at < text.length; at++) {
			const unit = text.charCodeAt(at);
			if (unit === separator || unit === lineFeed || unit === carriageReturn) break;
			if (at - start === longest || unit < space || unit > 0x7e || (unit === space && before === space))
				return -1;
			marks |= markOf(unit, before);
			hash = hashWith(hash, unit);
			before = unit;
		}
		if (before === space && at > start) return -1;
		this.hash = hash;
		this.marks = marks;
		return at;
	}
}

function markOf(unit: number, before: number): number {
	if (unit >= digitZero && unit <= digitNine) return (before | 0x20) === letterX ? nameMarks.size : 0;
	const letter = unit | 0x20;
	if (unit >= 0x41 && letter >= 0x61 && letter <= 0x7a) {
		return letter === letterX && (before | 0x20) === letterP ? nameMarks.size : 0;
	}
	if (unit === 0x23) return nameMarks.line | nameMarks.noCode;
	if (unit === 0x40) return nameMarks.at | nameMarks.noCode;
	return unit === 0x2d || unit === 0x2e || unit === 0x5f ? 0 : nameMarks.noCode;
}
