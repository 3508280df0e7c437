import assert from 'node:assert/strict';
import fc from 'fast-check';
import { facetNames, formatModelQuery, parseModelQuery } from '../../../src/catalog/modelQuery.ts';

function read(text: string): { words: string; facets: readonly string[] } {
	const parsed = parseModelQuery(text, ['timm', 'keras']);
	assert.ok(parsed.ok, text);
	const { words, facets } = parsed.query;
	return { words, facets: facets.map(each => `${each.isExcluded ? 'not ' : ''}${each.facet} ${each.value}`) };
}

function problemOf(text: string): { text: string; part: string } {
	const parsed = parseModelQuery(text, ['timm', 'keras']);
	assert.ok(!parsed.ok, text);
	const { problem } = parsed;
	return { text: problem.text, part: text.slice(problem.start, problem.end) };
}

it('tells the words from the facets, wherever these stand', () => {
	assert.deepEqual(read('mobilenet framework:timm v3 year:>=2021'), {
		words: 'mobilenet v3',
		facets: ['framework timm', 'year >=2021'],
	});
});

it('takes a minus before a facet for leaving out, and quotes for a value with spaces', () => {
	assert.deepEqual(read('-license:non-commercial license:"MIT OR GPL-3.0-only"').facets, [
		'not license non-commercial',
		'license MIT OR GPL-3.0-only',
	]);
});

it('takes British spelling and any case', () => {
	assert.deepEqual(read('Licence:MIT FRAMEWORK:timm').facets, ['license MIT', 'framework timm']);
});

it('leaves names with colons, minus signs and sizes to the words', () => {
	for (const text of ['timm:resnet50.a1_in1k', 'efficientnet-b0', 'seed#12', 'mobilenet@224'])
		assert.deepEqual(read(text), { words: text, facets: [] });
});

it('refuses an unknown facet at its place, and names those that there are', () => {
	const { text, part } = problemOf('resnet fram:timm');
	assert.equal(part, 'fram:timm');
	assert.match(
		text,
		/"fram:" narrows nothing\. Did you mean framework:\? Accepted: framework:, license:, task:, year:\./,
	);
});

for (const text of ['framework:', 'year:""', 'license:"MIT OR'])
	it(`refuses "${text}" at its place`, () => {
		assert.equal(problemOf(`resnet ${text}`).part, text);
	});

it('writes a query as it would be read again', () => {
	const value = fc.stringMatching(/^[a-z][a-z0-9 .>=-]{0,10}[a-z0-9]$/);
	const facet = fc.record(
		{ facet: fc.constantFrom(...facetNames), value, isExcluded: fc.boolean() },
		{ noNullPrototype: true },
	);
	fc.assert(
		fc.property(
			fc.stringMatching(/^([a-z0-9]+( [a-z0-9]+)?)?$/),
			fc.array(facet, { maxLength: 4 }),
			(words, facets) => {
				const parsed = parseModelQuery(formatModelQuery(words, facets), []);
				assert.ok(parsed.ok);
				assert.equal(parsed.query.words, words);
				assert.deepEqual(
					parsed.query.facets.map(each => ({
						facet: each.facet,
						value: each.value,
						isExcluded: each.isExcluded,
					})),
					facets,
				);
			},
		),
	);
});

it('reads any text without failing, and places each problem inside it', () => {
	const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-a-z:" ]{0,60}$/));
	fc.assert(
		fc.property(hostile, text => {
			const parsed = parseModelQuery(text, ['timm']);
			if (parsed.ok) return;
			assert.ok(parsed.problem.start >= 0 && parsed.problem.end <= text.length);
			assert.ok(parsed.problem.start < parsed.problem.end);
		}),
		{ numRuns: 2000 },
	);
});
