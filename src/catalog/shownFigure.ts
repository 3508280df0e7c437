import { accuracyKindOf, taskOf } from './accuracy.ts';
import type { Catalog } from './catalog.ts';
import {
	isAccuracyKind,
	type Candidate,
	type Checkpoint,
	type Figure,
	type FigureKind,
	type Framework,
	type Source,
	type Task,
} from './records.ts';
import { licensePasses, type LicenseFilter } from './weightsLicense.ts';

/** Which sources exist for a question. */
export interface FigureScope {
	/** Id of the one source whose figures count; all of them without it. */
	readonly source?: string | undefined;
}

export interface ShownFigure {
	readonly value: number;
	readonly figure: Figure;
	/** Other figures of the same thing under the same conditions, best first: one of them may flip a verdict. */
	readonly others: readonly Figure[];
}

export interface CandidateFilter extends LicenseFilter {
	readonly task?: Task | undefined;
	/** Keeps the candidates of which this source states a figure of their own. */
	readonly source?: string | undefined;
	readonly framework?: Framework | undefined;
	/** Family id. */
	readonly family?: string | undefined;
}

/** Why a candidate stands outside the ranking. `code` is stable, `text` is for people. */
export interface UnrankedReason {
	readonly code: 'other-dataset' | 'unsourced' | 'no-accuracy';
	readonly text: string;
}

/** Data set that accuracies of a task are compared on. */
export const referenceDatasets: Readonly<Record<Task, string>> = {
	classification: 'imagenet-1k',
	detection: 'coco-2017',
	segmentation: 'coco-with-voc-labels',
};

/**
 * Images of the data set that accuracies of a task are compared on, each of which is right or wrong; 0 where the accuracy
 * is no share of images, as COCO AP and mean IoU are not.
 */
export function evaluationImages(catalog: Catalog, task: Task): number {
	if (accuracyKindOf(task) !== 'top1') return 0;
	return catalog.datasetById.get(referenceDatasets[task])?.evaluationImages ?? 0;
}

/**
 * The figure that stands for `kind` of a candidate, and the comparable ones beside it.
 *
 * Accuracy: the framework that ships the checkpoint, then another evaluator of it, then the latest version of the paper,
 * then its earlier ones, then others, the seed last. Cost: computed, then the framework's own count, an evaluator's,
 * paper, another framework's, repository, seed. Plain figures come before doubtful or partial ones, single crop before multiple crops.
 */
export function shownFigure(
	catalog: Catalog,
	candidate: Candidate,
	kind: FigureKind,
	scope: FigureScope = {},
): ShownFigure | undefined {
	return firstOf(figuresFor(catalog, candidate, kind, scope));
}

/** `shownFigure` of each kind that a candidate has a figure of: its records are gone through once for all of them. */
export function shownFigures(
	catalog: Catalog,
	candidate: Candidate,
	scope: FigureScope = {},
): ReadonlyMap<FigureKind, ShownFigure> {
	const byKind = new Map<FigureKind, Graded[]>();
	for (const graded of gradedFigures(catalog, candidate, scope)) {
		const ofKind = byKind.get(graded.figure.kind);
		if (ofKind) ofKind.push(graded);
		else byKind.set(graded.figure.kind, [graded]);
	}
	const shown = new Map<FigureKind, ShownFigure>();
	for (const [kind, ofKind] of byKind) {
		const first = firstOf(inOrder(ofKind));
		if (first) shown.set(kind, first);
	}
	return shown;
}

function firstOf([best, ...rest]: readonly Figure[]): ShownFigure | undefined {
	if (!best) return undefined;
	return { value: best.value, figure: best, others: rest.filter(other => isComparable(other, best)) };
}

/** Every figure of `kind` that holds for a candidate, the shown one first, with those that only a card lists. */
export function figuresFor(
	catalog: Catalog,
	candidate: Candidate,
	kind: FigureKind,
	scope: FigureScope = {},
): readonly Figure[] {
	return inOrder(gradedFigures(catalog, candidate, scope, kind));
}

