import { packPatterns } from './packPatterns.ts';
import { malformed, textOf, type ByteReader, type ByteWriter } from './packedBytes.ts';
import { readPatterns } from './packedPatterns.ts';
import { TextLines } from './textLines.ts';

/** In bytes: longest list of texts that is read. */
const mostBytes = 2 ** 27;

const forms = { plain: 0, patterns: 1 } as const;

/** Packs well-formed texts in UTF-8, by their patterns where that is less. The reader knows how many there are. */
export function writeTexts(out: ByteWriter, texts: TextLines): void {
	const bytes = new TextEncoder().encode(texts.joined);
	const patterns = packPatterns(bytes, texts.length);
	out.count(patterns ? forms.patterns : forms.plain);
	out.count(bytes.length);
	out.raw(patterns ?? bytes);
}

export function readTexts(reader: ByteReader, length: number): TextLines {
	const form = reader.count(forms.patterns);
	const size = reader.count(mostBytes);
	const bytes = form === forms.plain ? new Uint8Array(reader.take(size)) : readPatterns(reader, size, length);
	return TextLines.split(textOf(bytes), length) ?? malformed();
}
