import type { Catalog } from './catalog.ts';
import { mergeCatalog } from './mergeCatalog.ts';
import { locateInFile } from './parseCatalogFile.ts';
import type { CatalogProblem, ParsedCatalog } from './parseCatalog.ts';

/** Who a catalog file belongs to: everyone who opens the workspace, or the person alone. */
export type CatalogLayer = 'workspace' | 'user';

export interface LayeredFile {
	readonly layer: CatalogLayer;
	readonly parsed: ParsedCatalog;
	/** What `parsed` was read from. */
	readonly text: string;
}

export interface LayeredCatalog {
	readonly catalog: Catalog;
	/** By file: what was left out of it, and what of it stands in for a row of another file. */
	readonly problems: ReadonlyMap<LayeredFile, readonly CatalogProblem[]>;
	/** By record of the catalog that was not taken as it is: the row of its file. */
	readonly originals: ReadonlyMap<object, object>;
}

/**
 * Adds files to the shipped catalog. A record of a workspace stands before one of the person with the same id, among files
 * of one layer the first; the other is left out, and both places say so. No file replaces a shipped record.
 */
export function layerCatalogs(shipped: Catalog, files: readonly LayeredFile[]): LayeredCatalog {
	const problems = new Map<LayeredFile, readonly CatalogProblem[]>();
	const add = (file: LayeredFile, found: readonly CatalogProblem[]): void => {
		const located = locateInFile(file.text, file.parsed.origin, found);
		problems.set(file, [...(problems.get(file) ?? []), ...located]);
	};
	const originals = new Map<object, object>();
	let catalog = shipped;
	for (const file of inOrder(files)) {
		const merged = mergeCatalog(catalog, file.parsed);
		const answers = merged.problems.map(({ takenBy, ...problem }) => {
			const owner = takenBy && [...problems.keys()].find(({ parsed }) => parsed.places.has(takenBy));
			if (!owner) return { problem };
			const where = owner.parsed.places.get(takenBy) ?? '';
			const line = owner.parsed.lines?.get(takenBy);
			return {
				problem: givesWay(problem, owner),
				owner,
				notice: standsBefore(where, owner, file, line),
			};
		});
		const faults = answers.map(({ problem }) => problem);
		add(file, faults);
		for (const owner of new Set(answers.flatMap(answer => answer.owner ?? []))) {
			add(
				owner,
				answers.flatMap(answer => (answer.owner === owner ? answer.notice : [])),
			);
		}
		for (const [record, row] of merged.originals) originals.set(record, row);
		catalog = merged.catalog;
	}
	return { catalog, problems, originals };
}

/** Workspace before person, else as given. */
function inOrder(files: readonly LayeredFile[]): readonly LayeredFile[] {
	const of = (layer: CatalogLayer): readonly LayeredFile[] => files.filter(file => file.layer === layer);
	return [...of('workspace'), ...of('user')];
}

function givesWay(problem: CatalogProblem, owner: LayeredFile): CatalogProblem {
	const message = `the row of ${nameOf(owner)} with this id is used instead`;
	return { ...problem, message, severity: 'information' };
}

function standsBefore(where: string, owner: LayeredFile, other: LayeredFile, line: number | undefined): CatalogProblem {
	return {
		origin: owner.parsed.origin,
		where,
		message: `is used instead of the row of ${nameOf(other)} with the same id`,
		field: ['id'],
		severity: 'information',
		...(line === undefined ? {} : { line }),
	};
}

/** `own.json (workspace)` */
function nameOf({ parsed, layer }: LayeredFile): string {
	return `${parsed.origin} (${layer === 'workspace' ? 'workspace' : 'yours'})`;
}
