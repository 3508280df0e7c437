import { childrenOf, stringRange, type PythonNode } from '../frameworks/pythonTree.ts';
import type { Literal } from './mention.ts';

/** The value of a literal; undefined for anything that has to be run to be known. */
export function literalOf(node: PythonNode, text: string): Literal | undefined {
	const written = text.slice(node.from, node.to);
	switch (node.name) {
		case 'String':
			return plainString(node, text);
		case 'Boolean':
			return written === 'True';
		case 'None':
			return null;
		case 'Number':
		case 'UnaryExpression':
			return numberOf(written);
		case 'TupleExpression':
		case 'ArrayExpression':
			return numbersOf(node, text);
		case 'ParenthesizedExpression': {
			const [, inner, ...rest] = childrenOf(node);
			return inner && rest.length === 1 ? literalOf(inner, text) : undefined;
		}
		default:
			return undefined;
	}
}

/** A string without anything that an escape or a format would change; one that is not closed as yet too. */
function plainString(node: PythonNode, text: string): string | undefined {
	const range = stringRange(node, text);
	if (!range) return undefined;
	const value = text.slice(range.start, range.end);
	return value.includes('\\') || value.includes('\n') ? undefined : value;
}

function numberOf(written: string): number | undefined {
	const digits = written.replaceAll('_', '').replace(/\s+/g, '');
	return /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits) ? Number(digits) : undefined;
}

function numbersOf(node: PythonNode, text: string): readonly number[] | undefined {
	const values = childrenOf(node)
		.filter(({ name }) => !/^[()[\],]$|^Comment$/.test(name))
		.map(child => quotientOf(child, text));
	const numbers = values.filter(value => value !== undefined);
	return numbers.length > 0 && numbers.length === values.length ? numbers : undefined;
}

/** A number, or one divided by another as pixels often are: `123.675 / 255`. */
function quotientOf(node: PythonNode, text: string): number | undefined {
	if (node.name !== 'BinaryExpression') {
		const value = literalOf(node, text);
		return typeof value === 'number' ? value : undefined;
	}
	const [left, operator, right] = text.slice(node.from, node.to).split(/(\/)/);
	const dividend = numberOf(left ?? '');
	const divisor = numberOf(right ?? '');
	return operator === '/' && dividend !== undefined && divisor ? dividend / divisor : undefined;
}
