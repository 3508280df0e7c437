import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { escapeMarkdown } from '../../catalog/plainText.ts';
import type { Family } from '../../catalog/records.ts';
import { modelCard } from '../../comparison/modelCard.ts';
import { formatModelTooltip } from '../../comparison/modelCardTooltip.ts';
import type { FamilyTreeNode } from './familyTreeNode.ts';

/** The card of what a row shows. Untrusted Markdown without HTML: no link in it runs a command. */
export function nodeTooltip(catalog: Catalog, node: FamilyTreeNode): vscode.MarkdownString | undefined {
	const text = tooltipText(catalog, node);
	return text === undefined ? undefined : new vscode.MarkdownString(text);
}

function tooltipText(catalog: Catalog, node: FamilyTreeNode): string | undefined {
	switch (node.kind) {
		case 'family':
			return familyText(node.family);
		case 'model':
			return formatModelTooltip(modelCard(catalog, node.model, node.lead));
		case 'checkpoint':
			return cardOf(catalog, node.checkpoint.model, node.candidates[0]?.id);
		case 'candidate':
			return cardOf(catalog, node.candidate.model, node.candidate.id);
		case 'favorites':
		case 'task':
		case 'group':
		case 'note':
			return undefined;
	}
}

function cardOf(catalog: Catalog, modelId: string, candidateId: string | undefined): string | undefined {
	const model = catalog.modelById.get(modelId);
	const candidate = candidateId === undefined ? undefined : catalog.candidateById.get(candidateId);
	return model && formatModelTooltip(modelCard(catalog, model, candidate));
}

function familyText(family: Family): string {
	const derived = family.classSource === 'derived' ? ' (derived from its cheapest candidate)' : '';
	const lines = [
		`**${escapeMarkdown(family.name)}**`,
		`${family.weightClass === 'lightweight' ? 'Lightweight' : 'Heavy'}${derived}`,
		...(family.paper ? [`${escapeMarkdown(family.paper.title)}${family.year ? ` (${family.year})` : ''}`] : []),
		...(family.note === undefined ? [] : [escapeMarkdown(family.note)]),
	];
	return lines.join('\n\n');
}
