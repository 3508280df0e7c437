import assert from 'node:assert/strict';
import { offsetBeside } from '../../../src/mentions/mention.ts';
import { longestText, placesInFile } from '../../../src/mentions/filePlaces.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const names = createModelNames(
	aCatalog({
		checkpoints: [
			aCheckpoint({ id: 'timm:small.x', model: 'a-net/small' }),
			aCheckpoint({ id: 'torchvision:resnet18.IMAGENET1K_V1', model: 'a-net/torch' }),
		],
		candidates: [{ id: 'timm:small.x@224', model: 'a-net/small', top1: 70 }],
	}),
);

function places(path: string, text: string): readonly string[] {
	return placesInFile(path, text, names).map(
		({ name, named, line, column, cell }) =>
			`${cell === undefined ? '' : `${String(cell)}/`}${String(line)}:${String(column)} ${name} ${named.model}`,
	);
}

describe('the places of a file that name models', () => {
	it('have line and column from 0, and count weights beside a name as no other', () => {
		assert.deepEqual(places('a.py', 'import timm\r\nm = timm.create_model("small.x", img_size=96)\r\n'), [
			'1:23 small.x a-net/small',
		]);
		const call = 'import torchvision.models as tv\ntv.resnet18(weights=tv.ResNet18_Weights.IMAGENET1K_V1)\n';
		assert.deepEqual(places('a.py', call), ['1:3 resnet18 a-net/torch']);
	});

	it('are in cells of a notebook, counted with those of text', () => {
		const notebook = {
			cells: [
				{ cell_type: 'markdown', source: ['text'] },
				{ cell_type: 'code', source: ['import timm\n', 'timm.create_model("small.x")'] },
			],
		};
		assert.deepEqual(places('a.ipynb', JSON.stringify(notebook)), ['1/1:19 small.x a-net/small']);
	});

	it('are none of names that the catalog does not have, and of texts that a machine wrote', () => {
		assert.deepEqual(places('a.py', 'import timm\ntimm.create_model("other")\n'), []);
		const long = `backbone: small.x\n${'# '.padEnd(longestText.yaml)}`;
		assert.deepEqual(places('a.yaml', 'backbone: small.x\n').length, 1);
		assert.deepEqual(places('a.yaml', long), []);
	});
});

it('what is written beside a name stands behind its quote', () => {
	const text = '"a" b';
	assert.equal(offsetBeside(text, { start: 1, end: 2 }), 3);
	assert.equal(offsetBeside(text, { start: 4, end: 5 }), 5);
});
