import { namesOf } from './pythonImports.ts';
import type { PythonLine } from './pythonLines.ts';
import { statementsOf, type PythonNode, type PythonTree } from './pythonTree.ts';
import { lineAt } from './textLines.ts';

/** What stands before all code of a file, and so before or between its imports. */
export interface PythonHeader {
	/** Line that new imports go below; undefined where they go to the very start. */
	readonly importsBelow: PythonLine | undefined;
	/** Whether that line ends a block of imports, which new ones join without a blank line. */
	readonly hasImports: boolean;
	/** Offset before which no code may stand; 0 where it may stand anywhere. */
	readonly codeFrom: number;
}

/** Reads shebang, encoding, cell magics, comments, docstring, `from __future__` and the first block of imports. */
export function readHeader(text: string, tree: PythonTree, lines: readonly PythonLine[]): PythonHeader {
	const [docstring, future, imported] = headStatements(text, tree);
	const last = imported ?? future ?? docstring;
	if (last) {
		const line = lines[lineAt(lines, last.to)];
		return { importsBelow: line, hasImports: imported !== undefined, codeFrom: line?.end ?? 0 };
	}
	const fixed = leadingLines(lines, line => /^(?:#!|%%?\w|!|# ?-\*-|#.*coding[:=])/.test(line.text));
	const comments = leadingLines(lines, line => /^[#%!]/.test(line.text));
	return { importsBelow: lines[comments - 1], hasImports: false, codeFrom: lines[fixed - 1]?.end ?? 0 };
}

/** Docstring, last `from __future__` statement and last import of the first block, each where there is one. */
function headStatements(text: string, tree: PythonTree): readonly (PythonNode | undefined)[] {
	let docstring: PythonNode | undefined;
	let future: PythonNode | undefined;
	let imported: PythonNode | undefined;
	for (const statement of statementsOf(tree.topNode)) {
		if (statement.name === 'ImportStatement') {
			if (namesOf(statement, text).some(({ module }) => module === '__future__')) future = statement;
			else imported = statement;
		} else if (!docstring && !future && !imported && isString(statement)) docstring = statement;
		else break;
	}
	return [docstring, future, imported];
}

function isString(statement: PythonNode): boolean {
	const { firstChild } = statement;
	return (
		statement.name === 'ExpressionStatement' &&
		(firstChild?.name === 'String' || firstChild?.name === 'ContinuedString')
	);
}

/** Number of lines from the start for which `holds`. */
function leadingLines(lines: readonly PythonLine[], holds: (line: PythonLine) => boolean): number {
	const end = lines.findIndex(line => !holds(line));
	return end < 0 ? lines.length : end;
}
