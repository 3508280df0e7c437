import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ByteReader, ByteWriter } from '../../../src/comparison/packedBytes.ts';
import { readNumbers, writeNumbers } from '../../../src/comparison/packedDecimals.ts';
import { greatestPacked, readIntegers, writeIntegers } from '../../../src/comparison/packedIntegers.ts';
import { readTexts, writeTexts } from '../../../src/comparison/packedTexts.ts';
import { TextLines } from '../../../src/comparison/textLines.ts';

/** What `read` makes of what `write` wrote, which is all that is read, and how many bytes it was. */
function crossed<T>(write: (out: ByteWriter) => void, read: (reader: ByteReader) => T) {
	const out = new ByteWriter();
	write(out);
	const bytes = out.finish();
	const reader = new ByteReader(bytes);
	const value = read(reader);
	reader.end();
	return { value, bytes: bytes.length };
}

function crossedIntegers(values: readonly number[]) {
	const list = Float64Array.from(values);
	return crossed(
		out => {
			writeIntegers(out, list);
		},
		reader => [...readIntegers(reader, new Float64Array(list.length))],
	);
}

function crossedNumbers(values: readonly number[]) {
	return crossed(
		out => {
			writeNumbers(out, Float64Array.from(values));
		},
		reader => readNumbers(reader, values.length),
	);
}

function crossedTexts(texts: readonly string[]) {
	return crossed(
		out => {
			writeTexts(out, TextLines.of(texts));
		},
		reader => [...readTexts(reader, texts.length)],
	);
}

/** A list of any length of which each entry follows from its place, with some that do not. */
function longList<T>(next: fc.Arbitrary<(index: number) => T>, other: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
	const exceptions = fc.array(fc.tuple(fc.nat({ max: 5999 }), other), { maxLength: 20 });
	return fc.tuple(fc.nat({ max: 6000 }), next, exceptions).map(([length, make, others]) => {
		const list = Array.from({ length }, (_, index) => make(index));
		for (const [place, value] of others) if (place < length) list[place] = value;
		return list;
	});
}

describe('packed whole numbers', () => {
	it('are the same once they are read, however they follow each other', () => {
		const whole = fc.oneof(
			fc.nat({ max: 70_000 }),
			fc.integer({ min: -greatestPacked, max: greatestPacked }),
			fc.constantFrom(0, greatestPacked, -greatestPacked),
		);
		const rule = fc.tuple(whole, fc.nat({ max: 70_000 }), fc.integer({ min: 1, max: 7000 })).map(
			([first, step, period]) =>
				(index: number) =>
					(first % 1e12) + step * (index % period),
		);
		fc.assert(
			fc.property(longList(rule, whole), values => {
				assert.deepEqual(crossedIntegers(values).value, values);
			}),
			{ seed: 41 },
		);
	});

	it('take a few bytes where each follows from the one before, and one each where they are below 256', () => {
		const counted = Array.from({ length: 10_000 }, (_, index) => index + (index > 5000 ? 70 : 0));
		const digits = counted.map(index => (index * index * 7919) % 251);
		assert.ok(crossedIntegers(counted).bytes < 30);
		assert.ok(crossedIntegers(digits).bytes < 10_010);
	});
});

describe('packed figures', () => {
	it('are the same to the last bit once they are read', () => {
		const decimal = fc.tuple(fc.integer(), fc.nat({ max: 12 })).map(([integer, digits]) => integer / 10 ** digits);
		const figure = fc.oneof(decimal, fc.double(), fc.constantFrom(NaN, -0, 0, Infinity, -Infinity));
		const rule = fc.tuple(decimal, decimal).map(
			([first, step]) =>
				(index: number) =>
					first + step * index,
		);
		fc.assert(
			fc.property(longList(rule, figure), values => {
				const known = values.filter(value => !Number.isNaN(value)).length;
				const { value } = crossedNumbers(values);
				assert.deepEqual(value, { values: Float64Array.from(known === 0 ? [] : values), known });
			}),
			{ seed: 42 },
		);
	});

	it('take two bytes each where they are decimals below 655.36, and a bit where they are unknown', () => {
		const values = Array.from({ length: 8000 }, (_, index) =>
			index % 2 === 0 ? NaN : ((index * 7919) % 65_536) / 100,
		);
		assert.ok(crossedNumbers(values).bytes < 8000 + 1000 + 20);
	});
});

describe('packed texts', () => {
	it('are the same once they are read, whatever digits, letters and signs they are of', () => {
		const part = fc.constantFrom(
			'net-',
			'',
			'0',
			'00',
			'7',
			'/',
			'1234567890123',
			'@',
			'é',
			'𝒳',
			'\u0001',
			'\ufeff',
		);
		const text = fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 9 }),
			fc.array(part).map(parts => parts.join('')),
		);
		const rule = fc.tuple(text, text, fc.integer({ min: 1, max: 3000 })).map(
			([before, behind, period]) =>
				(index: number) =>
					`${before}${String(index % period)}${behind}${String(index)}`.replaceAll('\n', ''),
		);
		const other = text.map(each => each.replaceAll('\n', ''));
		fc.assert(
			fc.property(longList(rule, other), texts => {
				assert.deepEqual(crossedTexts(texts).value, texts);
			}),
			{ seed: 43 },
		);
	});

	it('take a few bytes where their numbers follow from those before, and no more than they are where they have no pattern', () => {
		const counted = Array.from({ length: 10_000 }, (_, index) => `net-${String(index % 97)}/${String(index)}@224`);
		assert.ok(crossedTexts(counted).bytes < 1000);
		const letters = Array.from({ length: 2000 }, (_, index) => `net-${(index * 7919).toString(36)}`);
		const size = letters.join('\n').length + 1;
		assert.ok(crossedTexts(letters).bytes <= size + 10);
	});

	it('are packed as they are where many were made to have one hash', () => {
		const same = ['Aa', 'BB']; // their hashes are equal, and so are those of all texts made of them
		const nameOf = (index: number): string =>
			Array.from({ length: 6 }, (_, bit) => same[(index >> bit) & 1]).join('');
		const texts = Array.from({ length: 4096 }, (_, index) => `${nameOf(index % 64)}${String(index)}`);
		const { value, bytes } = crossedTexts(texts);
		assert.deepEqual(value, texts);
		assert.ok(bytes > texts.join('\n').length);
	});
});
