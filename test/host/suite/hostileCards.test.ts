import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasUnseen } from '../../../src/catalog/plainText.ts';
import { CatalogLoader } from '../../../src/host/catalogLoader.ts';
import { ComparedCandidates } from '../../../src/host/comparedCandidates.ts';
import { documentUri } from '../../../src/host/documents/documentUri.ts';
import { FamilyTree } from '../../../src/host/tree/familyTree.ts';
import type { FamilyTreeNode } from '../../../src/host/tree/familyTreeNode.ts';
import { hostileCatalogText, hostilePayloads, refusedFigures } from '../../support/hostileCatalog.ts';
import { RememberedModels } from '../../../src/host/rememberedModels.ts';
import { aMemento } from '../../support/memento.ts';
import { pickSome, problems, setCatalog, unsetCatalog } from './hostileSettings.ts';
import { closeEditors } from './openText.ts';

const ids = hostilePayloads.map((_payload, index) => `hostile/p${index}`);
/** What Markdown of a card may become; anything else came out of data. */
const plainTags = new Set('h1 h2 h3 h4 p ul li table thead tbody tr th td strong em code br blockquote hr'.split(' '));

/** What extensions of the renderer put on every page. */
let ownTags: readonly string[] | undefined;

/** What the editor's own Markdown renderer, which lets HTML through, makes of a text: tags that are not plain. */
async function liveTags(markdown: string): Promise<readonly string[]> {
	ownTags ??= await renderedTags('');
	const tags = await renderedTags(markdown);
	const nameOf = (tag: string): string => /^<([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
	return tags.filter(tag => !ownTags?.includes(tag) && !plainTags.has(nameOf(tag)));
}

async function renderedTags(markdown: string): Promise<readonly string[]> {
	const html = await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
	return html.match(/<[a-z!][^>]*>/gi) ?? [];
}

async function textOf(kind: 'card' | 'comparison', query: string): Promise<string> {
	const uri = documentUri({ kind, title: 'hostile', extension: 'md', query });
	return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** What stands in a text without being seen, line ends aside. */
function unseenIn(text: string): readonly string[] {
	return text.split('\n').filter(hasUnseen);
}

async function nodesBelow(tree: FamilyTree, node?: FamilyTreeNode): Promise<readonly FamilyTreeNode[]> {
	const children = await tree.getChildren(node);
	const below = await Promise.all(children.map(child => nodesBelow(tree, child)));
	return [...children, ...below.flat()];
}

function labelOf({ label = '' }: vscode.TreeItem): string {
	return typeof label === 'string' ? label : label.label;
}

function withHostileCatalog(suite: Mocha.Suite): void {
	suite.timeout(120_000);
	before(() => setCatalog(hostileCatalogText(), 'figures, row'));
	afterEach(closeEditors);
	after(unsetCatalog);
}

describe('a hostile catalog', function () {
	withHostileCatalog(this);

	it('has each refused row named in the Problems panel', () => {
		const first = hostilePayloads.length * 2 + 1;
		const named = (row: number): boolean => problems().some(each => each.startsWith(`figures, row ${row}: `));
		assert.deepEqual(
			refusedFigures.filter((_row, index) => !named(first + index)),
			[],
		);
		assert.deepEqual(problems().flatMap(unseenIn), []);
	});

	it('changes no object of the extension host', () => {
		assert.equal(Reflect.get({}, 'polluted'), undefined);
	});

	it('shows each model in the tree as plain text, with tooltips in which nothing is live', async () => {
		const extension = vscode.extensions.getExtension('model-scout.model-scout');
		assert.ok(extension);
		const log = vscode.window.createOutputChannel('Model Scout hostile tests', { log: true });
		const catalogs = new CatalogLoader(extension.extensionUri, log);
		const tree = new FamilyTree(catalogs, new ComparedCandidates(aMemento()), new RememberedModels(aMemento()));
		const nodes = (await nodesBelow(tree)).filter(({ id }) => id.includes('hostile'));
		assert.ok(nodes.length > hostilePayloads.length * 2, `${nodes.length} rows`);
		for (const node of nodes) {
			const item = tree.getTreeItem(node);
			const texts = [labelOf(item), String(item.description ?? ''), item.accessibilityInformation?.label ?? ''];
			assert.deepEqual(texts.filter(hasUnseen), []);
			assert.ok(!/\$\([a-z]/i.test(labelOf(item)), labelOf(item));
			const { tooltip } = await tree.resolveTreeItem(item, node);
			if (!(tooltip instanceof vscode.MarkdownString)) continue;
			assert.ok(!tooltip.isTrusted && !tooltip.supportHtml);
			assert.deepEqual(await liveTags(tooltip.value), [], tooltip.value);
		}
		for (const each of [log, catalogs, tree]) each.dispose();
	});

	it('shows each card as plain text, with no link, no HTML and nothing unseen', async () => {
		for (const id of ids) {
			const text = await textOf('card', id);
			assert.ok(text.includes(id.split('/')[1] ?? ''), id);
			assert.deepEqual(unseenIn(text), [], id);
			assert.deepEqual(await liveTags(text), [], text);
		}
	});

	it('opens the page of a card', async () => {
		await vscode.commands.executeCommand('modelScout.showDetails', ids[0]);
	});
});

describe('of a hostile catalog, what is chosen', function () {
	withHostileCatalog(this);

	it('is compared as text with nothing live in it', async () => {
		await vscode.commands.executeCommand('modelScout.addToComparison', ids);
		const text = await textOf('comparison', '');
		await vscode.commands.executeCommand('modelScout.clearComparison');
		assert.ok(text.split('\n').length > ids.length, text);
		assert.deepEqual(unseenIn(text), []);
		assert.deepEqual(await liveTags(text), [], text);
	});

	it('opens in the comparison page', async () => {
		await vscode.commands.executeCommand('modelScout.compareModels', ids);
		await vscode.commands.executeCommand('modelScout.clearComparison');
	});

	it('is picked from, with every name in the answer and in its text plain', async () => {
		const answer = await pickSome();
		const picked = answer.matches.filter(({ id }) => id.startsWith('hostile/'));
		assert.equal(picked.length, hostilePayloads.length);
		assert.deepEqual(unseenIn(answer.text), []);
		assert.doesNotThrow(() => JSON.stringify(answer));
	});

	it('copies each card as Markdown with nothing live in it', async () => {
		for (const id of ids.slice(0, 20)) {
			await vscode.commands.executeCommand('modelScout.copyAsMarkdown', id);
			assert.deepEqual(await liveTags(await vscode.env.clipboard.readText()), []);
		}
	});
});
