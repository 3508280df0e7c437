import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { makeSnippet, snippetOffers, type Snippet } from '../../../src/frameworks/snippet.ts';
import { runText } from '../../../src/frameworks/snippetRun.ts';
import type { SnippetTemplate } from '../../../src/frameworks/snippetTemplate.ts';
import { parseTemplateFile } from '../../../src/frameworks/templateFile.ts';
import { aCatalog, aCheckpoint, aFamily, aModel } from '../../support/builders.ts';
import { hostilePayloads } from '../../support/hostileCatalog.ts';
import { parses, shapeOf } from '../../support/pythonSource.ts';

function fileOf(...templates: readonly unknown[]): string {
	return JSON.stringify({ templates });
}

function templateOf(row: object): SnippetTemplate {
	const { templates, problems } = parseTemplateFile(fileOf({ name: 'ours', ...row }), 'team.json');
	const [template] = templates;
	assert.ok(template, problems[0]?.message);
	return template;
}

/** `row 2: message` of each problem. */
function problemsOf(text: string): readonly string[] {
	return parseTemplateFile(text, 'team.json').problems.map(({ where, message }) =>
		[where.replace('templates, ', ''), message].filter(part => part !== '').join(': '),
	);
}

function faultOf(row: object): string | undefined {
	return problemsOf(fileOf({ name: 'ours', ...row }))[0]?.replace('row 1: ', '');
}

/** What a template gives for weights that have this text wherever they have any. */
function filled(row: object, text = 'a_net.in1k', framework: 'timm' | 'ultralytics' = 'timm'): Snippet {
	const preprocess = { input: [240, 256] as const, mean: [0.5, 0.25, 0.125], cropPct: 0.9, interpolation: text };
	const catalog = aCatalog({
		families: [aFamily({ id: 'a-net' })],
		models: [aModel({ id: 'a-net/1.0', family: 'a-net' })],
		checkpoints: [aCheckpoint({ id: `${framework}:a`, model: 'a-net/1.0', framework, name: text, preprocess })],
		candidates: [{ id: `${framework}:a@240`, model: 'a-net/1.0', checkpoint: `${framework}:a` }],
	});
	const [model] = catalog.models;
	assert.ok(model);
	const offer = snippetOffers(catalog, model, [templateOf(row)]).find(({ kind }) => kind === 'template');
	assert.ok(offer);
	assert.equal(runText(offer), 'not run');
	return makeSnippet(catalog, offer, { classes: 37 });
}

describe('a template', () => {
	it('has values of the weights for its placeholders, each a literal of its language', () => {
		const values = '{{name}}, {{input}}, {{ height }}, {{width}}, {{mean}}, {{std}}, {{classes}}';
		assert.equal(
			filled({ imports: ['from ours import make'], code: `make(${values})` }).text,
			'from ours import make\n\nmake("a_net.in1k", [240, 256], 240, 256, [0.5, 0.25, 0.125], None, 37)',
		);
		assert.equal(
			filled({ language: 'yaml', code: ['net: {{name}}', 'std: {{std}}', 'size: [{{height}}, {{width}}]'] }).text,
			'net: a_net.in1k\nstd: null\nsize: [240, 256]',
		);
		assert.equal(
			filled({ language: 'json', code: '{"net": {{name}}, "mean": {{mean}}}' }).code,
			'{"net": "a_net.in1k", "mean": [0.5, 0.25, 0.125]}',
		);
	});

	it('is offered for weights of any framework, or of those that it names', () => {
		assert.equal(filled({ code: 'YOLO({{name}})' }, 'yolo11n.pt', 'ultralytics').code, 'YOLO("yolo11n.pt")');
		assert.throws(() => filled({ frameworks: ['timm'], code: 'YOLO({{name}})' }, 'yolo11n.pt', 'ultralytics'));
	});

	it('keeps what looks like a tab stop, and marks the number of classes alone as a place to type in', () => {
		const { parts } = filled({ code: 'f("$1 ${2:x}", {{classes}})' });
		assert.deepEqual(parts, ['f("$1 ${2:x}", ', { tabstop: 1, value: '37' }, ')']);
	});
});

