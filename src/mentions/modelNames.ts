import type { Catalog } from '../catalog/catalog.ts';
import type { Checkpoint } from '../catalog/records.ts';
import type { FrameworkList } from '../frameworks/frameworkLists.schema.ts';
import { parseKerasName } from '../frameworks/keras.ts';
import { kerasClasses } from '../frameworks/kerasClasses.ts';
import { torchvisionBuilders } from '../frameworks/torchvisionBuilders.ts';
import { nearestNames } from './nearestName.ts';
import { namesInCode, weightsSpellings } from './codeNames.ts';
import type { MentionFramework } from './mention.ts';

export type FrameworkLists = Readonly<Partial<Record<MentionFramework, FrameworkList>>>;

/** Ids of what a name means; `checkpoint` only where it is of that one alone. */
export interface NameMeaning {
	readonly model?: string;
	readonly checkpoint?: string;
}

/** Looks names of code up; made once per catalog. */
export interface ModelNames {
	/** What the catalog has of a name; undefined where it has nothing or several models. */
	meaningOf(framework: MentionFramework | undefined, name: string): NameMeaning | undefined;
	/** Whether the catalog, or the framework's own list, has the name. */
	knows(framework: MentionFramework | undefined, name: string): boolean;
	/** Weights of the catalog that the name may mean. */
	checkpointsOf(framework: MentionFramework | undefined, name: string): readonly Checkpoint[];
	/** Every name of a framework, sorted. */
	namesOf(framework: MentionFramework): readonly string[];
	/** Names of a framework that may be meant by one that it does not have, the nearest first. */
	nearTo(framework: MentionFramework, name: string): readonly string[];
	/** The new name of one that its framework gave up: undefined where it did not, null where there is none. */
	renamed(framework: MentionFramework | undefined, name: string): string | null | undefined;
	/** Version whose whole list of names is known; undefined where only those of the catalog are. */
	versionOf(framework: MentionFramework): string | undefined;
}

export function createModelNames(catalog: Catalog, lists: FrameworkLists = {}): ModelNames {
	const checkpoints = new Map<string, Checkpoint[]>();
	const listed = new Map<string, Set<string>>();
	const mean = (key: string, checkpoint: Checkpoint): void => {
		const meant = checkpoints.get(key);
		if (meant) meant.push(checkpoint);
		else checkpoints.set(key, [checkpoint]);
	};
	const add = (framework: MentionFramework, name: string, checkpoint?: Checkpoint): void => {
		const names = listed.get(framework) ?? new Set();
		listed.set(framework, names.add(name));
		if (!checkpoint) return;
		for (const key of [`${framework}:${name}`, `:${name}`]) mean(key, checkpoint);
	};
	for (const checkpoint of catalog.checkpoints) {
		for (const name of namesInCode(checkpoint)) add(checkpoint.framework, name, checkpoint);
		const atWidth = checkpoint.framework === 'keras' ? kerasWidth(checkpoint.name) : undefined;
		if (atWidth !== undefined) mean(`keras:${atWidth}`, checkpoint);
	}
	for (const name of kerasClasses.keys()) add('keras', name);
	for (const name of torchvisionBuilders.keys()) add('torchvision', name);
	for (const [framework, list] of entriesOf(lists)) {
		for (const name of [...list.weights, ...(list.withoutWeights ?? [])])
			for (const spelled of spellings(framework, name)) add(framework, spelled);
	}
	return new NameTable(checkpoints, listed, lists);
}

/** Misspelt names whose neighbors are kept, since a file is looked through again after each edit. */
const mostRemembered = 1000;

class NameTable implements ModelNames {
	private readonly sorted = new Map<MentionFramework, readonly string[]>();
	private readonly near = new Map<string, readonly string[]>();

	constructor(
		private readonly checkpoints: ReadonlyMap<string, readonly Checkpoint[]>,
		private readonly listed: ReadonlyMap<string, ReadonlySet<string>>,
		private readonly lists: FrameworkLists,
	) {}

	checkpointsOf(framework: MentionFramework | undefined, name: string): readonly Checkpoint[] {
		if (framework !== 'segmentation-models') return this.checkpoints.get(`${framework ?? ''}:${name}`) ?? [];
		for (const [library, spelled] of encoderSpellings(name)) {
			const found = this.checkpoints.get(`${library}:${spelled}`);
			if (found) return found;
		}
		return [];
	}

