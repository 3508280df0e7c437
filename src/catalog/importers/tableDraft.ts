import type { Catalog } from '../catalog.ts';
import { englishIssues } from '../englishIssues.ts';
import { plainText } from '../plainText.ts';
import type { Candidate, Checkpoint, Family, Figure, Measurement, Model } from '../records.ts';
import { checkpointSchema } from '../records.schema.ts';
import { usualInput } from '../usualInput.ts';
import { placeOfRow } from './tableProblems.ts';
import type { TableSubject } from './tableSubjects.ts';
import type { TableValues } from './tableValues.ts';

/** Where a row stands. */
export interface RowPlace {
	readonly row: number;
	readonly line?: number;
}

/** What one row would add. */
export interface Draft {
	readonly family: Family | undefined;
	readonly model: Model;
	readonly checkpoint: Checkpoint | undefined;
	/** One of the catalog, one of an earlier row, or a new one. */
	readonly candidate: Candidate;
	/** What tells it from the other candidates of the file; undefined where it is one of the catalog. */
	readonly key: string | undefined;
	readonly isAssumed: boolean;
	readonly figures: readonly Figure[];
	readonly measurements: readonly Measurement[];
}

/** The data set of an accuracy where neither the row nor what it is about says which. */
export const usualDataset = 'imagenet-1k';

/** An input size and whether the table says so. */
export interface TableInput {
	readonly input: readonly [number, number];
	readonly assumed?: string;
}

/** The size of a column, of the name (`mobilenet 160x160`), of the weights or, said to be assumed, of the model's other results. */
export function inputOf(
	catalog: Catalog,
	{ name, model, checkpoint, candidate }: TableSubject,
	values: TableValues,
): TableInput {
	if (values.input) return { input: values.input };
	const [, height, width = height] = /(?:^|[\s(@_-])([1-9]\d{1,3})x([1-9]\d{1,3})(?:$|[\s)])/.exec(name) ?? [];
	const [, side = height] = /@([1-9]\d{1,3})$|\b([1-9]\d{1,3}) ?px\b/.exec(name) ?? [];
	if (side !== undefined && Number(side) >= 8) return { input: [Number(side), Number(width ?? side)] };
	const known = candidate?.input ?? checkpoint?.preprocess?.input;
	if (known) return { input: known };
	const usual = usualInput(model ? catalog.candidatesOf(model.id) : []);
	if (!usual) return { input: [224, 224], assumed: 'The table gives no input size; 224 px is assumed.' };
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

export function newCheckpoint(
	catalog: Catalog,
	{ framework, name }: NonNullable<TableSubject['newWeights']>,
	model: Model,
	values: TableValues,
	input: readonly [number, number],
): Checkpoint {
	return {
		id: `${framework}:${name}`,
		model: model.id,
		framework,
		name,
		dataset: usualDataset,
		classes: catalog.datasetById.get(usualDataset)?.classes ?? 1000,
		weightsLicence: plainText(values.texts.get('licence')?.text ?? '') || 'unknown',
		preprocess: { input, ...(values.cropPct === undefined ? {} : { cropPct: values.cropPct }) },
	};
}

/** What figures and times of a row have in common. */
export interface RowOrigin {
	readonly source: string;
	readonly locator: string;
}

/** Of most figures; one object for all, as a large table has hundreds of thousands. */
const none: Figure['conditions'] = {};

/** Accuracy on another data set than the candidate's is shown and marked, never ranked. */
export function figuresOf(
	candidate: Candidate,
	values: TableValues,
	dataset: string | undefined,
	origin: RowOrigin,
): readonly Figure[] {
	const isOther = dataset !== undefined && dataset !== candidate.dataset;
	const { cropPct } = values;
	const test =
		cropPct === undefined && !isOther
			? none
			: { ...(cropPct !== undefined && { cropPct }), ...(isOther && { dataset }) };
	const { source, locator } = origin;
	return values.figures.map(({ kind, value, printed, convention }): Figure => {
		const isAccuracy = kind === 'top1' || kind === 'top5';
		const conditions = isAccuracy ? test : none;
		const figure: Figure = { of: candidate.id, kind, value, printed, conditions, source, locator };
		if (isAccuracy) return isOther ? { ...figure, doubt: 'other-dataset' } : figure;
		return convention ? { ...figure, convention } : figure;
	});
}

const precisions: ReadonlyMap<string, Measurement['precision']> = new Map([
	['fp32', 'fp32'],
	['float32', 'fp32'],
	['f32', 'fp32'],
	['fp16', 'fp16'],
	['float16', 'fp16'],
	['half', 'fp16'],
	['f16', 'fp16'],
	['int8', 'int8'],
	['uint8', 'int8'],
	['quantized', 'int8'],
]);

/** The precision that the row says; undefined where it says one that is unknown. */
function precisionOf(values: TableValues): Measurement['precision'] | 'unsaid' | undefined {
	const text = values.texts.get('precision')?.text;
	return text === undefined ? 'unsaid' : precisions.get(text.toLowerCase().replace(/[\s_-]+/g, ''));
}

export function measurementsOf(
	candidate: Candidate,
	values: TableValues,
	origin: RowOrigin,
): readonly Measurement[] | string {
	const { batch = 1, threads, times } = values;
	const ofRow = precisionOf(values);
	if (ofRow === undefined && times.length > 0) return 'unknown precision; expected fp32, fp16 or int8';
	const runtime = (values.texts.get('runtime')?.text ?? '').toLowerCase().replace(/[^a-z0-9.]+/g, '-');
	return times.map(({ ms, printed, device, precision }): Measurement => {
		const stated = precision ?? (ofRow === 'unsaid' ? undefined : ofRow);
		return {
			model: candidate.model,
			input: candidate.input,
			device,
			runtime: runtime.replace(/^[-.]+/, '').slice(0, 60) || 'unknown',
			precision: stated ?? 'fp32',
			batch,
			...(threads === undefined ? {} : { threads }),
			ms,
			printed,
			scope: batch === 1 ? 'single-image' : 'batch-step',
			...origin,
			...(stated === undefined && { note: 'The table names no precision; fp32 is assumed.' }),
		};
	});
}

export function keyOf(
	{ name, model }: TableSubject,
	checkpoint: Checkpoint | undefined,
	{ input }: TableInput,
): string {
	return `${name.toLowerCase()}\n${model?.id ?? ''}\n${checkpoint?.id ?? ''}\n${input[0]}\n${input[1]}`;
}

/** `line 12`, and what the row says its figures are from. */
export function locatorOf(values: TableValues, { row, line }: RowPlace): string {
	const stated = plainText(values.texts.get('source')?.text ?? '');
	const place = line === undefined ? placeOfRow(row) : `line ${line}`;
	return plainText(stated === '' ? place : `${place}, said to be of ${stated}`);
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

/** Names that are a code name, and an id with that of a framework before it, whatever the rest of the weights is. */
const plainName = /^[A-Za-z0-9][\w.-]{0,99}$/;

/**
 * What the schema of a catalog refuses of new weights. All other records of a table hold what the readers of its cells
 * made, which is within the schema whatever the cells say; the schema takes longer than all the rest of the reading.
 */
export function faultOf(checkpoint: Checkpoint): string | undefined {
	if (plainName.test(checkpoint.name)) return undefined;
	const issue = checkpointSchema.safeParse(checkpoint, englishIssues).error?.issues[0];
	return issue && plainText(`${issue.message} → at ${issue.path.join('.')}`, 300);
}
