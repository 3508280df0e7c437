import * as z from 'zod/mini';
import { englishIssues } from '../../catalog/englishIssues.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { leadCandidate } from '../../catalog/merit.ts';
import type { ResolvedModel } from '../../catalog/names.ts';
import { labelText } from '../../catalog/plainText.ts';
import { guessFramework, usesTensorFlow } from '../../frameworks/guessFramework.ts';
import { makeSnippet, snippetOffers } from '../../frameworks/snippet.ts';
import type { Snippet, SnippetLanguage, SnippetOffer } from '../../frameworks/snippetOffer.ts';
import type { SnippetTemplate } from '../../frameworks/snippetTemplate.ts';
import { runText } from '../../frameworks/snippetRun.ts';
import { ArgumentError } from '../commands/argumentError.ts';
import { askTarget } from '../commands/targets.ts';
import { choose, separator, type Choice } from '../quickInput/choose.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../settings.ts';
import { keyFigures } from '../../comparison/keyFigures.ts';
import { applyReplacement, applySnippet } from './applySnippet.ts';
import type { OpenTarget } from './insertionTarget.ts';
import { languageName, orderOffers, snippetLanguage, type Wanted } from './offersFor.ts';
import { insertIntoNewFile, isWritable, placeElsewhere } from './openPlace.ts';
import { replacementsAt, type Replacement } from './replacement.ts';
import type { SnippetRequest } from './snippetRequest.ts';
import { snippetRequestSchema } from './snippetRequest.schema.ts';

/**
 * Inserts the lines that load a model. Called with `{ model, framework, kind }` it asks nothing: the snippet goes to the
 * last focused editor, or to a new file where that takes none, and is returned.
 */
export function insertSnippet(services: Services, args: readonly unknown[]): Promise<Snippet | undefined> {
	return insert(services, args, 'snippet');
}

/** The same for the record that describes a model, and for config files. */
export function insertConfigRecord(services: Services, args: readonly unknown[]): Promise<Snippet | undefined> {
	return insert(services, args, 'record');
}

/** Where a snippet goes, and what is known of that place. */
export interface Place {
	readonly target: OpenTarget | undefined;
	/** Undefined where the target takes no snippet. */
	readonly language: SnippetLanguage | undefined;
	readonly text: string;
}

async function insert(services: Services, args: readonly unknown[], wanted: Wanted): Promise<Snippet | undefined> {
	const catalog = await services.catalogs.load();
	const request = requestIn(args);
	const title = wanted === 'record' ? 'Insert Config Record' : 'Insert Snippet';
	const resolved = await askTarget(services, args, title);
	if (!resolved) return undefined;
	await services.remembered.remember(resolved.model.id);
	const place = await placeFor(services);
	const templates = wanted === 'snippet' ? await services.templates.read() : [];
	if (request) return insertForProgram(catalog, { request, wanted, resolved, place, templates });
	const offers = offersAt(catalog, { resolved, wanted, place, templates });
	const replacements = place.target && wanted === 'snippet' ? replacementsAt(catalog, place.target, resolved) : [];
	for (;;) {
		const chosen = await chooseOffer(catalog, offers, { title, place, replacements, resolved });
		if (!chosen) return undefined;
		if ('replacement' in chosen) {
			if (place.target) await applyReplacement(place.target, chosen.replacement.plan);
			return undefined;
		}
		const snippet = snippetAt(catalog, chosen.offer, place, {});
		if (place.target && snippet.language === place.language) {
			await applySnippet(place.target, snippet);
			return snippet;
		}
		if (await placeElsewhere(snippet, reasonOf(place, snippet))) return snippet;
	}
}

/** The place that was typed in last, where a snippet may go. */
export async function placeFor(services: Services): Promise<Place> {
	const target = services.target.current();
	if (!target || !(await isWritable(target.document))) return { target: undefined, language: undefined, text: '' };
	return { target, language: snippetLanguage(target.document.languageId), text: target.document.getText() };
}

interface OfferQuestion {
	readonly resolved: ResolvedModel;
	readonly wanted: Wanted;
	readonly place: Place;
	readonly templates: readonly SnippetTemplate[];
}

/** The offers for a place: in its language where it has one that any of them is in. */
function offersAt(catalog: Catalog, question: OfferQuestion): readonly SnippetOffer[] {
	const offers = orderedOffers(catalog, question);
	const fitting = offers.filter(({ language }) => language === question.place.language);
	return fitting.length > 0 ? fitting : offers;
}

/** All that is wanted, whatever its language. */
function orderedOffers(
	catalog: Catalog,
	{ resolved, wanted, place, templates }: OfferQuestion,
): readonly SnippetOffer[] {
	const guessed = place.language === 'python' ? guessFramework(place.text) : undefined;
	return orderOffers(snippetOffers(catalog, resolved.model, templates), {
		wanted,
		guessed,
		preferred: readSettings().frameworks,
		checkpoint: resolved.checkpoint?.id,
		candidate: resolved.candidate?.id,
	});
}

