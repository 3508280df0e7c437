// What the extension host runs for the bench of hover, completion and findings: prints one line with the times.
import * as vscode from 'vscode';
import { longCode } from '../support/longCode.ts';
import { timesMark } from './timesMark.ts';

const rounds = 60;
const openings = 7;
/** Time that findings wait after an edit, as `ModelDiagnostics` has it, in ms. */
const settleTime = 300;

export async function run(): Promise<void> {
	const code = longCode(5000);
	const document = await open(code);
	const peer = await openPeer(code);
	const first: number[] = [];
	const firstPeer: number[] = [];
	await hoverTime(document, placeOf(document, 0)); // the features, the catalog and its names are loaded
	for (let round = 0; round < openings; round++) {
		const text = `# ${String(round)}\n${code.replaceAll('step_', `step_${String(round)}_`)}`;
		const [ours, theirs] = [await open(text), await openPeer(text)];
		first.push(await hoverTime(ours, placeOf(ours, 7)));
		firstPeer.push(await hoverTime(theirs, placeOf(theirs, 7)));
	}
	const hover: number[] = [];
	const hoverPeer: number[] = [];
	const completion: number[] = [];
	const completionPeer: number[] = [];
	await settled();
	const names = await completionsAt(document, placeOf(document, 0));
	const ready = names.items.map(({ label, detail }) => readyItem(label, detail));
	const selector: vscode.DocumentSelector = { language: 'plaintext' };
	vscode.languages.registerCompletionItemProvider(selector, {
		provideCompletionItems: (_, position) => {
			const range = new vscode.Range(position.translate(0, -2), position);
			for (const item of ready) item.range = range;
			return ready;
		},
	});
	for (let round = 0; round < rounds; round++) {
		hover.push(await hoverTime(document, placeOf(document, round)));
		hoverPeer.push(await hoverTime(peer, placeOf(peer, round)));
	}
	for (let round = 0; round < rounds; round++) {
		completion.push(await completionTime(document, placeOf(document, round)));
		completionPeer.push(await completionTime(peer, placeOf(peer, round)));
	}
	const findings = await findingTimes(document);
	const times = { first, firstPeer, hover, hoverPeer, completion, completionPeer, findings };
	globalThis.console.log(timesMark + JSON.stringify(times));
}

async function open(content: string, language = 'python'): Promise<vscode.TextDocument> {
	return vscode.workspace.openTextDocument({ language, content });
}

/** The same text where a provider answers that has nothing to look up. */
async function openPeer(content: string): Promise<vscode.TextDocument> {
	peerHover ??= vscode.languages.registerHoverProvider(
		{ language: 'plaintext' },
		{ provideHover: () => new vscode.Hover(new vscode.MarkdownString('x'.repeat(1000))) },
	);
	return open(content, 'plaintext');
}

let peerHover: vscode.Disposable | undefined;

function readyItem(label: string | vscode.CompletionItemLabel, detail = ''): vscode.CompletionItem {
	const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Constant);
	item.detail = detail;
	item.sortText = '00000';
	return item;
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
	if (hovers.length === 0) throw new Error(`no hover in ${document.languageId}`);
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
	if (items.length < 1000) throw new Error(`${String(items.length)} completions in ${document.languageId}`);
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
