import type { Figure } from '../records.ts';
import { isAccuracy, figureFinding, type Departure, type Finding, type LintFacts } from './finding.ts';
import { factorOf } from './unitSlip.ts';
import { quantityText } from './quantityText.ts';

/** Share by which counts of one network differ: some leave out biases, normalization or pooling, and ports pad otherwise. */
const costTolerance = 0.05;
/** Points between two evaluations of the same weights: other decoders and resizing account for a few tenths. */
const sameWeightsTolerance = 0.5;
/** Points between two trainings that are published under one name: repositories re-train within about one of the paper. */
const trainingTolerance = 1.5;

/** The same thing under the same conditions, and two sources that differ by more than their rounding. */
export function sourcesInConflict({ catalog, departures }: LintFacts): readonly Finding[] {
	const told = new Set<string>();
	return departures.flatMap(departure => {
		const { figure, expected, expectedSource } = departure;
		const hasWeights = catalog.candidateById.get(figure.of)?.checkpoint !== undefined;
		if (excessOf(departure) <= toleranceOf(departure, hasWeights)) return [];
		if (factorOf(figure, expected) !== undefined) return [];
		// a source repeats a count of a network for each of its weights
		const key = [figure.kind, figure.source, figure.value, expected].join();
		if (!isAccuracy(figure.kind) && told.has(key)) return [];
		told.add(key);
		const message = `${figure.source} states ${quantityText(figure.kind, figure.value)}, ${expectedSource} ${quantityText(figure.kind, expected)}`;
		return figureFinding('sources-in-conflict', 'warning', figure, message);
	});
}

function toleranceOf({ figure, expected }: Departure, hasWeights: boolean): number {
	if (!isAccuracy(figure.kind)) return costTolerance * expected;
	return hasWeights ? sameWeightsTolerance : trainingTolerance;
}

/** The difference without what rounding of the printed number explains. */
function excessOf({ figure, expected }: Departure): number {
	return Math.abs(figure.value - expected) - roundingOf(figure);
}

/** Half of the last digit that is printed. Zeros at the end of a whole number are taken as rounding: `23000` is 23 thousand. */
function roundingOf({ kind, value, printed }: Figure): number {
	const number = /\d[\d,]*(\.\d+)?/.exec(printed)?.[0].replaceAll(',', '') ?? '';
	const step = number.includes('.')
		? 10 ** (number.indexOf('.') + 1 - number.length)
		: 10 ** (/0*$/.exec(number)?.[0].length ?? 0);
	const scale = isAccuracy(kind) ? 1 : value / Number(number); // `5.3` stands for 5300000
	return Number.isFinite(scale) ? (step * scale) / 2 : 0;
}
