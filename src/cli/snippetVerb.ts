import type { Catalog } from '../catalog/catalog.ts';
import { resolveModel, type ResolvedModel } from '../catalog/names.ts';
import { frameworks } from '../catalog/records.ts';
import type { LicenseBadge } from '../catalog/weightsLicense.ts';
import { byMerit } from '../catalog/merit.ts';
import { makeSnippet, snippetOffers, type Snippet, type SnippetOffer } from '../frameworks/snippet.ts';
import { architectureSnippet } from '../frameworks/architectureSnippet.ts';
import { ranWith, runText } from '../frameworks/snippetRun.ts';
import type { SnippetTemplate } from '../frameworks/snippetTemplate.ts';
import { templateFileName } from '../frameworks/templateFile.ts';
import { formatProblem } from './loadCatalogs.ts';
import { imageSize, networkFor, widthOption, withShapes } from './networkOptions.ts';
import { choiceOption, countOption, quoted, type ParsedOptions } from './options.ts';
import { candidatesNamed, oneName } from './scope.ts';
import { readTemplates } from './templateFiles.ts';
import { UsageError } from './usageError.ts';
import type { Verb, VerbResult } from './verb.ts';

const snippetKinds = ['load', 'features', 'finetune', 'config', 'record', 'architecture'] as const;
const languages = ['python', 'yaml', 'json'] as const;
const forms = ['pooled', 'maps'] as const;
const targets = [...frameworks, 'record'] as const;
const defaultClasses = 10;

export interface SnippetOutput extends Pick<Snippet, 'language' | 'kind' | 'imports' | 'code' | 'text'> {
	/** Model id. */
	readonly model: string;
	/** `record` for a record of no framework, `architecture` for the layers of the network. */
	readonly framework: string;
	/** Checkpoint id. */
	readonly checkpoint?: string;
	/** Of its weights. */
	readonly licenseBadge?: LicenseBadge;
	/** Name of the person's own template. */
	readonly template?: string;
	/** The library and version that the code was run with; null where it was not run. Of a library's code only. */
	readonly ranWith?: string | null;
}

export const snippetVerb: Verb = {
	name: 'snippet',
	operands: 'NAME --framework F',
	summary: 'The code that loads a model, or its record for a config file',
	details: [
		'A model is loaded through its most accurate weights in the framework; name a checkpoint for other weights.',
		'A comment at the end says which version of the library the code was run with, or that it was not run.',
		'An architecture is its layers, of models whose layers are described: a PyTorch module, or YAML or JSON.',
		'A template is code of your own, in which {{name}}, {{classes}}, {{mean}} and the like stand for values of the weights.',
	],
	options: [
		{ name: 'framework', value: 'F', choices: targets, description: `${targets.join(', ')}.` },
		{
			name: 'kind',
			value: 'KIND',
			description: `${snippetKinds.join(', ')}, or the name of a template; load without it.`,
		},
		{
			name: 'templates',
			value: 'FILE',
			repeatable: true,
			description: `Templates of your own, in place of ${templateFileName} in this folder.`,
		},
		{ name: 'form', value: 'FORM', choices: forms, description: `Of features: ${forms.join(' or ')}.` },
		{
			name: 'language',
			value: 'LANGUAGE',
			choices: languages,
			description: `Of a record or an architecture: ${languages.join(', ')}.`,
		},
		{
			name: 'classes',
			value: 'COUNT',
			description: `Classes to fine-tune for; ${String(defaultClasses)} without it.`,
		},
		{
			name: 'input',
			value: 'SIZE',
			description: 'Of an architecture: the input size that its costs are said for.',
		},
		{ name: 'width', value: 'NUMBER', description: 'Of an architecture: its width multiplier, such as 0.75.' },
	],
	examples: [
		'snippet mobilenet-v3/large-1.0 --framework timm',
		'snippet resnet50 --framework torchvision --kind finetune --classes 37',
		'snippet efficientnet/b0 --framework record --language yaml',
		'snippet peleenet/1.0 --kind architecture --input 304',
		'snippet resnet50 --framework timm --kind our-trainer --templates team.json',
	],
	run(catalog, options) {
		const resolved = resolveModel(catalog, oneName(options, 'snippet'));
		if (!resolved.ok) throw new UsageError(resolved.problem);
		const { templates, problems } = readTemplates(options.all('templates'));
		const kind = wantedKind(options, templates);
		if (kind === 'architecture') return architecture(catalog, resolved, options);
		const offer = offerFor(catalog, resolved, options, { kind, templates });
		const made = makeSnippet(catalog, offer, { classes: countOption(options, 'classes', defaultClasses) });
		const { language, imports, code, text } = made;
		const output: SnippetOutput = {
			language,
			kind: made.kind,
			imports,
			code,
			text,
			model: offer.model,
			framework: offer.framework,
			...(offer.checkpoint === undefined ? {} : { checkpoint: offer.checkpoint }),
			...(offer.licenseBadge === undefined ? {} : { licenseBadge: offer.licenseBadge }),
			...(offer.template && { template: offer.template.name }),
			...(offer.framework === 'record' ? {} : { ranWith: ranWith(offer) ?? null }),
		};
		const run = runText(offer);
		return { output, text: run === undefined ? text : `${text}\n\n# ${run}`, notices: problems.map(formatProblem) };
	},
};

