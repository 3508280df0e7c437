import { accuracyText } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import {
	figureKinds,
	isAccuracyKind,
	type Candidate,
	type Figure,
	type FigureKind,
	type Model,
} from '../catalog/records.ts';
import { figuresFor, shownFigure } from '../catalog/shownFigure.ts';
import { formatBytes, formatCount, formatInput, formatMacs, formatParams } from '../catalog/units.ts';
import { sourceCard, type SourceCard } from './modelCardSource.ts';

export const figureLabels: Readonly<Record<FigureKind, string>> = {
	top1: 'Top-1',
	top5: 'Top-5',
	'real-top1': 'ReaL top-1',
	'real-top5': 'ReaL top-5',
	'v2-top1': 'ImageNetV2 top-1',
	'v2-top5': 'ImageNetV2 top-5',
	ap: 'COCO AP',
	ap50: 'AP50',
	miou: 'mIoU',
	macs: 'MACs',
	params: 'Parameters',
	activations: 'Activations',
	bytes: 'Size of weights',
};

/** One figure with everything that is needed to judge it. */
export interface StatedFigure {
	readonly kind: FigureKind;
	/** Percent, count or bytes. */
	readonly value: number;
	/** The value with its unit: `75.2 %`, `219 M MACs`. */
	readonly text: string;
	/** The number as the source prints it. */
	readonly printed: string;
	readonly source: SourceCard;
	readonly locator: string;
	/** Input size, crops, data set: as far as they are stated. Empty where nothing is. */
	readonly conditions: string;
	/** How a cost was counted, where it is not plain multiply-accumulates of the whole network. */
	readonly convention?: string;
	readonly doubt?: string;
	readonly note?: string;
}

/** The figure that stands for its kind, with what other sources say beside it. */
export interface FigureCard extends StatedFigure {
	/** In the order of the shown-figure policy. */
	readonly others: readonly ComparedFigure[];
	/** Whether a comparable figure is in conflict with it. */
	readonly conflict: boolean;
}

export interface ComparedFigure extends StatedFigure {
	/** Whether it is of the same thing under the same conditions, so that a difference is a conflict. */
	readonly comparable: boolean;
	/** `agrees`, `+0.4 points` or `−2.1 %`, from the shown figure. */
	readonly apart: string;
	/** Whether it is comparable and further apart than habits of counting and rounding explain. */
	readonly conflicts: boolean;
}

/** A figure that holds for no candidate, with the record that it is of. */
export interface OtherFigure extends StatedFigure {
	readonly of: string;
}

export function figureCard(catalog: Catalog, candidate: Candidate, kind: FigureKind): FigureCard | undefined {
	const shown = shownFigure(catalog, candidate, kind);
	if (!shown) return undefined;
	const comparable = new Set(shown.others);
	const others = figuresFor(catalog, candidate, kind)
		.filter(other => other !== shown.figure)
		.map(other => ({
			...statedFigure(catalog, other),
			comparable: comparable.has(other),
			apart: apartText(shown.figure, other),
			conflicts: comparable.has(other) && isInConflict(shown.figure, other),
		}));
	return { ...statedFigure(catalog, shown.figure), others, conflict: others.some(({ conflicts }) => conflicts) };
}

/** Figures of the model and its checkpoints that hold for none of its candidates, so that a card leaves none out. */
export function strayFigures(catalog: Catalog, model: Model): readonly OtherFigure[] {
	const candidates = catalog.candidatesOf(model.id);
	const placed = new Set(
		candidates.flatMap(candidate => figureKinds.flatMap(kind => figuresFor(catalog, candidate, kind))),
	);
	const owners = [...candidates, ...catalog.checkpointsOf(model.id), model];
	return owners
		.flatMap(({ id }) => catalog.figuresOf(id))
		.filter(figure => !placed.has(figure))
		.map(figure => ({ ...statedFigure(catalog, figure), of: figure.of }));
}

