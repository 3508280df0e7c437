import type { Measurement } from '../records.ts';
import type { RejectedRow } from './publicTable.ts';

/** What the rows of a latency table are read with. */
export interface LatencyNames {
	/** Model id by the table's name of a model. */
	readonly modelOf: ReadonlyMap<string, string>;
	/** Device id by the table's name of a device. */
	readonly deviceOf: ReadonlyMap<string, string>;
	/** Source id of the table. */
	readonly source: string;
}

export interface ImportedTimes {
	readonly measurements: readonly Measurement[];
	readonly rejected: readonly RejectedRow[];
}
