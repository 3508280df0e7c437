import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { facetValues, type FacetValue } from '../../catalog/facets.ts';
import { countText, filterModels as filter } from '../../catalog/filterModels.ts';
import { facetNames, formatModelQuery, parseModelQuery, type FacetTerm } from '../../catalog/modelQuery.ts';
import { frameworks } from '../../catalog/records.ts';
import { separator } from '../quickInput/choose.ts';
import type { Services } from '../services.ts';

/** Asks for the text of the tree's filter, counting what it leaves while it is typed; an empty one clears it. */
export async function filterModels({ catalogs, view }: Services): Promise<void> {
	const catalog = await catalogs.load();
	const text = await vscode.window.showInputBox({
		title: 'Filter Models',
		prompt: 'By name, alias, family, weights, and facets such as framework:timm. Empty shows all.',
		placeHolder: 'mbv3, resne*t, or framework:timm license:permissive year:>=2021',
		value: view.filter,
		validateInput: typed => (typed.trim() === '' ? undefined : resultOf(catalog, typed)),
	});
	if (text === undefined) return;
	await view.setFilter(text);
	await vscode.commands.executeCommand('modelScout.families.focus');
}

/** What a filter leaves, for information, or why it is none, which keeps it from being accepted. */
function resultOf(catalog: Catalog, text: string): string | vscode.InputBoxValidationMessage {
	const found = filter(catalog, text);
	if (!found.ok) return found.problem.text;
	return { message: countText(catalog, found), severity: vscode.InputBoxValidationSeverity.Info };
}

interface FacetChoice extends vscode.QuickPickItem {
	readonly chosen?: FacetValue;
}

/** Lets the facets be chosen from a list. What else the filter says stays. */
export async function filterByFacet({ catalogs, view }: Services): Promise<void> {
	const catalog = await catalogs.load();
	const parsed = parseModelQuery(view.filter, frameworks);
	const { words, facets } = parsed.ok ? parsed.query : { words: view.filter, facets: [] };
	const values = facetValues(catalog);
	const isListed = ({ facet, value, isExcluded }: FacetTerm): boolean =>
		!isExcluded && values.some(each => each.facet === facet && each.value === value);
	const answer = await vscode.window.showQuickPick(facetRows(values, facets), {
		title: 'Filter Models by Facet',
		placeHolder: 'Of one kind any may hold, of several kinds one each must',
		canPickMany: true,
		matchOnDescription: true,
	});
	if (!answer) return;
	const chosen = answer.flatMap(each => (each.chosen ? [{ ...each.chosen, isExcluded: false }] : []));
	await view.setFilter(formatModelQuery(words, [...facets.filter(term => !isListed(term)), ...chosen]));
	await vscode.commands.executeCommand('modelScout.families.focus');
}

function facetRows(values: readonly FacetValue[], current: readonly FacetTerm[]): readonly FacetChoice[] {
	return facetNames.flatMap((facet): FacetChoice[] => {
		const own = values.filter(each => each.facet === facet);
		if (own.length === 0) return [];
		const rows = own.map((chosen): FacetChoice => {
			const { value, models } = chosen;
			const picked = current.some(term => !term.isExcluded && term.facet === facet && term.value === value);
			return { label: value, description: models === 1 ? '1 model' : `${models} models`, picked, chosen };
		});
		return [separator(facet), ...rows];
	});
}
