import { formatInput } from '../units.ts';
import { figureFinding, isPartial, type Finding, type LintFacts } from './finding.ts';
import { quantityText } from './quantityText.ts';

/** Other ways of counting and other forms of a network differ by less. */
const mostApart = 1.25;

/** Costs that are far from what the layers of the network give at the same input size. */
export function computedCosts({ figuresOf, candidateOf, computedCost }: LintFacts): readonly Finding[] {
	return (['macs', 'params'] as const).flatMap(kind =>
		figuresOf(kind).flatMap(figure => {
			const candidate = isPartial(figure) ? undefined : candidateOf(figure);
			if (!candidate) return [];
			const input = figure.conditions.input ?? candidate.input;
			const computed = computedCost(candidate, input)?.[kind];
			if (computed === undefined) return [];
			const ratio = figure.value / computed;
			if (ratio <= mostApart && ratio >= 1 / mostApart) return [];
			const size = kind === 'macs' ? ` at ${formatInput(input)}` : '';
			const message = `${quantityText(kind, figure.value)}, but the layers of ${candidate.model} give ${quantityText(kind, computed)}${size}`;
			return figureFinding('computed-cost', 'warning', figure, message);
		}),
	);
}
