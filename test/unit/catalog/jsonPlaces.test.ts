import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findJsonFault, findJsonSpans, type JsonPath } from '../../../src/catalog/jsonPlaces.ts';

function textAt(text: string, path: JsonPath): string | undefined {
	const [span] = findJsonSpans(text, [path]);
	return span && text.slice(span.start, span.end);
}

/** Every value in `value` with its path. */
function valuesIn(value: unknown, path: JsonPath = []): readonly { path: JsonPath; value: unknown }[] {
	const inner =
		typeof value === 'object' && value !== null
			? Array.isArray(value)
				? value.flatMap((entry: unknown, index) => valuesIn(entry, [...path, index]))
				: Object.entries(value).flatMap(([key, entry]) => valuesIn(entry, [...path, key]))
			: [];
	return [{ path, value }, ...inner];
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

it('finds every value of a text, however it is laid out', () => {
	fc.assert(
		fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(3), (json, indent) => {
			const value: unknown = JSON.parse(JSON.stringify(json));
			const text = JSON.stringify(value, undefined, indent);
			const values = valuesIn(value);
			const spans = findJsonSpans(
				text,
				values.map(({ path }) => path),
			);
			for (const [index, span] of spans.entries()) {
				assert.ok(span);
				assert.deepEqual(JSON.parse(text.slice(span.start, span.end)), values[index]?.value);
			}
		}),
	);
});

it('finds a fault exactly where the engine refuses a text', () => {
	const broken = fc
		.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '\\', '[', '}', ':', '0', '//', '\u0001', "'"))
		.map(([text, place, piece]) => {
			const at = place % (text.length + 1);
			return text.slice(0, at) + piece + text.slice(at + 1);
		});
	fc.assert(
		fc.property(fc.oneof(broken, fc.string(), fc.json()), text => {
			assert.equal(findJsonFault(text) === undefined, isJson(text));
		}),
		{ numRuns: 2000 },
	);
});

it('gives the innermost value around one that is not there', () => {
	const text = '{"figures": [{"of": "a"}, {"of": "b"}]}';
	assert.equal(textAt(text, ['figures', 1, 'value']), '{"of": "b"}');
	assert.equal(textAt(text, ['figures', 2]), '[{"of": "a"}, {"of": "b"}]');
	assert.equal(textAt(text, ['__proto__', 'x']), text);
	assert.equal(textAt('', ['figures']), undefined);
});

it('takes the last value of a repeated key, as the engine does', () => {
	assert.equal(textAt('{"a": 1, "\\u0061": 2}', ['a']), '2');
});

it('reads a text that nests deeper than calls can', () => {
	const depth = 200_000;
	assert.equal(findJsonFault('['.repeat(depth)), depth);
	assert.equal(findJsonFault('['.repeat(depth) + ']'.repeat(depth)), undefined);
	assert.equal(findJsonFault(`"${'x'.repeat(9_000_000)}"`), undefined);
});
