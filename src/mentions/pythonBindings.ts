import type { TextRange } from '../frameworks/insertion.ts';
import { childrenOf, type PythonNode } from '../frameworks/pythonTree.ts';
import type { WrittenArgument } from './chunkFacts.ts';

/** A part of a chunk with names of its own. */
export interface CodeScope extends TextRange {
	readonly kind: 'function' | 'class' | 'comprehension';
	/** Of a class. */
	readonly name?: string;
}

/** What a name is given at one place of a chunk. */
export interface Binding {
	readonly name: string;
	/** Where the name holds; undefined for the whole file. An attribute of an object holds in its class. */
	readonly within?: CodeScope;
	/** The one value, where it is known. */
	readonly value?: WrittenArgument;
	/** What it is given the items of, in turn. */
	readonly each?: WrittenArgument;
	/** Whether it is the default of a parameter, which callers may set to anything. */
	readonly isDefault?: boolean;
}

type ReadValue = (node: PythonNode) => WrittenArgument;
type TextOf = (node: PythonNode) => string;

const comprehension = /^(?:Array|Set|Dictionary)?ComprehensionExpression$/;

/** The scope that a node opens; undefined where it opens none. */
export function scopeOf(name: string, node: () => PythonNode, textOf: TextOf): CodeScope | undefined {
	const range = (): TextRange => ({ start: node().from, end: node().to });
	if (name === 'FunctionDefinition' || name === 'LambdaExpression') return { ...range(), kind: 'function' };
	if (comprehension.test(name) || (name === 'ArgList' && node().getChild('for')))
		return { ...range(), kind: 'comprehension' };
	if (name !== 'ClassDefinition') return undefined;
	const named = node().getChild('VariableName');
	return { ...range(), kind: 'class', ...(named && { name: textOf(named) }) };
}

/** What a statement, a list of parameters or a comprehension gives to which names. */
export function bindingsOf(node: PythonNode, read: ReadValue, textOf: TextOf): readonly Omit<Binding, 'within'>[] {
	const children = childrenOf(node).filter(({ name }) => name !== 'TypeDef' && name !== 'Comment');
	switch (node.name) {
		case 'AssignStatement':
		case 'NamedExpression':
			return assignedIn(children, read, textOf);
		case 'ParamList':
			return parametersIn(children, read, textOf);
		case 'UpdateStatement':
			return children.slice(0, 1).map(target => ({ name: textOf(target) }));
		default:
			return node.name === 'ForStatement' || node.name === 'ArgList' || comprehension.test(node.name)
				? loopedIn(children, read, textOf)
				: [];
	}
}

function assignedIn(children: readonly PythonNode[], read: ReadValue, textOf: TextOf): readonly Binding[] {
	const last = children.findLastIndex(({ name }) => name === 'AssignOp');
	const targets = children.slice(0, Math.max(last, 0)).filter(isTarget);
	const [value, ...more] = children.slice(last + 1);
	const isOne = value && last >= 0 && more.length === 0 && children[1]?.name !== ',';
	return targets.map(target => ({ name: textOf(target), ...(isOne && { value: read(value) }) }));
}

function parametersIn(children: readonly PythonNode[], read: ReadValue, textOf: TextOf): readonly Binding[] {
	return children.flatMap((child, index) => {
		if (child.name !== 'VariableName' || children[index - 1]?.name === 'AssignOp') return [];
		const value = children[index + 1]?.name === 'AssignOp' ? children[index + 2] : undefined;
		return [{ name: textOf(child), ...(value && { value: read(value), isDefault: true }) }];
	});
}

/** `for name in names` of a loop, and of each part of a comprehension. */
function loopedIn(children: readonly PythonNode[], read: ReadValue, textOf: TextOf): readonly Binding[] {
	return children.flatMap((child, index) => {
		if (child.name !== 'for') return [];
		const end = children.findIndex(({ name }, at) => at > index && name === 'in');
		const targets = children.slice(index + 1, Math.max(end, index)).filter(isTarget);
		const [only, ...others] = targets;
		const items = children[end + 1];
		if (only && items && end >= 0 && others.length === 0) return [{ name: textOf(only), each: read(items) }];
		return targets.map(target => ({ name: textOf(target) }));
	});
}

function isTarget({ name }: PythonNode): boolean {
	return name === 'VariableName' || name === 'MemberExpression';
}
