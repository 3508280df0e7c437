import { once } from '../once.ts';
import type { Places } from '../parseCatalog.ts';
import type { ReadTable } from './tableCatalog.ts';
import { placeOfRow } from './tableProblems.ts';

/**
 * Where the records of a table stand. Few of them are ever looked up, so a record is found by its id, or by what it is
 * of: with 100,000 rows an index of all takes longer than reading them.
 */
export class TablePlaces implements Places {
	private readonly rowOfTime = once(() => {
		const { measurements, measurementRows } = this.table.store;
		return new Map(measurements.map((measurement, index) => [measurement as object, measurementRows[index] ?? 0]));
	});

	constructor(private readonly table: ReadTable) {}

	get size(): number {
		const { models, checkpoints, candidates, figures, measurements } = this.table.store;
		const named = models.numbers.length + checkpoints.numbers.length + candidates.numbers.length;
		return Number(this.table.family !== undefined) + named + figures.size + measurements.length;
	}

	has(record: object): boolean {
		return this.rowOf(record) !== undefined;
	}

	get(record: object): string | undefined {
		const row = this.rowOf(record);
		return row === undefined ? undefined : placeOfRow(row);
	}

	/** The place of each row that gave a record, once. */
	*values(): MapIterator<string> {
		for (const row of this.table.store.places.rows) yield placeOfRow(row);
	}

	lineOf(record: object): number | undefined {
		const row = this.rowOf(record);
		return row === undefined ? undefined : this.table.store.places.lineOf(row);
	}

	private rowOf(record: object): number | undefined {
		const { family, store } = this.table;
		const { models, checkpoints, candidates, figures } = store;
		if (record === family) return models.rowAt(models.numbers[0] ?? -1);
		if ('of' in record && typeof record.of === 'string') {
			return figures.rowOf(record, candidates.withId(record.of));
		}
		if (!('id' in record) || typeof record.id !== 'string') return this.rowOfTime().get(record);
		const { id } = record;
		return models.rowOf(record, id) ?? checkpoints.rowOf(record, id) ?? candidates.rowOf(record, id);
	}
}
