import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyPlan, planInsertion, type TextRange } from '../../../src/frameworks/insertion.ts';
import { importedNames, isProvided, parseImport } from '../../../src/frameworks/pythonImports.ts';
import type { Snippet } from '../../../src/frameworks/snippet.ts';
import { defaultText, parts, stop } from '../../../src/frameworks/snippetParts.ts';
import { parses, pythonSource, type PythonSource } from '../../support/pythonSource.ts';

const imports = ['import timm', 'from torchvision.models import ResNet50_Weights, resnet50'];
const marker = stop(1, 'marker');
/** With places to type in at the start of a line and after its indentation. */
const list = parts`${marker} = f(\n    ${stop(2, 'resnet50')},\n)\n${marker}.eval()`;
const code = defaultText(list);
const snippet: Snippet = { language: 'python', kind: 'load', imports, parts: list, code, text: code };

/** A source with one to three cursors in it. */
const insertion = fc
	.tuple(pythonSource, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }))
	.map(([source, places]) => ({
		...source,
		selections: places.map(place => {
			const at = place % (source.text.length + 1);
			return source.text.slice(at - 1, at + 1) === '\r\n' ? caret(at - 1) : caret(at);
		}),
	}));

function caret(at: number): TextRange {
	return { start: at, end: at };
}

function insert({ text, eol, indent }: PythonSource, selections: readonly TextRange[]): string {
	return applyPlan(text, planInsertion(text, selections, snippet, { indent, eol }));
}

const runs = { numRuns: 500 };

describe('an insertion at any cursor of any Python source', function () {
	this.timeout(30_000);

	it('leaves a source that parses', () => {
		fc.assert(
			fc.property(insertion, ({ selections, ...source }) => {
				const result = insert(source, selections);
				assert.ok(parses(result), result);
			}),
			runs,
		);
	});

	it('brings every import in, and none twice, also when it is done again', () => {
		fc.assert(
			fc.property(insertion, ({ selections, ...source }) => {
				const once = insert(source, selections);
				const twice = insert({ ...source, text: once }, [caret(once.length)]);
				for (const result of [once, twice]) {
					const names = importedNames(result);
					for (const needed of imports.flatMap(parseImport)) {
						assert.ok(isProvided(needed, names), result);
						const same = names.filter(name => isProvided(needed, [name]));
						const before = importedNames(source.text).filter(name => isProvided(needed, [name]));
						assert.equal(same.length, Math.max(1, before.length), result);
					}
				}
			}),
			runs,
		);
	});

	it('adds lines and changes none of those that hold code', () => {
		fc.assert(
			fc.property(insertion, ({ selections, ...source }) => {
				const kept = source.text.split(source.eol).filter(line => line.trim() !== '');
				const result = insert(source, selections).split(source.eol);
				let at = 0;
				for (const line of result) if (line === kept[at]) at++;
				assert.equal(at, kept.length, result.join('\n'));
			}),
			runs,
		);
	});
});

describe('the text around an insertion', function () {
	this.timeout(30_000);

	it('keeps one kind of line end', () => {
		fc.assert(
			fc.property(insertion, ({ selections, ...source }) => {
				const result = insert(source, selections);
				const others = source.eol === '\n' ? /\r/ : /[^\r]\n|\r(?!\n)/;
				assert.doesNotMatch(result, others);
			}),
			runs,
		);
	});

	it('puts the code at each line that has a cursor, below all that the file begins with', () => {
		fc.assert(
			fc.property(insertion, ({ selections, ...source }) => {
				const result = insert(source, selections);
				const count = result.split('marker.eval()').length - 1;
				assert.ok(count >= 1 && count <= selections.length);
				const future = result.indexOf('from __future__');
				assert.ok(future < result.indexOf('marker = f('));
				assert.ok(future < 0 || future < result.indexOf('import timm'), result);
			}),
			runs,
		);
	});
});
