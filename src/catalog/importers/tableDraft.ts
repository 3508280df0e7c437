import type { Catalog } from '../catalog.ts';
import { englishIssues } from '../englishIssues.ts';
import { plainText } from '../plainText.ts';
import type { Candidate, Checkpoint } from '../records.ts';
import { checkpointSchema } from '../records.schema.ts';
import { usualInput } from '../usualInput.ts';
import type { NewWeights } from './tableCheckpoints.ts';
import type { RowTest, TableFigures } from './tableFigures.ts';
import type { TableStore } from './tableStore.ts';
import type { TableSubject } from './tableSubjects.ts';
import type { TableFigure, TableValues } from './tableValues.ts';

/** What a row says, understood, before anything of it is kept. */
export interface RowDraft {
	readonly subject: TableSubject;
	readonly values: TableValues;
	readonly size: TableInput;
	/** Number of the model; -1 for one that no row before has. */
	readonly model: number;
	/** Weights that the catalog does not have. */
	readonly weights: NewWeights | undefined;
	/** Number of the weights; -1 for none, and for those that no row before has. */
	readonly checkpoint: number;
	/** Number of the result; -1 for one that no row before has. */
	readonly candidate: number;
	/** Data set that the result is evaluated on. */
	readonly dataset: string;
	readonly test: RowTest;
	/** Those that no row before states. */
	readonly figures: readonly TableFigure[];
}

/** The data set of an accuracy where neither the row nor what it is about says which. */
export const usualDataset = 'imagenet-1k';

/** An input size and whether the table says so. */
export interface TableInput {
	readonly input: readonly [number, number];
	readonly assumed?: string;
}

/** Side in px of the input of a model of which nothing is known. */
export const assumedSide = 224;
export const assumedSideNote = `The table gives no input size; ${assumedSide} px is assumed.`;

/** The size of a column, of the name (`mobilenet 160x160`), of the weights or, said to be assumed, of the model's other results. */
export function inputOf(
	catalog: Catalog,
	{ name, model, checkpoint, candidate }: TableSubject,
	values: TableValues,
): TableInput {
	if (values.input) return { input: values.input };
	const [, height, width = height] = /(?:^|[\s(@_-])([1-9]\d{1,3})x([1-9]\d{1,3})(?:$|[\s)])/.exec(name) ?? [];
	const [, atEnd, inPixels] = /@([1-9]\d{1,3})$|\b([1-9]\d{1,3}) ?px\b/.exec(name) ?? [];
	const side = height ?? atEnd ?? inPixels;
	if (side !== undefined && Number(side) >= 8) return { input: [Number(side), Number(width ?? side)] };
	const known = candidate?.input ?? checkpoint?.preprocess?.input;
	if (known) return { input: known };
	const usual = usualInput(model ? catalog.candidatesOf(model.id) : []);
	if (!usual) return { input: [assumedSide, assumedSide], assumed: assumedSideNote };
	const size = usual[0] === usual[1] ? String(usual[0]) : usual.join('×');
	const assumed = `The table gives no input size; ${size} px is assumed, the size of most results of this model.`;
	return { input: usual, assumed };
}

/** The id of a data set by its id or name; undefined where the catalog does not have it. */
export function datasetNamed(catalog: Catalog, text: string): string | undefined {
	const wanted = text.toLowerCase().replace(/[\s_-]+/g, '');
	const isMeant = (name: string): boolean => name.toLowerCase().replace(/[\s_-]+/g, '') === wanted;
	const known = catalog.datasets.find(({ id, name }) => isMeant(id) || isMeant(name))?.id;
	return known ?? (wanted === 'imagenet' && catalog.datasetById.has(usualDataset) ? usualDataset : undefined);
}

