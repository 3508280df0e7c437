/** A part of a file that is read on its own: a statement at the left margin with all that belongs to it. */
export interface TextChunk {
	/** UTF-16 offset in the file. */
	readonly start: number;
	readonly text: string;
}

/** Belongs to the statement above although it stands at the margin. */
const continues = /(?:else|elif|except|finally|case)\b|[)\]},]/y;
/** Begins a statement whatever stands above: what is open there was never closed. */
const begins = /(?:async[ \t]+)?(?:def|class)[ \t]+\w|@\w|(?:import[ \t]+\w|from[ \t]+[\w.]+[ \t]+import)\b/y;

/**
 * UTF-16 units behind which a string that holds statements at the margin was never closed: so typing three quotes into a
 * long file does not make one chunk of all that follows, which would be read anew at each key.
 */
const longestChunk = 32_000;

/**
 * Cuts Python at every line that begins a statement at the left margin. Strings and open brackets hold together, except
 * that a `def`, `class`, `import` or decorator ends any bracket, as it would not stand in one.
 */
export function pythonChunks(text: string): readonly TextChunk[] {
	const chunks: TextChunk[] = [];
	let start = 0;
	let depth = 0;
	for (let at = 0; at < text.length;) {
		switch (text[at]) {
			case '#':
				at = endOfLine(text, at);
				break;
			case '"':
			case "'": {
				const end = endOfString(text, at);
				const cut =
					end - start > longestChunk ? statementIn(text, Math.max(at, start + longestChunk), end) : end;
				at = cut;
				if (cut < end) {
					chunks.push({ start, text: text.slice(start, cut) });
					start = cut;
					depth = 0;
				}
				break;
			}
			case '\\':
				at += 2;
				break;
			case '(':
			case '[':
			case '{':
				depth += 1;
				at += 1;
				break;
			case ')':
			case ']':
			case '}':
				depth = Math.max(0, depth - 1);
				at += 1;
				break;
			case '\n':
				at += 1;
				if (cuts(text, at, depth)) {
					chunks.push({ start, text: text.slice(start, at) });
					start = at;
					depth = 0;
				}
				break;
			default:
				at += 1;
		}
	}
	chunks.push({ start, text: text.slice(start) });
	return chunks;
}

function cuts(text: string, at: number, depth: number): boolean {
	const first = text.charCodeAt(at);
	if (Number.isNaN(first) || first <= 0x20) return false;
	return depth === 0 ? !matchesAt(continues, text, at) : matchesAt(begins, text, at);
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
	pattern.lastIndex = at;
	return pattern.test(text);
}

/** Where a line between two offsets begins a statement at the margin; the end where none does. */
function statementIn(text: string, from: number, end: number): number {
	for (let at = text.indexOf('\n', from) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1)
		if (matchesAt(begins, text, at)) return at;
	return end;
}

function endOfLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}

function endOfString(text: string, start: number): number {
	const quote = text[start] ?? '';
	const triple = quote.repeat(3);
	const long = text.startsWith(triple, start);
	const closing = long ? triple : quote;
	for (let at = start + closing.length; at < text.length; at++) {
		const character = text[at];
		if (character === '\\') at += 1;
		else if (character === '\n' && !long) return at;
		else if (character === quote && (!long || text.startsWith(closing, at))) return at + closing.length;
	}
	return text.length;
}
