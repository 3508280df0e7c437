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

/** Of a unit, beside its marks. */
const [printable, space, digit, letterX, letterP] = [16, 32, 64, 128, 256];
/** By unit of ASCII: its marks and what it is; 0 for one that is not printed. */
const kinds = Uint16Array.from({ length: 128 }, (_, unit) => kindOf(String.fromCharCode(unit)));
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
		const { text, separator } = this;
		// the cell ends at the next unit at the latest, which is looked at too
		const end = Math.min(text.length, start + this.longest + 1);
		let [at, hash, marks, before] = [start, 0, 0, space];
		for (; at < end; at++) {
			const unit = text.charCodeAt(at);
			if (unit === separator) break;
			const kind = kinds[unit] ?? 0;
			if (kind === 0) {
				if (unit === lineFeed || unit === carriageReturn) break;
				return -1;
			}
			if ((before & kind & space) !== 0) return -1;
			marks |= kind;
			if ((before & (letterX | letterP)) !== 0) marks |= sizeMark(before, kind);
			hash = hashWith(hash, unit);
			before = kind;
		}
		if (at - start > this.longest || (before === spaceKind && at > start)) return -1;
		this.hash = hash;
		this.marks = marks & 15;
		return at;
	}
}

const spaceKind = kindOf(' ');

function sizeMark(before: number, kind: number): number {
	const isSize = (before & letterX) !== 0 ? (kind & digit) !== 0 : (kind & letterX) !== 0;
	return isSize ? nameMarks.size : 0;
}

function kindOf(character: string): number {
	if (!/[ -~]/.test(character)) return 0;
	const noCode = /[\w.-]/.test(character) ? 0 : nameMarks.noCode;
	return printable | noCode | signOf(character.toLowerCase());
}

function signOf(character: string): number {
	switch (character) {
		case '#':
			return nameMarks.line;
		case '@':
			return nameMarks.at;
		case ' ':
			return space;
		case 'x':
			return letterX;
		case 'p':
			return letterP;
		default:
			return /\d/.test(character) ? digit : 0;
	}
}
