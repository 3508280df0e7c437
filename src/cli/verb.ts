import type { Catalog } from '../catalog/catalog.ts';
import type { LoadedCatalog } from './loadCatalogs.ts';
import type { OptionSpec, ParsedOptions } from './options.ts';

/** One thing that the command line does. */
export interface Verb {
	readonly name: string;
	/** What follows the verb: `NAME [NAME…]`. Empty where nothing does. */
	readonly operands: string;
	/** One line for the list of verbs, without a full stop. */
	readonly summary: string;
	/** Further lines of its help. */
	readonly details?: readonly string[];
	readonly options: readonly OptionSpec[];
	readonly examples: readonly string[];
	/** Whether its operands are catalogs, which are added after those of `--catalog` and whose problems it tells itself. */
	readonly takesCatalogs?: boolean;
	/** @throws {UsageError} if the input cannot be understood. */
	run(catalog: Catalog, options: ParsedOptions, loaded: LoadedCatalog): VerbResult;
}

export interface VerbResult {
	/** What `--json` prints: a value of the verb's output schema. */
	readonly output: object;
	/** What is printed otherwise, with or without a line end. */
	readonly text: string;
	/** Lines for stderr: what was left out of the answer. */
	readonly notices?: readonly string[];
	/** Whether it found an error, which the exit code tells. */
	readonly hasErrors?: boolean;
}

/** Options that every verb takes. */
export const commonOptions: readonly OptionSpec[] = [
	{ name: 'json', description: 'Print one JSON document instead of text.' },
	{
		name: 'catalog',
		value: 'FILE',
		repeatable: true,
		description:
			'Add a catalog of your own: .json, or a table as .csv, .tsv or .md. It never replaces a shipped record.',
	},
	{ name: 'help', description: 'Print this help.' },
];

export const sourceOption: OptionSpec = {
	name: 'source',
	value: 'SOURCE',
	description: 'Use the figures of this source alone, such as seed.',
};
