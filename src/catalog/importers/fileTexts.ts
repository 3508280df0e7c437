import { IntColumn } from './intColumn.ts';

/** Texts, numbered as they come, most of which are parts of one file: those are not copied before they are asked for. */
export class FileTexts {
	private readonly starts = new IntColumn();
	private readonly ends = new IntColumn();
	/** Those that the file does not show as they are. */
	private readonly others = new Map<number, string>();

	constructor(private readonly file: string) {}

	get length(): number {
		return this.starts.length;
	}

	add(text: string): number {
		const number = this.addRange(0, 0);
		this.others.set(number, text);
		return number;
	}

	/** What the file shows from `start` to before `end`. */
	addRange(start: number, end: number): number {
		this.ends.push(end);
		return this.starts.push(start);
	}

	at(number: number): string {
		return this.others.get(number) ?? this.file.slice(this.starts.at(number), this.ends.at(number));
	}
}
