import type { Figure } from '../records.ts';
import { isAccuracy, figureFinding, type Finding, type LintFacts } from './finding.ts';
import { factorOf } from './unitSlip.ts';
import { quantityText } from './quantityText.ts';

/** Share by which counts of one network differ: some leave out biases, normalization or pooling, and ports pad otherwise. */
const costTolerance = 0.06;
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
		if (!isAccuracy(kind) && told.has(key)) return [];
		told.add(key);
		const message = `${source} states ${quantityText(kind, value)}, ${expected.source} ${quantityText(kind, expected.value)}`;
		return figureFinding('sources-in-conflict', 'warning', figure, message);
	});
}

function agrees(figure: Figure, other: Figure, hasWeights: boolean): boolean {
	const rounding = roundingOf(figure) + roundingOf(other);
	return Math.abs(figure.value - other.value) - rounding <= toleranceOf(other, hasWeights);
}

function toleranceOf({ kind, value }: Figure, hasWeights: boolean): number {
	if (!isAccuracy(kind)) return costTolerance * value;
	return hasWeights ? sameWeightsTolerance : trainingTolerance;
}

/** Half of the last digit that is printed. Zeros at the end of a whole number are rounding, from the third digit on: `23000` is 23 thousand. */
function roundingOf({ kind, value, printed }: Figure): number {
	const number = /\d[\d,]*(\.\d+)?/.exec(printed)?.[0].replaceAll(',', '') ?? '';
	const zeros = Math.min(/0*$/.exec(number)?.[0].length ?? 0, number.length - 2);
	const decimals = number.length - number.indexOf('.') - 1;
	const step = 10 ** (number.includes('.') ? -decimals : Math.max(0, zeros));
	const scale = isAccuracy(kind) ? 1 : value / Number(number); // `5.3` stands for 5300000
	return Number.isFinite(scale) ? (step * scale) / 2 : 0;
}
