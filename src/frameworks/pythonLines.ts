import { childrenOf, type PythonNode, type PythonTree } from './pythonTree.ts';
import { lineAt, linesOf, type TextLine } from './textLines.ts';

/** A line of Python and what may stand after it. */
export interface PythonLine extends TextLine {
	/** Inside a string, brackets or a statement that began on an earlier line. */
	readonly continues: boolean;
	/** Ends the head of a block, whose statements stand on the lines below. */
	readonly opensBlock: boolean;
	readonly isComment: boolean;
	/** `else:`, `except …:` and the like: belongs to the statement above. */
	readonly isClause: boolean;
	readonly isDecorator: boolean;
}

export function pythonLines(text: string, tree: PythonTree): readonly PythonLine[] {
	const lines = linesOf(text);
	const continued = new Set<number>();
	const openers = new Set<number>();
	const visit = (node: PythonNode): void => {
		if (isBlock(node)) markOpener(node, lines, openers);
		if (isBlock(node) || hasBlock(node)) {
			for (const child of childrenOf(node)) visit(child);
			return;
		}
		const last = lineAt(lines, node.from + text.slice(node.from, node.to).trimEnd().length);
		for (let line = lineAt(lines, node.from) + 1; line <= last; line++) continued.add(line);
	};
	visit(tree.topNode);
	lines.forEach(({ text: line }, index) => {
		if (line.endsWith('\\') && !line.includes('#')) continued.add(index + 1);
	});
	return lines.map((line, index) => {
		const code = line.text.trimStart();
		const continues = continued.has(index);
		return {
			...line,
			continues,
			opensBlock: openers.has(index),
			isComment: !continues && code.startsWith('#'),
			isClause: !continues && /^(?:else|elif|except|finally|case)\b/.test(code),
			isDecorator: !continues && code.startsWith('@'),
		};
	});
}

function isBlock(node: PythonNode): boolean {
	return node.name === 'Script' || node.name === 'StatementGroup' || node.name.endsWith('Body');
}

function hasBlock(node: PythonNode): boolean {
	return (
		node.name === 'DecoratedStatement' ||
		(/(?:Statement|Definition|Clause)$/.test(node.name) && childrenOf(node).some(isBlock))
	);
}

/** The colon opens a block where nothing follows it on its own line. */
function markOpener(block: PythonNode, lines: readonly TextLine[], openers: Set<number>): void {
	if (!block.name.endsWith('Body')) return;
	const colon = lineAt(lines, block.from);
	const first = childrenOf(block).find(({ name }) => name !== ':' && name !== 'Comment' && name !== '⚠');
	if (!first || lineAt(lines, first.from) > colon) openers.add(colon);
}
