import type { Figure } from '../records.ts';
import { formatInput } from '../units.ts';
import { figureFinding, groupBy, isPartial, medianOf, type Finding, type LintFacts } from './finding.ts';
import { quantityText } from './quantityText.ts';

/** Factor by which the smaller input must cost more: what honest counts of one network differ by at most. */
const clearlyMore = 1.12;

interface Sized {
	readonly figure: Figure;
	readonly input: readonly [number, number];
	/** Pixels. */
	readonly area: number;
}

/**
 * One network needs more multiply-accumulates for more pixels. Where two sources have it the other way round, the input of
 * one is misstated: that of the figure that stands further from the others in MACs per pixel.
 */
export function moreAtSmallerInput(facts: LintFacts): readonly Finding[] {
	const { catalog } = facts;
	const rows = facts.figuresOf('macs').flatMap((figure): readonly (Sized & { model: string })[] => {
		const candidate = facts.candidateOf(figure);
		if (!candidate || figure.doubt !== undefined || isPartial(figure)) return [];
		const isOwn = figure.of === candidate.id;
		const input = figure.conditions.input ?? (isOwn ? candidate.input : undefined);
		const model = catalog.modelById.get(figure.of)?.id ?? candidate.model;
		return input ? [{ figure, input, area: input[0] * input[1], model }] : [];
	});
	const models = groupBy(rows, ({ model }) => model);
	return [...models.values()].flatMap(inverted);
}

function inverted(rows: readonly Sized[]): readonly Finding[] {
	const ordered = [...rows].sort((a, b) => a.area - b.area);
	const usual = medianOf(rows.map(perPixel));
	const oddity = (row: Sized): number => Math.abs(Math.log(perPixel(row) / usual));
	const found = new Map<Figure, Finding>();
	let dearest: Sized | undefined; // of the clearly smaller inputs
	let next = 0;
	for (const big of ordered) {
		for (let row = ordered[next]; row && row.area < big.area; row = ordered[++next])
			if (row.figure.value > (dearest?.figure.value ?? 0)) dearest = row;
		if (!dearest || dearest.figure.value < big.figure.value * clearlyMore) continue;
		const [odd, other] = oddity(big) > oddity(dearest) ? [big, dearest] : [dearest, big];
		if (!found.has(odd.figure)) found.set(odd.figure, orderFinding(odd, other));
	}
	return [...found.values()];
}

function orderFinding(odd: Sized, other: Sized): Finding {
	const order = odd.area < other.area ? 'more' : 'fewer';
	const message = `${sizedText(odd)} are ${order} than the ${sizedText(other)} of ${other.figure.source}`;
	return figureFinding('implausible-figure', 'warning', odd.figure, message);
}

/** `8 G MACs at 300 px` */
function sizedText({ figure, input }: Sized): string {
	return `${quantityText(figure.kind, figure.value)} at ${formatInput(input)}`;
}

function perPixel({ figure, area }: Sized): number {
	return figure.value / area;
}
