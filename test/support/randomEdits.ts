import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editModelDocument, openModelDocument, type TextChange } from '../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../src/mentions/modelNames.ts';
import { aCatalog, aCheckpoint } from './builders.ts';

const ids = ['timm:resnet50.a1_in1k', 'torchvision:resnet50.IMAGENET1K_V2', 'keras:ResNet50'];
const names = createModelNames(aCatalog({ checkpoints: ids.map(id => aCheckpoint({ id, model: 'a-net/1.0' })) }));

const pieces = [
	...[
		'import timm\n',
		'import timm as t\n',
		'from timm import create_model as make\n',
		'from torchvision import models\n',
	],
	...['timm.create_model("resnet50")\n', 'make(NAME, pretrained=True)\n', 'NAME = "resnet50"\n', 'models.resnet50('],
	...[
		'def f():\n    ',
		'class A:\n',
		'"""',
		"'",
		'"',
		'(',
		')',
		'[',
		'\\',
		'\n',
		'    ',
		'# x\n',
		'%%time\n',
		',',
		'=',
	],
	...[
		'weights=models.ResNet50_Weights.DEFAULT',
		'{"_target_": "timm.create_model"}',
		'é𝒳',
		'\r\n',
		'*',
		'é',
		'else:\n',
	],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map(parts => parts.join(''));
const place = fc.double({ min: 0, max: 1, noNaN: true });

/** A text and edits of it, each at a share of its length. */
export const randomEdits = fc.tuple(
	text,
	fc.array(
		fc.record({ from: place, length: fc.nat({ max: 30 }), text: fc.oneof(fc.constantFrom(...pieces), text) }),
		{
			minLength: 1,
			maxLength: 5,
		},
	),
);

/** An edited document has the mentions of a fresh one, and neither throws; as Python, YAML and JSON. */
export function assertSameAsFresh([start, edits]: typeof randomEdits extends fc.Arbitrary<infer Value>
	? Value
	: never): void {
	for (const language of ['python', 'yaml', 'json'] as const) {
		let document = openModelDocument(start, language);
		document.mentions(names);
		for (const edit of edits) {
			const from = Math.floor(edit.from * document.text.length);
			const end = Math.min(document.text.length, from + edit.length);
			const change: TextChange = { start: from, end, text: edit.text };
			document = editModelDocument(document, [change]);
			const mentions = document.mentions(names);
			assert.deepEqual(mentions, openModelDocument(document.text, language).mentions(names));
			for (const mention of mentions)
				assert.ok(mention.start < mention.end && mention.end <= document.text.length);
		}
	}
}
