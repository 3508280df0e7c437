import type { Candidate, Figure, Model } from '../records.ts';
import { referenceDatasets } from '../shownFigure.ts';
import { figureFinding, groupBy, type Finding, type LintFacts } from './finding.ts';
import { quantityText } from './quantityText.ts';

/** Points of top-1: single trainings of one recipe scatter by half of it. */
const clearlyMore = 1.5;
/** A network is bigger when both its MACs and its parameters are more by this factor: below it, order says little. */
const biggerBy = 1.2;
/** Share by which a count of a wider or deeper network may be smaller, for rounding. */
const countTolerance = 0.03;

/** Models of a family that stand the other way round than their size: the smaller one more accurate, or the wider one cheaper. */
export function familyOrder(facts: LintFacts): readonly Finding[] {
	return [...accuracyOrder(facts), ...costOrder(facts)];
}

interface Ranked {
	readonly figure: Figure;
	readonly candidate: Candidate;
	readonly macs: number;
	readonly params: number;
}

/** One source that tests a family under one recipe puts the bigger network first. Of two the smaller is named: a budget would pick it. */
function accuracyOrder(facts: LintFacts): readonly Finding[] {
	const rows = oneFigureEach(facts).flatMap((figure): readonly Ranked[] => {
		const candidate = facts.catalog.candidateById.get(figure.of);
		const macs = candidate && facts.costOf(candidate, 'macs');
		const params = candidate && facts.costOf(candidate, 'params');
		return candidate && macs !== undefined && params !== undefined ? [{ figure, candidate, macs, params }] : [];
	});
	const groups = groupBy(rows, row => recipeOf(facts, row));
	return [...groups.values()].flatMap(group => {
		const named = new Map<Ranked, Ranked>();
		for (const [small, big] of invertedPairs(group)) if (!named.has(small)) named.set(small, big);
		return [...named].map(([small, big]) => {
			const { figure } = small;
			const test = figure.conditions.protocol === undefined ? '' : `, in a ${figure.conditions.protocol} test,`;
			const message = `${quantityText('top1', figure.value)}${test} is more than the ${quantityText('top1', big.figure.value)} of ${big.candidate.id}, which is bigger`;
			const severity = test === '' ? 'warning' : 'information';
			return figureFinding('family-order', severity, figure, message);
		});
	});
}

/** The accuracy that a source states of each candidate, of a single crop where it has that. */
function oneFigureEach({ catalog }: LintFacts): readonly Figure[] {
	const chosen = new Map<string, Figure>();
	for (const figure of catalog.figures) {
		const { kind, of, source, conditions } = figure;
		if (kind !== 'top1' || conditions.dataset !== undefined) continue;
		const key = [source, of].join();
		if (!chosen.has(key) || (conditions.protocol ?? 'single-crop') === 'single-crop') chosen.set(key, figure);
	}
	return [...chosen.values()];
}

/** What two candidates share when size alone should order them: source, family, weights' tag and further data. */
function recipeOf({ catalog }: LintFacts, { figure, candidate }: Ranked): string | undefined {
	const family = catalog.familyById.get(catalog.modelById.get(candidate.model)?.family ?? '');
	if (!family || candidate.dataset !== referenceDatasets[family.task]) return undefined;
	const checkpoint = catalog.checkpointById.get(candidate.checkpoint ?? '');
	const tag = checkpoint?.name.split('.').slice(1).join('.') ?? '';
	return [figure.source, family.id, checkpoint?.framework, tag, checkpoint?.pretrainedOn].join();
}

/** For each row the most accurate of the clearly smaller ones, where it is clearly more accurate. */
function invertedPairs(group: readonly Ranked[]): readonly (readonly [small: Ranked, big: Ranked])[] {
	const rows = [...group].sort((a, b) => a.macs - b.macs);
	const frontier: Ranked[] = []; // by params, each more accurate than those before it
	const pairs: [Ranked, Ranked][] = [];
	let next = 0;
	for (const big of rows) {
		for (let row = rows[next]; row && row.macs * biggerBy <= big.macs; row = rows[++next]) insert(frontier, row);
		const small = frontier[countUpTo(frontier, big.params / biggerBy) - 1];
		if (small && small.figure.value - big.figure.value >= clearlyMore) pairs.push([small, big]);
	}
	return pairs;
}

function insert(frontier: Ranked[], row: Ranked): void {
	const at = countUpTo(frontier, row.params);
	const before = frontier[at - 1];
	if (before && before.figure.value >= row.figure.value) return;
	let end = at;
	while ((frontier[end]?.figure.value ?? Infinity) <= row.figure.value) end++;
	frontier.splice(at, end - at, row);
}

/** How many rows of the frontier have at most these parameters. */
function countUpTo(frontier: readonly Ranked[], params: number): number {
	let low = 0;
	let high = frontier.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((frontier[middle]?.params ?? Infinity) <= params) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Models that differ in width or depth alone: the wider or deeper one has more parameters and, at one size, more MACs. */
function costOrder(facts: LintFacts): readonly Finding[] {
	const { catalog } = facts;
	return (['width', 'depth'] as const).flatMap(scale => {
		const series = groupBy(catalog.models, model => seriesOf(model, scale));
		return [...series.values()].flatMap(models => {
			const rows = models.flatMap(model => {
				const [candidate] = catalog.candidatesOf(model.id);
				const params = candidate && facts.costOf(candidate, 'params');
				return params === undefined ? [] : { model, by: model[scale] ?? 0, params };
			});
			rows.sort((a, b) => a.by - b.by);
			return rows.flatMap(({ model, by, params }, index): readonly Finding[] => {
				const before = rows[index - 1];
				if (!before || before.by === by || params >= before.params * (1 - countTolerance)) return [];
				const message = `has ${quantityText('params', params)}, fewer than the ${quantityText('params', before.params)} of ${before.model.id} with less ${scale}`;
				return [
					{ rule: 'family-order', severity: 'warning', message, of: model.id, record: model, field: scale },
				];
			});
		});
	});
}

/** Id of a model without its number of `scale`: `mnasnet/b1` for `mnasnet/b1-0.5`. */
function seriesOf(model: Model, scale: 'width' | 'depth'): string | undefined {
	const number = model[scale];
	if (number === undefined) return undefined;
	const others = scale === 'width' ? model.depth : model.width;
	const words = model.id.split(/[-/]/).filter(word => Number(word) !== number);
	return [...words, others].join();
}
