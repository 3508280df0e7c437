import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate } from '../catalog/records.ts';
import { candidatesIn } from '../catalog/shownFigure.ts';
import { plainText } from '../catalog/plainText.ts';
import { noOperands, scopeOption } from './scope.ts';
import { formatTextTable } from './textTable.ts';
import { sourceOption, type Verb } from './verb.ts';

export interface CatalogOutput {
	readonly version: string;
	/** ISO date of the newest record. */
	readonly date: string;
	/** The source that is counted alone, with `--source`. */
	readonly source?: string;
	readonly families: number;
	readonly models: number;
	readonly candidates: number;
	/** Checkpoints by framework. */
	readonly checkpoints: Counts;
	/** Figures by source id. */
	readonly figures: Counts;
	readonly measurements: { readonly bySource: Counts; readonly byDevice: Counts };
}

type Counts = Readonly<Record<string, number>>;

export const catalogVerb: Verb = {
	name: 'catalog',
	operands: '',
	summary: 'What the catalog holds, and how old it is',
	options: [{ ...sourceOption, description: 'Count only what this source states, such as seed.' }],
	examples: ['catalog', 'catalog --source seed --json'],
	run(catalog, options) {
		noOperands(options, 'catalog');
		const { source } = scopeOption(catalog, options);
		const output = countRecords(catalog, source);
		return { output, text: catalogText(catalog, output) };
	},
};

function countRecords(catalog: Catalog, source: string | undefined): CatalogOutput {
	const candidates = candidatesIn(catalog, { source });
	const isOf = (record: { readonly source: string }): boolean => source === undefined || record.source === source;
	const measurements = catalog.measurements.filter(isOf);
	const checkpointIds = new Set(candidates.map(({ checkpoint }) => checkpoint));
	return {
		version: catalog.version,
		date: catalog.date,
		...(source === undefined ? {} : { source }),
		...(source === undefined
			? { families: catalog.families.length, models: catalog.models.length }
			: countsOfSource(catalog, candidates, source)),
		candidates: candidates.length,
		checkpoints: countBy(
			catalog.checkpoints.filter(({ id }) => source === undefined || checkpointIds.has(id)),
			({ framework }) => framework,
		),
		figures: countBy(catalog.figures.filter(isOf), figure => figure.source),
		measurements: {
			bySource: countBy(measurements, measurement => measurement.source),
			byDevice: countBy(measurements, ({ device }) => device),
		},
	};
}

/** The models that a source states figures of; the seed also names families that it has no row of. */
function countsOfSource(
	catalog: Catalog,
	candidates: readonly Candidate[],
	source: string,
): { families: number; models: number } {
	const models = new Set(candidates.map(({ model }) => model));
	const families = new Set([...models].map(model => catalog.modelById.get(model)?.family));
	if (catalog.sourceById.get(source)?.kind === 'seed') {
		for (const { id, classSource } of catalog.families) if (classSource === 'seed') families.add(id);
	}
	return { families: families.size, models: models.size };
}

function countBy<T>(records: readonly T[], keyOf: (record: T) => string): Counts {
	const counts = new Map<string, number>();
	for (const record of records) counts.set(keyOf(record), (counts.get(keyOf(record)) ?? 0) + 1);
	const sorted = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
	return Object.fromEntries(sorted);
}

function catalogText(catalog: Catalog, output: CatalogOutput): string {
	const scope = output.source === undefined ? '' : `, as far as ${output.source} states it`;
	const head = `Model Scout catalog ${output.version} of ${output.date}${scope}`;
	const totals = [
		['Families', output.families],
		['Models', output.models],
		['Candidates', output.candidates],
		['Checkpoints', sumOf(output.checkpoints)],
		['Figures', sumOf(output.figures)],
		['Measurements', sumOf(output.measurements.bySource)],
	] as const;
	const sourceName = (id: string): string => catalog.sourceById.get(id)?.title ?? '';
	const deviceName = (id: string): string => catalog.deviceById.get(id)?.name ?? '';
	return [
		plainText(head),
		counted(
			'',
			totals.map(([name, count]) => [name, String(count)]),
		),
		counted('Checkpoints of', rowsOf(output.checkpoints)),
		counted('Figures of', rowsOf(output.figures, sourceName)),
		counted('Measurements of', rowsOf(output.measurements.bySource, sourceName)),
		counted('Measurements on', rowsOf(output.measurements.byDevice, deviceName)),
	]
		.filter(block => block !== '')
		.join('\n\n');
}

function sumOf(counts: Counts): number {
	return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function rowsOf(counts: Counts, nameOf: (id: string) => string = () => ''): string[][] {
	return Object.entries(counts).map(([id, count]) => [id, String(count), nameOf(id)]);
}

function counted(title: string, rows: readonly (readonly string[])[]): string {
	if (rows.length === 0) return '';
	return formatTextTable([{ title }, { title: '', align: 'right' }, { title: '' }], rows);
}
