import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PairIndex } from '../../../../src/catalog/importers/pairIndex.ts';
import { hashOfText, joinedHash } from '../../../../src/catalog/importers/textHash.ts';
import { TextIndex } from '../../../../src/catalog/importers/textIndex.ts';

it('numbers texts and pairs as a Map would', () => {
	const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'B', 'é', '1'), maxLength: 5 }), { maxLength: 50 });
	const property = fc.property(texts, list => {
		const index = new TextIndex();
		const pairs = new PairIndex();
		const numbers = new Map<string, number>();
		for (const text of list) {
			const expected = numbers.get(text) ?? numbers.size;
			assert.equal(index.find(text), numbers.get(text) ?? -1);
			assert.equal(pairs.find(text.length, expected), numbers.get(text) ?? -1);
			numbers.set(text, expected);
			assert.equal(index.add(text), expected);
			assert.ok(index.mayHave(hashOfText(text)));
			assert.equal(pairs.add(text.length, expected), expected);
			assert.equal(index.textAt(expected), text);
		}
		assert.deepEqual([index.size, pairs.size], [numbers.size, numbers.size]);
	});
	fc.assert(property);
});

it('hashes two texts as one, and capitals as small letters', () => {
	const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 300 });
	const property = fc.property(ascii, ascii, (first, second) => {
		assert.equal(joinedHash(hashOfText(first), hashOfText(second), second.length), hashOfText(first + second));
		assert.equal(hashOfText(first), hashOfText(first.toLowerCase()));
	});
	fc.assert(property);
});

it('keeps its numbers when it grows', () => {
	const texts = Array.from({ length: 20_000 }, (_, number) => `net ${number}`);
	const index = new TextIndex();
	const pairs = new PairIndex();
	for (const [number, text] of texts.entries()) {
		index.add(text);
		pairs.add(number % 7, number);
	}
	assert.ok(texts.every((text, number) => index.find(text) === number && pairs.find(number % 7, number) === number));
});

it('is not slowed down by texts that were made to collide', () => {
	const halves = ['Aa', 'BB'];
	let texts: readonly string[] = [''];
	while (texts.length < 2 ** 16) texts = texts.flatMap(text => halves.map(half => text + half));
	const index = new TextIndex();
	const started = performance.now();
	for (const text of texts) index.add(text);
	assert.ok(texts.every((text, number) => index.find(text) === number));
	assert.ok(performance.now() - started < 2000);
});
