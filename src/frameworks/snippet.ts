import type { Catalog } from '../catalog/catalog.ts';
import { byMerit, checkpointsByMerit } from '../catalog/merit.ts';
import { labelText } from '../catalog/plainText.ts';
import { frameworks, type Candidate, type Checkpoint, type Framework, type Model } from '../catalog/records.ts';
import { formatInput } from '../catalog/units.ts';
import { licenseBadge } from '../catalog/weightsLicense.ts';
import { kerasSnippets } from './keras.ts';
import { writeLiteral } from './literals.ts';
import { mmpretrainSnippets } from './mmpretrain.ts';
import { pytorchcvSnippets } from './pytorchcv.ts';
import { recordLiteral, recordOf } from './record.ts';
import { frameworkTitles } from './frameworkTitles.ts';
import type {
	FrameworkSnippets,
	OfferedSnippet,
	Snippet,
	SnippetBody,
	SnippetLanguage,
	SnippetOffer,
	SnippetOptions,
} from './snippetOffer.ts';
import { defaultText, parts, stop } from './snippetParts.ts';
import { writeTemplate, type SnippetTemplate } from './snippetTemplate.ts';
import { kindWithForm } from './snippetRun.ts';
import { timmSnippets } from './timm.ts';
import { torchvisionSnippets } from './torchvision.ts';
import { transformersSnippets } from './transformers.ts';

export type {
	FeatureForm,
	Snippet,
	SnippetKind,
	SnippetLanguage,
	SnippetOffer,
	SnippetOptions,
	SnippetPart,
	TabStop,
} from './snippetOffer.ts';

/** In the order they are offered. */
const all: readonly FrameworkSnippets[] = [
	timmSnippets,
	torchvisionSnippets,
	kerasSnippets,
	transformersSnippets,
	pytorchcvSnippets,
	mmpretrainSnippets,
];
const byFramework: ReadonlyMap<Framework, FrameworkSnippets> = new Map(all.map(one => [one.framework, one]));
const recordLanguages: readonly SnippetLanguage[] = ['yaml', 'json', 'python'];

/**
 * Everything that can be inserted for a model, and nothing that does not exist: frameworks in a fixed order, in each the
 * most accurate checkpoint first, kinds from load to config and then the templates, the records last. Names that were not seen in a
 * document and names that were replaced by others have no snippet.
 */
export function snippetOffers(
	catalog: Catalog,
	model: Model,
	templates: readonly SnippetTemplate[] = [],
): readonly SnippetOffer[] {
	const loadable = catalog
		.checkpointsOf(model.id)
		.filter(({ seen, renamedTo }) => seen !== false && renamedTo === undefined);
	const checkpoints = checkpointsByMerit(catalog, loadable);
	return [
		...frameworks.flatMap(framework =>
			checkpoints
				.filter(checkpoint => checkpoint.framework === framework)
				.flatMap(checkpoint => [
					...(byFramework.get(framework)?.offersOf(checkpoint) ?? []).map(offered =>
						offerOf(model, checkpoint, offered),
					),
					...templateOffers(model, checkpoint, templates),
				]),
		),
		...recordOffers(catalog, model),
	];
}

/**
 * The snippet of an offer.
 * @throws {RangeError} if the offer is none of this catalog, or `classes` is no count from 1.
 */
export function makeSnippet(catalog: Catalog, offer: SnippetOffer, options: SnippetOptions = {}): Snippet {
	const { classes = 10 } = options;
	if (!Number.isSafeInteger(classes) || classes < 1)
		throw new RangeError(`invalid classes: ${classes}; expected a count`);
	const model = catalog.modelById.get(offer.model);
	if (!model) throw new RangeError(`unknown model: ${offer.model}`);
	if (offer.framework === 'record' || offer.kind === 'record') {
		const language = options.language ?? offer.language;
		const candidate = offer.candidate === undefined ? undefined : catalog.candidateById.get(offer.candidate);
		return snippetOf(language, 'record', recordBody(catalog, model, candidate, language));
	}
	const checkpoint = catalog.checkpointById.get(offer.checkpoint ?? '');
	if (checkpoint && offer.template) {
		const { template } = offer;
		return snippetOf(
			template.language,
			'template',
			writeTemplate(template, { catalog, model, checkpoint, classes }),
		);
	}
	const framework = byFramework.get(offer.framework);
	if (!checkpoint || !framework || offer.kind === 'template')
		throw new RangeError(`unknown checkpoint: ${offer.checkpoint ?? 'none'}`);
	const { kind, language, form } = offer;
	const tensorflowKeras = options.tensorflowKeras ?? false;
	const request = { catalog, model, checkpoint, kind, language, classes, tensorflowKeras };
	return snippetOf(language, kind, framework.write(form === undefined ? request : { ...request, form }));
}

