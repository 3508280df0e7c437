import { costOfModel } from '../../src/architecture/costOfModel.ts';
import type { Pair } from '../../src/architecture/layers.ts';
import { modelsWithNetwork, networkOf } from '../../src/architecture/networkOf.ts';
import { costRules, cutOff, explainPrinted, type CostRule } from '../../src/architecture/printedCosts.ts';
import { traceAuxiliary, type Cost, type NetworkCost } from '../../src/architecture/traceNetwork.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Candidate, Figure, Model } from '../../src/catalog/records.ts';
import { formatInput } from '../../src/catalog/units.ts';
import { usualInput } from '../../src/catalog/usualInput.ts';
import { references, withoutReference } from './referenceNetworks.ts';

export const reportFile = 'data/reports/computed-costs.md';

/** A figure that a source prints of a candidate whose network is described. */
export interface ComparedFigure {
	readonly candidate: Candidate;
	readonly figure: Figure;
	readonly computed: number;
	/** Undefined where no rule gives it. */
	readonly rule: CostRule | undefined;
}

/** Why a row of the seed document has no computed cost, by model id. */
export const withoutNetwork: Readonly<Record<string, string>> = {
	'tiny-fire/1.0': 'No publication and no code was found: its layers are not known.',
	'squeezenet/1.0-variant':
		'The seed document does not say which variant is meant; none that is published has its accuracy.',
	'shufflenet-v1/50':
		'A large form that ShuffleNetV2’s authors built for comparison; its channels are not known here.',
	'amoebanet/b-gpipe': 'The cells of AmoebaNet-B as GPipe has them are not described here.',
};

/** How each source counts where that is not the count itself: what the tool that it names, or most of its figures, do. */
const waysOf: Readonly<Record<string, readonly string[]>> = {
	'timm-benchmark': ['fvcore', 'fvcore-without-pooling'],
	'pytorchcv-readme': ['half-operations', 'folded'],
	'mmpretrain-metafiles': ['ptflops', 'fvcore', 'fvcore-no-classifier', 'no-classifier'],
	'keras-applications': ['running-statistics'],
	'omz-public': ['folded', 'folded-background'],
	'torchvision-0.29.1': ['auxiliary-head'],
	'tf-slim-mobilenet': ['no-normalization'],
	'hrnet-readme': ['binary'],
	seed: ['convolutions-only', 'convolution-weights', 'running-statistics'],
	'pelee-readme': ['convolutions-only', 'convolution-weights'],
};

/** Every cost that a source states of a candidate or of its weights or model, beside what its layers give at its size. */
export function comparedFigures(catalog: Catalog): readonly ComparedFigure[] {
	/** A figure of a model holds for several candidates. */
	const seen = new Set<Figure>();
	return catalog.models.flatMap(model =>
		catalog.candidatesOf(model.id).flatMap(candidate => {
			const traced = costAt(model.id, candidate.input);
			if (!traced) return [];
			const news = statedCosts(catalog, candidate).filter(figure => !seen.has(figure));
			for (const figure of news) seen.add(figure);
			return news.map(figure => compared(candidate, figure, traced));
		}),
	);
}

interface TracedCost {
	readonly cost: NetworkCost;
	readonly auxiliary: Cost;
}

function costAt(modelId: string, input: Pair): TracedCost | undefined {
	const [cost, network] = [costOfModel(modelId, input), networkOf(modelId)];
	return cost && network && { cost, auxiliary: traceAuxiliary(network, input) };
}

type CostFigure = Figure & { readonly kind: 'params' | 'macs' | 'activations' };

function statedCosts(catalog: Catalog, { id, checkpoint, model, input }: Candidate): readonly CostFigure[] {
	const owners = [id, model, ...(checkpoint === undefined ? [] : [checkpoint])];
	const own = owners.flatMap(owner => catalog.figuresOf(owner));
	const holds = ({ kind, conditions }: Figure): boolean =>
		kind === 'params' || conditions.input === undefined || conditions.input.join() === input.join();
	return own.filter((figure): figure is CostFigure => isCost(figure) && holds(figure));
}

function isCost({ kind }: Figure): boolean {
	return kind === 'params' || kind === 'macs' || kind === 'activations';
}

function compared(candidate: Candidate, figure: CostFigure, { cost, auxiliary }: TracedCost): ComparedFigure {
	return {
		candidate,
		figure,
		computed: cost[figure.kind],
		rule: explainPrinted(figure, cost, auxiliary, waysOf[figure.source] ?? []),
	};
}

/** The report of all of it in Markdown. */
export function costReport(catalog: Catalog): string {
	const figures = comparedFigures(catalog);
	return [
		'# Computed costs against libraries and printed figures',
		'',
		'Written by `npm run readme`; a test compares it with the catalog. `npm run test:python` counts the networks of the',
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
		const traced = costAt(id, input);
		const { params, macs } = traced?.cost ?? { params: 0, macs: 0 };
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
		[...costRules[kind], ...costRules[kind].map(cutOff)].flatMap(rule => {
			const met = figures.filter(each => each.figure.kind === kind && each.rule?.id === rule.id);
			const sources = [...new Set(met.map(({ figure }) => figure.source))].sort().join(', ');
			return met.length === 0 ? [] : [`| ${kind} | ${rule.id} | ${rule.text} | ${met.length} | ${sources} |`];
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

function seedTable(catalog: Catalog): readonly string[] {
	const seeded = catalog.candidates
		.filter(({ seedLine }) => seedLine !== undefined)
		.toSorted((a, b) => (a.seedLine ?? 0) - (b.seedLine ?? 0));
	const rows = seeded.map(({ seedLine, model, input }) => {
		const cost = costAt(model, input)?.cost;
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
	const rows = rest
		.toSorted(
			(a, b) => compareText(a.figure.source, b.figure.source) || compareText(a.candidate.id, b.candidate.id),
		)
		.map(({ candidate, figure: { kind, source, printed, value }, computed }) => {
			const ratio = (value / computed).toFixed(4);
			return `| ${source} | ${candidate.id} | ${kind} | ${printed} | ${count(computed)} | ${ratio} |`;
		});
	return [
		'## Unexplained',
		'',
		`${rest.length} figures that no rule gives: another form of the network, a way of counting that is not described here, or a slip of the source.`,
		'',
		'| Source | Candidate | Kind | Printed | Computed | Printed / computed |',
		'| --- | --- | --- | ---: | ---: | ---: |',
		...rows,
	];
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

function count(value: number): string {
	return value.toLocaleString('en-US');
}
