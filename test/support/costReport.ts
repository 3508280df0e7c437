import { costOfOwner, costOrNothing } from '../../src/architecture/costOfOwner.ts';
import { costRules, cutOff, type CostKind } from '../../src/architecture/costRules.ts';
import type { Pair } from '../../src/architecture/layers.ts';
import { modelsWithNetwork, networkOf } from '../../src/architecture/networkOf.ts';
import type { Cost } from '../../src/architecture/traceNetwork.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Model } from '../../src/catalog/records.ts';
import { formatInput } from '../../src/catalog/units.ts';
import { usualInput } from '../../src/catalog/usualInput.ts';
import { comparedFigures, type ComparedFigure, type Explanation } from './comparedCosts.ts';
import { references, withoutReference } from './referenceNetworks.ts';
import { knownOf } from './unexplainedCosts.ts';

export const reportFile = 'data/reports/computed-costs.md';

/** Why a row of the seed document has no computed cost, by model id. */
export const withoutNetwork: Readonly<Record<string, string>> = {
	'squeezenet/1.0-variant':
		'The seed document does not say which variant is meant; none that is published has its accuracy.',
	'mnasnet/small':
		'MobileNetV3’s paper prints MnasNet-search1 (65M, 1.9M and 64.9 % in table 4 of arXiv 1807.11626), whose layers are not published; the authors’ code has MnasNet-search2 (68M, 2.0M and 66.0 %).',
	'shufflenet-v1/50':
		'A large form that ShuffleNetV2’s authors built for comparison; its channels are not known here.',
};

/** The report of all of it in Markdown. */
export function costReport(catalog: Catalog): string {
	const figures = comparedFigures(catalog);
	return [
		'# Computed costs against libraries and printed figures',
		'',
		'Written by `npm run computed`; a test compares it with the catalog. `npm run test:python` counts the networks of the',
		'libraries: parameters and multiply-accumulates are equal to the unit at 224, 160, 192, 256 and 224×320 px.',
		'',
		...libraryTable(catalog, figures),
		...rulesTable(figures),
		...seedTable(catalog),
		...unexplainedTable(figures),
		'',
	].join('\n');
}

function libraryTable(catalog: Catalog, figures: readonly ComparedFigure[]): readonly string[] {
	const rows = modelsWithNetwork.map(id => {
		const model = catalog.modelById.get(id);
		const input = usualInput(catalog.candidatesOf(id)) ?? [224, 224];
		const { params, macs } = costOfOwner({ model: id }, input) ?? costOfCode(id, input) ?? { params: 0, macs: 0 };
		const own = figures.filter(({ candidate }) => candidate.model === id);
		const explained = own.filter(({ rule }) => rule !== undefined).length;
		return row(
			id,
			count(params),
			count(macs),
			formatInput(input),
			builtBy(id),
			`${explained} of ${own.length}`,
			model,
		);
	});
	const all = references.length;
	return [
		'## Networks',
		'',
		`${rows.length} models, ${all} networks with their widths that a library builds alike.`,
		'',
		'| Model | Parameters | MACs | at | Equal to | Printed figures explained |',
		'| --- | ---: | ---: | --- | --- | ---: |',
		...rows,
		'',
	];
}

/** The cost of the network that code has under the name of a model whose published result is of another. */
function costOfCode(model: string, input: Pair): Cost | undefined {
	const network = networkOf(model);
	return network && costOrNothing(network, input);
}

function row(...cells: readonly (string | Model | undefined)[]): string {
	return `| ${cells.filter(cell => typeof cell === 'string').join(' | ')} |`;
}

function builtBy(id: string): string {
	const names = references
		.filter(({ model }) => model === id)
		.map(
			({ library, builder, width }) =>
				`${library} \`${builder}\`${width === undefined ? '' : ` ×${String(width)}`}`,
		);
	return names.length > 0 ? names.join(', ') : `none: ${withoutReference.get(id) ?? ''}`;
}

