import * as vscode from 'vscode';
import { CatalogLoader } from './host/catalogLoader.ts';
import { registerCommands } from './host/commands/registerCommands.ts';
import { createCommands } from './host/commands/table.ts';
import { ComparedCandidates } from './host/comparedCandidates.ts';
import { ComparisonHost } from './host/comparison/comparisonHost.ts';
import { CostInput } from './host/costInput.ts';
import { ReadOnlyDocuments } from './host/documents/readOnlyDocuments.ts';
import { InsertionTarget } from './host/insertion/insertionTarget.ts';
import { TemplateFiles } from './host/insertion/templateFiles.ts';
import { registerSnippetDrop } from './host/insertion/snippetDrop.ts';
import { LazyLanguage } from './host/language/lazyLanguage.ts';
import { registerLanguage } from './host/language/registerLanguage.ts';
import { RememberedModels, syncedKeys } from './host/rememberedModels.ts';
import type { Services } from './host/services.ts';
import { FamilyView } from './host/tree/familyView.ts';
import { WorkspaceView } from './host/workspaceModels/workspaceView.ts';

/** Builds, connects and registers. Reads no file and waits for nothing. */
export function activate(context: vscode.ExtensionContext): void {
	const { extensionUri, workspaceState: memory } = context;
	const log = vscode.window.createOutputChannel('Model Scout', { log: true });
	const catalogs = new CatalogLoader(extensionUri, log);
	const costs = new CostInput(catalogs, memory);
	const compared = new ComparedCandidates(memory);
	const tables: Services['tables'] = new WeakMap();
	const comparison = new ComparisonHost({ extensionUri, catalogs: costs, compared, tables, memory, log });
	const language = new LazyLanguage({ catalogs, extensionUri, log });
	const target = new InsertionTarget();
	const templates = new TemplateFiles(log);
	context.globalState.setKeysForSync(syncedKeys);
	const remembered = new RememberedModels(context.globalState);
	const view = new FamilyView(costs, compared, remembered, log);
	const workspaceView = new WorkspaceView(language, log);
	const services = {
		catalogs,
		costs,
		compared,
		comparison,
		target,
		templates,
		view,
		remembered,
		language,
		workspaceView,
		tables,
		memory,
		log,
	};

	context.subscriptions.push(
		log,
		catalogs,
		costs,
		compared,
		remembered,
		comparison,
		target,
		templates,
		view,
		workspaceView,
		new ReadOnlyDocuments(catalogs, compared),
		registerSnippetDrop(catalogs),
		language,
		registerLanguage(language, log),
		...registerCommands(createCommands(services, context.extension.id), log),
	);
}
