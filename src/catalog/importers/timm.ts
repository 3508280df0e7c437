import type { Candidate, Checkpoint, Figure, FigureConditions } from '../records.ts';
import { architectureOf, printedInput, printedNumber, readTimmTable } from './timmRows.ts';
import type { PublicRow, RejectedRow } from './publicTable.ts';

/** What timm says of weights; the list in `data/extracted/frameworks.json` has one for each. */
export interface TimmCheckpoint {
	readonly name: string;
	/** SPDX id, or `unknown`. */
	readonly licence: string;
	/** `[height, width]` in px. */
	readonly input: readonly [number, number];
	readonly cropPct?: number;
	readonly interpolation?: string;
	readonly mean?: readonly number[];
	readonly std?: readonly number[];
	readonly classes: number;
}

/** What the rows are read with. */
export interface TimmNames {
	/** Model id by architecture, such as `tf_efficientnet_b0` → `efficientnet/b0`. */
	readonly modelOf: ReadonlyMap<string, string>;
	/** By the name of the weights. Weights that are not in it get a checkpoint of unknown license. */
	readonly checkpoints: ReadonlyMap<string, TimmCheckpoint>;
	/** Source id of the file. */
	readonly source: string;
}

export interface TimmResults {
	readonly checkpoints: readonly Checkpoint[];
	readonly candidates: readonly Candidate[];
	readonly figures: readonly Figure[];
	readonly rejected: readonly RejectedRow[];
}

/** Data sets that timm evaluates on. All but the first are further figures of candidates that the first one makes. */
export type TimmDataset = 'imagenet-1k' | 'imagenet-real' | 'imagenetv2-matched-frequency';

/**
 * Reads a results file: top-1 and top-5 of weights at an input size. On `imagenet-1k` each weights is a checkpoint with
 * its parameters and each size a candidate; on another data set there are figures alone, of a kind of their own.
 */
export function importTimmResults(text: string, names: TimmNames, dataset: TimmDataset = 'imagenet-1k'): TimmResults {
	const table = readTimmTable(text, ['img_size', 'top1', 'top1_err', 'top5', 'top5_err', 'param_count', 'crop_pct']);
	const checkpoints = new Map<string, Checkpoint>();
	const candidates = new Map<string, Candidate>();
	const figures: Figure[] = [];
	const rejected = [...table.rejected];
	for (const row of table.rows) {
		const result = readResult(row, names);
		const reason = typeof result === 'string' ? result : twiceFault(candidates, result);
		if (typeof result === 'string' || reason !== undefined) {
			rejected.push({ line: row.line, name: row.name, reason: reason ?? '' });
			continue;
		}
		candidates.set(result.candidate.id, result.candidate);
		figures.push(...accuracyFigures(row, result, names.source, dataset));
		if (dataset !== 'imagenet-1k' || checkpoints.has(result.checkpoint.id)) continue;
		checkpoints.set(result.checkpoint.id, result.checkpoint);
		figures.push(paramsFigure(row, result, names.source));
	}
	const ranked = dataset === 'imagenet-1k';
	return {
		checkpoints: [...checkpoints.values()],
		candidates: ranked ? [...candidates.values()] : [],
		figures,
		rejected,
	};
}

interface Result {
	readonly checkpoint: Checkpoint;
	readonly candidate: Candidate;
	readonly top1: number;
	readonly top5: number;
	readonly params: number;
	readonly cropPct: number;
}

function twiceFault(seen: ReadonlyMap<string, Candidate>, { candidate }: Result): string | undefined {
	return seen.has(candidate.id) ? 'these weights at this size stand above already' : undefined;
}

