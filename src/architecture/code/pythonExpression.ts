/** A Python expression: text that stands on one line, or a call that is broken into lines where it is too long. */
export type PythonExpression = string | PythonCall;

export interface PythonCall {
	readonly name: string;
	readonly args: readonly PythonArgument[];
}

export type PythonArgument = PythonExpression | NamedArgument;

export interface NamedArgument {
	/** Text before the expression, such as `stride=` or `lambda: `. */
	readonly before: string;
	readonly value: PythonExpression;
}

const widest = 100;
const indent = '    ';

export function keyword(name: string, value: PythonExpression): NamedArgument {
	return { before: `${name}=`, value };
}

export function call(name: string, ...args: readonly PythonArgument[]): PythonCall {
	return { name, args };
}

/**
 * The lines of an expression, as formatters of Python break it: each argument on a line of its own, with a comma behind the last.
 * @param depth of indentation of the statement that it is a part of.
 * @param before what stands before it on its first line.
 */
export function pythonText(expression: PythonExpression, depth: number, before: string): string {
	const flat = `${before}${flatText(expression)}`;
	if (typeof expression === 'string' || indent.length * depth + flat.length <= widest) return flat;
	const inner = indent.repeat(depth + 1);
	const lines = expression.args.map(argument => {
		const { before: start, value } = partsOf(argument);
		return `${inner}${pythonText(value, depth + 1, start)},`;
	});
	return `${before}${expression.name}(\n${lines.join('\n')}\n${indent.repeat(depth)})`;
}

/** The expression on one line. */
export function flatText(expression: PythonExpression): string {
	if (typeof expression === 'string') return expression;
	const args = expression.args.map(argument => {
		const { before, value } = partsOf(argument);
		return `${before}${flatText(value)}`;
	});
	return `${expression.name}(${args.join(', ')})`;
}

/** An argument and the text before it. */
export function partsOf(argument: PythonArgument): NamedArgument {
	return typeof argument === 'object' && 'before' in argument ? argument : { before: '', value: argument };
}

/** A number, or a pair that is one number where both are the same. */
export function pairText([first, second]: readonly [number, number]): string {
	return first === second ? String(first) : `(${String(first)}, ${String(second)})`;
}
