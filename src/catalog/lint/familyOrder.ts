import type { Candidate, Checkpoint, Figure, Model } from '../records.ts';
import { referenceDatasets, shownFigure } from '../shownFigure.ts';
import { figureFinding, groupBy, type Finding, type LintFacts } from './finding.ts';
import { quantityText } from './quantityText.ts';

/** Points of top-1: trainings of one recipe scatter by half a point, and designs of one family differ by one. */
const clearlyMore = 2;
/** Words by which the sizes of one design are told apart. */
const sizeWords =
	/^(nano|micro|mini|tiny|little|small|medium|base|big|large|huge|giant|[a-z]?\d[\dxd.]*[a-z]?|[xsmlhgbtnpf]{1,4}|[a-z])$/;
/** A network is bigger when both its MACs and its parameters are more by this factor: below it, order says little. */
const biggerBy = 1.15;
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
	readonly top1: number;
}

/**
 * One source that tests a family under one recipe puts the bigger network first. Where it does not, the one that stands
 * against more of the others is named; of two the smaller, since a budget would pick it.
 */
function accuracyOrder(facts: LintFacts): readonly Finding[] {
	const rows = oneFigureEach(facts).flatMap((figure): readonly Ranked[] => {
		const candidate = facts.catalog.candidateById.get(figure.of);
		const macs = candidate && facts.costOf(candidate, 'macs');
		const params = candidate && facts.costOf(candidate, 'params');
		if (!candidate || macs === undefined || params === undefined) return [];
		return [{ figure, candidate, macs, params, top1: figure.value }];
	});
	const designs = new Map(facts.catalog.models.map(({ id }) => [id, designOf(id)]));
	const groups = groupBy(rows, row => recipeOf(facts, row, designs.get(row.candidate.model) ?? ''));
	return [...groups.values()].flatMap(group => {
		const found = new Map<Figure, Finding>();
		const tooGood = groupBy(invertedPairs(group), ([small]) => small.candidate.id);
		const tooBad = groupBy(invertedPairs(group.map(mirrored)), ([big]) => big.candidate.id);
		for (const pairs of tooGood.values())
			for (const [small, big] of pairs) {
				const isBig = (tooBad.get(big.candidate.id)?.length ?? 0) > pairs.length;
				const [row, other] = isBig ? [big, small] : [small, big];
				if (!found.has(row.figure)) found.set(row.figure, orderFinding(row.figure, other, isBig));
			}
		return [...found.values()];
	});
}

/** The same order seen from the other end, so that what is the best of the smaller becomes the worst of the bigger. */
function mirrored({ figure, candidate, macs, params, top1 }: Ranked): Ranked {
	return { figure, candidate, macs: 1 / macs, params: 1 / params, top1: -top1 };
}

function orderFinding(figure: Figure, { figure: against, candidate }: Ranked, isBig: boolean): Finding {
	const { protocol } = figure.conditions;
	const test = protocol === undefined ? '' : `, in a ${protocol} test,`;
	const order = isBig ? 'less than' : 'more than';
	const message = `${quantityText('top1', figure.value)}${test} is ${order} the ${quantityText('top1', against.value)} of ${candidate.id}, which is ${isBig ? 'smaller' : 'bigger'}`;
	return figureFinding('family-order', protocol === undefined ? 'warning' : 'information', figure, message);
}

/** The accuracy that a source states of each candidate, of a single crop where it has that. */
function oneFigureEach(facts: LintFacts): readonly Figure[] {
	const chosen = new Map<string, Figure>();
	for (const figure of facts.figuresOf('top1')) {
		const { of, source, conditions } = figure;
		if (conditions.dataset !== undefined) continue;
		const key = `${source} ${of}`;
		if (!chosen.has(key) || (conditions.protocol ?? 'single-crop') === 'single-crop') chosen.set(key, figure);
	}
	return [...chosen.values()];
}

/** What two candidates share when size alone should order them: source, design, training and further data. */
function recipeOf({ catalog }: LintFacts, { figure, candidate }: Ranked, design: string): string | undefined {
	const family = catalog.familyById.get(catalog.modelById.get(candidate.model)?.family ?? '');
	if (!family || candidate.dataset !== referenceDatasets[family.task]) return undefined;
	const checkpoint = catalog.checkpointById.get(candidate.checkpoint ?? '');
	const training = checkpoint && [checkpoint.framework, tagOf(checkpoint), checkpoint.pretrainedOn];
	return [figure.source, family.id, design, training].join();
}

/** Id of a model without the words that tell its size. */
function designOf(id: string): string {
	const words = id.split(/[-/]/).filter(word => !sizeWords.test(word));
	return words.join();
}

/** What the name of weights says of their training: `a1_in1k`, `IMAGENET1K_V2`, `8xb32_in1k`. */
function tagOf({ framework, name }: Checkpoint): string {
	return name.slice(name.indexOf(framework === 'mmpretrain' ? '_' : '.') + 1 || name.length);
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
		if (small && small.top1 - big.top1 >= clearlyMore) pairs.push([small, big]);
	}
	return pairs;
}

function insert(frontier: Ranked[], row: Ranked): void {
	const at = countUpTo(frontier, row.params);
	const before = frontier[at - 1];
	if (before && before.top1 >= row.top1) return;
	let end = at;
	while ((frontier[end]?.top1 ?? Infinity) <= row.top1) end++;
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

/**
 * Models that differ in width or depth alone: the wider or deeper one has more parameters. One that has fewer and is less
 * accurate as well is a smaller design that only the number makes look bigger, such as DenseNet-169 beside DenseNet-161.
 */
function costOrder(facts: LintFacts): readonly Finding[] {
	return (['width', 'depth'] as const).flatMap(scale => {
		const series = groupBy(facts.catalog.models, model => seriesOf(model, scale));
		return [...series.values()].flatMap(models => {
			const rows = models.flatMap(model => scaledModel(facts, model, scale));
			rows.sort((a, b) => a.by - b.by);
			return rows.flatMap(({ model, by, params, top1 }, index): readonly Finding[] => {
				const before = rows[index - 1];
				if (!before || before.by === by || params >= before.params * (1 - countTolerance)) return [];
				if (top1 < before.top1) return [];
				const message = `has ${quantityText('params', params)}, fewer than the ${quantityText('params', before.params)} of ${before.model.id}, which has less ${scale}`;
				return [
					{ rule: 'family-order', severity: 'warning', message, of: model.id, record: model, field: scale },
				];
			});
		});
	});
}

interface ScaledModel {
	readonly model: Model;
	readonly by: number;
	readonly params: number;
	/** NaN where it is unknown. */
	readonly top1: number;
}

function scaledModel(facts: LintFacts, model: Model, scale: 'width' | 'depth'): readonly ScaledModel[] {
	const [candidate] = facts.catalog.candidatesOf(model.id);
	const by = model[scale];
	if (!candidate || by === undefined) return [];
	const params = facts.costOf(candidate, 'params');
	const top1 = shownFigure(facts.catalog, candidate, 'top1')?.value ?? NaN;
	return params === undefined ? [] : [{ model, by, params, top1 }];
}

/** Id of a model without its number of `scale`: `mnasnet/b1` for `mnasnet/b1-0.5`. */
function seriesOf(model: Model, scale: 'width' | 'depth'): string | undefined {
	const number = model[scale];
	if (number === undefined) return undefined;
	const others = scale === 'width' ? model.depth : model.width;
	const words = model.id.split(/[-/]/).filter(word => Number(word) !== number);
	return [...words, others].join();
}
