import { networkOf } from '../../architecture/networkOf.ts';
import { leadCandidate } from '../../catalog/merit.ts';
import { labelText } from '../../catalog/plainText.ts';
import { architectureSnippet, architectureTitles } from '../../frameworks/architectureSnippet.ts';
import type { Snippet, SnippetLanguage } from '../../frameworks/snippetOffer.ts';
import { ArgumentError } from '../commands/argumentError.ts';
import { askTarget } from '../commands/targets.ts';
import { choose } from '../quickInput/choose.ts';
import type { Services } from '../services.ts';
import { applySnippet } from './applySnippet.ts';
import { placeFor } from './insertSnippet.ts';
import { languageName } from './offersFor.ts';
import { insertIntoNewFile } from './openPlace.ts';

const languages: readonly SnippetLanguage[] = ['python', 'yaml', 'json'];

/**
 * Inserts the layers of a network: as a PyTorch module that needs torch alone, or described in YAML or JSON. Called with
 * `{ model, language }` it asks nothing. It goes to the last focused editor where that is of the language, else to a new file.
 */
export async function insertArchitecture(services: Services, args: readonly unknown[]): Promise<Snippet | undefined> {
	const catalog = await services.catalogs.load();
	const resolved = await askTarget(services, args, 'Insert Architecture');
	if (!resolved) return undefined;
	const { model } = resolved;
	await services.remembered.remember(model.id);
	const network = networkOf(model.id);
	if (!network) throw new Error(`The layers of ${labelText(model.name)} are not described in Model Scout.`);
	const place = await placeFor(services);
	const language = languageIn(args) ?? (await askLanguage(labelText(model.name), place.language));
	if (!language) return undefined;
	const candidate = resolved.candidate ?? leadCandidate(catalog, catalog.candidatesOf(model.id));
	const snippet = architectureSnippet(network, candidate?.input ?? [224, 224], language);
	if (place.target && place.language === language) await applySnippet(place.target, snippet);
	else await insertIntoNewFile(snippet);
	return snippet;
}

/** The language of the open file stands first. */
async function askLanguage(name: string, open: SnippetLanguage | undefined): Promise<SnippetLanguage | undefined> {
	const ordered = [...languages].sort((a, b) => Number(b === open) - Number(a === open));
	const answer = await choose<SnippetLanguage>({
		title: `Insert Architecture: ${name}`,
		placeholder: 'What to write',
		items: ordered.map(language => ({
			label: architectureTitles[language],
			description: language === open ? 'at the cursor' : `in a new ${languageName(language)} file`,
			value: language,
		})),
	});
	return answer?.kind === 'chosen' ? answer.value : undefined;
}

/** The language that a program asks for. */
function languageIn([first]: readonly unknown[]): SnippetLanguage | undefined {
	if (typeof first !== 'object' || first === null || !('language' in first)) return undefined;
	const language = languages.find(each => each === first.language);
	if (!language) throw new ArgumentError(`Invalid language; expected one of ${languages.join(', ')}`);
	return language;
}
