import type { Figure } from '../records.ts';
import { referenceDatasets } from '../shownFigure.ts';
import { formatCount } from '../units.ts';
import { figureFinding, groupBy, isPartial, testOf, type Finding, type LintFacts } from './finding.ts';
import { moreAtSmallerInput } from './inputOrder.ts';
import { quantityText } from './quantityText.ts';

/** A cost, and two points of top-1 above the best of some 1,500 published ImageNet weights of at most that cost. */
type Ceiling = readonly (readonly [cost: number, top1: number])[];

const ceilings: Readonly<Record<'params' | 'macs', Ceiling>> = {
	params: [
		[1e5, 45],
		[1e6, 70],
		[2.3e6, 77.7],
		[5.4e6, 83.5],
		[12e6, 86.1],
		[21e6, 88.5],
		[9e7, 91],
		[1e9, 94],
	],
	macs: [
		[1e7, 50],
		[3e7, 65],
		[5e7, 69],
		[1e8, 74.5],
		[2.3e8, 80],
		[7e8, 83.4],
		[1.9e9, 86.1],
		[1e10, 88.1],
		[1e11, 91],
		[1e12, 94],
	],
};

/** Bytes that one parameter takes: 4 bits in the tightest files, 8 bytes of double precision and a file's own data at most. */
const bytesPerParam = { min: 0.4, max: 12 };
/** Nearly every parameter is used at least once per image; tables of positions and of experts are not used whole. */
const minMacsPerParam = 0.5;
/** A parameter is used once per pixel at most, and attention without parameters adds far less than that. */
const maxMacsPerParamAndPixel = 1;
/** Points by which a rounded top-1 may be printed above the top-5, or an AP above the AP50, of the same images. */
const rounding = 0.1;

/** Figures that cannot be, or that no known network comes near. */
export function implausibleFigures(facts: LintFacts): readonly Finding[] {
	return [
		...beyondCosts(facts),
		...stricterIsHigher(facts),
		...impossibleCosts(facts),
		...moreAtSmallerInput(facts),
		...ofOtherImages(facts),
	];
}

function beyondCosts(facts: LintFacts): readonly Finding[] {
	const { catalog } = facts;
	return facts.figuresOf('top1').flatMap(figure => {
		const candidate = catalog.candidateById.get(figure.of);
		if (!candidate || figure.conditions.dataset !== undefined) return [];
		if (candidate.dataset !== referenceDatasets.classification) return [];
		for (const kind of ['params', 'macs'] as const) {
			const cost = facts.costOf(candidate, kind);
			if (cost === undefined || figure.value <= ceilingAt(ceilings[kind], cost)) continue;
			const message = `${quantityText('top1', figure.value)} at ${quantityText(kind, cost)} is above every published network of that cost`;
			return figureFinding('implausible-figure', 'warning', figure, message);
		}
		return [];
	});
}

/** Between two points by the logarithm of the cost, and the first or last one outside them. */
function ceilingAt(ceiling: Ceiling, cost: number): number {
	const index = ceiling.findIndex(([next]) => cost <= next);
	const [fromCost, from] = ceiling[Math.max(0, index - 1)] ?? [cost, 100];
	const [toCost, to] = ceiling.at(index) ?? [cost, 100];
	if (index <= 0) return to;
	return from + ((to - from) * Math.log(cost / fromCost)) / Math.log(toCost / fromCost);
}

/** What counts an answer as right that the other kind counts, and further ones. */
const lenient = [
	['top1', 'top5'],
	['real-top1', 'real-top5'],
	['v2-top1', 'v2-top5'],
	['ap', 'ap50'],
] as const;

function stricterIsHigher(facts: LintFacts): readonly Finding[] {
	const keyOf = (figure: Figure): string => `${figure.of} ${figure.source} ${testOf(figure)}`;
	return lenient.flatMap(([strict, loose]) => {
		const highest = new Map<string, number>();
		for (const { of, value } of facts.figuresOf(strict)) highest.set(of, Math.max(value, highest.get(of) ?? 0));
		const suspects = facts.figuresOf(loose).filter(({ of, value }) => value < (highest.get(of) ?? 0) - rounding);
		if (suspects.length === 0) return [];
		const sameTest = new Map(facts.figuresOf(strict).map(figure => [keyOf(figure), figure.value]));
		return suspects.flatMap(figure => {
			const value = sameTest.get(keyOf(figure));
			if (value === undefined || figure.value >= value - rounding) return [];
			const message = `${quantityText(loose, figure.value)} is under the ${quantityText(strict, value)} of the same test`;
			return figureFinding('implausible-figure', 'error', figure, message);
		});
	});
}

function impossibleCosts(facts: LintFacts): readonly Finding[] {
	return (['macs', 'bytes'] as const).flatMap(facts.figuresOf).flatMap(figure => {
		if (isPartial(figure)) return [];
		const candidate = facts.candidateOf(figure);
		const params = candidate && facts.costOf(candidate, 'params');
		if (!candidate || params === undefined) return [];
		const ratio = figure.value / params;
		const input = figure.conditions.input ?? candidate.input;
		const fault =
			figure.kind === 'bytes'
				? ratio < bytesPerParam.min || ratio > bytesPerParam.max
				: ratio < minMacsPerParam || ratio > maxMacsPerParamAndPixel * input[0] * input[1];
		if (!fault) return [];
		const message = `${quantityText(figure.kind, figure.value)} cannot be of a network with ${formatCount(params)} params`;
		return figureFinding('implausible-figure', 'error', figure, message);
	});
}

/** An accuracy on other images in a column of ImageNet: it looks comparable and is not. */
function ofOtherImages({ catalog, figuresOf }: LintFacts): readonly Finding[] {
	const columns = groupBy(figuresOf('top1'), ({ source }) => source);
	return [...columns].flatMap(([source, figures]) => {
		const datasetOf = ({ of, conditions }: Figure): string | undefined =>
			conditions.dataset ?? catalog.candidateById.get(of)?.dataset;
		const usual = figures.filter(figure => datasetOf(figure) === referenceDatasets.classification);
		if (usual.length * 2 <= figures.length) return []; // a table of other images, and known as one
		const hasUsual = new Set(usual.map(({ of }) => of));
		return figures.flatMap(figure => {
			if (hasUsual.has(figure.of)) return [];
			const dataset = catalog.datasetById.get(datasetOf(figure) ?? '')?.name ?? 'other images';
			const message = `${quantityText('top1', figure.value)} on ${dataset} stands in a column of ${source} that is of ImageNet-1k`;
			return figureFinding('implausible-figure', 'warning', figure, message);
		});
	});
}
