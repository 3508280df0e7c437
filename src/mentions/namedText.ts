import type { TextRange } from '../frameworks/insertion.ts';
import type { Mention, MentionFramework } from './mention.ts';
import type { ModelNames, NameMeaning } from './modelNames.ts';

/** A name that was found, before it is looked up. */
export interface NamedText {
	readonly text: string;
	readonly framework: MentionFramework;
	/** Where it stands in its chunk. */
	readonly range: TextRange;
	readonly kind: Mention['kind'];
	/** The name to look up, where it is not the text. */
	readonly lookup?: string;
}

/** A name inside a text: `timm/` of a hub and the like is in front of it, so the name is always at the end. */
interface PlausibleName {
	readonly text: string;
	readonly lookup: string;
	/** Whether its form alone makes it a name of that framework. */
	readonly isCertain: boolean;
}

/** The name of a model that a text can be for a framework; undefined for a file, a sentence or nothing. */
export function plausibleName(framework: MentionFramework, text: string): PlausibleName | undefined {
	if (!/^[A-Za-z0-9][\w./:@+-]*$/.test(text) || text.length > 200) return undefined;
	switch (framework) {
		case 'timm':
			return timmName(text);
		case 'transformers':
			return /^[\w.-]+(?:\/[\w.-]+)?$/.test(text) && !/^\.|\.(?:pt|pth|bin|json|h5|safetensors)$/.test(text)
				? { text, lookup: text, isCertain: false }
				: undefined;
		case 'ultralytics':
			return ultralyticsName(text);
		default:
			return /[/:]/.test(text) ? undefined : { text, lookup: text, isCertain: false };
	}
}

function timmName(text: string): PlausibleName | undefined {
	const name = /^(?:(?:hf[-_]hub:)?timm\/)?([\w.-]+)$/.exec(text)?.[1];
	return name === undefined ? undefined : { text: name, lookup: name, isCertain: false };
}

/** Weights or the description of a network; a file in a folder is of the person's own training. */
function ultralyticsName(text: string): PlausibleName | undefined {
	const [, base, ending] = /^((?:yolo|rtdetr)[\w-]*)(\.(?:pt|yaml|onnx|engine))?$/.exec(text) ?? [];
	return base === undefined ? undefined : { text, lookup: `${base}.pt`, isCertain: ending !== undefined };
}

export function meaningOfText(names: ModelNames, { text, framework, lookup, kind }: NamedText): NameMeaning {
	const name = lookup ?? text;
	const meaning = names.meaningOf(framework, name);
	if (meaning) return meaning;
	const renamed = names.renamed(framework, name);
	if (typeof renamed === 'string') return names.meaningOf(framework, renamed) ?? {};
	if (kind === 'weights') return modelOf(names, 'torchvision', builderOfWeights(name));
	if (framework === 'mmpretrain' && lookup !== undefined) return modelOf(names, undefined, lookup);
	// the hub has all weights of timm, whether or not the catalog says so of each
	if (framework === 'transformers' && name.startsWith('timm/')) return modelOf(names, 'timm', name.slice(5));
	return {};
}

/** The builder of an enum of weights, or of `builder.MEMBER`. */
export function builderOfWeights(name: string): string {
	return (name.split('.')[0] ?? name).replace(/_Weights$/, '').toLowerCase();
}

function modelOf(names: ModelNames, framework: MentionFramework | undefined, name: string): NameMeaning {
	const model = (names.meaningOf(framework, name) ?? names.meaningOf('timm', name))?.model;
	return model === undefined ? {} : { model };
}
