import { fvcoreMacs, ptflopsMacs } from '../architecture/countedParts.ts';
import { networkNamed, type NamedNetwork } from '../architecture/ports.ts';
import { traceNetwork, type NetworkCost } from '../architecture/traceNetwork.ts';
import { formatCatalogFoot } from '../catalog/catalogAge.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import type { Candidate, Model } from '../catalog/records.ts';
import { sameInput, shownFigure, type FigureScope, type ShownFigure } from '../catalog/shownFigure.ts';
import { formatInput } from '../catalog/units.ts';
import { usualInput } from '../catalog/usualInput.ts';
import { figureText } from '../comparison/modelCardFigures.ts';
import { cardOfCost, outputsText, type StageCard } from '../comparison/stageCosts.ts';
import { inputOption, widthOption, withShapes } from './networkOptions.ts';
import { quoted, type ParsedOptions } from './options.ts';
import { candidatesNamed, namedRecord, oneName, scopeOption } from './scope.ts';
import { formatTextTable } from './textTable.ts';
import { UsageError } from './usageError.ts';
import { sourceOption, type Verb } from './verb.ts';

/** Null is what nobody states and what cannot be computed, as the layers of the model are not described. Nothing is scaled. */
export interface CostOutput {
	/** Model id. */
	readonly model: string;
	readonly params: number | null;
	/** Multiply-accumulates at `input`. */
	readonly macs: number | null;
	readonly activations: number | null;
	/** `[height, width]` in px. */
	readonly input: readonly [number, number];
	/** Width multiplier; null where the catalog does not state it. */
	readonly width: number | null;
	/** How the MACs were counted; null where there are none. */
	readonly convention: string | null;
	/** What other ways of counting give at `input`; null where the cost is not computed. */
	readonly views: CostViews | null;
	/** The parts of the network, in order; null where the cost is not computed. */
	readonly stages: readonly StageCard[] | null;
	/** Ids of the sources; `computed` where the cost is counted from the layers. */
	readonly source: Readonly<Record<'params' | 'macs' | 'activations', string | null>>;
}

export interface CostViews {
	/** Two operations for each multiply-accumulate. */
	readonly flops: number;
	/** Multiply-accumulates as fvcore counts them, and timm prints. */
	readonly fvcore: number;
	/** As ptflops counts them, and MMPretrain prints. */
	readonly ptflops: number;
}

export const costVerb: Verb = {
	name: 'cost',
	operands: 'NAME',
	summary: 'Parameters, MACs and activations of a model at an input size',
	details: [
		'Counted from the layers of the network where the catalog describes them: exact at any size and width. Of other models',
		'the figures of the catalog are given, and a size or width that no source states is unknown, never scaled.',
	],
	options: [
		{ name: 'input', value: 'SIZE', description: 'Input size in px: 224, or height x width: 331x224.' },
		{ name: 'width', value: 'NUMBER', description: 'Width multiplier, such as 0.75.' },
		sourceOption,
	],
	examples: ['cost mobilenet-v2/1.0', 'cost mobilenet-v1/1.0 --input 192', 'cost resnet50 --input 331x224'],
	run(catalog, options) {
		const name = oneName(options, 'cost');
		const named = namedRecord(catalog, name);
		const model = named.model ?? onlyModel(catalog.modelsOf(named.family.id), name);
		const candidates = candidatesNamed(catalog, { ...named, model });
		const counted = computedCost({ ...named, model }, candidates, options);
		const output = counted ?? statedCost(catalog, model, candidates, options);
		const isAsked = options.text('source') === undefined; // a source is asked for what it states alone
		const why = counted || !isAsked ? [] : [notCounted(model)];
		return { output, text: [costText(catalog, model, output), ...why, formatCatalogFoot(catalog)].join('\n\n') };
	},
};

function onlyModel(models: readonly Model[], name: string): Model {
	const [model, ...others] = models;
	if (model && others.length === 0) return model;
	const ids = models.slice(0, 12).map(({ id }) => id);
	const advice = model ? `Write one of its models: ${ids.join(', ')}.` : 'The catalog has no model of it.';
	throw new UsageError(`${quoted(name)} is a family. ${advice}`);
}

/** Undefined where the layers are not described, or the figures of one source are asked for. */
function computedCost(
	named: NamedNetwork & { readonly model: Model },
	candidates: readonly Candidate[],
	options: ParsedOptions,
): CostOutput | undefined {
	const { model } = named;
	if (options.text('source') !== undefined) return undefined;
	const width = widthOption(options);
	const network = networkNamed(named, width);
	if (!network) return undefined;
	const input = inputOption(options) ?? usualInput(candidates) ?? [224, 224];
	const cost = withShapes(network, input, () => traceNetwork(network, input));
	return {
		model: model.id,
		...cardOfCost(cost, input),
		views: viewsOf(cost),
		width: width ?? model.width ?? null,
		convention: 'macs',
		source: { params: computed, macs: computed, activations: computed },
	};
}