type ChosenOffer = { readonly offer: SnippetOffer } | { readonly replacement: Replacement };

interface OfferDialog {
	readonly title: string;
	readonly place: Place;
	readonly replacements: readonly Replacement[];
	readonly resolved: ResolvedModel;
}

async function chooseOffer(
	catalog: Catalog,
	offers: readonly SnippetOffer[],
	dialog: OfferDialog,
): Promise<ChosenOffer | undefined> {
	const { title, place, resolved } = dialog;
	const where = place.target && place.language ? `into ${labelText(place.target.name)}` : 'into a New File';
	const answer = await choose<ChosenOffer>({
		title: `${title} ${where}: ${labelText(resolved.model.name)}`,
		placeholder: 'What to insert',
		items: offerRows(catalog, offers, dialog),
		matchOnDescription: true,
	});
	return answer?.kind === 'chosen' ? answer.value : undefined;
}

function offerRows(
	catalog: Catalog,
	offers: readonly SnippetOffer[],
	{ place: target, replacements }: OfferDialog,
): Choice<ChosenOffer>[] {
	const spelling = spellingAt(target);
	const rows = replacements.map((replacement): Choice<ChosenOffer> => ({
		label: `$(replace) Replace ${labelText(replacement.from, 60)}`,
		description: `with ${labelText(replacement.to, 60)}`,
		value: { replacement },
	}));
	offers.forEach((offer, place) => {
		const before = offers[place - 1];
		const isSameGroup =
			before?.framework === offer.framework &&
			before.checkpoint === offer.checkpoint &&
			before.candidate === offer.candidate;
		if (!isSameGroup) rows.push(separator(groupTitle(catalog, offer)));
		const notes = [offer.licenseBadge, runText(offer, spelling)].filter(note => note !== undefined);
		const description = [labelText(offer.detail), ...notes].join(' · ');
		rows.push({ label: labelText(offer.label), description, value: { offer } });
	});
	if (rows.length === 0) rows.push({ label: 'The catalog has no weights that a framework could load.' });
	return rows;
}

/** `timm · 81.24 % · 6.8 G MACs · 25.56 M params`: what tells the weights of one model apart. */
function groupTitle(catalog: Catalog, { framework, model, checkpoint, candidate }: SnippetOffer): string {
	const described = catalog
		.candidatesOf(model)
		.filter(each => (candidate === undefined ? each.checkpoint === checkpoint : each.id === candidate));
	const lead = leadCandidate(catalog, described);
	return lead ? `${framework} · ${keyFigures(catalog, lead)}` : framework;
}

function snippetAt(
	catalog: Catalog,
	offer: SnippetOffer,
	place: Place,
	{ classes }: Pick<SnippetRequest, 'classes'>,
): Snippet {
	return makeSnippet(catalog, offer, { classes, ...spellingAt(place) });
}

/** How the text of a place spells Keras. */
function spellingAt({ language, text }: Place): { readonly tensorflowKeras: boolean } {
	return { tensorflowKeras: language === 'python' && usesTensorFlow(text) };
}

interface ProgramQuestion extends OfferQuestion {
	readonly request: SnippetRequest;
}

async function insertForProgram(catalog: Catalog, question: ProgramQuestion): Promise<Snippet> {
	const { request, place, wanted, resolved } = question;
	const usual = request.template === undefined ? 'load' : 'template';
	const kind = request.kind ?? (wanted === 'record' ? 'record' : usual);
	const offers = [...offersAt(catalog, question), ...orderedOffers(catalog, question)];
	const offer = offers.find(
		each =>
			each.kind === kind &&
			(request.framework === undefined || each.framework === request.framework) &&
			(request.template === undefined || each.template?.name === request.template) &&
			(request.form === undefined || each.form === request.form),
	);
	if (!offer) {
		const framework = request.framework === undefined ? '' : ` for ${request.framework}`;
		throw new ArgumentError(`There is no ${kind} snippet of ${resolved.model.name}${framework}.`);
	}
	const snippet = snippetAt(catalog, offer, place, request);
	if (place.target && snippet.language === place.language) await applySnippet(place.target, snippet);
	else await insertIntoNewFile(snippet);
	return snippet;
}

/** What a program asks for. A name, or a row of the tree, is no request: the person is asked what to insert. */
function requestIn([first]: readonly unknown[]): SnippetRequest | undefined {
	if (typeof first !== 'object' || first === null || 'recordId' in first || Array.isArray(first)) return undefined;
	const parsed = snippetRequestSchema.safeParse(first, englishIssues);
	if (!parsed.success) throw new ArgumentError(`Invalid arguments: ${z.prettifyError(parsed.error)}`);
	return parsed.data;
}

function reasonOf({ target, language }: Place, snippet: Snippet): string {
	if (!target) return 'No editor is open that can be typed in.';
	const name = languageName(snippet.language);
	return language === undefined ? `${target.name} takes no snippets.` : `${target.name} is no ${name} file.`;
}