function architecture(catalog: Catalog, named: ResolvedModel, options: ParsedOptions): VerbResult {
	const { model } = named;
	const network = networkFor(named, widthOption(options));
	const input = imageSize(catalog, named, options);
	const made = withShapes(network, input, () =>
		architectureSnippet(network, input, choiceOption(options, 'language', languages) ?? 'python'),
	);
	const { language, kind, imports, code, text } = made;
	const output: SnippetOutput = { language, kind, imports, code, text, model: model.id, framework: kind };
	return { output, text };
}

/** A kind of snippet, or the name of a template; undefined where none is asked for. */
function wantedKind(options: ParsedOptions, templates: readonly SnippetTemplate[]): string | undefined {
	const kind = options.text('kind');
	const known = [...snippetKinds, ...templates.map(({ name }) => name)];
	if (kind === undefined || known.includes(kind)) return kind;
	throw new UsageError(`--kind takes ${known.join(', ')}, not ${quoted(kind)}`);
}

interface OfferQuestion {
	readonly kind: string | undefined;
	readonly templates: readonly SnippetTemplate[];
}

/** The offer that the options ask for, of the most accurate weights or candidate that the name covers. */
function offerFor(
	catalog: Catalog,
	resolved: ResolvedModel,
	options: ParsedOptions,
	question: OfferQuestion,
): SnippetOffer {
	const candidates = byMerit(catalog, candidatesNamed(catalog, resolved));
	const offers = snippetOffers(catalog, resolved.model, question.templates).filter(
		({ checkpoint, framework }) =>
			framework === 'record' || resolved.checkpoint === undefined || checkpoint === resolved.checkpoint.id,
	);
	const framework = choiceOption(options, 'framework', targets) ?? resolved.checkpoint?.framework;
	if (framework === undefined) {
		throw new UsageError(`snippet needs a framework: --framework ${offeredTargets(offers).join(', ')}`);
	}
	const kind = question.kind ?? (framework === 'record' ? 'record' : 'load');
	const wanted = narrowed(offers, options).filter(
		offer => offer.framework === framework && (offer.template?.name ?? offer.kind) === kind,
	);
	for (const { id, checkpoint } of candidates) {
		const offer = wanted.find(each =>
			kind === 'record' ? each.candidate === id : checkpoint !== undefined && each.checkpoint === checkpoint,
		);
		if (offer) return offer;
	}
	const [first] = wanted;
	if (first) return first;
	throw nothingOffered(resolved.model.name, `${kind} snippet for ${framework}`, offers);
}

function narrowed(offers: readonly SnippetOffer[], options: ParsedOptions): readonly SnippetOffer[] {
	const form = choiceOption(options, 'form', forms);
	const language = choiceOption(options, 'language', languages);
	return offers.filter(
		offer => (form === undefined || offer.form === form) && (language === undefined || offer.language === language),
	);
}

function nothingOffered(name: string, what: string, offers: readonly SnippetOffer[]): UsageError {
	const offered = offeredTargets(offers).map(framework => {
		const own = offers.filter(offer => offer.framework === framework);
		const kinds = new Set(own.map(({ kind, template }) => template?.name ?? kind));
		return `${framework} (${[...kinds].join(', ')})`;
	});
	return new UsageError(`${quoted(name)} has no ${what}. It has ${offered.join(', ')}.`);
}

function offeredTargets(offers: readonly SnippetOffer[]): readonly string[] {
	return [...new Set(offers.map(({ framework }) => framework))];
}
