import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { labelText } from '../../catalog/plainText.ts';
import { candidateTitle } from '../../comparison/modelCard.ts';
import { leadCandidate } from '../../catalog/merit.ts';
import { comparedTable } from '../comparison/comparisonText.ts';
import { exportTable } from '../comparison/saveTable.ts';
import { askModel } from '../quickInput/askModel.ts';
import type { Services } from '../services.ts';
import { candidateOf, recordsIn } from './targets.ts';

/** Opens the comparison with the models that the command was called with; with the present selection without any. */
export async function compareModels(services: Services, args: readonly unknown[]): Promise<void> {
	const ids = candidateIdsIn(await services.catalogs.load(), args);
	if (ids.length > 0) services.compared.replace(ids);
	await services.comparison.open();
}

export async function addToComparison(services: Services, args: readonly unknown[]): Promise<void> {
	const catalog = await services.catalogs.load();
	const named = candidateIdsIn(catalog, args);
	if (named.length > 0) {
		services.compared.add(named);
		return;
	}
	const model = await askModel(catalog, services.remembered, { title: 'Add to Comparison' });
	const lead = model && leadCandidate(catalog, catalog.candidatesOf(model.id));
	if (lead) services.compared.add([lead.id]);
	else if (model) void vscode.window.showInformationMessage(`No figures of ${model.name} are known to compare.`);
}

/** Removes the models that the command was called with; without any it asks which of the compared ones. */
export async function removeFromComparison(services: Services, args: readonly unknown[]): Promise<void> {
	const catalog = await services.catalogs.load();
	const named = candidateIdsIn(catalog, args);
	if (named.length > 0) {
		services.compared.remove(named);
		return;
	}
	const choices = services.compared.ids.map(id => ({ ...comparedChoice(catalog, id), id }));
	const chosen = await vscode.window.showQuickPick(choices, {
		title: 'Remove from Comparison',
		placeHolder: 'Candidates to remove',
		canPickMany: true,
	});
	services.compared.remove((chosen ?? []).map(({ id }) => id));
}

/** Adds what is not compared yet; where all of it is, removes it. */
export async function toggleComparison(services: Services, args: readonly unknown[]): Promise<void> {
	const catalog = await services.catalogs.load();
	const ids = candidateIdsIn(catalog, args);
	const modelOf = (id: string): string | undefined => catalog.candidateById.get(id)?.model;
	const comparedModels = new Set(services.compared.ids.map(modelOf));
	const isCompared = (id: string): boolean => services.compared.ids.includes(id) || comparedModels.has(modelOf(id));
	if (!ids.every(isCompared)) {
		services.compared.add(ids.filter(id => !isCompared(id)));
		return;
	}
	const models = new Set(ids.map(modelOf));
	services.compared.remove(services.compared.ids.filter(id => models.has(modelOf(id))));
}

export async function exportComparison(services: Services): Promise<void> {
	await exportTable(comparedTable(await services.catalogs.load(), services.compared.ids));
}

/** One candidate per record: its own, else the leading one of the checkpoint or model; a family stands for all its models. */
function candidateIdsIn(catalog: Catalog, args: readonly unknown[]): readonly string[] {
	return recordsIn(catalog, args).flatMap(record => {
		const { model, family } = record;
		if (model) return candidateOf(catalog, { ...record, model })?.id ?? [];
		return catalog
			.modelsOf(family.id)
			.flatMap(each => leadCandidate(catalog, catalog.candidatesOf(each.id))?.id ?? []);
	});
}

function comparedChoice(catalog: Catalog, id: string): vscode.QuickPickItem {
	const candidate = catalog.candidateById.get(id);
	const model = candidate && catalog.modelById.get(candidate.model);
	return {
		label: labelText(model?.name ?? id),
		description: candidate ? labelText(candidateTitle(catalog, candidate)) : 'no longer in the catalog',
		picked: false,
	};
}
