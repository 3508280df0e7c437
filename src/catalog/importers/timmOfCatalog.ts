import type { Catalog } from '../catalog.ts';
import { fileSourceId, sourceOfFile } from '../parseCatalog.ts';
import type { Checkpoint, Figure } from '../records.ts';
import { catalogFileOf, type CatalogFile } from './catalogFileOf.ts';
import { importTimmResults, type TimmCheckpoint, type TimmNames } from './timm.ts';
import { importTimmBenchmark } from './timmBenchmark.ts';
import { architectureOf } from './timmRows.ts';
import type { RejectedRow } from './publicTable.ts';

/** What a file of timm gave to a catalog of a person. */
export interface TimmImport {
	readonly file: CatalogFile;
	readonly rejected: readonly RejectedRow[];
	/** Figures that the catalog states with the same value, which are left out. */
	readonly known: number;
}

/** A file of timm as a person has it. */
export interface TimmFile {
	readonly text: string;
	/** What to call it as a source. */
	readonly origin: string;
	/** ISO date of the file. */
	readonly date: string;
}

/** The names that rows are read with: an architecture is the model of the catalog's weights of it, where they agree on one. */
export function timmNamesOf(catalog: Catalog, source: string): TimmNames {
	const models = new Map<string, Set<string>>();
	const checkpoints = new Map<string, TimmCheckpoint>();
	for (const checkpoint of catalog.checkpoints) {
		if (checkpoint.framework !== 'timm') continue;
		const architecture = architectureOf(checkpoint.name);
		models.set(architecture, (models.get(architecture) ?? new Set()).add(checkpoint.model));
		const known = timmCheckpoint(checkpoint);
		if (known) checkpoints.set(checkpoint.name, known);
	}
	const modelOf = new Map(
		[...models].flatMap(([name, [model, other]]) => (model !== undefined && !other ? [[name, model]] : [])),
	);
	return { modelOf, checkpoints, source };
}

function timmCheckpoint({ name, weightsLicence, classes, preprocess }: Checkpoint): TimmCheckpoint | undefined {
	return preprocess && { name, licence: weightsLicence, classes, ...preprocess };
}

/** Newer results of timm as a catalog of the person's own. Rows of architectures that the catalog does not have are left out and listed. */
export function timmResultsOfFile({ text, origin: file, date }: TimmFile, catalog: Catalog): TimmImport {
	const origin = datedOrigin(file, date);
	const names = timmNamesOf(catalog, fileSourceId(origin));
	const { checkpoints, candidates, figures, rejected } = importTimmResults(text, names);
	const news = figures.filter(figure => !isStated(catalog, figure));
	const records = {
		checkpoints: checkpoints.filter(({ id }) => !catalog.checkpointById.has(id)),
		candidates: candidates.filter(({ id }) => !catalog.candidateById.has(id)),
		figures: news,
	};
	const source = sourceOfFile(origin, { version: '', date });
	return { file: catalogFileOf(records, source, date), rejected, known: figures.length - news.length };
}

/** What the name of a benchmark file says, and nothing in it. */
export interface TimmRun {
	/** Device id. */
	readonly device: string;
	readonly runtime: string;
	readonly precision: 'fp32' | 'fp16' | 'int8';
}

/** Times of a benchmark file of timm as a catalog of the person's own. */
export function timmBenchmarkOfFile(
	{ text, origin: name, date }: TimmFile,
	run: TimmRun,
	catalog: Catalog,
): TimmImport {
	const origin = datedOrigin(name, date);
	const source = fileSourceId(origin);
	const { measurements, figures, rejected } = importTimmBenchmark(text, {
		...timmNamesOf(catalog, source),
		...run,
		costSource: source,
	});
	const news = figures.filter(figure => !isStated(catalog, figure));
	const about = sourceOfFile(origin, { version: '', date });
	const file = catalogFileOf({ measurements, figures: news }, about, date);
	return { file, rejected, known: figures.length - news.length };
}

/** timm calls every edition of a file the same, and each is a source of its own. */
function datedOrigin(file: string, date: string): string {
	return `${file} of ${date}`;
}

function isStated(catalog: Catalog, { of, kind, value, conditions }: Figure): boolean {
	return catalog
		.figuresOf(of)
		.some(
			other =>
				other.kind === kind &&
				other.value === value &&
				String(other.conditions.input ?? '') === String(conditions.input ?? '') &&
				other.conditions.cropPct === conditions.cropPct,
		);
}
