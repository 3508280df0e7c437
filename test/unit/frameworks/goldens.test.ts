import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { makeSnippet, snippetFrameworks } from '../../../src/frameworks/snippet.ts';
import { assertGolden } from '../../support/golden.ts';
import { shippedData } from '../../support/shippedData.ts';
import { snippetGoldens } from '../../support/snippetGoldens.ts';

const catalog = shippedData();
const goldens = snippetGoldens(catalog);

describe('snippets of the shipped catalog', () => {
	for (const { file, offer } of goldens) {
		it(`writes ${file} as it is kept`, () => {
			assertGolden(`snippets/${file}`, `${makeSnippet(catalog, offer).text}\n`);
		});
	}

	it('keeps no file that nothing writes', () => {
		const written = goldens.map(({ file }) => file);
		assert.deepEqual(readdirSync('test/fixtures/snippets').toSorted(), written.toSorted());
	});

	it('keeps one of each framework, kind and form that is offered', () => {
		const kinds = new Set(
			goldens.map(({ offer }) => `${offer.framework} ${offer.kind} ${offer.form ?? ''}`.trim()),
		);
		assert.deepEqual(
			[...kinds].toSorted(),
			[
				...snippetFrameworks.map(framework => `${framework} load`),
				...['timm', 'torchvision', 'keras', 'transformers'].map(framework => `${framework} features pooled`),
				...['timm', 'transformers', 'pytorchcv'].map(framework => `${framework} features maps`),
				...['timm', 'torchvision', 'keras', 'transformers', 'pytorchcv'].map(each => `${each} finetune`),
				'timm config',
				'mmpretrain config',
				'record record',
			].toSorted(),
		);
	});
});