/** What holds for a candidate: its own figures first, then those of its weights, then those of its model. */
function gradedFigures(catalog: Catalog, candidate: Candidate, scope: FigureScope, kind?: FigureKind): Graded[] {
	const checkpoint =
		candidate.checkpoint === undefined ? undefined : catalog.checkpointById.get(candidate.checkpoint);
	const owners = candidate.checkpoint === undefined ? [candidate.model] : [candidate.checkpoint, candidate.model];
	const graded: Graded[] = [];
	const collect = (figures: readonly Figure[], own: boolean): void => {
		for (const figure of figures) {
			if (kind !== undefined && figure.kind !== kind) continue;
			if (scope.source !== undefined && figure.source !== scope.source) continue;
			if (!holdsFor(catalog, figure, candidate, own)) continue;
			graded.push(gradeFigure(figure, catalog.sourceById.get(figure.source), checkpoint));
		}
	};
	collect(catalog.figuresOf(candidate.id), true);
	for (const owner of owners) collect(catalog.figuresOf(owner), false);
	return graded;
}

function inOrder(graded: Graded[]): readonly Figure[] {
	if (graded.length > 1) graded.sort(compareGraded); // stable: a candidate's own figure stays before its model's
	return graded.map(({ figure }) => figure);
}

/** Why a candidate is not ranked, or undefined where it is. */
export function unrankedReason(
	catalog: Catalog,
	candidate: Candidate,
	scope: FigureScope = {},
): UnrankedReason | undefined {
	const task = taskOf(catalog, candidate);
	return unrankedBy(catalog, candidate, task, shownFigure(catalog, candidate, accuracyKindOf(task), scope));
}

/** `unrankedReason` for who knows the task of a candidate and its accuracy already. */
export function unrankedBy(
	catalog: Catalog,
	candidate: Candidate,
	task: Task,
	shown: ShownFigure | undefined,
): UnrankedReason | undefined {
	const reference = referenceDatasets[task];
	if (candidate.dataset !== reference)
		return { code: 'other-dataset', text: otherDatasetText(catalog, candidate.dataset, reference) };
	if (!shown) return { code: 'no-accuracy', text: 'No accuracy is known.' };
	switch (shown.figure.doubt) {
		case 'other-dataset':
			return {
				code: 'other-dataset',
				text: otherDatasetText(catalog, shown.figure.conditions.dataset, reference),
			};
		case 'unsourced':
			return { code: 'unsourced', text: 'No publication was found that states its accuracy.' };
		default:
			return undefined;
	}
}

export function isRanked(catalog: Catalog, candidate: Candidate, scope: FigureScope = {}): boolean {
	return unrankedReason(catalog, candidate, scope) === undefined;
}

/** The candidates that a question is about, in catalog order. */
export function candidatesIn(catalog: Catalog, filter: CandidateFilter = {}): readonly Candidate[] {
	const { task, source, framework, family } = filter;
	const isLicensed = licensePasses(catalog, filter);
	return catalog.candidates.filter(candidate => {
		if (family !== undefined && catalog.modelById.get(candidate.model)?.family !== family) return false;
		if (task !== undefined && taskOf(catalog, candidate) !== task) return false;
		if (framework !== undefined && frameworkOf(catalog, candidate) !== framework) return false;
		if (!isLicensed(candidate)) return false;
		return source === undefined || catalog.figuresOf(candidate.id).some(figure => figure.source === source);
	});
}

/** Framework that loads a candidate; undefined for a published result. */
export function frameworkOf(catalog: Catalog, candidate: Candidate): Framework | undefined {
	return candidate.checkpoint === undefined ? undefined : catalog.checkpointById.get(candidate.checkpoint)?.framework;
}

export function sameInput(a: readonly [number, number], b: readonly [number, number]): boolean {
	return a[0] === b[0] && a[1] === b[1];
}

