import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { formatCatalogFoot } from '../../catalog/catalogAge.ts';
import { labelText } from '../../catalog/plainText.ts';
import { isRanked } from '../../catalog/shownFigure.ts';
import { formatInput } from '../../catalog/units.ts';
import { licenseBadge } from '../../catalog/weightsLicense.ts';
import type {
	CandidateNode,
	CheckpointNode,
	FavoritesNode,
	FamilyNode,
	FamilyTreeNode,
	GroupNode,
	ModelNode,
	NoteNode,
	TaskNode,
} from './familyTreeNode.ts';
import { keyFigures, spokenFigures } from '../../comparison/keyFigures.ts';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

export interface ItemState {
	readonly catalog: Catalog;
	readonly hasChildren: boolean;
	readonly isCompared: boolean;
	/** While a filter is set everything that it left is open. */
	readonly isFiltered: boolean;
}

/** What the tree shows of a node. The tooltip comes later, when it is asked for. */
export function familyItem(node: FamilyTreeNode, state: ItemState): vscode.TreeItem {
	const item = itemOf(node, state);
	item.id = node.id;
	item.contextValue = node.kind;
	return item;
}

function itemOf(node: FamilyTreeNode, state: ItemState): vscode.TreeItem {
	switch (node.kind) {
		case 'favorites':
			return favoritesItem(node);
		case 'task':
		case 'group':
			return groupItem(node, state);
		case 'family':
			return familyRow(node, state);
		case 'model':
			return modelItem(node, state);
		case 'checkpoint':
			return checkpointItem(node, state);
		case 'candidate':
			return candidateItem(node, state);
		case 'note':
			return noteItem(node);
	}
}

function favoritesItem({ label, models }: FavoritesNode): vscode.TreeItem {
	const item = new vscode.TreeItem(label, Expanded);
	item.description = countOf(models.length, 'model', 'models');
	item.iconPath = new vscode.ThemeIcon('star-full');
	return item;
}

/** The first task and its first group are open, so that families are seen at once; with hundreds of them the others would only be scrolled past. */
function groupItem(node: TaskNode | GroupNode, { isFiltered, catalog }: ItemState): vscode.TreeItem {
	const isOpen = node.isFirst || isFiltered;
	const item = new vscode.TreeItem(labelText(node.label), isOpen ? Expanded : Collapsed);
	const families = countOf(node.families, 'family', 'families');
	const more = node.kind === 'group' ? [countOf(node.models, 'model', 'models')] : ageAt(node, catalog);
	item.description = [families, ...more].join(' · ');
	if (node.kind === 'task' && node.isFirst) item.tooltip = formatCatalogFoot(catalog);
	return item;
}

/** The first row says how old the figures below are. */
function ageAt({ isFirst }: TaskNode, { date }: Catalog): readonly string[] {
	return isFirst ? [labelText(date, 40)] : [];
}

function familyRow(node: FamilyNode, { isFiltered }: ItemState): vscode.TreeItem {
	const item = new vscode.TreeItem(labelText(node.family.name), isFiltered ? Expanded : Collapsed);
	item.description = node.models === 0 ? 'no models' : countOf(node.models, 'model', 'models');
	item.iconPath = new vscode.ThemeIcon('layers');
	return item;
}

function modelItem(node: ModelNode, { catalog, hasChildren, isCompared }: ItemState): vscode.TreeItem {
	const { model, lead } = node;
	const item = new vscode.TreeItem(labelText(model.name), hasChildren ? Collapsed : None);
	item.description = lead ? keyFigures(catalog, lead) : 'no figures';
	if (lead && !isRanked(catalog, lead)) item.iconPath = new vscode.ThemeIcon('question');
	if (lead) item.checkboxState = checkboxOf(labelText(model.name), isCompared);
	item.command = detailsCommand(node.recordId);
	item.accessibilityInformation = {
		label: `${labelText(model.name)}, ${lead ? spokenFigures(catalog, lead) : 'no figures'}`,
	};
	return item;
}

function checkpointItem(node: CheckpointNode, { catalog, hasChildren }: ItemState): vscode.TreeItem {
	const { checkpoint, candidates } = node;
	const [only] = candidates;
	const item = new vscode.TreeItem(labelText(checkpoint.name), hasChildren ? Collapsed : None);
	const badge = licenseBadge(checkpoint.weightsLicence);
	const isOne = only && candidates.length === 1; // whose figures say the badge, too
	const shown = isOne ? [formatInput(only.input), keyFigures(catalog, only)] : badge ? [badge] : [];
	item.description = [checkpoint.framework, ...shown].join(' · ');
	item.iconPath = new vscode.ThemeIcon('package');
	item.command = detailsCommand(node.recordId);
	const spoken = isOne ? [spokenFigures(catalog, only)] : badge ? [`weights: ${badge}`] : [];
	item.accessibilityInformation = {
		label: [labelText(checkpoint.name), `weights for ${checkpoint.framework}`, ...spoken].join(', '),
	};
	return item;
}

function candidateItem(node: CandidateNode, { catalog }: ItemState): vscode.TreeItem {
	const { candidate } = node;
	const item = new vscode.TreeItem(formatInput(candidate.input), None);
	const published = candidate.checkpoint === undefined ? ['published result'] : [];
	item.description = [...published, keyFigures(catalog, candidate)].join(' · ');
	item.iconPath = iconOf(isRanked(catalog, candidate), 'book');
	item.command = detailsCommand(node.recordId);
	item.accessibilityInformation = {
		label: [formatInput(candidate.input), ...published, spokenFigures(catalog, candidate)].join(', '),
	};
	return item;
}

function noteItem(node: NoteNode): vscode.TreeItem {
	const item = new vscode.TreeItem(labelText(node.text), None);
	item.iconPath = new vscode.ThemeIcon('info');
	if (node.canAddCatalog) item.command = { command: 'modelScout.addCatalog', title: 'Add Your Own Catalog' };
	return item;
}

function iconOf(ranked: boolean, icon: string): vscode.ThemeIcon {
	return new vscode.ThemeIcon(ranked ? icon : 'question');
}

function checkboxOf(name: string, isCompared: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
	const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
	return {
		state: isCompared ? Checked : Unchecked,
		tooltip: isCompared ? 'Remove from the comparison' : 'Add to the comparison',
		accessibilityInformation: { label: `Compare ${name}` },
	};
}

function detailsCommand(recordId: string): vscode.Command {
	return { command: 'modelScout.showDetails', title: 'Show Details', arguments: [recordId] };
}

function countOf(count: number, one: string, several: string): string {
	return `${count} ${count === 1 ? one : several}`;
}
