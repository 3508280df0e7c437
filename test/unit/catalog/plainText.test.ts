import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown, escapeUnseen, hasUnseen, labelText, plainText } from '../../../src/catalog/plainText.ts';
import { hostilePayloads } from '../../support/hostileCatalog.ts';

/** Any text, with the characters that matter here far more often than chance would bring them. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({
		unit: fc.constantFrom(...'\\`*_[](){}<>#!|~&$:@+-.=^"\' \n\r\t\u0085\u2028\u202e\u200b\u0000aw1'.split('')),
	}),
	fc.constantFrom(...hostilePayloads),
);

/** Written out apart from the code under test: C0, DEL, C1, soft hyphen, zero-width, bidi, separators, BOM, tags, variation selectors. */
const forbiddenRanges: readonly [number, number][] = [
	[0x00, 0x1f],
	[0x7f, 0x9f],
	[0xad, 0xad],
	[0x61c, 0x61c],
	[0x115f, 0x1160],
	[0x180b, 0x180f],
	[0x200b, 0x200f],
	[0x2028, 0x202e],
	[0x2060, 0x206f],
	[0x3164, 0x3164],
	[0xd800, 0xdfff],
	[0xe000, 0xf8ff],
	[0xfe00, 0xfe0f],
	[0xfeff, 0xfeff],
	[0xfff9, 0xfffb],
	[0xe0000, 0xe0fff],
];

function forbiddenIn(text: string): readonly number[] {
	const points = Array.from(text, character => character.codePointAt(0) ?? 0);
	return points.filter(point => forbiddenRanges.some(([first, last]) => point >= first && point <= last));
}

it('holds no character that cannot be seen, whatever the text', () => {
	fc.assert(
		fc.property(anyText, text => {
			for (const shown of [plainText(text), labelText(text), escapeMarkdown(text), escapeUnseen(text)]) {
				assert.deepEqual(forbiddenIn(shown), []);
			}
		}),
		{ numRuns: 1000 },
	);
});

it('finds every unseen character', () => {
	for (const [first, last] of forbiddenRanges) {
		assert.ok(
			hasUnseen(`a${String.fromCodePoint(first)}b`) && hasUnseen(`a${String.fromCodePoint(last)}b`),
			first.toString(16),
		);
	}
	assert.equal(hasUnseen('MobileNetV2 (α = 1.0), größe × 2 日本'), false);
});

it('makes one line of every kind of line end', () => {
	assert.equal(plainText('a\r\nb\rc\nd\u2028e\u2029f\u0085g\th\u000bi'), 'a b c d e f g h i');
});

it('cuts a long text at the limit, with an ellipsis as its last character', () => {
	assert.deepEqual(
		[plainText('abcdef', 6), plainText('abcdefg', 6), plainText('a'.repeat(10e6), 6)],
		['abcdef', 'abcde…', 'aaaaa…'],
	);
});

it('never cuts a character in two', () => {
	assert.equal(plainText('abcd😀😀', 6), 'abcd…');
});

it('is at most as long as the limit', () => {
	fc.assert(
		fc.property(anyText, fc.integer({ min: 2, max: 50 }), (text, limit) => plainText(text, limit).length <= limit),
	);
});

it('leaves at most three marks on a letter', () => {
	assert.equal(plainText(`z${'\u0336'.repeat(50)}!`), `z${'\u0336'.repeat(3)}!`);
});

it('draws no icon in a label', () => {
	assert.deepEqual(
		[labelText('$(trash) a'), labelText('$$((x)'), labelText('5 $')],
		['$ (trash) a', '$$ ((x)', '5 $'],
	);
	fc.assert(fc.property(anyText, text => !labelText(text).includes('$(')));
});

it('spells out what cannot be seen in a message', () => {
	assert.equal(escapeUnseen('res\u202enet\u200b50'), 'res\\u{202e}net\\u{200b}50');
});

it('leaves an everyday name readable in Markdown', () => {
	assert.equal(escapeMarkdown('MobileNetV2 1.0, 224 px'), 'MobileNetV2 1.0, 224 px');
});

/** Where CommonMark and GitHub's extension see something other than text: read apart from the code under test. */
function markupIn(markdown: string): readonly string[] {
	const found: string[] = [];
	for (let index = 0; index < markdown.length; index++) {
		const character = markdown.charAt(index);
		if (character === '\\') index += 1;
		else if ('`*_[]<>|~&$#!'.includes(character)) found.push(character);
	}
	const blocks = [/^\s{4}/, /^[-+*]\s/, /^\d+[.)]\s/, /^(=+|-+)$/, /[\r\n]/, /\$\(/];
	const links = [/\/\//, /\bwww\./i, /[\w.+-]+@\w/, /(ftp|command|vscode|mailto|xmpp):/i];
	return [...found, ...[...blocks, ...links].filter(pattern => pattern.test(markdown)).map(String)];
}

it('is text and nothing else as Markdown, whatever the text', () => {
	fc.assert(
		fc.property(anyText, text => {
			assert.deepEqual(markupIn(escapeMarkdown(text)), []);
		}),
		{ numRuns: 2000 },
	);
});
