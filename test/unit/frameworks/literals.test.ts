import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import {
	jsonString,
	numberText,
	pythonString,
	writeLiteral,
	yamlString,
	type LiteralValue,
} from '../../../src/frameworks/literals.ts';
import { hostilePayloads } from '../../support/hostileCatalog.ts';

/** Texts of every kind of character, those that data is attacked with among them. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme' }),
	fc.constantFrom(...hostilePayloads, '\ud800', '\u202e', '\u{e0001}', '\0', '#', '- a', 'a: b', 'yes', '1e3', ''),
);
const anyValue = fc.letrec<{ value: LiteralValue }>(tie => ({
	value: fc.oneof(
		{ maxDepth: 2 },
		anyText,
		fc.integer(),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.boolean(),
		fc.constant(null),
		fc.array(fc.integer(), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom('model', 'input', 'figures'), tie('value'), {
			maxKeys: 3,
			noNullPrototype: true,
		}),
	),
})).value;

/** The value of the one key of a YAML text. */
function yamlValue(scalar: string, version: '1.1' | '1.2' = '1.2'): unknown {
	const value: unknown = parseYaml(`key: ${scalar}`, { version });
	assert.ok(typeof value === 'object' && value !== null && 'key' in value);
	return value.key;
}

describe('literals', () => {
	it('reads back from JSON as the text it was', () => {
		fc.assert(
			fc.property(anyText, text => {
				assert.equal(JSON.parse(jsonString(text)), text);
			}),
		);
	});

	it('reads back from YAML as the text it was', () => {
		fc.assert(
			fc.property(anyText, text => {
				const writable = text.replace(/\p{Surrogate}/gu, '?'); // a lone half of a pair is in no file
				assert.equal(yamlValue(yamlString(writable)), writable);
			}),
		);
	});

	it('is read alike from YAML 1.1, where more words are no text', () => {
		for (const word of [
			'yes',
			'No',
			'on',
			'OFF',
			'y',
			'null',
			'True',
			'~',
			'12',
			'1e3',
			'0x1f',
			'1:20',
			'2020-01-01',
		])
			assert.equal(yamlValue(yamlString(word), '1.1'), word);
	});

	it('holds no character that cannot be seen', () => {
		fc.assert(
			fc.property(anyText, text => {
				const written = [pythonString(text), jsonString(text), yamlString(text)].join('');
				assert.doesNotMatch(written, /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
			}),
		);
	});

	it('escapes quotes and backslashes in Python, and one code point as one escape', () => {
		assert.equal(pythonString('a"b\\\n\u{e0001}'), '"a\\"b\\\\\\u000a\\U000e0001"');
	});

	it('leaves plain names in YAML without quotes', () => {
		assert.equal(yamlString('timm/mobilenetv2_100.ra_in1k'), 'timm/mobilenetv2_100.ra_in1k');
	});
});

describe('values', () => {
	it('read back from JSON and YAML as what they were', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('a', 'b'), anyValue, { noNullPrototype: true }), value => {
				const expected: unknown = JSON.parse(JSON.stringify(value).replaceAll(/\\ud[89ab]../g, '?'));
				fc.pre(!JSON.stringify(value).includes('\\ud') && !JSON.stringify(value).includes('-0'));
				assert.deepEqual(JSON.parse(writeLiteral(value, 'json')), expected);
				assert.deepEqual(parseYaml(writeLiteral(value, 'yaml') || '{}'), expected);
			}),
		);
	});

	it('writes numbers that YAML 1.1 takes for numbers', () => {
		assert.deepEqual(
			[219_000_000, 0.875, 1e-7, 1e21].map(value => numberText(value, 'null')),
			['219000000', '0.875', '1.0e-7', '1.0e+21'],
		);
	});

	it('writes what is not finite as missing', () => {
		assert.deepEqual(
			[writeLiteral(NaN, 'python'), writeLiteral(1e309, 'json'), writeLiteral(-1e309, 'yaml')],
			['None', 'null', 'null'],
		);
	});
});