function otherDatasetText(catalog: Catalog, dataset: string | undefined, reference: string): string {
	const nameOf = (id: string): string => catalog.datasetById.get(id)?.name ?? id;
	return dataset === undefined || dataset === reference
		? `Its accuracy is not of ${nameOf(reference)}.`
		: `Its accuracy is of ${nameOf(dataset)}, not of ${nameOf(reference)}.`;
}

/** A figure at another size never fills a gap, and accuracy belongs to the candidate alone. */
function holdsFor(catalog: Catalog, figure: Figure, candidate: Candidate, own: boolean): boolean {
	const { input } = figure.conditions;
	switch (figure.kind) {
		case 'params':
		case 'bytes':
			return true;
		case 'macs':
		case 'activations':
			return input === undefined ? own : sameInput(input, candidate.input);
		default:
			if (!own || (input !== undefined && !sameInput(input, candidate.input))) return false;
			return candidate.checkpoint === undefined || catalog.sourceById.get(figure.source)?.kind !== 'paper';
	}
}

interface Graded {
	readonly figure: Figure;
	/** 0 plain, 1 partial or outdated, 2 not to be ranked. */
	readonly doubt: number;
	/** 0 single crop. */
	readonly protocol: number;
	/** Place of the kind of source in the policy, best first. */
	readonly place: number;
	readonly date: string;
}

function gradeFigure(figure: Figure, source: Source | undefined, checkpoint: Checkpoint | undefined): Graded {
	return {
		figure,
		doubt: doubtOf(figure),
		protocol: (figure.conditions.protocol ?? 'single-crop') === 'single-crop' ? 0 : 1,
		place: source ? sourcePlace(figure.kind, source, checkpoint) : Infinity,
		date: source?.date ?? '',
	};
}

function compareGraded(a: Graded, b: Graded): number {
	return (
		a.doubt - b.doubt ||
		a.protocol - b.protocol ||
		comparePlaces(a.place, b.place) ||
		compareNewestFirst(a.date, b.date)
	);
}

function comparePlaces(a: number, b: number): number {
	return a === b ? 0 : a - b; // Infinity - Infinity is NaN
}

function compareNewestFirst(a: string, b: string): number {
	if (a === b) return 0;
	return a > b ? -1 : 1;
}

function doubtOf(figure: Figure): number {
	if (figure.doubt === 'unsourced' || figure.doubt === 'other-dataset') return 2;
	return figure.doubt !== undefined || !isWhole(figure) ? 1 : 0;
}

/** Whether a cost is of the whole network; a `2x-macs` figure is already halved in its value. */
function isWhole(figure: Figure): boolean {
	return figure.convention === undefined || figure.convention === '2x-macs';
}

/** Place of a source in the policy for figures of `kind`, best first from 0. `checkpoint` is what the figure is of. */
export function sourcePlace(kind: FigureKind, source: Source, checkpoint: Checkpoint | undefined): number {
	switch (source.kind) {
		case 'computed':
			return isAccuracyKind(kind) ? 7 : 0;
		case 'framework':
			if (source.framework === checkpoint?.framework) return 1;
			// papers print more digits of the network as it was meant, ports differ in a stride or a bias
			return isAccuracyKind(kind) ? 2 : 5;
		case 'evaluator':
			return 2;
		case 'paper':
			return source.supersededBy === undefined ? 3 : 4;
		case 'repository':
			return 6;
		case 'user':
			return 7;
		case 'seed':
			return 8;
	}
}

/** Whether `other` states the same thing as `shown` under the same conditions, so that a difference is a dispute. */
function isComparable(other: Figure, shown: Figure): boolean {
	const protocolOf = (figure: Figure): string => figure.conditions.protocol ?? 'single-crop';
	return doubtOf(other) === 0 && doubtOf(shown) === 0 && protocolOf(other) === protocolOf(shown);
}
