import { once } from './once.ts';

/** Records found by one of their fields, without a look at the others. */
export interface RecordGroups<T> {
	/** Every record. The first time it is asked for, all of them are read. */
	readonly all: readonly T[];
	/** Records whose `groupedBy` field is `key`, in the order of `all`. */
	readonly of: (key: string) => readonly T[];
}

/** Groups of records that are asked for, and grouped, at the first question. */
export function groupRecords<T>(records: () => readonly T[], key: (record: T) => string): RecordGroups<T> {
	const groups = once(() => {
		const found = new Map<string, T[]>();
		for (const record of records()) {
			const group = found.get(key(record));
			if (group) group.push(record);
			else found.set(key(record), [record]);
		}
		return found;
	});
	return {
		get all() {
			return records();
		},
		of: wanted => groups().get(wanted) ?? [],
	};
}

/** The records of both, those of `base` first. Those of `base` are read only as they are asked for. */
export function joinGroups<T>(base: RecordGroups<T>, added: RecordGroups<T>): RecordGroups<T> {
	const all = once(() => [...base.all, ...added.all]);
	return {
		get all() {
			return all();
		},
		of: key => {
			const own = added.of(key);
			if (own.length === 0) return base.of(key);
			const known = base.of(key);
			return known.length === 0 ? own : [...known, ...own];
		},
	};
}
