import { createCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import {
	figureKinds,
	isAccuracyKind,
	type Candidate,
	type CatalogRecords,
	type Checkpoint,
	type Dataset,
	type Device,
	type Family,
	type Figure,
	type FigureKind,
	type Framework,
	type Measurement,
	type Model,
	type Source,
	type Task,
} from '../../src/catalog/records.ts';

/** A candidate as a test states it: what it does not say gets a valid default. */
export interface CandidateSpec extends Readonly<Partial<Record<FigureKind, number>>> {
	/** `a-net/1.0@224`, or `timm:a_net.in1k@224` for a checkpoint. */
	readonly id: string;
	/** Model id; the id of the candidate up to `@` without it. */
	readonly model?: string;
	/** Checkpoint id; taken from the id of the candidate where that names a framework. */
	readonly checkpoint?: string;
	/** Side of a square input in px, or `[height, width]`; taken from the id without it. */
	readonly input?: number | readonly [number, number];
	readonly dataset?: string;
	readonly seedLine?: number;
	/** Source of the figures; `paper` without it. */
	readonly source?: string;
	/** Doubt about its accuracies but `top5`. */
	readonly doubt?: Figure['doubt'];
	/** Milliseconds by device id: fp32, `tflite-cpu`, one thread. */
	readonly latencyMs?: Readonly<Record<string, number>>;
}

/** What a test says of a catalog. Records given here come before those that the candidates imply. */
export type CatalogSpec = Partial<Omit<CatalogRecords, 'candidates'>> & {
	readonly candidates?: readonly CandidateSpec[];
	readonly task?: Task;
};

export function aFamily(family: Partial<Family> & { id: string }): Family {
	return {
		name: family.id,
		task: 'classification',
		weightClass: 'lightweight',
		classSource: 'seed',
		aliases: [],
		...family,
	};
}

export function aModel(model: Partial<Model> & { id: string }): Model {
	return { family: familyIdOf(model.id), name: model.id, aliases: [], ...model };
}

export function aCheckpoint(checkpoint: Partial<Checkpoint> & { id: string; model: string }): Checkpoint {
	const { framework, name } = splitCheckpointId(checkpoint.id);
	return { framework, name, dataset: 'imagenet-1k', classes: 1000, weightsLicence: 'Apache-2.0', ...checkpoint };
}

/** The candidate alone; its figures come with `aCatalog`. */
export function aCandidate(spec: CandidateSpec): Candidate {
	const [, size = '224'] = spec.id.split('@');
	const [height = 224, width = height] = size.split('x').map(Number);
	const input =
		typeof spec.input === 'number' ? ([spec.input, spec.input] as const) : (spec.input ?? [height, width]);
	const checkpoint = spec.checkpoint ?? impliedCheckpoint(spec.id);
	return {
		id: spec.id,
		model: spec.model ?? bareId(spec.id),
		input,
		dataset: spec.dataset ?? 'imagenet-1k',
		...(checkpoint === undefined ? {} : { checkpoint }),
		...(spec.seedLine === undefined ? {} : { seedLine: spec.seedLine }),
	};
}

export function aFigure(figure: Partial<Figure> & { of: string; value: number }): Figure {
	return {
		kind: 'top1',
		printed: String(figure.value),
		conditions: {},
		source: 'paper',
		locator: 'Table 1',
		...figure,
	};
}

export function aMeasurement(measurement: Partial<Measurement> & { model: string; ms: number }): Measurement {
	return {
		input: [224, 224],
		device: 'pixel-1',
		runtime: 'tflite-cpu',
		precision: 'fp32',
		batch: 1,
		threads: 1,
		printed: String(measurement.ms),
		scope: 'single-image',
		source: 'paper',
		locator: 'Table 1',
		...measurement,
	};
}

export function aDevice(device: Partial<Device> & { id: string }): Device {
	return { name: device.id, maker: 'A maker', kind: 'phone', aliases: [], ...device };
}

/** Its kind follows the id: `paper-2`, `seed`, `timm`, `evaluator`; a repository where the id begins with no kind. */
export function aSource(source: Partial<Source> & { id: string }): Source {
	const framework = frameworkNames.find(name => source.id.startsWith(name));
	return {
		title: source.id,
		kind: framework ? 'framework' : (sourceKinds.find(kind => source.id.startsWith(kind)) ?? 'repository'),
		where: source.id,
		version: '1',
		date: '2020-01-01',
		licence: 'unknown',
		...(framework ? { framework } : {}),
		...source,
	};
}

export function aDataset(dataset: Partial<Dataset> & { id: string }): Dataset {
	return { name: dataset.id, evaluationImages: 50_000, classes: 1000, task: 'classification', ...dataset };
}

/**
 * A catalog of the candidates and records given, with a record for every family, model, checkpoint, device, source and
 * data set that they name.
 */
export function aCatalog(spec: CatalogSpec = {}): Catalog {
	const candidateSpecs = spec.candidates ?? [];
	const candidates = candidateSpecs.map(aCandidate);
	const figures = [...(spec.figures ?? []), ...candidateSpecs.flatMap(figuresOfSpec)];
	const measurements = [...(spec.measurements ?? []), ...candidateSpecs.flatMap(measurementsOfSpec)];
	const checkpoints = completed(
		spec.checkpoints,
		candidates.flatMap(({ checkpoint, model }) =>
			checkpoint === undefined ? [] : [aCheckpoint({ id: checkpoint, model })],
		),
	);
	const modelIds = [...candidates.map(({ model }) => model), ...checkpoints.map(({ model }) => model)];
	const models = completed(
		spec.models,
		[...modelIds, ...measurements.map(({ model }) => model)].map(id => aModel({ id })),
	);
	const families = completed(
		spec.families,
		models.map(({ family }) => aFamily({ id: family, task: spec.task ?? 'classification' })),
	);
	const datasets = completed(
		spec.datasets,
		['imagenet-1k', ...candidates.map(({ dataset }) => dataset)].map(id => aDataset({ id })),
	);
	return createCatalog({
		version: spec.version ?? '1',
		date: spec.date ?? '2020-01-01',
		families,
		models,
		checkpoints,
		candidates,
		figures,
		measurements,
		devices: completed(
			spec.devices,
			measurements.map(({ device }) => aDevice({ id: device })),
		),
		sources: completed(
			spec.sources,
			['paper', ...figures.map(({ source }) => source), ...measurements.map(({ source }) => source)].map(id =>
				aSource({ id }),
			),
		),
		datasets,
	});
}

function figuresOfSpec(spec: CandidateSpec): Figure[] {
	return figureKinds.flatMap(kind => {
		const value = spec[kind];
		if (value === undefined) return [];
		const doubt = isAccuracyKind(kind) && kind !== 'top5' && spec.doubt !== undefined ? { doubt: spec.doubt } : {};
		return [aFigure({ of: spec.id, kind, value, source: spec.source ?? defaultSourceOf(spec), ...doubt })];
	});
}

function measurementsOfSpec(spec: CandidateSpec): Measurement[] {
	const { model, input } = aCandidate(spec);
	const source = spec.source === undefined ? {} : { source: spec.source };
	return Object.entries(spec.latencyMs ?? {}).map(([device, ms]) =>
		aMeasurement({ model, input, device, ms, ...source }),
	);
}

/** A paper's accuracy is never a checkpoint's, so the figures of a checkpoint come from its framework. */
function defaultSourceOf(spec: CandidateSpec): string {
	const checkpoint = aCandidate(spec).checkpoint;
	return checkpoint === undefined ? 'paper' : splitCheckpointId(checkpoint).framework;
}

function completed<T extends { readonly id: string }>(
	given: readonly T[] | undefined,
	implied: readonly T[],
): readonly T[] {
	const byId = new Map<string, T>();
	for (const record of [...(given ?? []), ...implied]) if (!byId.has(record.id)) byId.set(record.id, record);
	return [...byId.values()];
}

const sourceKinds: readonly Source['kind'][] = [
	'seed',
	'paper',
	'repository',
	'framework',
	'evaluator',
	'computed',
	'user',
];
const frameworkNames: readonly Framework[] = [
	'timm',
	'torchvision',
	'keras',
	'transformers',
	'pytorchcv',
	'mmpretrain',
];

function splitCheckpointId(id: string): { framework: Framework; name: string } {
	const [prefix, ...rest] = id.split(':');
	return { framework: frameworkNames.find(name => name === prefix) ?? 'timm', name: rest.join(':') || id };
}

function impliedCheckpoint(id: string): string | undefined {
	return id.includes(':') ? bareId(id) : undefined;
}

function bareId(id: string): string {
	return id.split('@')[0] ?? id;
}

function familyIdOf(modelId: string): string {
	return modelId.split('/')[0] ?? modelId;
}