/** What a row of results says, or why it is rejected. */
function readResult(row: PublicRow, names: TimmNames): Result | string {
	const model = names.modelOf.get(architectureOf(row.name));
	if (model === undefined) return `the architecture ${architectureOf(row.name)} is not mapped to a model`;
	const input = printedInput(row.cell('img_size'));
	if (!input) return 'img_size is no size in px; expected a whole number';
	const top1 = accuracy(row, 'top1');
	const top5 = accuracy(row, 'top5');
	if (top1 === undefined || top5 === undefined)
		return 'top1 or top5 is no accuracy in percent that makes 100 together with its error';
	if (top1 > top5) return 'top1 is above top5';
	const params = printedNumber(row.cell('param_count'));
	if (!params) return 'param_count is no number of million parameters';
	const cropPct = printedNumber(row.cell('crop_pct'));
	if (!cropPct || cropPct > 2) return 'crop_pct is no share of the image; expected a number such as 0.875';
	const checkpoint = checkpointOf(row.name, model, input, names);
	const id = `${checkpoint.id}@${input[0]}`;
	const candidate = { id, model, checkpoint: checkpoint.id, input, dataset: 'imagenet-1k' };
	return { checkpoint, candidate, top1, top5, params, cropPct };
}

/** The printed error is a check of the accuracy beside it: a row whose columns slipped is not believed. */
function accuracy(row: PublicRow, column: 'top1' | 'top5'): number | undefined {
	const value = printedNumber(row.cell(column));
	const error = printedNumber(row.cell(`${column}_err`));
	if (value === undefined || error === undefined) return undefined;
	return Math.abs(value + error - 100) < 0.01 ? value : undefined;
}

function checkpointOf(name: string, model: string, input: readonly [number, number], names: TimmNames): Checkpoint {
	const about = { id: `timm:${name}`, model, framework: 'timm', name, dataset: 'imagenet-1k' } as const;
	const known = names.checkpoints.get(name);
	if (!known) return { ...about, classes: 1000, weightsLicence: 'unknown', preprocess: { input } };
	const { mean, std, cropPct, interpolation } = known;
	const preprocess = {
		input: known.input,
		...(mean && { mean }),
		...(std && { std }),
		...(cropPct !== undefined && { cropPct }),
		...(interpolation !== undefined && { interpolation }),
	};
	const pretrainedOn = pretrainedOnOf(name);
	return {
		...about,
		classes: known.classes,
		...(pretrainedOn !== undefined && { pretrainedOn }),
		weightsLicence: known.licence,
		preprocess,
	};
}

const pretrainings: readonly (readonly [RegExp, string])[] = [
	[/^(?:.*_)?in22k(?:_|$)/, 'imagenet-22k'],
	[/^(?:.*_)?in21k(?:_|$)/, 'imagenet-21k'],
	[/^(?:.*_)?in12k(?:_|$)/, 'imagenet-12k'],
	[/(?:^|_)jft_in1k$/, 'jft-300m'],
	[/(?:^|_)yfcc100m(?:_|$)/, 'yfcc100m'],
	[/(?:^|_)ig1b(?:_|$)/, 'instagram-1b'],
	[/(?:^|_)laion2b(?:_|$)/, 'laion-2b'],
];

/** Data set of an earlier training that the tag of timm weights names: `miil_in21k_ft_in1k` was trained on ImageNet-21k. */
export function pretrainedOnOf(name: string): string | undefined {
	const tag = name.slice(architectureOf(name).length + 1);
	return pretrainings.find(([pattern]) => pattern.test(tag))?.[1];
}

const kindPrefixes = { 'imagenet-1k': '', 'imagenet-real': 'real-', 'imagenetv2-matched-frequency': 'v2-' } as const;

function accuracyFigures(row: PublicRow, result: Result, source: string, dataset: TimmDataset): readonly Figure[] {
	const interpolation = row.cell('interpolation');
	const usual = result.checkpoint.preprocess?.interpolation;
	const conditions: FigureConditions = { cropPct: result.cropPct };
	return (['top1', 'top5'] as const).map(column => ({
		of: result.candidate.id,
		kind: `${kindPrefixes[dataset]}${column}` as const,
		value: result[column],
		printed: row.cell(column),
		conditions,
		source,
		locator: `row ${row.name}`,
		...(/^[a-z]{1,20}$/.test(interpolation) &&
			usual !== undefined &&
			interpolation !== usual && { note: `Evaluated with ${interpolation} interpolation.` }),
	}));
}

function paramsFigure(row: PublicRow, { checkpoint, params }: Result, source: string): Figure {
	return {
		of: checkpoint.id,
		kind: 'params',
		value: Math.round(params * 1e6),
		printed: row.cell('param_count'),
		conditions: {},
		source,
		locator: `row ${row.name}`,
	};
}
