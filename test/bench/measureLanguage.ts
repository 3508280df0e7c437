// What the extension host runs for the bench of hover, completion and findings: prints one line with the times.
import * as vscode from 'vscode';
import { longCode } from '../support/longCode.ts';
import { inTurn } from './benchResult.ts';
import { timesMark } from './timesMark.ts';
import { openOwnProviders } from './ownProviders.ts';

const rounds = 200;
const openings = 7;
/** Time that findings wait after an edit, as `ModelDiagnostics` has it, in ms. */
const settleTime = 300;

export async function run(): Promise<void> {
	const code = longCode(5000);
	const document = await open(code);
	const peer = await openPeer(code);
	await hoverTime(document, placeOf(document, 0)); // the features, the catalog and its names are loaded
	const first = await firstHovers(code);
	await settled();
	const inBoth = (measure: typeof hoverTime): ReturnType<typeof inTurn> =>
		inTurn(
			rounds,
			round => measure(document, placeOf(document, round)),
			round => measure(peer, placeOf(peer, round)),
		);
	const hovers = await inBoth(hoverTime);
	registerReadyNames((await completionsAt(document, placeOf(document, 0))).items);
	const completions = await inBoth(completionTime);
	const findings = await findingTimes(document);
	const times = {
		first: first.ours,
		firstPeer: first.theirs,
		hover: hovers.ours,
		hoverPeer: hovers.theirs,
		completion: completions.ours,
		completionPeer: completions.theirs,
		findings,
		...(await providerTimes(document)),
	};
	globalThis.console.log(timesMark + JSON.stringify(times));
}

interface Times {
	readonly ours: number[];
	readonly theirs: number[];
}

/** The providers alone, with no way to the window and back. */
async function providerTimes(document: vscode.TextDocument): Promise<Record<string, readonly number[]>> {
	const own = openOwnProviders();
	const providerHover: number[] = [];
	const providerCompletion: number[] = [];
	await own.hover(document, placeOf(document, 0));
	await own.complete(document, placeOf(document, 0));
	for (let round = 0; round < rounds; round++) {
		providerHover.push(await own.hover(document, placeOf(document, round)));
		providerCompletion.push(await own.complete(document, placeOf(document, round)));
	}
	own.dispose();
	return { providerHover, providerCompletion };
}

/** Of texts that were not read before. */
async function firstHovers(code: string): Promise<Times> {
	const times: Times = { ours: [], theirs: [] };
	for (let round = 0; round < openings; round++) {
		const text = `# ${String(round)}\n${code.replaceAll('step_', `step_${String(round)}_`)}`;
		const [ours, theirs] = [await open(text), await openPeer(text)];
		times.ours.push(await hoverTime(ours, placeOf(ours, 7)));
		times.theirs.push(await hoverTime(theirs, placeOf(theirs, 7)));
	}
	return times;
}

async function open(content: string): Promise<vscode.TextDocument> {
	return vscode.workspace.openTextDocument({ language: 'python', content });
}

const peerScheme = 'ready-answer';
const peerSelector: vscode.DocumentSelector = { language: 'python', scheme: peerScheme };
const peerTexts: string[] = [];
let peerHover: vscode.Disposable | undefined;

/** Python of the same length that imports no library, where a provider answers that has nothing to look up. */
async function openPeer(content: string): Promise<vscode.TextDocument> {
	peerHover ??= vscode.Disposable.from(
		vscode.workspace.registerTextDocumentContentProvider(peerScheme, {
			provideTextDocumentContent: ({ path }) => peerTexts[Number.parseInt(path.slice(1))],
		}),
		vscode.languages.registerHoverProvider(peerSelector, {
			provideHover: () => new vscode.Hover(new vscode.MarkdownString('x'.repeat(1000))),
		}),
	);
	const number = peerTexts.push(content.replaceAll(/timm|torch|create_model|models/g, 'other')) - 1;
	const uri = vscode.Uri.from({ scheme: peerScheme, path: `/${String(number)}.py` });
	const document = await vscode.workspace.openTextDocument(uri);
	if (document.languageId !== 'python') throw new Error(`the peer is ${document.languageId}`);
	return document;
}

/** As many names, with as much beside them. */
function registerReadyNames(names: readonly vscode.CompletionItem[]): void {
	const ready = names.map(({ label, detail = '' }, index) => {
		const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Constant);
		item.detail = detail;
		item.sortText = String(index).padStart(5, '0');
		return item;
	});
	vscode.languages.registerCompletionItemProvider(peerSelector, {
		provideCompletionItems: (_, position) => {
			const range = new vscode.Range(position.translate(0, -2), position);
			for (const item of ready) item.range = range;
			return ready;
		},
	});
}

/** The position inside one of the names of the text. */
function placeOf(document: vscode.TextDocument, number: number): vscode.Position {
	const names = [...document.getText().matchAll(/"resnet50"/g)];
	return document.positionAt((names[(number * 7) % names.length]?.index ?? 0) + 3);
}

async function hoverTime(document: vscode.TextDocument, position: vscode.Position): Promise<number> {
	const start = performance.now();
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
		'vscode.executeHoverProvider',
		document.uri,
		position,
	);
	const time = performance.now() - start;
	if (hovers.length !== 1) throw new Error(`${String(hovers.length)} hovers in ${document.uri.scheme}`);
	return time;
}

async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionList> {
	return vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		document.uri,
		position,
	);
}

async function completionTime(document: vscode.TextDocument, position: vscode.Position): Promise<number> {
	const start = performance.now();
	const { items } = await completionsAt(document, position);
	const time = performance.now() - start;
	if (items.length < 1000) throw new Error(`${String(items.length)} completions in ${document.uri.scheme}`);
	return time;
}

/** Resolves when the texts that were opened are looked through. */
async function settled(): Promise<void> {
	await new Promise(done => setTimeout(done, 3000));
}

/** From the change of a text to its findings, without the wait between them. */
async function findingTimes(document: vscode.TextDocument): Promise<readonly number[]> {
	const times: number[] = [];
	await settled();
	const position = placeOf(document, 0).translate(0, 4);
	const digit = new vscode.Range(position, position.translate(0, 1));
	for (let round = 0; round < 20; round++) {
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, digit, round % 2 === 0 ? '6' : '5'); // one name more that nobody knows, and back
		times.push(await timeUntilFound(document, edit));
	}
	return times;
}

/** The editor tells others of new findings only after 50 ms, so they are asked for. */
async function timeUntilFound(document: vscode.TextDocument, edit: vscode.WorkspaceEdit): Promise<number> {
	const count = (): number => vscode.languages.getDiagnostics(document.uri).length;
	const before = count();
	let changed = NaN;
	const changes = vscode.workspace.onDidChangeTextDocument(event => {
		if (event.document === document) changed = performance.now();
	});
	await vscode.workspace.applyEdit(edit);
	while (count() === before) await new Promise(done => setTimeout(done, 1));
	changes.dispose();
	return performance.now() - changed - settleTime;
}