	meaningOf(framework: MentionFramework | undefined, name: string): NameMeaning | undefined {
		const meant = this.checkpointsOf(framework, name);
		const [first, ...others] = meant;
		if (!first || others.some(({ model }) => model !== first.model)) return undefined;
		const alone = others.length === 0 && framework !== 'segmentation-models' && spellsWeights(first, name);
		return { model: first.model, ...(alone && { checkpoint: first.id }) };
	}

	knows(framework: MentionFramework | undefined, name: string): boolean {
		if (framework === undefined) return this.checkpoints.has(`:${name}`);
		if (framework !== 'segmentation-models') return this.listed.get(framework)?.has(name) ?? false;
		return encoderSpellings(name).some(([library, spelled]) => this.listed.get(library)?.has(spelled));
	}

	namesOf(framework: MentionFramework): readonly string[] {
		const sorted = this.sorted.get(framework) ?? [...(this.listed.get(framework) ?? [])].sort();
		this.sorted.set(framework, sorted);
		return sorted;
	}

	nearTo(framework: MentionFramework, name: string): readonly string[] {
		const key = `${framework}:${name}`;
		const near = this.near.get(key) ?? nearestNames(this.namesOf(framework), name);
		if (this.near.size >= mostRemembered) this.near.clear();
		this.near.set(key, near);
		return near;
	}

	renamed(framework: MentionFramework | undefined, name: string): string | null | undefined {
		if (framework === undefined) return undefined;
		const list = this.lists[framework];
		const known = list?.renamed;
		if (known && Object.hasOwn(known, name)) return known[name];
		if (list?.deprecated?.includes(name)) return null;
		const [checkpoint, ...others] = this.checkpointsOf(framework, name);
		if (!checkpoint || others.length > 0) return undefined;
		return checkpoint.renamedTo ?? (checkpoint.deprecated ? null : undefined);
	}

	versionOf(framework: MentionFramework): string | undefined {
		return this.lists[framework]?.version;
	}
}

/** `MobileNet(alpha=1)` of `MobileNet`: how a class whose width is an argument is looked up. Its name alone means every width. */
function kerasWidth(name: string): string | undefined {
	const parsed = parseKerasName(name);
	return parsed?.alphas && `${parsed.className}(alpha=${String(Number(parsed.alpha ?? 1))})`;
}

/** Whether a name is of the weights and not of the network that several may have. */
function spellsWeights({ framework, name }: Checkpoint, spelled: string): boolean {
	return (name === spelled || framework === 'torchvision') && spelled.includes('.') && !spelled.endsWith(')');
}

/** How names of a framework's own list are written in code. */
function spellings(framework: MentionFramework, name: string): readonly string[] {
	const base = name.split('.')[0] ?? name;
	if (framework === 'timm') return [name, base];
	return framework === 'torchvision' ? [base, ...weightsSpellings(name)] : [name];
}

/** What an encoder of segmentation_models may be in the libraries that it is taken from. */
function encoderSpellings(name: string): readonly (readonly [MentionFramework, string])[] {
	const own = /^(?:tu-|timm-)/.exec(name)?.[0] ?? '';
	const spelled = name.slice(own.length).replaceAll('-', '_');
	const plain = spelled.replace(/^(?:resnet|vgg|densenet|resnext)_(?=\d)/, match => match.slice(0, -1));
	if (own !== '')
		return [
			['timm', plain],
			['timm', `tf_${plain}`],
		];
	return [
		['torchvision', plain],
		['timm', plain],
		['pytorchcv', plain],
		['timm', plain.replace(/^se_/, 'se')],
		['timm', plain.replace(/inceptionv4/, 'inception_v4').replace(/inceptionresnetv2/, 'inception_resnet_v2')],
	];
}

function entriesOf(lists: FrameworkLists): readonly (readonly [MentionFramework, FrameworkList])[] {
	const entries: [MentionFramework, FrameworkList][] = [];
	for (const framework of ['timm', 'torchvision'] as const) {
		const list = lists[framework];
		if (list) entries.push([framework, list]);
	}
	return entries;
}
