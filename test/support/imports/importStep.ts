import type { Candidate, Checkpoint, Figure, Measurement } from '../../../src/catalog/records.ts';
import type { RejectedRow } from '../../../src/catalog/importers/publicTable.ts';

/** Records that an import makes of public files. Those that they lean on stand in its folder already, written by hand. */
export interface ImportedRecords {
	readonly checkpoints?: readonly Checkpoint[];
	readonly candidates?: readonly Candidate[];
	readonly figures?: readonly Figure[];
	readonly measurements?: readonly Measurement[];
	/** Rows that gave no record, each with its file. */
	readonly rejected: readonly (RejectedRow & { readonly file: string })[];
}

/** One way from public files to records in `data/imported/<name>/`. */
export interface ImportStep {
	/** Name of the folder: lower case letters, digits and hyphens. */
	readonly name: string;
	/** `read` gives the text of a public file by its path in the folder of figures. */
	readonly run: (read: (file: string) => string) => ImportedRecords;
}
