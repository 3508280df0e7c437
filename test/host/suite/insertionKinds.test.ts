import assert from 'node:assert/strict';
import { parse as parseYaml } from 'yaml';
import { snippetOffers, type SnippetOffer } from '../../../src/frameworks/snippet.ts';
import { snippetGoldens } from '../../support/snippetGoldens.ts';
import { assertOneUndo, assertOnFirstStop, closeEditors, insert, openText } from './openText.ts';
import { readFixture, shippedCatalog } from './projectFiles.ts';

const catalog = shippedCatalog();
const goldens = snippetGoldens(catalog);
const endings = { python: 'py', yaml: 'yaml', json: 'json' };

/** Words that tell the snippets of a catalog apart, whatever the model. */
function sortOf({ framework, kind, form, language }: SnippetOffer): string {
	return [framework, kind, form, language].filter(word => word !== undefined).join(' ');
}

function insertOffer({ framework, kind, form, candidate, checkpoint }: SnippetOffer): ReturnType<typeof insert> {
	if (framework === 'record') return insert({ candidate }, 'modelScout.insertConfigRecord');
	return insert({ checkpoint, framework, kind, ...(form ? { form } : {}) });
}

describe('in an empty file', () => {
	afterEach(closeEditors);

	for (const { file, offer } of goldens) {
		it(`stands what ${file} holds, the cursor on its first stop, and one undo empties it again`, async () => {
			const open = await openText('|', {
				file: `inserted.${endings[offer.language]}`,
				indent: offer.language === 'json' ? '  ' : '    ',
			});
			const snippet = await insertOffer(offer);
			assert.equal(`${open.editor.document.getText()}\n`, readFixture(`snippets/${file}`));
			await assertOnFirstStop(open.editor, snippet);
			await assertOneUndo(open);
		});
	}
});

it('goldens of snippets cover every framework, kind and form that any model has', () => {
	const offered = new Set(catalog.models.flatMap(model => snippetOffers(catalog, model)).map(sortOf));
	assert.deepEqual([...new Set(goldens.map(({ offer }) => sortOf(offer)))].sort(), [...offered].sort());
});

for (const { file, offer } of goldens.filter(({ offer: { language } }) => language !== 'python')) {
	it(`${file} parses into a mapping that names the model`, () => {
		const text = readFixture(`snippets/${file}`) ?? '';
		const read: unknown = offer.language === 'json' ? JSON.parse(text) : parseYaml(text);
		const checkpoint = catalog.checkpointById.get(offer.checkpoint ?? '');
		const name = offer.kind === 'record' ? offer.model : checkpoint?.name;
		assert.ok(typeof read === 'object' && read !== null);
		assert.equal(Reflect.get(read, 'model'), name);
	});
}
