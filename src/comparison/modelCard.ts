import type { Catalog } from '../catalog/catalog.ts';
import {
	figureKinds,
	type Candidate,
	type Checkpoint,
	type Dataset,
	type Family,
	type Framework,
	type Measurement,
	type Model,
	type Paper,
	type Precision,
	type Task,
	type WeightClass,
} from '../catalog/records.ts';
import { frameworkOf, shownFigure, unrankedReason, type UnrankedReason } from '../catalog/shownFigure.ts';
import { sizeClass, type SizeClass } from '../catalog/sizeClass.ts';
import { formatInput, formatLatency } from '../catalog/units.ts';
import { candidateBadge, licenseBadge, type LicenseBadge } from '../catalog/weightsLicense.ts';
import { costCard, type CostCard } from './stageCosts.ts';
import { figureCard, strayFigures, type FigureCard, type OtherFigure } from './modelCardFigures.ts';
import { byMerit } from '../catalog/merit.ts';
import { sourceCard, type SourceCard } from './modelCardSource.ts';

/** All that the catalog knows of a model, made once and shown alike by the details, the tooltip and the command line. */
export interface ModelCard {
	/** Model id. */
	readonly id: string;
	readonly title: string;
	readonly family: Pick<Family, 'id' | 'name'>;
	readonly task: Task;
	readonly weightClass: WeightClass;
	/** Whether the seed document lists the family under this class, or it follows from the family's cheapest candidate. */
	readonly classSource: Family['classSource'];
	/** Of the lead candidate, by its MACs. */
	readonly sizeClass: SizeClass;
	readonly paper?: Paper;
	readonly year?: number;
	readonly aliases: readonly string[];
	readonly status?: NonNullable<Model['status']>;
	/** Notes of the family and of the model. */
	readonly notes: readonly string[];
	/** Id of the candidate that the card was asked for, else of the most accurate ranked one. */
	readonly lead?: string;
	/** The lead first, then ranked before unranked and the most accurate first. */
	readonly candidates: readonly CandidateCard[];
	/** Figures of the model that hold for none of its candidates: costs at other input sizes. */
	readonly strays: readonly OtherFigure[];
	readonly latencies: readonly DeviceCard[];
	/** At the input of the lead; not there where it cannot be computed. */
	readonly cost?: CostCard;
	/** Weights by framework, in the order of `frameworks` that have any. */
	readonly checkpoints: readonly FrameworkCard[];
	readonly catalog: { readonly version: string; readonly date: string };
}

export interface CandidateCard {
	readonly id: string;
	/** Checkpoint's name with its framework, or `published result`, and the input size. */
	readonly title: string;
	readonly framework?: Framework;
	/** Id of the checkpoint. */
	readonly checkpoint?: string;
	/** Of the weights. */
	readonly licenseBadge?: LicenseBadge;
	/** `[height, width]` in px. */
	readonly input: readonly [number, number];
	readonly dataset: Pick<Dataset, 'id' | 'name'>;
	readonly sizeClass: SizeClass;
	readonly seedLine?: number;
	readonly unranked?: UnrankedReason;
	readonly note?: string;
	/** Shown figures in the order of `figureKinds`; a kind without a figure is not there. */
	readonly figures: readonly FigureCard[];
}

export interface DeviceCard {
	readonly device: string;
	readonly name: string;
	readonly measurements: readonly LatencyCard[];
}

export interface LatencyCard {
	/** Milliseconds of the whole batch. */
	readonly ms: number;
	readonly text: string;
	readonly printed: string;
	readonly input: readonly [number, number];
	/** `tflite-cpu, fp32, 1 thread`, and the batch where it is not 1. */
	readonly run: string;
	readonly runtime: string;
	readonly precision: Precision;
	readonly batch: number;
	readonly threads?: number;
	readonly scope: Measurement['scope'];
	readonly source: SourceCard;
	readonly locator: string;
	readonly note?: string;
}

export interface FrameworkCard {
	readonly framework: Framework;
	readonly checkpoints: readonly CheckpointCard[];
}

export interface CheckpointCard {
	readonly id: string;
	readonly name: string;
	readonly dataset: Pick<Dataset, 'id' | 'name'>;
	readonly classes: number;
	readonly pretrainedOn?: string;
	/** SPDX id of the license of the weights, or `unknown`. */
	readonly license: string;
	readonly licenseBadge?: LicenseBadge;
	readonly deprecated: boolean;
	readonly renamedTo?: string;
	/** False where the name follows the naming rule of its hub and was not seen in a document. */
	readonly seen: boolean;
}

/** The card of a model; led by `candidate` where one is meant. */
export function modelCard(catalog: Catalog, model: Model, candidate?: Candidate): ModelCard {
	const family = catalog.familyById.get(model.family);
	const candidates = byMerit(catalog, catalog.candidatesOf(model.id));
	const lead = candidate ?? candidates[0];
	const ordered = lead ? [lead, ...candidates.filter(({ id }) => id !== lead.id)] : candidates;
	const cost = lead && costCard(lead, lead.input);
	return {
		id: model.id,
		title: model.name,
		family: { id: model.family, name: family?.name ?? model.family },
		task: family?.task ?? 'classification',
		weightClass: family?.weightClass ?? 'heavy',
		classSource: family?.classSource ?? 'derived',
		sizeClass: lead ? sizeClassOf(catalog, lead) : 'unknown',
		...(family?.paper ? { paper: family.paper } : {}),
		...(family?.year === undefined ? {} : { year: family.year }),
		aliases: model.aliases,
		...(model.status ? { status: model.status } : {}),
		notes: [family?.note, model.note, fileNote(catalog, model)].filter(note => note !== undefined),
		...(lead ? { lead: lead.id } : {}),
		candidates: ordered.map(each => candidateCard(catalog, each)),
		strays: strayFigures(catalog, model),
		latencies: deviceCards(catalog, model),
		...(cost ? { cost } : {}),
		checkpoints: frameworkCards(catalog, model),
		catalog: { version: catalog.version, date: catalog.date },
	};
}

