import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnose } from '../../src/mentions/diagnose.ts';
import type { CodeFinding } from '../../src/mentions/finding.ts';
import type { Mention } from '../../src/mentions/mention.ts';
import {
	editModelDocument,
	openModelDocument,
	type ModelDocument,
	type TextChange,
} from '../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../src/mentions/modelNames.ts';
import { planConversions } from '../../src/mentions/planConversions.ts';
import { planFixes } from '../../src/mentions/planFixes.ts';
import { aCatalog, aCheckpoint } from './builders.ts';

const ids = ['timm:resnet50.a1_in1k', 'torchvision:resnet50.IMAGENET1K_V2', 'keras:ResNet50'];
const preprocess = { input: [224, 224], mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] } as const;
const catalog = aCatalog({ checkpoints: ids.map(id => aCheckpoint({ id, model: 'a-net/1.0', preprocess })) });
const names = createModelNames(catalog);

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
		'Normalize([0.5, 0.5, 0.5])\n',
		'CenterCrop(SIDE)\n',
		'SIDE = 192\n',
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

type RandomEdits = typeof randomEdits extends fc.Arbitrary<infer Value> ? Value : never;

/**
 * An edited document has the mentions and findings of a fresh one, and nothing throws, as Python, YAML and JSON; changes that
 * are offered stay inside the text.
 */
export function assertSameAsFresh([start, edits]: RandomEdits): void {
	for (const language of ['python', 'yaml', 'json'] as const) {
		let document = openModelDocument(start, language);
		document.mentions(names);
		for (const edit of edits) {
			const from = Math.floor(edit.from * document.text.length);
			const end = Math.min(document.text.length, from + edit.length);
			const change: TextChange = { start: from, end, text: edit.text };
			document = editModelDocument(document, [change]);
			const fresh = openModelDocument(document.text, language);
			assert.deepEqual(document.mentions(names), fresh.mentions(names));
			const findings = diagnose(document, { catalog, names });
			assert.deepEqual(findings, diagnose(fresh, { catalog, names }));
			assertInside(document, document.mentions(names));
			assertChangesInside(document, findings);
		}
	}
}

function assertChangesInside(document: ModelDocument, findings: readonly CodeFinding[]): void {
	const options = { eol: '\n', catalog, names, findings, alternatives: catalog.checkpoints } as const;
	const fixes = findings.flatMap(finding => planFixes(document, finding, options));
	const conversions = document.mentions(names).flatMap(mention => planConversions(document, mention, options));
	for (const { edits } of [...fixes, ...conversions]) {
		for (const { start, end } of edits) assert.ok(0 <= start && start <= end && end <= document.text.length);
		const places = edits.toSorted((a, b) => a.start - b.start);
		for (const [index, { end }] of places.entries()) assert.ok(end <= (places[index + 1]?.start ?? Infinity));
	}
}

function assertInside({ text }: ModelDocument, mentions: readonly Mention[]): void {
	for (const { start, end } of mentions) assert.ok(start < end && end <= text.length);
}
