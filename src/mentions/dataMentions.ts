import { frameworks } from '../catalog/records.ts';
import { jsonEntries, yamlEntries, type DataEntry } from './dataEntries.ts';
import type { Literal, Mention, MentionFramework, SeenArgument } from './mention.ts';
import { modelCallOf } from './modelCalls.ts';
import type { ModelNames } from './modelNames.ts';
import { meaningOfText, plausibleName } from './namedText.ts';

/** Keys whose value is a model, where it is a known name. */
const nameKeys: ReadonlySet<string> = new Set([
	...['model', 'model_name', 'model_id', 'modelName', 'backbone', 'backbone_name', 'arch', 'architecture', 'encoder'],
	...['encoder_name', 'network', 'net', 'net_type', 'checkpoint', 'base_model', 'timm_model', 'timm_name', 'student'],
	...[
		'teacher',
		'feature_extractor',
		'image_encoder',
		'vision_model',
		'pretrained_model',
		'weights',
		'_name_or_path',
	],
	...['pretrained_model_name_or_path', 'model_name_or_path', 'vision_tower', 'trunk'],
]);
/** Keys whose value is a model below one of the keys above: `model: { name: resnet50 }`. */
const innerKeys: ReadonlySet<string> = new Set(['name', 'id', 'variant', 'type', 'kind']);
const frameworkKeys: ReadonlySet<string> = new Set([
	'framework',
	'library',
	'source',
	'hub',
	'provider',
	'zoo',
	'from',
]);

/** The mentions of YAML or JSON: values of keys that name models, and what `_target_` makes. Other text is never touched. */
export function dataMentions(text: string, language: 'yaml' | 'json', names: ModelNames): readonly Mention[] {
	const entries = language === 'yaml' ? yamlEntries(text) : jsonEntries(text);
	const mappings = new Map<number, DataEntry[]>();
	for (const entry of entries) {
		const beside = mappings.get(entry.mapping);
		if (beside) beside.push(entry);
		else mappings.set(entry.mapping, [entry]);
	}
	return entries.flatMap(entry => {
		const mention = mentionOf(entry, mappings.get(entry.mapping) ?? [], names);
		return mention ? [mention] : [];
	});
}

function mentionOf(entry: DataEntry, beside: readonly DataEntry[], names: ModelNames): Mention | undefined {
	if (entry.key === '_target_') return targetMention(entry, beside, names);
	const target = beside.find(({ key }) => key === '_target_')?.value;
	const made = target === undefined ? undefined : modelCallOf(target);
	if (made?.at === 'argument' && made.keywords?.includes(entry.key))
		return namedMention(entry, beside, made.framework, names, made.takes === 'any');
	if (!isNameKey(entry)) return undefined;
	const said = beside.find(({ key }) => frameworkKeys.has(key))?.value.toLowerCase();
	const framework = frameworks.find(each => each === said);
	if (framework) return namedMention(entry, beside, framework, names, false);
	const knowing = [...frameworks, 'segmentation-models' as const].filter(each => {
		if (each === 'segmentation-models' && entry.key !== 'encoder_name') return false;
		const named = plausibleName(each, entry.value);
		return named && names.knows(each, named.lookup);
	});
	const [first] = knowing;
	if (!first) return undefined;
	const mention = namedMention(entry, beside, first, names, false);
	if (!mention || knowing.length === 1) return mention;
	return unclear(mention, knowing, names);
}

function isNameKey({ key, above }: DataEntry): boolean {
	if (above.includes('defaults')) return false; // of Hydra: files, not models
	const parent = above.at(-1);
	return nameKeys.has(key) || (innerKeys.has(key) && parent !== undefined && nameKeys.has(parent));
}

/** `_target_: torchvision.models.resnet50` */
function targetMention(entry: DataEntry, beside: readonly DataEntry[], names: ModelNames): Mention | undefined {
	const made = modelCallOf(entry.value);
	const name = entry.value.slice(entry.value.lastIndexOf('.') + 1);
	if (made?.at !== 'callee' || !names.knows(made.framework, name)) return undefined;
	const range = { start: entry.end - name.length, end: entry.end };
	const text = { text: name, framework: made.framework, range, kind: 'name' as const };
	const meaning = meaningOfText(names, text);
	return { ...range, name, framework: made.framework, kind: 'name', arguments: argumentsOf(beside), ...meaning };
}

/** Of several frameworks that know a name none is meant, and the model only where all mean the same. */
function unclear(mention: Mention, knowing: readonly MentionFramework[], names: ModelNames): Mention {
	const models = new Set(knowing.map(framework => names.meaningOf(framework, mention.name)?.model));
	const { start, end, name, kind, model } = mention;
	const rest = { start, end, name, kind, arguments: mention.arguments };
	return models.size === 1 && model !== undefined ? { ...rest, model } : rest;
}

function namedMention(
	entry: DataEntry,
	beside: readonly DataEntry[],
	framework: MentionFramework,
	names: ModelNames,
	takesAny: boolean,
): Mention | undefined {
	const named = plausibleName(framework, entry.value);
	if (!named || (!takesAny && !names.knows(framework, named.lookup))) return undefined;
	const range = { start: entry.end - named.text.length, end: entry.end };
	const kind = framework === 'torchvision' && named.text.includes('.') ? 'weights' : 'name';
	const meaning = meaningOfText(names, { ...named, framework, range, kind });
	return { ...range, name: named.text, framework, kind, arguments: argumentsOf(beside), ...meaning };
}

function argumentsOf(beside: readonly DataEntry[]): readonly SeenArgument[] {
	return beside.map(({ key, keyStart, value, isQuoted, start, end }) => ({
		start,
		end,
		keyword: key,
		keywordStart: keyStart,
		value: isQuoted ? value : literalOf(value),
	}));
}

function literalOf(value: string): Literal {
	if (/^(?:true|yes|on)$/i.test(value)) return true;
	if (/^(?:false|no|off)$/i.test(value)) return false;
	if (/^(?:null|~|none)$/i.test(value)) return null;
	return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}