/** The value with its unit. */
export function figureText(kind: FigureKind, value: number): string {
	switch (kind) {
		case 'macs':
			return formatMacs(value);
		case 'params':
			return formatParams(value);
		case 'activations':
			return `${formatCount(value)} activations`;
		case 'bytes':
			return formatBytes(value);
		default:
			return accuracyText(kind, value);
	}
}

function statedFigure(catalog: Catalog, figure: Figure): StatedFigure {
	const convention = figure.convention && conventionTexts[figure.convention];
	const doubt = figure.doubt && doubtTexts[figure.doubt];
	return {
		kind: figure.kind,
		value: figure.value,
		text: figureText(figure.kind, figure.value),
		printed: figure.printed,
		source: sourceCard(catalog, figure.source),
		locator: figure.locator,
		conditions: conditionsText(catalog, figure),
		...(convention ? { convention } : {}),
		...(doubt ? { doubt } : {}),
		...(figure.note === undefined ? {} : { note: figure.note }),
	};
}

const conventionTexts: Readonly<Record<NonNullable<Figure['convention']>, string>> = {
	'2x-macs': 'printed as FLOPs, two to a MAC',
	'convolutions-only': 'convolutions only',
	'with-auxiliary-head': 'with the auxiliary head',
	'branches-merged': 'with the branches of each block merged into one convolution',
};

const doubtTexts: Readonly<Record<NonNullable<Figure['doubt']>, string>> = {
	unsourced: 'no publication was found that states it',
	'other-dataset': 'of another data set',
	superseded: 'superseded by a later version',
	misprint: 'a misprint',
};

function conditionsText(catalog: Catalog, { conditions }: Figure): string {
	const { input, protocol, cropPct, dataset, weights } = conditions;
	const parts: string[] = [];
	if (input) parts.push(formatInput(input));
	if (protocol) parts.push(protocol.replace('-', ' '));
	if (cropPct !== undefined) parts.push(`crop ${cropText(cropPct)}`);
	if (dataset !== undefined) parts.push(catalog.datasetById.get(dataset)?.name ?? dataset);
	if (weights !== undefined) parts.push(`weights ${weights}`);
	return parts.join(', ');
}

/** `0.875` */
export function cropText(cropPct: number): string {
	return String(Number(cropPct.toFixed(4)));
}

function apartText(shown: Figure, other: Figure): string {
	if (!isApart(shown, other)) return 'agrees';
	const difference = other.value - shown.value;
	if (isAccuracyKind(shown.kind)) return `${signed(difference, 3)} points`;
	if (shown.value === 0) return 'differs';
	return `${signed((100 * difference) / shown.value, 1)} %`;
}

function signed(value: number, decimals: number): string {
	const size = Math.abs(value);
	const shortest = size < 10 ** -decimals ? size.toPrecision(1) : size.toFixed(decimals);
	return `${value < 0 ? '−' : '+'}${String(Number(shortest))}`;
}

/** Two counts of one network are up to this share apart, as counters treat biases and normalization differently. */
const countingHabit = 0.02;
/** Two evaluations of one network are up to this many points apart, as decoders and resizers of images differ. */
const evaluationHabit = 0.1;

/** Whether two comparable figures are further apart than habits of counting and rounding explain. */
export function isInConflict(shown: Figure, other: Figure): boolean {
	const difference = Math.abs(other.value - shown.value);
	const allowed = isAccuracyKind(shown.kind) ? evaluationHabit : countingHabit * shown.value;
	return isApart(shown, other) && difference > allowed * (1 + 1e-9);
}

/** Two figures agree when their difference is within half a last digit of either as printed. */
function isApart(a: Figure, b: Figure): boolean {
	return Math.abs(a.value - b.value) > Math.max(halfDigit(a), halfDigit(b)) * (1 + 1e-9);
}

/** Half a unit of the last printed digit, in the unit of `value`; 0 where the print is not a plain number. */
function halfDigit({ printed, value }: Figure): number {
	const digits = /^\d+(?:\.(\d+))?$/.exec(printed);
	const number = Number(printed);
	if (!digits || number === 0) return 0;
	const half = 0.5 * 10 ** -(digits[1]?.length ?? 0);
	return (half * value) / number;
}
