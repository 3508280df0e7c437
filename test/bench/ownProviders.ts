import * as vscode from 'vscode';
import { CatalogLoader } from '../../src/host/catalogLoader.ts';
import { LazyLanguage } from '../../src/host/language/lazyLanguage.ts';
import { completionProvider, hoverProvider } from '../../src/host/language/registerLanguage.ts';

/** Times, in ms, that our providers take to answer; they throw where there is no answer. */
export interface OwnProviders {
	hover(document: vscode.TextDocument, position: vscode.Position): Promise<number>;
	complete(document: vscode.TextDocument, position: vscode.Position): Promise<number>;
	dispose(): void;
}

/** The providers as the extension registers them, in the extension host, so that they alone can be timed. */
export function openOwnProviders(): OwnProviders {
	const extension = vscode.extensions.getExtension('model-scout.model-scout');
	if (!extension) throw new Error('the extension is not there');
	const { extensionUri } = extension;
	const log = vscode.window.createOutputChannel('Model Scout Bench', { log: true });
	const catalogs = new CatalogLoader(extensionUri, log);
	const lazy = new LazyLanguage({ catalogs, extensionUri, log });
	const { token } = new vscode.CancellationTokenSource();
	const hovers = hoverProvider(lazy);
	const completions = completionProvider(lazy);
	const context = { triggerKind: vscode.CompletionTriggerKind.Invoke, triggerCharacter: undefined };
	return {
		hover: (document, position) => answerTime(() => hovers.provideHover(document, position, token)),
		complete: (document, position) =>
			answerTime(() => completions.provideCompletionItems(document, position, token, context)),
		dispose: () => {
			vscode.Disposable.from(lazy, catalogs, log).dispose();
		},
	};
}

async function answerTime(ask: () => vscode.ProviderResult<unknown>): Promise<number> {
	const start = performance.now();
	const answer = await ask();
	const time = performance.now() - start;
	if (!answer) throw new Error('no answer');
	return time;
}
