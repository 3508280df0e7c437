import { parser } from '@lezer/python';

export type PythonTree = ReturnType<typeof parser.parse>;
export type PythonNode = PythonTree['topNode'];

/**
 * Python source as a tree. Lines that only a notebook understands (`%%time`, `!pip install`) are read as comments, so
 * offsets in the tree are offsets in `text`.
 */
export function parsePython(text: string): PythonTree {
	return parser.parse(text.replace(notebookLine, line => line.replace(/[%!?]/, '#')));
}

const notebookLine = /^[ \t]*(?:%%?[A-Za-z]|![^=\s]|\?\w)/gm;

/** The children of a node, in order. */
export function childrenOf(node: PythonNode): readonly PythonNode[] {
	const children: PythonNode[] = [];
	for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
	return children;
}

/** The statements of a script or a block, those that share a line apart. Comments are none. */
export function statementsOf(block: PythonNode): readonly PythonNode[] {
	return childrenOf(block).flatMap(child => {
		if (child.name === 'StatementGroup') return statementsOf(child);
		return /(Statement|Definition)$/.test(child.name) ? [child] : [];
	});
}

/** Where the text between the quotes of a string literal stands. */
export function stringRange(node: PythonNode, text: string): { start: number; end: number } | undefined {
	const literal = text.slice(node.from, node.to);
	const opening = /^(?:[rRuU]?)("""|'''|"|')/.exec(literal);
	const quote = opening?.[1];
	if (!opening || quote === undefined) return undefined;
	const start = node.from + opening[0].length;
	const closed = literal.length >= opening[0].length + quote.length && literal.endsWith(quote);
	return { start, end: closed ? node.to - quote.length : node.to };
}