/** A model that a person added never passes for a shipped one. */
function fileNote(catalog: Catalog, model: Model): string | undefined {
	const file = catalog.fileById.get(model.id);
	return file === undefined ? undefined : `Added by the catalog ${file}.`;
}

/** `timm mobilenetv3_large_100.ra_in1k, 224 px`, or `published result, 224 px`. */
export function candidateTitle(catalog: Catalog, candidate: Candidate): string {
	const checkpoint =
		candidate.checkpoint === undefined ? undefined : catalog.checkpointById.get(candidate.checkpoint);
	const what = checkpoint ? `${checkpoint.framework} ${checkpoint.name}` : 'published result';
	return `${what}, ${formatInput(candidate.input)}`;
}

function candidateCard(catalog: Catalog, candidate: Candidate): CandidateCard {
	const framework = frameworkOf(catalog, candidate);
	const unranked = unrankedReason(catalog, candidate);
	const badge = candidateBadge(catalog, candidate);
	return {
		id: candidate.id,
		title: candidateTitle(catalog, candidate),
		...(framework ? { framework } : {}),
		...(candidate.checkpoint === undefined ? {} : { checkpoint: candidate.checkpoint }),
		...(badge ? { licenseBadge: badge } : {}),
		input: candidate.input,
		dataset: datasetOf(catalog, candidate.dataset),
		sizeClass: sizeClassOf(catalog, candidate),
		...(candidate.seedLine === undefined ? {} : { seedLine: candidate.seedLine }),
		...(unranked ? { unranked } : {}),
		...(candidate.note === undefined ? {} : { note: candidate.note }),
		figures: figureKinds.flatMap(kind => figureCard(catalog, candidate, kind) ?? []),
	};
}

function deviceCards(catalog: Catalog, model: Model): readonly DeviceCard[] {
	const measurements = catalog.measurementsOf(model.id);
	return catalog.devices.flatMap(device => {
		const own = measurements.filter(measurement => measurement.device === device.id);
		if (own.length === 0) return [];
		return [
			{ device: device.id, name: device.name, measurements: own.map(measured => latencyCard(catalog, measured)) },
		];
	});
}

function latencyCard(catalog: Catalog, measurement: Measurement): LatencyCard {
	const { ms, printed, input, runtime, precision, batch, threads, scope, source, locator, note } = measurement;
	return {
		ms,
		text: formatLatency(ms),
		printed,
		input,
		run: runText(measurement),
		runtime,
		precision,
		batch,
		...(threads === undefined ? {} : { threads }),
		scope,
		source: sourceCard(catalog, source),
		locator,
		...(note === undefined ? {} : { note }),
	};
}

function runText({ runtime, precision, threads, batch }: Measurement): string {
	const parts: string[] = [runtime, precision];
	if (threads !== undefined) parts.push(threads === 1 ? '1 thread' : `${String(threads)} threads`);
	if (batch !== 1) parts.push(`batch ${String(batch)}`);
	return parts.join(', ');
}

function frameworkCards(catalog: Catalog, model: Model): readonly FrameworkCard[] {
	const groups = new Map<Framework, CheckpointCard[]>();
	for (const checkpoint of catalog.checkpointsOf(model.id)) {
		const card = checkpointCard(catalog, checkpoint);
		const group = groups.get(checkpoint.framework);
		if (group) group.push(card);
		else groups.set(checkpoint.framework, [card]);
	}
	return [...groups].map(([framework, checkpoints]) => ({ framework, checkpoints }));
}

function checkpointCard(catalog: Catalog, checkpoint: Checkpoint): CheckpointCard {
	const badge = licenseBadge(checkpoint.weightsLicence);
	return {
		id: checkpoint.id,
		name: checkpoint.name,
		dataset: datasetOf(catalog, checkpoint.dataset),
		classes: checkpoint.classes,
		...(checkpoint.pretrainedOn === undefined ? {} : { pretrainedOn: checkpoint.pretrainedOn }),
		license: checkpoint.weightsLicence,
		...(badge ? { licenseBadge: badge } : {}),
		deprecated: checkpoint.deprecated ?? false,
		...(checkpoint.renamedTo === undefined ? {} : { renamedTo: checkpoint.renamedTo }),
		seen: checkpoint.seen ?? true,
	};
}

function sizeClassOf(catalog: Catalog, candidate: Candidate): SizeClass {
	return sizeClass(shownFigure(catalog, candidate, 'macs')?.value);
}

function datasetOf(catalog: Catalog, id: string): Pick<Dataset, 'id' | 'name'> {
	return { id, name: catalog.datasetById.get(id)?.name ?? id };
}
