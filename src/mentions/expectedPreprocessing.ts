import type { Catalog } from '../catalog/catalog.ts';
import type { Checkpoint } from '../catalog/records.ts';
import { argumentNamed, inputSeen, type Mention } from './mention.ts';
import type { ModelNames } from './modelNames.ts';

/** What the weights that a text loads were trained with; a part that is not sure is left out. */
export interface ExpectedPreprocessing {
	/** The weights, or the name that means them. */
	readonly mention: Mention;
	readonly mean?: readonly number[];
	readonly std?: readonly number[];
	/** Sizes `[height, width]` in px, the first of which to write. Never empty. */
	readonly inputs?: readonly (readonly number[])[];
}

interface MeantWeights {
	readonly mention: Mention;
	readonly checkpoint: Checkpoint;
}

/** Frameworks whose networks classify images of one size, whatever else they can be made to do. */
const ofOneSize: ReadonlySet<string> = new Set(['timm', 'torchvision', 'keras', 'transformers']);

/**
 * The one preprocessing that fits all that a text names, since nothing tells which transform is for which model. Undefined
 * where the catalog does not know one of the names, or where none is loaded with its weights.
 */
export function expectedPreprocessing(
	mentions: readonly Mention[],
	names: ModelNames,
	catalog: Catalog,
): ExpectedPreprocessing | undefined {
	if (!mentions.some(loadsWeights)) return undefined;
	const meant = weightsMeant(mentions, names, catalog);
	const [first, ...others] = meant ?? [];
	if (!meant || !first || others.some(({ mention }) => mention.framework !== first.mention.framework))
		return undefined;
	const mean = commonOf(meant.map(({ checkpoint }) => checkpoint.preprocess?.mean));
	const std = commonOf(meant.map(({ checkpoint }) => checkpoint.preprocess?.std));
	const inputs = inputsOf(meant, catalog);
	return { mention: first.mention, ...(mean && { mean }), ...(std && { std }), ...(inputs && { inputs }) };
}

/** Whether code at a mention loads weights as they were trained, as far as its arguments tell. */
function loadsWeights({ kind, framework, call, arguments: written }: Mention): boolean {
	if (kind === 'weights' || !call) return true;
	const pretrained = argumentNamed({ arguments: written }, 'pretrained', 'weights');
	if (pretrained) return pretrained.value !== false && pretrained.value !== null;
	if (framework !== 'timm' && framework !== 'torchvision') return true; // they load weights unless told otherwise
	const position = kind === 'entry-point' ? 0 : 1;
	const given = written.find(each => each.position === position);
	return given !== undefined && given.value !== false;
}

/** Undefined where it is not known what one of the names means. */
function weightsMeant(
	mentions: readonly Mention[],
	names: ModelNames,
	catalog: Catalog,
): readonly MeantWeights[] | undefined {
	const exact = new Set(mentions.flatMap(({ checkpoint, model }) => (checkpoint === undefined ? [] : [model])));
	const meant: MeantWeights[] = [];
	for (const mention of mentions) {
		const named = mention.checkpoint === undefined ? undefined : catalog.checkpointById.get(mention.checkpoint);
		if (!named && exact.has(mention.model)) continue; // the weights beside the name say which of them
		const checkpoints = named ? [named] : names.checkpointsOf(mention.framework, mention.name);
		if (checkpoints.length === 0 && (mention.kind !== 'weights' || mention.model === undefined)) return undefined;
		meant.push(...checkpoints.map(checkpoint => ({ mention, checkpoint })));
	}
	return meant;
}

/** The value that all of them have. */
function commonOf(values: readonly (readonly number[] | undefined)[]): readonly number[] | undefined {
	const [first, ...others] = values;
	return first && others.every(other => String(other) === String(first)) ? first : undefined;
}

/** The size that the code sets, else those that the weights were trained for or are evaluated at. */
function inputsOf(meant: readonly MeantWeights[], catalog: Catalog): ExpectedPreprocessing['inputs'] {
	const set = commonOf(meant.map(({ mention }) => inputSeen(mention)));
	if (set) return [set];
	if (meant.some(({ mention }) => inputSeen(mention) !== undefined || !isOfOneSize(mention))) return undefined;
	const trained = commonOf(meant.map(({ checkpoint }) => checkpoint.preprocess?.input));
	if (!trained) return undefined;
	const evaluated = meant.flatMap(({ checkpoint }) =>
		catalog
			.candidatesOf(checkpoint.model)
			.filter(candidate => candidate.checkpoint === checkpoint.id)
			.map(({ input }) => input),
	);
	return [trained, ...evaluated];
}

/** Without its classifier a network takes images of any size. */
function isOfOneSize(mention: Mention): boolean {
	const { framework = '' } = mention;
	if (argumentNamed(mention, 'include_top')?.value === false) return false;
	if (argumentNamed(mention, 'features_only')?.value === true) return false;
	return ofOneSize.has(framework);
}
