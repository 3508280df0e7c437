import { parseArgs } from 'node:util';
import { escapeUnseen } from '../catalog/plainText.ts';
import { UsageError } from './usageError.ts';

/** An option of a verb; every one of them takes a value unless it is a flag. */
export interface OptionSpec {
	/** Without the two hyphens. */
	readonly name: string;
	/** What its value is called in the help: `TEXT`. Without it the option is a flag. */
	readonly value?: string;
	readonly description: string;
	readonly repeatable?: boolean;
	/** The only values that it takes. */
	readonly choices?: readonly string[];
}

/** Arguments of one call, checked against the options that its verb takes. */
export interface ParsedOptions {
	readonly positionals: readonly string[];
	has(name: string): boolean;
	/** The value, the last one where it is repeated. */
	text(name: string): string | undefined;
	all(name: string): readonly string[];
}

/** @throws {UsageError} if an option is unknown, lacks its value, or has one that it does not take. */
export function parseOptions(argv: readonly string[], specs: readonly OptionSpec[], verb: string): ParsedOptions {
	const options = Object.fromEntries(
		specs.map(({ name, value }) => [
			name,
			{ type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
		]),
	);
	const { tokens, positionals } = parseArgs({
		args: [...argv],
		options,
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	const values = new Map<string, string[]>();
	for (const token of tokens) {
		if (token.kind !== 'option') continue;
		const spec = specs.find(({ name }) => name === token.name);
		if (!spec) throw unknownOption(token.rawName, specs, verb);
		values.set(spec.name, [...(values.get(spec.name) ?? []), valueOf(spec, token.value)]);
	}
	return {
		positionals,
		has: name => values.has(name),
		text: name => values.get(name)?.at(-1),
		all: name => values.get(name) ?? [],
	};
}

/** A whole number from 1 on. */
export function countOption(options: ParsedOptions, name: string, fallback: number): number {
	const text = options.text(name);
	if (text === undefined) return fallback;
	if (!/^[1-9]\d{0,8}$/.test(text)) {
		throw new UsageError(`--${name} takes a whole number from 1 on, not ${quoted(text)}`);
	}
	return Number(text);
}

/** The value of an option with choices, as one of them. */
export function choiceOption<T extends string>(
	options: ParsedOptions,
	name: string,
	choices: readonly T[],
): T | undefined {
	const text = options.text(name);
	return choices.find(choice => choice === text);
}

/** Text of a person quoted for a message of one line. */
export function quoted(text: string): string {
	return `"${escapeUnseen(text)}"`;
}

/** The entry of `known` that differs from `text` by the fewest letters, where it is near enough to be what was meant. */
export function nearest(text: string, known: readonly string[]): string | undefined {
	const graded = known.map(name => ({ name, distance: editDistance(text.slice(0, 40).toLowerCase(), name) }));
	const [best] = graded.sort((a, b) => a.distance - b.distance);
	return best && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined;
}

function valueOf(spec: OptionSpec, value: string | undefined): string {
	if (spec.value === undefined) {
		if (value === undefined) return '';
		throw new UsageError(`--${spec.name} takes no value`);
	}
	if (value === undefined) throw new UsageError(`--${spec.name} needs a value: --${spec.name} ${spec.value}`);
	if (spec.choices && !spec.choices.includes(value)) {
		throw new UsageError(`--${spec.name} takes ${spec.choices.join(', ')}, not ${quoted(value)}`);
	}
	return value;
}

function unknownOption(rawName: string, specs: readonly OptionSpec[], verb: string): UsageError {
	const names = specs.map(({ name }) => name);
	const near = nearest(rawName.replace(/^-+/, ''), names);
	const meant = near === undefined ? '' : ` Did you mean --${near}?`;
	const accepted = names.map(name => `--${name}`).join(', ');
	return new UsageError(`${quoted(rawName)} is not an option of ${verb}.${meant} It takes ${accepted}.`);
}

/** Letters to add, drop, replace or swap with their neighbor. */
function editDistance(a: string, b: string): number {
	const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
	const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		rows.push(row);
		for (let j = 1; j <= b.length; j++) {
			const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
			row.push(Math.min(replaced, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1));
		}
	}
	return at(a.length, b.length);
}
