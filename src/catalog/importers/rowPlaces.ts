import type { Places } from '../parseCatalog.ts';
import type { RowPlace } from './tableDraft.ts';
import { placeOfRow } from './tableProblems.ts';

/**
 * Where the records of a table stand. Places are looked up only where something is wrong, so records are listed as they
 * come and indexed at the first question: with 100,000 rows an index of each takes longer than reading them.
 */
export class RowPlaces implements Places {
	private readonly records: object[] = [];
	private readonly places: RowPlace[] = [];
	private index: Map<object, RowPlace> | undefined;

	get size(): number {
		return this.records.length;
	}

	/** Each record is added once, with the first row that gives it. */
	add(record: object, place: RowPlace): void {
		this.records.push(record);
		this.places.push(place);
		this.index?.set(record, place);
	}

	/** Another record stands for one from now on. */
	replace(record: object, by: object): void {
		const at = this.records.indexOf(record);
		if (at < 0) return;
		this.records[at] = by;
		this.index = undefined;
	}

	has(record: object): boolean {
		return this.indexed().has(record);
	}

	get(record: object): string | undefined {
		const row = this.rowOf(record);
		return row === undefined ? undefined : placeOfRow(row);
	}

	*values(): MapIterator<string> {
		for (const { row } of this.places) yield placeOfRow(row);
	}

	rowOf(record: object): number | undefined {
		return this.indexed().get(record)?.row;
	}

	lineOf(record: object): number | undefined {
		return this.indexed().get(record)?.line;
	}

	private indexed(): ReadonlyMap<object, RowPlace> {
		this.index ??= new Map(this.records.map((record, at) => [record, this.places[at] ?? { row: 0 }]));
		return this.index;
	}
}
