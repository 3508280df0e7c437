import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { frameworks, type Framework } from '../../../src/catalog/records.ts';
import { makeSnippet, snippetOffers, type Snippet } from '../../../src/frameworks/snippet.ts';
import { parseRecordSnippet } from '../../../src/frameworks/recordSnippet.schema.ts';
import { aCatalog, aCheckpoint, aFamily, aFigure, aModel } from '../../support/builders.ts';
import { hostilePayloads } from '../../support/hostileCatalog.ts';
import { parses, shapeOf } from '../../support/pythonSource.ts';

const codePayloads = [
	'")\nimport os; os.system("x")\n("',
	'\\',
	'\\"',
	'"""',
	"'''",
	'{f"{x}"}',
	'\u2028import os',
	'$1 ${2:x} ${CLIPBOARD} }',
	'a\r\nb: c',
	'resnet50\nrce: true',
	'{{x}}',
	'<<<',
	'&a *a !!python/object/apply:os.system',
	'\ud800',
	'\0',
];
const hostileText = fc.oneof(
	fc.constantFrom(...codePayloads, ...hostilePayloads),
	fc
		.tuple(fc.constantFrom(...codePayloads, ...hostilePayloads), fc.string({ unit: 'binary' }))
		.map(([payload, more]) => payload + more),
	fc.string({ unit: 'binary', minLength: 1 }),
);

/** Everything that is offered for one checkpoint with this text wherever a record takes text. */
function snippetsOf(framework: Framework, text: string): readonly Snippet[] {
	const catalog = aCatalog({
		families: [aFamily({ id: text, name: text })],
		models: [aModel({ id: 'a-net/1.0', family: text, name: text })],
		checkpoints: [
			aCheckpoint({
				id: 'timm:a',
				model: 'a-net/1.0',
				framework,
				name: text,
				preprocess: { input: [224, 224], mean: [0.5], std: [0.5], cropPct: 0.9, interpolation: text },
			}),
		],
		candidates: [{ id: 'timm:a@224', model: 'a-net/1.0', checkpoint: 'timm:a' }],
		figures: [aFigure({ of: 'timm:a@224', value: 75, source: text })],
	});
	const [model] = catalog.models;
	assert.ok(model);
	return snippetOffers(catalog, model).map(offer => makeSnippet(catalog, offer));
}

function pythonOf(framework: Framework, text: string): readonly string[] {
	const snippets = snippetsOf(framework, text).filter(({ language }) => language === 'python');
	return snippets.map(snippet => snippet.text);
}

/** Whether a text has no lone half of a surrogate pair, which no file can hold. */
function isWellFormed(text: string): boolean {
	return !/\p{Surrogate}/u.test(text);
}

const withoutStrictNames = frameworks.filter(name =>
	['timm', 'transformers', 'pytorchcv', 'mmpretrain'].includes(name),
);

describe('names made to break out of code', function () {
	this.timeout(30_000);

	for (const framework of withoutStrictNames) {
		it(`change nothing but literals in Python for ${framework}`, () => {
			const harmless = pythonOf(framework, 'a_net').map(shapeOf);
			fc.assert(
				fc.property(hostileText, text => {
					const written = pythonOf(framework, text);
					for (const source of written) assert.ok(parses(source), source);
					assert.deepEqual(written.map(shapeOf), harmless);
				}),
			);
		});
	}

	for (const framework of ['torchvision', 'keras'] as const) {
		it(`get no code of ${framework}, whose names are no literals there`, () => {
			fc.assert(
				fc.property(hostileText, text => {
					assert.deepEqual(
						snippetsOf(framework, text).filter(({ kind }) => kind !== 'record'),
						[],
					);
				}),
			);
		});
	}
});

describe('names made to break out of data', function () {
	this.timeout(30_000);

	it('stay text in the YAML and JSON of records', () => {
		fc.assert(
			fc.property(hostileText, text => {
				for (const { language, kind, text: written } of snippetsOf('timm', text)) {
					if (kind !== 'record' || language === 'python') continue;
					const value: unknown = language === 'json' ? JSON.parse(written) : parseYaml(written);
					const record = parseRecordSnippet(value);
					assert.ok(record.ok, written);
					if (language === 'json' || isWellFormed(text)) {
						const { family, name, checkpoint, figures } = record.value;
						assert.deepEqual([family, name, checkpoint, figures.top1?.source], [text, text, text, text]);
					}
				}
			}),
		);
	});

	it('stay text in the training config of timm', () => {
		fc.assert(
			fc.property(hostileText, text => {
				const config = snippetsOf('timm', text).find(({ kind }) => kind === 'config');
				assert.ok(config);
				const value: unknown = parseYaml(config.text);
				assert.ok(typeof value === 'object' && value !== null && 'model' in value);
				if (isWellFormed(text)) assert.equal(value.model, text);
				assert.equal(Object.keys(value).length, 8);
			}),
		);
	});

	it('are never places to type in', () => {
		for (const snippet of snippetsOf('timm', '$1 ${2:x} ${3|a,b|}'))
			for (const part of snippet.parts) if (typeof part !== 'string') assert.doesNotMatch(part.value, /\$/);
	});
});
