import assert from 'node:assert/strict';
import { completionsAt } from '../../../src/mentions/completionsAt.ts';
import { openModelDocument } from '../../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const catalog = aCatalog({
	checkpoints: [
		aCheckpoint({ id: 'timm:a_net50.x_in1k', model: 'a-net/50' }),
		aCheckpoint({ id: 'torchvision:resnet50.IMAGENET1K_V1', model: 'resnet/50' }),
		aCheckpoint({ id: 'torchvision:resnet50.IMAGENET1K_V2', model: 'resnet/50' }),
	],
});
const names = createModelNames(catalog);

/** What is offered where `|` stands: the text that it replaces, then the values. */
function offered(marked: string): string {
	const offset = marked.indexOf('|');
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const place = completionsAt(openModelDocument(text, 'python'), offset, names);
	if (!place) return 'nothing';
	const { start, end } = place.range;
	const values = place.values.length > 5 ? ['many'] : place.values;
	return `${place.framework} ${place.kind} [${text.slice(start, end)}] ${values.join(' ')}`;
}

describe('names are offered', () => {
	it('between the quotes of a call that takes one, whatever stands there', () => {
		assert.equal(offered('import timm\ntimm.create_model("|")'), 'timm name [] a_net50 a_net50.x_in1k');
		assert.equal(offered("import timm\ntimm.create_model('a_n|et')"), 'timm name [a_net] a_net50 a_net50.x_in1k');
		assert.equal(
			offered('from timm import create_model as make\nmake(model_name="|")'),
			'timm name [] a_net50 a_net50.x_in1k',
		);
	});

	it('while the string and the call are not closed', () => {
		assert.equal(offered('import timm\ntimm.create_model("a_|'), 'timm name [a_] a_net50 a_net50.x_in1k');
	});

	it('behind text of several bytes a letter', () => {
		assert.equal(
			offered('import timm\r\nx = "é😀"; timm.create_model("a|")'),
			'timm name [a] a_net50 a_net50.x_in1k',
		);
	});

	it('nowhere else', () => {
		for (const text of [
			'import timm\nname = "|"',
			'import timm\nprint("|")',
			'import timm\ntimm.create_model("a_net50", "|")',
			'import timm\ntimm.create_model("a_net50"|)',
			'import timm\ntimm.create_model("a_net50", checkpoint_path="|")',
			'create = 1\nother.create_model("|")',
			'# timm.create_model("|")',
		])
			assert.equal(offered(text), 'nothing', text);
	});
});

describe('weights are offered', () => {
	const head = 'from torchvision import models\n';

	it('in quotes as members of the model, behind weights= with quotes and None', () => {
		assert.equal(
			offered(`${head}models.resnet50(weights="|")`),
			'torchvision weights [] DEFAULT IMAGENET1K_V1 IMAGENET1K_V2',
		);
		assert.equal(
			offered(`${head}models.resnet50(weights=|)`),
			'torchvision weights [] "DEFAULT" "IMAGENET1K_V1" "IMAGENET1K_V2" None',
		);
		assert.equal(
			offered(`${head}models.get_model("resnet50", weights="IMA|")`),
			'torchvision weights [IMA] DEFAULT IMAGENET1K_V1 IMAGENET1K_V2',
		);
	});

	it('of Keras as the one data set that they are of', () => {
		assert.equal(offered('import keras\nkeras.applications.ResNet50(weights="|")'), 'keras weights [] imagenet');
	});

	it('in no other argument, and of no other function', () => {
		assert.equal(offered(`${head}models.resnet50(progress=|)`), 'nothing');
		assert.equal(offered(`${head}models.resnet50(weights=models.R|)`), 'nothing');
		assert.equal(offered(`${head}print(weights="|")`), 'nothing');
	});
});