function rulesTable(figures: readonly ComparedFigure[]): readonly string[] {
	const lines = (['params', 'macs', 'activations'] as const).flatMap(kind =>
		rulesOf(kind, figures).map(rule => {
			const met = figures.filter(each => each.figure.kind === kind && each.rule?.id === rule.id);
			const sources = [...new Set(met.map(({ figure }) => figure.source))].sort().join(', ');
			return `| ${kind} | ${rule.id} | ${rule.text} | ${met.length} | ${sources} |`;
		}),
	);
	const explained = figures.filter(({ rule }) => rule !== undefined).length;
	return [
		'## Printed figures',
		'',
		`${explained} of ${figures.length} figures that sources print of these models are what a rule gives, after rounding to their digits.`,
		'',
		'| Kind | Rule | What is counted | Figures | Sources |',
		'| --- | --- | --- | ---: | --- |',
		...lines,
		'',
	];
}

/** The rules that give figures of a kind: in the order in which they are tried, then copies and misprints. */
function rulesOf(kind: CostKind, figures: readonly ComparedFigure[]): readonly Explanation[] {
	const met = figures.flatMap(({ figure, rule }) => (rule && figure.kind === kind ? [rule] : []));
	const known = [...costRules[kind], ...costRules[kind].map(cutOff)].map(({ id }) => id);
	const placeOf = ({ id }: Explanation): number => (known.includes(id) ? known.indexOf(id) : known.length);
	const once = met.filter(({ id }, place) => met.findIndex(each => each.id === id) === place);
	return once.toSorted((a, b) => placeOf(a) - placeOf(b) || compareText(a.id, b.id));
}

function seedTable(catalog: Catalog): readonly string[] {
	const seeded = catalog.candidates
		.filter(({ seedLine }) => seedLine !== undefined)
		.toSorted((a, b) => (a.seedLine ?? 0) - (b.seedLine ?? 0));
	const rows = seeded.map(({ seedLine, model, input }) => {
		const cost = costOfOwner({ model }, input);
		const text = cost
			? `${count(cost.params)} | ${count(cost.macs)} |`
			: `| | ${withoutNetwork[model] ?? 'not described'}`;
		return `| ${seedLine ?? 0} | ${model} | ${formatInput(input)} | ${text} |`;
	});
	return [
		'## Rows of the seed document',
		'',
		'| Line | Model | at | Parameters | MACs | |',
		'| ---: | --- | --- | ---: | ---: | --- |',
		...rows,
		'',
	];
}

function unexplainedTable(figures: readonly ComparedFigure[]): readonly string[] {
	const rest = figures.filter(({ rule }) => rule === undefined);
	const first = rest.filter(({ repeats }) => repeats === undefined);
	const printedRows = new Set(first.map(({ candidate, figure }) => `${figure.source} ${candidate.id}`));
	const rows = first
		.toSorted(
			(a, b) => compareText(a.figure.source, b.figure.source) || compareText(a.candidate.id, b.candidate.id),
		)
		.map(unexplained => {
			const { candidate, figure, computed } = unexplained;
			const { kind, source, printed, value } = figure;
			const ratio = (value / computed).toFixed(4);
			const copies = rest.filter(
				each =>
					each.repeats === source &&
					each.candidate.model === candidate.model &&
					each.figure.kind === kind &&
					each.figure.value === value,
			);
			const repeated = copies.map(each => each.figure.source).join(', ');
			const cells = [source, candidate.id, kind, printed, count(computed), ratio, repeated, knownOf(unexplained)];
			return `| ${cells.join(' | ')} |`;
		});
	return [
		'## Unexplained',
		'',
		`${rows.length} figures, in ${printedRows.size} rows of the tables of their sources, that no rule gives: another form of the network, a way of counting that is not described here, or a slip of the source.`,
		`${rest.length - rows.length} more repeat one of them.`,
		'',
		'| Source | Candidate | Kind | Printed | Computed | Printed / computed | Repeated by | What is known |',
		'| --- | --- | --- | ---: | ---: | ---: | --- | --- |',
		...rows,
	];
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

function count(value: number): string {
	return value.toLocaleString('en-US');
}
