import * as vscode from 'vscode';
import type { Network, Pair } from '../../architecture/layers.ts';
import { networkOf } from '../../architecture/networkOf.ts';
import { networkNamed } from '../../architecture/ports.ts';
import { onnxGraph } from '../../architecture/onnx/onnxGraph.ts';
import { encodeOnnx } from '../../architecture/onnx/onnxModel.ts';
import { catalogOf, listsOf, type Catalog } from '../../catalog/catalog.ts';
import { leadCandidate } from '../../catalog/merit.ts';
import type { Model } from '../../catalog/records.ts';
import { labelText } from '../../catalog/plainText.ts';
import { formatBytes, formatInput } from '../../catalog/units.ts';
import { architectureSnippet, architectureTitles } from '../../frameworks/architectureSnippet.ts';
import type { Snippet, SnippetLanguage } from '../../frameworks/snippetOffer.ts';
import { ArgumentError } from '../commands/argumentError.ts';
import { targetsIn } from '../commands/targets.ts';
import { askModel } from '../quickInput/askModel.ts';
import { choose } from '../quickInput/choose.ts';
import type { Services } from '../services.ts';
import { applySnippet } from './applySnippet.ts';
import type { OpenTarget } from './insertionTarget.ts';
import { placeFor } from './insertSnippet.ts';
import { languageName } from './offersFor.ts';
import { insertIntoNewFile } from './openPlace.ts';

const languages: readonly SnippetLanguage[] = ['python', 'yaml', 'json'];

/**
 * Inserts the layers of a network: as a PyTorch module that needs torch alone, described in YAML or JSON, or as an ONNX file with
 * random weights. Called with
 * `{ model, language }` it asks nothing. It goes to the last focused editor where that is of the language, else to a new file.
 */
export async function insertArchitecture(services: Services, args: readonly unknown[]): Promise<Snippet | undefined> {
	const catalog = await services.catalogs.load();
	const [named] = targetsIn(catalog, args);
	const model = named?.model ?? (await askDescribed(catalog, services));
	if (!model) return undefined;
	await services.remembered.remember(model.id);
	const network = networkNamed({ ...named, model });
	if (!network) throw new Error(`The layers of ${labelText(model.name)} are not described in Model Scout.`);
	const place = await placeFor(services);
	const form = languageIn(args) ?? (await askForm(labelText(model.name), place.language));
	if (!form) return undefined;
	const candidate = named?.candidate ?? leadCandidate(catalog, catalog.candidatesOf(model.id));
	const input = candidate?.input ?? [224, 224];
	if (form === 'onnx') {
		await saveOnnx(network, input);
		return undefined;
	}
	const snippet = architectureSnippet(network, input, form);
	if (place.target && place.language === form) await applySnippet(place.target, apart(snippet, place.target));
	else await insertIntoNewFile(snippet);
	return snippet;
}

/** Asks for one of the models whose layers are described. */
function askDescribed(catalog: Catalog, { remembered }: Services): Promise<Model | undefined> {
	const models = catalog.models.filter(({ id }) => networkOf(id) !== undefined);
	const described = catalogOf({ ...listsOf(catalog), ...catalog.groups, models: () => models }, catalog);
	return askModel(described, remembered, { title: 'Insert Architecture' });
}

/** Two empty lines stand between what is before the cursor and a class of Python. */
function apart(snippet: Snippet, { document, selections }: OpenTarget): Snippet {
	const [cursor] = selections;
	if (snippet.language !== 'python' || !cursor) return snippet;
	const before = document.getText(new vscode.Range(new vscode.Position(0, 0), cursor.start));
	const missing = 3 - (/\n*$/.exec(before.replaceAll('\r', ''))?.[0].length ?? 0);
	if (before.trim() === '' || missing <= 0) return snippet;
	return { ...snippet, parts: ['\n'.repeat(missing), ...snippet.parts] };
}

type Form = SnippetLanguage | 'onnx';

/** The language of the open file stands first. */
async function askForm(name: string, open: SnippetLanguage | undefined): Promise<Form | undefined> {
	const ordered = [...languages].sort((a, b) => Number(b === open) - Number(a === open));
	const answer = await choose<Form>({
		title: `Insert Architecture: ${name}`,
		placeholder: 'What to write',
		items: [
			...ordered.map(language => ({
				label: architectureTitles[language],
				description: language === open ? 'at the cursor' : `in a new ${languageName(language)} file`,
				value: language,
			})),
			{ label: 'ONNX File…', description: 'with random weights, for timing and tools', value: 'onnx' as const },
		],
	});
	return answer?.kind === 'chosen' ? answer.value : undefined;
}

async function saveOnnx(network: Network, input: Pair): Promise<void> {
	const name = `${network.name.toLowerCase().replace(/[^a-z0-9.]+/g, '-')}-${input.join('x')}.onnx`;
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	const uri = await vscode.window.showSaveDialog({
		title: `${network.name} at ${formatInput(input)} with random weights`,
		filters: { ONNX: ['onnx'] },
		...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
	});
	if (!uri) return;
	const bytes = encodeOnnx(onnxGraph(network, input));
	await vscode.workspace.fs.writeFile(uri, bytes);
	vscode.window.setStatusBarMessage(
		`Wrote ${formatBytes(bytes.length)} to ${uri.path.split('/').at(-1) ?? ''}`,
		5000,
	);
}

/** The language that a program asks for. */
function languageIn([first]: readonly unknown[]): SnippetLanguage | undefined {
	if (typeof first !== 'object' || first === null || !('language' in first)) return undefined;
	const language = languages.find(each => each === first.language);
	if (!language) throw new ArgumentError(`Invalid language; expected one of ${languages.join(', ')}`);
	return language;
}
