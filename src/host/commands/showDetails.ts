import * as vscode from 'vscode';
import type { ResolvedModel } from '../../catalog/names.ts';
import { modelCard } from '../../comparison/modelCard.ts';
import { formatModelCard } from '../../comparison/modelCardMarkdown.ts';
import { documentUri, showMarkdown } from '../documents/documentUri.ts';
import type { Services } from '../services.ts';
import { askTarget, candidateOf, recordsIn, targetsIn } from './targets.ts';

/** Opens the card of a model with every figure and its source. */
export async function showDetails(services: Services, args: readonly unknown[]): Promise<void> {
	const target = await askTarget(services, args, 'Show Details');
	if (!target) return;
	await services.remembered.remember(target.model.id);
	const query = target.candidate?.id ?? target.checkpoint?.id ?? target.model.id;
	await showMarkdown(documentUri({ kind: 'card', title: target.model.name, extension: 'md', query }));
}

/** Copies cards as Markdown, one after the other. */
export async function copyAsMarkdown(services: Services, args: readonly unknown[]): Promise<void> {
	const catalog = await services.catalogs.load();
	const targets = await namedOrAsked(services, args, 'Copy as Markdown with Sources');
	if (targets.length === 0) return;
	const cards = targets.map(target =>
		formatModelCard(modelCard(catalog, target.model, candidateOf(catalog, target))),
	);
	await vscode.env.clipboard.writeText(cards.join('\n'));
	vscode.window.setStatusBarMessage(`Copied ${countOf(targets.length, 'card')} with sources`, 3000);
}

/** Copies the name that loads a checkpoint, or the name of a model. */
export async function copyName(services: Services, args: readonly unknown[]): Promise<void> {
	const names = await namesOf(services, args);
	if (names.length === 0) return;
	await vscode.env.clipboard.writeText(names.join('\n'));
	vscode.window.setStatusBarMessage(`Copied ${countOf(names.length, 'name')}`, 3000);
}

async function namesOf(services: Services, args: readonly unknown[]): Promise<readonly string[]> {
	const named = recordsIn(await services.catalogs.load(), args);
	const asked = named.length > 0 ? [] : await namedOrAsked(services, args, 'Copy Name');
	return [...named, ...asked].map(({ checkpoint, model, family }) => (checkpoint ?? model ?? family).name);
}

async function namedOrAsked(
	services: Services,
	args: readonly unknown[],
	title: string,
): Promise<readonly ResolvedModel[]> {
	const named = targetsIn(await services.catalogs.load(), args);
	if (named.length > 0) return named;
	const asked = await askTarget(services, args, title);
	return asked ? [asked] : [];
}

function countOf(count: number, what: string): string {
	return count === 1 ? `the ${what}` : `${count} ${what}s`;
}
