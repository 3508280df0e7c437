/** Records of columns, each made when it is first asked for and the same one from then on. */
export class LazyRecords<T extends object> {
	private readonly made: (T | undefined)[] = [];
	private list: readonly T[] | undefined;

	/** @param make makes the record of a number, from 0 on. */
	constructor(private readonly make: (number: number) => T) {}

	at(number: number): T {
		return (this.made[number] ??= this.make(number));
	}

	/** The records of these numbers, which are all that there are. */
	all(numbers: readonly number[]): readonly T[] {
		return (this.list ??= numbers.map(number => this.at(number)));
	}

	/** Whether `record` is the one that was made, and not just equal to it. */
	isAt(number: number, record: object): boolean {
		return this.made[number] === record;
	}
}
