import * as vscode from 'vscode';
import { readSettings, writeSetting } from '../settings.ts';
import type { Services } from '../services.ts';
import type { CommandId } from './ids.ts';
import type { Command } from './registerCommands.ts';

/** Every command. What one needs beyond this table is loaded when it runs. */
export function createCommands(services: Services, extensionId: string): Record<CommandId, Command> {
	return {
		...treeCommands(services, extensionId),
		...modelCommands(services),
		...comparisonCommands(services),
		...codeCommands(services),
	};
}

type TreeCommandId =
	| 'modelScout.findModel'
	| 'modelScout.filterModels'
	| 'modelScout.filterByFacet'
	| 'modelScout.clearFilter'
	| 'modelScout.clearRecentModels'
	| `modelScout.groupBy${'Class' | 'Accuracy' | 'Size'}`
	| 'modelScout.showCostsAtInput'
	| 'modelScout.addCatalog'
	| 'modelScout.importTimmResults'
	| 'modelScout.reloadCatalog'
	| 'modelScout.openWalkthrough'
	| 'modelScout.showLog';

function treeCommands(services: Services, extensionId: string): Record<TreeCommandId, Command> {
	const { catalogs, view, log } = services;
	return {
		'modelScout.findModel': async () => (await import('./findModel.ts')).findModel(services),
		'modelScout.filterModels': async () => (await import('./filterModels.ts')).filterModels(services),
		'modelScout.filterByFacet': async () => (await import('./filterModels.ts')).filterByFacet(services),
		'modelScout.clearRecentModels': () => services.remembered.clearRecents(),
		'modelScout.clearFilter': () => view.setFilter(''),
		'modelScout.groupByClass': () => writeSetting('tree.grouping', 'class'),
		'modelScout.groupByAccuracy': () => writeSetting('tree.grouping', 'accuracy'),
		'modelScout.groupBySize': () => writeSetting('tree.grouping', 'size'),
		'modelScout.showCostsAtInput': async (...args) =>
			(await import('./showCostsAtInput.ts')).showCostsAtInput(services, args),
		'modelScout.addCatalog': () =>
			vscode.commands.executeCommand('workbench.action.openSettings', 'modelScout.catalogs'),
		'modelScout.importTimmResults': async () =>
			(await import('./importTimmResults.ts')).importTimmResults(services),
		'modelScout.reloadCatalog': () => {
			catalogs.reload();
		},
		'modelScout.openWalkthrough': () =>
			vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#start`, false),
		'modelScout.showLog': () => {
			log.show();
		},
	};
}

type ModelCommandId =
	| 'modelScout.pickUnderBudget'
	| 'modelScout.pickWithinModel'
	| 'modelScout.showPickReport'
	| 'modelScout.whyNot'
	| 'modelScout.showDetails'
	| 'modelScout.revealModel'
	| 'modelScout.toggleFavorite'
	| 'modelScout.copyName'
	| 'modelScout.copyAsMarkdown'
	| 'modelScout.openSource'
	| 'modelScout.insertSnippet'
	| 'modelScout.insertConfigRecord'
	| 'modelScout.insertArchitecture';

function modelCommands(services: Services): Record<ModelCommandId, Command> {
	return {
		'modelScout.pickUnderBudget': async (...args) =>
			(await import('./pickUnderBudget.ts')).pickUnderBudget(services, args),
		'modelScout.pickWithinModel': async (...args) =>
			(await import('./pickUnderBudget.ts')).pickWithinModel(services, args),
		'modelScout.showPickReport': async (...args) =>
			(await import('./pickUnderBudget.ts')).showPickReport(services, args),
		'modelScout.whyNot': async (...args) => (await import('./whyNot.ts')).showWhyNot(services, args),
		'modelScout.showDetails': async (...args) => (await import('./showDetails.ts')).showDetails(services, args),
		'modelScout.revealModel': async (...args) => (await import('./findModel.ts')).revealModel(services, args),
		'modelScout.toggleFavorite': async (...args) => (await import('./favorites.ts')).toggleFavorite(services, args),
		'modelScout.copyName': async (...args) => (await import('./showDetails.ts')).copyName(services, args),
		'modelScout.copyAsMarkdown': async (...args) =>
			(await import('./showDetails.ts')).copyAsMarkdown(services, args),
		'modelScout.openSource': async (...args) => (await import('./openSource.ts')).openSource(services, args),
		'modelScout.insertSnippet': async (...args) =>
			(await import('../insertion/insertSnippet.ts')).insertSnippet(services, args),
		'modelScout.insertConfigRecord': async (...args) =>
			(await import('../insertion/insertSnippet.ts')).insertConfigRecord(services, args),
		'modelScout.insertArchitecture': async (...args) =>
			(await import('../insertion/insertArchitecture.ts')).insertArchitecture(services, args),
	};
}

type ComparisonCommandId =
	| 'modelScout.compareModels'
	| 'modelScout.saveView'
	| 'modelScout.openView'
	| `modelScout.${'addTo' | 'removeFrom' | 'toggle' | 'clear' | 'export'}Comparison`;

function comparisonCommands(services: Services): Record<ComparisonCommandId, Command> {
	return {
		'modelScout.compareModels': async (...args) => (await import('./comparison.ts')).compareModels(services, args),
		'modelScout.addToComparison': async (...args) =>
			(await import('./comparison.ts')).addToComparison(services, args),
		'modelScout.removeFromComparison': async (...args) =>
			(await import('./comparison.ts')).removeFromComparison(services, args),
		'modelScout.toggleComparison': async (...args) =>
			(await import('./comparison.ts')).toggleComparison(services, args),
		'modelScout.clearComparison': () => {
			services.compared.replace([]);
		},
		'modelScout.saveView': async () => (await import('../comparison/scoutViews.ts')).saveView(services),
		'modelScout.openView': async (...args) =>
			(await import('../comparison/scoutViews.ts')).openView(services, args),
		'modelScout.exportComparison': async () => (await import('./comparison.ts')).exportComparison(services),
	};
}

type CodeCommandId = `modelScout.${'findInWorkspace' | 'stopFinding' | 'openPlace' | 'openBudget' | 'toggleHints'}`;

function codeCommands({ language, workspaceView }: Services): Record<CodeCommandId, Command> {
	return {
		'modelScout.findInWorkspace': () => workspaceView.find(),
		'modelScout.stopFinding': () => {
			workspaceView.stop();
		},
		'modelScout.openPlace': async (...args) => (await import('./openPlace.ts')).openPlace(args),
		'modelScout.openBudget': async () => (await import('./openBudget.ts')).openBudget(language),
		'modelScout.toggleHints': () => writeSetting('hints', readSettings().hints === 'all' ? 'overBudget' : 'all'),
	};
}
