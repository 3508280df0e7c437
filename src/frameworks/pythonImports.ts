import { childrenOf, parsePython, statementsOf, type PythonNode, type PythonTree } from './pythonTree.ts';

/** One name that an import statement brings in. */
export interface ImportedName {
	/** Module as written, dots in front for a relative one: `torchvision.models`. */
	readonly module: string;
	/** What is taken from the module; undefined for `import module`. */
	readonly name?: string;
	/** The name that it has in the file. */
	readonly local: string;
	readonly from: number;
}

/** The names imported by statements at the top level, in `try` and `if` blocks there too, but not in functions. */
export function importedNames(text: string, tree: PythonTree = parsePython(text)): readonly ImportedName[] {
	return importStatements(tree.topNode, text).flatMap(statement => namesOf(statement, text));
}

/** The names that one import statement, given as text, brings in. */
export function parseImport(statement: string): readonly ImportedName[] {
	return importedNames(statement);
}

/** The names that an import statement of a tree brings in; none for `import *`. */
export function namesOf(statement: PythonNode, text: string): readonly ImportedName[] {
	const tokens = childrenOf(statement)
		.filter(({ name }) => name !== 'Comment')
		.map(({ from, to }) => text.slice(from, to));
	const from = statement.from;
	if (tokens[0] === 'import') {
		return clausesOf(tokens.slice(1)).map(({ path, alias }) => ({
			module: path,
			local: alias ?? path.split('.')[0] ?? path,
			from,
		}));
	}
	const at = tokens.indexOf('import');
	if (at < 0) return [];
	const module = tokens.slice(1, at).join('');
	const listed = tokens.slice(at + 1).filter(token => token !== '(' && token !== ')');
	return clausesOf(listed)
		.filter(({ path }) => path !== '*')
		.map(({ path, alias }) => ({ module, name: path, local: alias ?? path, from }));
}

/** Whether names that a file has already include one that a snippet needs, under the same name. */
export function isProvided(needed: ImportedName, existing: readonly ImportedName[]): boolean {
	return existing.some(({ module, name, local }) => {
		if (local !== needed.local || name !== needed.name) return false;
		// `import timm.data` brings in `timm` as well, `import timm as t` does not
		return module === needed.module || (name === undefined && module.startsWith(`${needed.module}.`));
	});
}

/** The statement that brings in what is still missing; undefined where nothing is. */
export function missingImport(statement: string, existing: readonly ImportedName[]): string | undefined {
	const missing = parseImport(statement).filter(needed => !isProvided(needed, existing));
	const [first] = missing;
	if (!first) return undefined;
	if (first.name === undefined) return statement;
	const clauses = missing.map(({ name = '', local }) => (name === local ? name : `${name} as ${local}`));
	return `from ${first.module} import ${clauses.join(', ')}`;
}

function importStatements(block: PythonNode, text: string): readonly PythonNode[] {
	return statementsOf(block).flatMap(statement => {
		switch (statement.name) {
			case 'ImportStatement':
				return [statement];
			case 'TryStatement':
			case 'WithStatement':
				return bodiesOf(statement).flatMap(body => importStatements(body, text));
			case 'IfStatement':
				// what stands under TYPE_CHECKING is not there when the code runs
				return /^if\s+(?:\w+\.)?TYPE_CHECKING\b/.test(text.slice(statement.from, statement.to))
					? []
					: bodiesOf(statement).flatMap(body => importStatements(body, text));
			default:
				return [];
		}
	});
}

function bodiesOf(statement: PythonNode): readonly PythonNode[] {
	return childrenOf(statement).filter(({ name }) => name === 'Body');
}

interface Clause {
	readonly path: string;
	readonly alias?: string;
}

/** `a . b as c , d` as its clauses. */
function clausesOf(tokens: readonly string[]): readonly Clause[] {
	const clauses: Clause[] = [];
	let path = '';
	let alias: string | undefined;
	let afterAs = false;
	const finish = (): void => {
		if (path !== '') clauses.push(alias === undefined ? { path } : { path, alias });
		path = '';
		alias = undefined;
		afterAs = false;
	};
	for (const token of tokens) {
		if (token === ',') finish();
		else if (token === 'as') afterAs = true;
		else if (afterAs) alias = token;
		else path += token;
	}
	finish();
	return clauses;
}