describe('hostile text in a template', () => {
	it('changes nothing but literals of Python', () => {
		const row = { code: 'def f(x):\n    """f"""\n    g({{name}}, k={{interpolation}})[{{name}}] # {{name}}\n' };
		const harmless = shapeOf(filled(row).text);
		const text = fc.oneof(
			fc.constantFrom(...hostilePayloads, '")\nimport os #', '\\', "'''"),
			fc.string({ unit: 'binary', minLength: 1 }),
		);
		fc.assert(
			fc.property(text, name => {
				const source = filled(row, name).text;
				assert.ok(parses(source), source);
				assert.deepEqual(
					shapeOf(source).filter(node => node !== 'Comment'),
					harmless.filter(node => node !== 'Comment'),
				);
				assert.equal(source.split('\n').length, 3);
			}),
		);
	});

	it('is the text itself where YAML and JSON are read back', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), name => {
				assert.deepEqual(
					parseYaml(filled({ language: 'yaml', code: 'a: {{name}}\nb: [1, {{name}}]' }, name).code),
					{ a: name, b: [1, name] },
				);
				assert.deepEqual(JSON.parse(filled({ language: 'json', code: '{"a": {{name}}}' }, name).code), {
					a: name,
				});
			}),
		);
	});
});

describe('a placeholder', () => {
	for (const [language, code] of [
		['python', 'f("{{name}}")'],
		['python', 'f(f"{ {{name}} }")'],
		['python', '"""\n{{name}}\n"""'],
		['python', 'f("a\n{{name}}'],
		['python', 'f(a{{name}})'],
		['python', 'f(a.{{name}})'],
		['python', 'f({{name}}{{model}})'],
		['yaml', 'a: "{{name}}"'],
		['yaml', "a: 'x, {{name}}, y'"],
		['yaml', 'a: net-{{name}}'],
		['json', '{"a": "{{name}}"}'],
		['json', '{"a": "\\" {{name}}"}'],
	] as const)
		it(`cannot have a value inside a text or a word: ${JSON.stringify(code)}`, () => {
			assert.match(faultOf({ language, code }) ?? '', /^\{\{name\}\} must stand alone as a value/);
		});
});

describe('a file of templates', () => {
	const good = { name: 'good', code: 'f({{name}})' };

	it('loses what is bad in it and keeps the rest', () => {
		const text = fileOf({ name: 'bad', code: 'f({{nam}})' }, good, { name: 'worse' }, 7, { ...good, code: 'g()' });
		assert.deepEqual(
			parseTemplateFile(text, 'team.json').templates.map(({ name }) => name),
			['good'],
		);
		assert.deepEqual(
			problemsOf(text).map(problem => problem.slice(0, 54)),
			[
				'row 1: {{nam}} is no placeholder; expected one of name',
				'row 3: code: expected a text or a list of its lines',
				'row 4: expected object, received number',
				'row 5: "good" is the name of an earlier template',
			],
		);
	});

	it('says where it is wrong', () => {
		const text =
			'{\n\t"templates": [\n\t\t{ "name": "a", "code": 1 },\n\t\t{ "name": "b", "code": "", "x": 2 }\n\t]\n}';
		const places = parseTemplateFile(text, 'team.json').problems.map(({ line, column, message }) => [
			line,
			column,
			message,
		]);
		assert.deepEqual(places, [
			[3, 26, 'code: expected a text or a list of its lines'],
			[4, 35, 'unknown key "x"'],
		]);
		assert.deepEqual(parseTemplateFile('{\n"templates"', 'team.json').problems, [
			{ origin: 'team.json', where: '', message: 'this is no JSON', line: 2, column: 12 },
		]);
		assert.deepEqual(problemsOf('[]'), ['templates: expected a list of templates']);
	});

	it('takes one import statement an entry, and names that no kind of snippet has', () => {
		assert.equal(
			faultOf({ code: '', imports: ['import os; os.system("x")'] }),
			'imports.0: expected one import statement, such as "import timm"',
		);
		assert.equal(faultOf({ code: '', imports: ['import timm as t', 'from a.b import c as d, e'] }), undefined);
		assert.equal(faultOf({ name: 'finetune', code: '' }), '"finetune" is a kind of snippet already');
		assert.equal(faultOf({ name: 'a b', code: '' }), 'name: expected up to 60 letters, digits, - and _');
	});
});