/** Frameworks that have snippets at all. */
export const snippetFrameworks: readonly Framework[] = all.map(({ framework }) => framework);

function offerOf(model: Model, checkpoint: Checkpoint, offered: OfferedSnippet): SnippetOffer {
	return {
		...offered,
		framework: checkpoint.framework,
		model: model.id,
		checkpoint: checkpoint.id,
		label: labelOf(offered, checkpoint.framework),
		detail: labelText(checkpoint.name),
		...badgeOf(checkpoint),
		...runOf(checkpoint, offered),
	};
}

function templateOffers(
	model: Model,
	checkpoint: Checkpoint,
	templates: readonly SnippetTemplate[],
): readonly SnippetOffer[] {
	const { framework } = checkpoint;
	return templates
		.filter(({ frameworks: only }) => only?.includes(framework) ?? true)
		.map(template => ({
			framework,
			kind: 'template',
			language: template.language,
			model: model.id,
			checkpoint: checkpoint.id,
			template,
			label: `Template ${template.name}`,
			detail: labelText(checkpoint.name),
			...badgeOf(checkpoint),
		}));
}

function runOf({ runs }: Checkpoint, offered: OfferedSnippet): Pick<SnippetOffer, 'ranWith'> {
	return runs?.kinds.includes(kindWithForm(offered)) ? { ranWith: runs.with } : {};
}

function badgeOf(checkpoint: Checkpoint | undefined): Pick<SnippetOffer, 'licenseBadge'> {
	const badge = licenseBadge(checkpoint?.weightsLicence);
	return badge ? { licenseBadge: badge } : {};
}

const languageTitles: Readonly<Record<SnippetLanguage, string>> = { python: 'Python', yaml: 'YAML', json: 'JSON' };

function labelOf({ kind, form }: OfferedSnippet, framework: Framework): string {
	const title = frameworkTitles[framework];
	switch (kind) {
		case 'load':
			return `Load with ${title}`;
		case 'features':
			return form === 'maps' ? `Feature maps with ${title}` : `Pooled features with ${title}`;
		case 'finetune':
			return `Fine-tune with ${title}`;
		case 'config':
			return `Training config for ${title}`;
	}
}

/** One for each candidate and language; for a model without any candidate, of the model alone. */
function recordOffers(catalog: Catalog, model: Model): readonly SnippetOffer[] {
	const candidates = byMerit(catalog, catalog.candidatesOf(model.id));
	const subjects: readonly (Candidate | undefined)[] = candidates.length === 0 ? [undefined] : candidates;
	return subjects.flatMap(candidate =>
		recordLanguages.map((language): SnippetOffer => {
			const checkpoint =
				candidate?.checkpoint === undefined ? undefined : catalog.checkpointById.get(candidate.checkpoint);
			return {
				framework: 'record',
				kind: 'record',
				language,
				model: model.id,
				...(checkpoint ? { checkpoint: checkpoint.id } : {}),
				...(candidate ? { candidate: candidate.id } : {}),
				label: `Record in ${languageTitles[language]}`,
				detail: recordDetail(model, checkpoint, candidate),
				...badgeOf(checkpoint),
			};
		}),
	);
}

function recordDetail(model: Model, checkpoint?: Checkpoint, candidate?: Candidate): string {
	const name = checkpoint
		? `${frameworkTitles[checkpoint.framework]} ${labelText(checkpoint.name)}`
		: labelText(model.name);
	return candidate ? `${name}, ${formatInput(candidate.input)}` : name;
}

function recordBody(
	catalog: Catalog,
	model: Model,
	candidate: Candidate | undefined,
	language: SnippetLanguage,
): SnippetBody {
	const literal = writeLiteral(recordLiteral(recordOf(catalog, model, candidate)), language);
	if (language !== 'python') return { imports: [], parts: [literal] };
	return { imports: [], parts: parts`${stop(1, 'model_record')} = ${literal}` };
}

function snippetOf(language: SnippetLanguage, kind: Snippet['kind'], { imports, parts: list }: SnippetBody): Snippet {
	const code = defaultText(list);
	const text = imports.length === 0 ? code : `${imports.join('\n')}\n\n${code}`;
	return { language, kind, imports, parts: list, code, text };
}