function viewsOf(cost: NetworkCost): CostViews {
	return { flops: 2 * cost.macs, fvcore: fvcoreMacs(cost), ptflops: ptflopsMacs(cost) };
}

const computed = 'computed';

function statedCost(
	catalog: Catalog,
	model: Model,
	candidates: readonly Candidate[],
	options: ParsedOptions,
): CostOutput {
	const scope = scopeOption(catalog, options);
	const input = inputOption(options) ?? usualInput(candidates) ?? [224, 224];
	const width = widthOption(options) ?? model.width;
	const isOwnWidth = width === model.width || (width === 1 && model.width === undefined);
	const own = isOwnWidth ? candidates : [];
	const params = firstShown(catalog, own, 'params', scope);
	const atInput = own.filter(candidate => sameInput(candidate.input, input));
	const macs = firstShown(catalog, atInput, 'macs', scope);
	const activations = firstShown(catalog, atInput, 'activations', scope);
	return {
		model: model.id,
		params: params?.value ?? null,
		macs: macs?.value ?? null,
		activations: activations?.value ?? null,
		input,
		width: width ?? null,
		convention: macs ? (macs.figure.convention ?? 'macs') : null,
		views: null,
		stages: null,
		source: {
			params: params?.figure.source ?? null,
			macs: macs?.figure.source ?? null,
			activations: activations?.figure.source ?? null,
		},
	};
}

function firstShown(
	catalog: Catalog,
	candidates: readonly Candidate[],
	kind: 'params' | 'macs' | 'activations',
	scope: FigureScope,
): ShownFigure | undefined {
	for (const candidate of candidates) {
		const shown = shownFigure(catalog, candidate, kind, scope);
		if (shown) return shown;
	}
	return undefined;
}

function costText(catalog: Catalog, model: Model, output: CostOutput): string {
	const kinds = ['params', 'macs', 'activations'] as const;
	const labels = { params: 'Parameters', macs: 'MACs', activations: 'Activations' } as const;
	const rows = kinds.map(kind => {
		const value = output[kind];
		const source = output.source[kind];
		const text = source === computed ? exact(value) : figureText(kind, value ?? 0);
		return [labels[kind], value === null ? 'unknown' : text, sourceText(catalog, source)];
	});
	const views = output.views ? viewRows(output.views) : [];
	const width = output.width === null ? '' : `, width ${String(output.width)}`;
	const convention = output.convention === null || output.convention === 'macs' ? '' : `  (${output.convention})`;
	const head = `${model.name} at ${formatInput(output.input)}${width}${convention}`;
	const totals = formatTextTable([{ title: '' }, { title: '', align: 'right' }, { title: '' }], [...rows, ...views]);
	return [head, totals, ...(output.stages ? ['', stagesText(output.stages)] : [])].join('\n');
}

/** What is known about why, in the words of the catalog. */
function notCounted({ note }: Model): string {
	const reason = note === undefined ? '' : ` ${plainText(note)}`;
	return `Nothing is counted: its layers are not described in Model Scout.${reason}`;
}

function viewRows({ flops, fvcore, ptflops }: CostViews): readonly string[][] {
	return [
		['FLOPs', exact(flops), 'two for each MAC'],
		['MACs of fvcore', exact(fvcore), 'with normalization and pooling over the image; timm prints these'],
		[
			'MACs of ptflops',
			exact(ptflops),
			'with bias, normalization, activation and pooling; MMPretrain prints these',
		],
	];
}

function exact(value: number | null): string {
	return (value ?? 0).toLocaleString('en-US');
}

function sourceText(catalog: Catalog, source: string | null): string {
	if (source === null) return '';
	return source === computed
		? 'computed from its layers'
		: `${source}: ${catalog.sourceById.get(source)?.title ?? ''}`;
}

function stagesText(stages: readonly StageCard[]): string {
	const columns = ['Stage', 'Params', 'MACs', 'Activations', 'Output'].map(title => ({
		title,
		...(title === 'Stage' ? {} : { align: 'right' as const }),
	}));
	const rows = stages.map(stage => [
		stage.name,
		...[stage.params, stage.macs, stage.activations].map(count => count.toLocaleString('en-US')),
		outputsText(stage),
	]);
	return formatTextTable(columns, rows);
}
