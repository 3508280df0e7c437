import {
	call,
	flatText,
	partsOf,
	type PythonArgument,
	type PythonCall,
	type PythonExpression,
} from './pythonExpression.ts';

/** A function without arguments that makes a module. */
export interface PythonBlock {
	readonly name: string;
	readonly value: PythonCall;
}

export interface NamedBlocks {
	/** In an order in which each stands before those that use it. */
	readonly blocks: readonly PythonBlock[];
	readonly expressions: readonly PythonExpression[];
}

/** Shorter ones are as easy to read where they stand. */
const leastLength = 120;

/** Expressions in which modules that are written more than once are calls of functions, the longest first. */
export function nameRepeated(expressions: readonly PythonExpression[]): NamedBlocks {
	let [program, blocks]: [readonly PythonExpression[], readonly PythonBlock[]] = [expressions, []];
	for (;;) {
		const repeated = longestRepeated([...program, ...blocks.map(({ value }) => value)]);
		if (!repeated) break;
		const text = flatText(repeated);
		const name = `block${String(blocks.length + 1)}`;
		const replaced = (expression: PythonExpression): PythonExpression =>
			typeof expression === 'object' && flatText(expression) === text ? call(name) : within(expression, replaced);
		program = program.map(replaced);
		blocks = [
			{ name, value: repeated },
			...blocks.map(block => ({ ...block, value: withArguments(block.value, replaced) })),
		];
	}
	return numbered({ blocks, expressions: program });
}

/** The blocks were named as they were found, from the longest on; they are read from the first one on. */
function numbered({ blocks, expressions }: NamedBlocks): NamedBlocks {
	const names = new Map(blocks.map(({ name }, place) => [name, `block${String(place + 1)}`]));
	const renamed = (expression: PythonExpression): PythonExpression => {
		const name = typeof expression === 'string' ? undefined : names.get(expression.name);
		return name === undefined ? within(expression, renamed) : call(name);
	};
	return {
		blocks: blocks.map(({ name, value }) => ({
			name: names.get(name) ?? name,
			value: withArguments(value, renamed),
		})),
		expressions: expressions.map(renamed),
	};
}

/** What makes a part of a module, and is no module itself. */
const notModules = new Set(['add', 'concat', 'OrderedDict']);

function longestRepeated(program: readonly PythonExpression[]): PythonCall | undefined {
	const seen = new Set<string>();
	let longest: PythonCall | undefined;
	let length = leastLength - 1;
	const look = (expression: PythonExpression): string => {
		if (typeof expression === 'string') return expression;
		for (const argument of expression.args) look(partsOf(argument).value);
		const text = flatText(expression);
		const isModule =
			/^[a-zA-Z]/.test(expression.name) && !notModules.has(expression.name) && !text.includes('shared.');
		if (isModule && text.length > length && seen.has(text)) [longest, length] = [expression, text.length];
		seen.add(text);
		return text;
	};
	program.forEach(look);
	return longest;
}

function within(
	expression: PythonExpression,
	replaced: (part: PythonExpression) => PythonExpression,
): PythonExpression {
	return typeof expression === 'string' ? expression : withArguments(expression, replaced);
}

function withArguments({ name, args }: PythonCall, replaced: (part: PythonExpression) => PythonExpression): PythonCall {
	return {
		name,
		args: args.map((argument): PythonArgument => {
			const { before, value } = partsOf(argument);
			return before === '' ? replaced(value) : { before, value: replaced(value) };
		}),
	};
}
