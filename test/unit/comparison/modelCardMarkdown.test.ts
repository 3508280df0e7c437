import assert from 'node:assert/strict';
import { modelCard } from '../../../src/comparison/modelCard.ts';
import { formatModelCard } from '../../../src/comparison/modelCardMarkdown.ts';
import { httpsUrl } from '../../../src/comparison/modelCardSource.ts';
import { formatModelTooltip } from '../../../src/comparison/modelCardTooltip.ts';
import { mergeCatalog } from '../../../src/catalog/mergeCatalog.ts';
import { parseCatalogText } from '../../../src/catalog/parseCatalog.ts';
import { aCatalog } from '../../support/builders.ts';
import { cardCatalog } from '../../support/cardCatalog.ts';
import { assertGolden } from '../../support/golden.ts';
import { hostileCatalogText } from '../../support/hostileCatalog.ts';

for (const name of ['swift-net', 'odd-net', 'bare-net']) {
	it(`writes the card of ${name} as its golden`, () => {
		const catalog = cardCatalog();
		const [model] = catalog.modelsOf(name);
		assert.ok(model);
		const card = modelCard(catalog, model);
		const text = `${formatModelCard(card)}\n---\n\n${formatModelTooltip(card)}\n`;
		assertGolden(`cards/${name}.md`, text);
	});
}

it('links to nothing but plain https addresses', () => {
	const refused = [
		'command:workbench.action.quit',
		'javascript:alert(1)',
		'http://example.invalid/',
		'https://user@example.invalid/',
		'https://exämple.invalid/',
		'https://example.invalid/a b',
		'https://example.invalid/>x',
		'https://example.invalid/\n',
		'file:///etc/passwd',
		'docs/seed.txt',
	];
	assert.deepEqual(
		refused.map(httpsUrl),
		refused.map(() => undefined),
	);
	assert.equal(httpsUrl('https://arxiv.org/abs/1905.02244v5'), 'https://arxiv.org/abs/1905.02244v5');
});

it('writes hostile texts as literal text, in the card and in the tooltip', () => {
	const added = parseCatalogText(hostileCatalogText(1000), 'hostile.json');
	const { catalog } = mergeCatalog(aCatalog(), added);
	const models = catalog.models.filter(({ id }) => id.startsWith('hostile/'));
	assert.ok(models.length > 20);
	for (const model of models) {
		const card = modelCard(catalog, model);
		for (const text of [formatModelCard(card), formatModelTooltip(card)]) {
			assert.deepEqual(liveMarkdown(text), [], model.name);
		}
	}
});

/** What a renderer would make links, images, HTML, code or icons of, apart from the card's own https links. */
function liveMarkdown(text: string): string[] {
	const literal = text.replace(/^> /gm, '').replace(/\\[\\`*_[\]{}<>()#!|~&$:@^=.+-]/g, '');
	const withoutOwnLinks = literal.replace(/\[[^[\]]*\]\(<https:[^<>()\s]*>\)|<https:[^<>()\s]*>/g, '');
	const blocks = text
		.split('\n')
		.filter(line => /^(#{1,2} |> |- |\|)/.test(line) || !/^\s*([#>|+~-]|\d+[.)]|={3}|\*{3})/.test(line));
	assert.equal(blocks.length, text.split('\n').length, `a line of data begins a block: ${text}`);
	return withoutOwnLinks.match(/[<>`[\]]|\$\(|www\.|https?:|command:/g) ?? [];
}