/** The shipped candidate that a row is about: the one it names, or its weights at its size. */
export function shippedCandidate(
	catalog: Catalog,
	{ candidate, checkpoint }: TableSubject,
	[height, width]: readonly [number, number],
): Candidate | undefined {
	const isAtSize = ({ input }: Candidate): boolean => input[0] === height && input[1] === width;
	if (candidate && isAtSize(candidate)) return candidate;
	if (!checkpoint) return undefined;
	return catalog.candidatesOf(checkpoint.model).find(other => other.checkpoint === checkpoint.id && isAtSize(other));
}

/**
 * What a row would add to a store, or what is wrong with it.
 * @param dataset id of the data set that the row names.
 */
export function draftRow(
	subject: TableSubject,
	values: TableValues,
	dataset: string | undefined,
	catalog: Catalog,
	{ models, checkpoints, candidates, figures, inputs }: TableStore,
): RowDraft | string {
	const size = inputOf(catalog, subject, values);
	const model = subject.model ? models.ofCatalog(subject.model.id) : models.named(subject.name);
	const weights = subject.newWeights && weightsOf(subject.newWeights, values);
	const known = subject.checkpoint ? checkpoints.ofCatalog(subject.checkpoint.id) : -1;
	const checkpoint = weights ? checkpoints.findOwn(weights.id) : known;
	const owner = weights ? checkpoints.modelAt(checkpoint) : undefined;
	if (owner !== undefined && owner !== model) return `these weights are of ${models.idAt(owner)} in a row above`;
	const shipped = shippedCandidate(catalog, subject, size.input);
	const isNew = !shipped && (model < 0 || (weights !== undefined && checkpoint < 0));
	const identity = { name: subject.name, model, checkpoint, size: inputs.add(size.input) };
	const candidate = shipped ? candidates.ofCatalog(shipped.id) : isNew ? -1 : candidates.find(identity);
	const own = shipped?.dataset ?? (weights ? undefined : subject.checkpoint?.dataset) ?? usualDataset;
	const test = { cropPct: values.cropPct, otherDataset: dataset === own ? undefined : dataset };
	const news = candidate < 0 ? values.figures : newFigures(figures, candidate, values.figures, test);
	if (typeof news === 'string') return news;
	return { subject, values, size, model, weights, checkpoint, candidate, dataset: own, test, figures: news };
}

function weightsOf(
	{ framework, name }: NonNullable<TableSubject['newWeights']>,
	{ texts, cropPct }: TableValues,
): NewWeights {
	const licence = plainText(texts.licence?.text ?? '') || 'unknown';
	return { id: `${framework}:${name}`, framework, licence, cropPct };
}

/** The figures that no row before states; a fault where one states another number of the same. */
function newFigures(
	stated: TableFigures,
	candidate: number,
	figures: readonly TableFigure[],
	test: RowTest,
): readonly TableFigure[] | string {
	const news: TableFigure[] = [];
	for (const figure of figures) {
		const same = stated.stated(candidate, figure, test);
		if (same < 0) news.push(figure);
		else if (stated.valueAt(same) !== figure.value) {
			return `row ${stated.rowAt(same)} states another ${figure.kind} of the same model at the same size; expected an input size or a name of its own`;
		}
	}
	return news;
}

/** The part of an id that a name gives. */
export function slugOf(name: string, otherwise: string): string {
	const slug = name
		.toLowerCase()
		.replace(/[^a-z0-9.]+/g, '-')
		.replace(/^[-.]+|[-.]+$/g, '')
		.slice(0, 80);
	return slug === '' ? otherwise : slug;
}

/** Whether it is a code name; an id with that of a framework before it is one that every schema takes. */
export function isPlainName(name: string): boolean {
	return /^[A-Za-z0-9][\w.-]{0,99}$/.test(name);
}

/**
 * What the schema of a catalog refuses of new weights. All other records of a table hold what the readers of its cells
 * made, which is within the schema whatever the cells say; the schema takes longer than all the rest of the reading.
 */
export function faultOf(checkpoint: Checkpoint): string | undefined {
	const issue = checkpointSchema.safeParse(checkpoint, englishIssues).error?.issues[0];
	return issue && plainText(`${issue.message} → at ${issue.path.join('.')}`, 300);
}
