/** Steps from the root of a JSON text to one of its values: keys of objects, indices from 0 of lists. */
export type JsonPath = readonly (string | number)[];

/** UTF-16 offsets of a value in its text; `end` is exclusive. */
export interface JsonSpan {
	readonly start: number;
	readonly end: number;
}

/**
 * Where the values at `paths` stand in strict JSON; for a value that is not there, the innermost one around it that is.
 * Undefined only where the text ends before either. Of a repeated key the last value counts, as for the engine's parser.
 */
export function findJsonSpans(text: string, paths: readonly JsonPath[]): readonly (JsonSpan | undefined)[] {
	const root = createWanted();
	const trails = paths.map(path => {
		const trail = [root];
		for (const step of path) trail.push(childOf(trail.at(-1) ?? root, step));
		return trail;
	});
	new JsonWalk(text, root).run();
	return trails.map(trail => trail.findLast(({ span }) => span !== undefined)?.span);
}

/** Offset of the first thing in `text` that strict JSON has no place for; undefined where there is none. */
export function findJsonFault(text: string): number | undefined {
	return new JsonWalk(text, createWanted()).run();
}

/** A value that is looked for, or around one that is. */
interface Wanted {
	readonly children: Map<string | number, Wanted>;
	span: JsonSpan | undefined;
}

function createWanted(): Wanted {
	return { children: new Map(), span: undefined };
}

function childOf(parent: Wanted, step: string | number): Wanted {
	const known = parent.children.get(step);
	if (known) return known;
	const child = createWanted();
	parent.children.set(step, child);
	return child;
}

interface Token {
	readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'literal' | 'end' | 'fault';
	readonly start: number;
	readonly end: number;
}

/** An object or a list that is open. */
interface Level {
	readonly isList: boolean;
	readonly start: number;
	readonly wanted: Wanted | undefined;
	/** Of the value that is read or comes next. */
	step: string | number;
}

type Expectation = 'value' | 'value or end of list' | 'key' | 'key or end of object' | 'colon' | 'comma or end' | 'end';

/** Goes over a text once, with levels of its own: a hostile file may nest deeper than calls can. */
class JsonWalk {
	private readonly levels: Level[] = [];
	private expected: Expectation = 'value';

	constructor(
		private readonly text: string,
		private readonly root: Wanted,
	) {}

	/** Offset of the first fault. */
	run(): number | undefined {
		for (let at = 0; ;) {
			const token = readToken(this.text, at);
			if (!this.take(token)) return token.start;
			if (token.kind === 'end') return undefined;
			at = token.end;
		}
	}

	/** Whether the token has a place here. */
	private take(token: Token): boolean {
		switch (this.expected) {
			case 'value':
				return this.takeValue(token);
			case 'value or end of list':
				return token.kind === ']' ? this.close(token) : this.takeValue(token);
			case 'key':
				return this.takeKey(token);
			case 'key or end of object':
				return token.kind === '}' ? this.close(token) : this.takeKey(token);
			case 'colon':
				this.expected = 'value';
				return token.kind === ':';
			case 'comma or end':
				return this.takeSeparator(token);
			case 'end':
				return token.kind === 'end';
		}
	}

	private takeValue({ kind, start, end }: Token): boolean {
		switch (kind) {
			case '{':
			case '[': {
				const isList = kind === '[';
				this.levels.push({ isList, start, wanted: this.wantedHere(), step: 0 });
				this.expected = isList ? 'value or end of list' : 'key or end of object';
				return true;
			}
			case 'string':
			case 'literal':
				this.finish(this.wantedHere(), { start, end });
				return true;
			default:
				return false;
		}
	}

	private takeKey({ kind, start, end }: Token): boolean {
		const level = this.levels.at(-1);
		if (kind !== 'string' || !level) return false;
		if (level.wanted) level.step = String(JSON.parse(this.text.slice(start, end)));
		this.expected = 'colon';
		return true;
	}

	private takeSeparator(token: Token): boolean {
		const level = this.levels.at(-1);
		if (!level) return false;
		if (token.kind !== ',') return token.kind === (level.isList ? ']' : '}') && this.close(token);
		if (typeof level.step === 'number') level.step += 1;
		this.expected = level.isList ? 'value' : 'key';
		return true;
	}

	private close({ end }: Token): boolean {
		const level = this.levels.pop();
		if (level) this.finish(level.wanted, { start: level.start, end });
		return level !== undefined;
	}

	private finish(wanted: Wanted | undefined, span: JsonSpan): void {
		if (wanted) wanted.span = span;
		this.expected = this.levels.length === 0 ? 'end' : 'comma or end';
	}

	private wantedHere(): Wanted | undefined {
		const level = this.levels.at(-1);
		return level ? level.wanted?.children.get(level.step) : this.root;
	}
}

const space = /[ \t\r\n]*/y;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function readToken(text: string, from: number): Token {
	const start = endOfMatch(space, text, from) ?? from;
	const first = text[start];
	switch (first) {
		case undefined:
			return { kind: 'end', start, end: start };
		case '{':
		case '}':
		case '[':
		case ']':
		case ',':
		case ':':
			return { kind: first, start, end: start + 1 };
		case '"': {
			const end = endOfString(text, start);
			return end === undefined ? { kind: 'fault', start, end: start } : { kind: 'string', start, end };
		}
		default: {
			const end = endOfMatch(literal, text, start);
			return end === undefined ? { kind: 'fault', start, end: start } : { kind: 'literal', start, end };
		}
	}
}

function endOfMatch(pattern: RegExp, text: string, from: number): number | undefined {
	pattern.lastIndex = from;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}

const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** A loop and no pattern, which a string of ten million characters could make too deep. */
function endOfString(text: string, start: number): number | undefined {
	for (let at = start + 1; at < text.length;) {
		const character = text.charCodeAt(at);
		if (character === 0x22) return at + 1;
		if (character < 0x20) return undefined;
		const next = character === 0x5c ? endOfMatch(escape, text, at) : at + 1;
		if (next === undefined) return undefined;
		at = next;
	}
	return undefined;
}
