import { isAccuracyKind, type Figure } from '../records.ts';
import { figureFinding, type Finding, type LintFacts } from './finding.ts';
import { factorOf } from './unitSlip.ts';
import { quantityText } from './quantityText.ts';

/** Share by which MACs of one network differ: some leave out biases, normalization or pooling, and ports pad otherwise. */
const macsTolerance = 0.06;
/** The same where operations were counted, which are those of a compiled network: parallel branches may be one there. */
const operationsTolerance = 0.12;
/** Share by which parameters differ: converters fold normalization and parallel branches into one convolution. */
const paramsTolerance = 0.1;
/** Share up to which a difference of costs is told for information. */
const slightShare = 0.1;
/** Points between two evaluations of the same weights: other decoders and resizing account for a few tenths. */
const sameWeightsTolerance = 0.5;
/** Points between two trainings that are published under one name: repositories re-train within about one of the paper. */
const trainingTolerance = 1.5;

/** The same thing under the same conditions, and a source that differs from all others by more than their rounding. */
export function sourcesInConflict({ catalog, departures }: LintFacts): readonly Finding[] {
	const told = new Set<string>();
	return departures.flatMap(({ figure, expected, others }) => {
		const { kind, source, value } = figure;
		if (source === expected.source || factorOf(figure, expected.value) !== undefined) return [];
		const hasWeights = catalog.candidateById.get(figure.of)?.checkpoint !== undefined;
		if (agrees(figure, expected, hasWeights) || others.some(other => agrees(figure, other, hasWeights))) return [];
		// a source repeats a count of a network for each of its weights
		const key = [kind, source, value, expected.of, expected.value].join();
		if (!isAccuracyKind(kind) && told.has(key)) return [];
		told.add(key);
		const message = `${source} states ${quantityText(kind, value)}, ${expected.source} ${quantityText(kind, expected.value)}`;
		return figureFinding(
			'sources-in-conflict',
			isSlight(figure, expected) ? 'information' : 'warning',
			figure,
			message,
		);
	});
}

/** Whether two counts may differ by what they count, which only a reader can judge. */
function isSlight({ kind, value }: Figure, expected: Figure): boolean {
	return !isAccuracyKind(kind) && Math.abs(value / expected.value - 1) <= slightShare;
}

function agrees(figure: Figure, other: Figure, hasWeights: boolean): boolean {
	const gap = Math.abs(figure.value - other.value) - toleranceOf(figure, other, hasWeights);
	return gap <= 0 || gap <= roundingOf(figure) + roundingOf(other);
}

/** In points for an accuracy, else in the unit of the figures. */
function toleranceOf(figure: Figure, other: Figure, hasWeights: boolean): number {
	if (isAccuracyKind(figure.kind)) return hasWeights ? sameWeightsTolerance : trainingTolerance;
	return shareOf(figure, other) * other.value;
}

function shareOf(figure: Figure, other: Figure): number {
	if (figure.kind !== 'macs') return paramsTolerance;
	const isOfOperations = [figure, other].some(({ convention }) => convention === '2x-macs');
	return isOfOperations ? operationsTolerance : macsTolerance;
}

/** Half of the last digit that is printed. Zeros at the end of a whole number are rounding, from the third digit on: `23000` is 23 thousand. */
function roundingOf({ kind, value, printed }: Figure): number {
	const number = /\d[\d,]*(\.\d+)?/.exec(printed)?.[0].replaceAll(',', '') ?? '';
	const zeros = Math.min(/0*$/.exec(number)?.[0].length ?? 0, number.length - 2);
	const decimals = number.length - number.indexOf('.') - 1;
	const step = 10 ** (number.includes('.') ? -decimals : Math.max(0, zeros));
	const scale = isAccuracyKind(kind) ? 1 : value / Number(number); // `5.3` stands for 5300000
	return Number.isFinite(scale) ? (step * scale) / 2 : 0;
}
