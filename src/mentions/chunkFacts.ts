import { namesOf, type ImportedName } from '../frameworks/pythonImports.ts';
import type { TextRange } from '../frameworks/insertion.ts';
import { childrenOf, parsePython, stringRange, type PythonNode } from '../frameworks/pythonTree.ts';
import type { SeenArgument } from './mention.ts';
import { bindingsOf, scopeOf, type Binding, type CodeScope } from './pythonBindings.ts';
import { literalOf } from './pythonLiteral.ts';

/** A call as written. Offsets are those of the chunk. */
export interface CallFact extends TextRange {
	/** Dotted path without blanks: `models.resnet50`. */
	readonly path: string;
	/** The last name of the path. */
	readonly callee: TextRange;
	readonly arguments: readonly WrittenArgument[];
	/** Keyword, dictionary key or variable that the call is the value of. */
	readonly givenTo?: string;
}

/** An argument whose reference is a path as written. */
export interface WrittenArgument extends SeenArgument {
	/** The text between the quotes, where it is a string. */
	readonly inner?: TextRange;
	/** The strings of a list, tuple or set of nothing else. */
	readonly items?: readonly WrittenArgument[];
	/** The strings of `"a" if large else "b"`. */
	readonly choices?: readonly WrittenArgument[];
}

/** What one chunk says, whatever the rest of the file says. */
export interface ChunkFacts {
	readonly imports: readonly ImportedName[];
	/** Modules of `from … import *`. */
	readonly stars: readonly string[];
	/** What names are given, in order. */
	readonly assigned: readonly Binding[];
	/** Functions, classes and comprehensions, outer ones first. */
	readonly scopes: readonly CodeScope[];
	readonly calls: readonly CallFact[];
	/** Paths that end in a member of an enum of weights. */
	readonly weights: readonly (TextRange & { readonly path: string })[];
	/** Dictionaries that name what to make by `_target_` or `type`. */
	readonly records: readonly (TextRange & { readonly arguments: readonly WrittenArgument[] })[];
	/** Strings of a `_base_` of a configuration. */
	readonly bases: readonly WrittenArgument[];
}

const binds =
	/^(?:AssignStatement|NamedExpression|UpdateStatement|ParamList|ForStatement|ArgList|\w*ComprehensionExpression)$/;

export function readFacts(text: string): ChunkFacts {
	const reader = new FactReader(text);
	reader.visit(parsePython(text).topNode);
	return reader;
}

class FactReader implements ChunkFacts {
	readonly imports: ImportedName[] = [];
	readonly stars: string[] = [];
	readonly assigned: Binding[] = [];
	readonly scopes: CodeScope[] = [];
	readonly calls: CallFact[] = [];
	readonly weights: (TextRange & { path: string })[] = [];
	readonly records: (TextRange & { arguments: readonly WrittenArgument[] })[] = [];
	readonly bases: WrittenArgument[] = [];

	/** Scopes around the node that is read, innermost last. */
	private readonly around: CodeScope[] = [];

	constructor(private readonly text: string) {}

	/** Walks without recursion, since a line of a thousand brackets nests deeper than calls may. */
	visit(top: PythonNode): void {
		const cursor = top.cursor();
		do {
			this.enter(cursor.name, cursor.from, () => cursor.node);
			this.take(cursor.name, () => cursor.node);
		} while (cursor.next());
	}

	private take(name: string, node: () => PythonNode): void {
		if (binds.test(name)) this.takeBindings(node());
		if (name === 'ImportStatement') this.takeImport(node());
		else if (name === 'AssignStatement') this.takeAssignment(node());
		else if (name === 'CallExpression') this.takeCall(node());
		else if (name === 'MemberExpression') this.takeMember(node());
		else if (name === 'DictionaryExpression') this.takeDictionary(node());
	}

	private takeImport(node: PythonNode): void {
		this.imports.push(...namesOf(node, this.text));
		const star = /^from\s+([\w.]+)\s+import\s*\*/.exec(this.textOf(node))?.[1];
		if (star !== undefined) this.stars.push(star);
	}

	private enter(name: string, from: number, node: () => PythonNode): void {
		while ((this.around.at(-1)?.end ?? Infinity) <= from) this.around.pop();
		const scope = scopeOf(name, node, each => this.textOf(each));
		if (!scope) return;
		this.around.push(scope);
		this.scopes.push(scope);
	}

	private takeBindings(node: PythonNode): void {
		const bindings = bindingsOf(
			node,
			value => this.argumentOf(value),
			each => this.textOf(each),
		);
		for (const binding of bindings) this.assigned.push(this.placed(binding));
	}

	private placed(binding: Binding): Binding {
		const attribute = /^(?:self|cls)\.(\w+)$/.exec(binding.name)?.[1];
		const within =
			attribute === undefined ? this.around.at(-1) : this.around.findLast(({ kind }) => kind === 'class');
		return { ...binding, name: attribute ?? binding.name, ...(within && { within }) };
	}

	private takeAssignment(node: PythonNode): void {
		const [target, operator, value] = childrenOf(node).filter(({ name }) => name !== 'Comment');
		if (!target || !value || operator?.name !== 'AssignOp') return;
		if (this.textOf(target) === '_base_') this.bases.push(...this.stringsOf(value));
	}

	private stringsOf(value: PythonNode): readonly WrittenArgument[] {
		const strings = value.name === 'String' ? [value] : childrenOf(value).filter(({ name }) => name === 'String');
		return strings.map(string => this.argumentOf(string));
	}

	private takeCall(node: PythonNode): void {
		const { firstChild } = node;
		const list = node.getChild('ArgList');
		const path = firstChild ? this.pathOf(firstChild) : undefined;
		const last = firstChild?.name === 'MemberExpression' ? firstChild.lastChild : firstChild;
		if (path === undefined || !last || !list) return;
		const givenTo = this.givenTo(node);
		this.calls.push({
			start: node.from,
			end: node.to,
			path,
			callee: { start: last.from, end: last.to },
			arguments: this.argumentsOf(list),
			...(givenTo !== undefined && { givenTo }),
		});
	}

	private takeMember(node: PythonNode): void {
		if (!/_Weights\s*\.\s*[A-Z][A-Z0-9_]*$/.test(this.textOf(node))) return;
		const path = this.pathOf(node);
		if (path !== undefined) this.weights.push({ start: node.from, end: node.to, path });
	}

	private takeDictionary(node: PythonNode): void {
		const written: WrittenArgument[] = [];
		const children = childrenOf(node).filter(({ name }) => name !== 'Comment');
		children.forEach((colon, index) => {
			const key = children[index - 1];
			const value = children[index + 1];
			if (colon.name !== ':' || key?.name !== 'String' || !value) return;
			const keyword = literalOf(key, this.text);
			if (typeof keyword !== 'string') return;
			written.push({ ...this.argumentOf(value), keyword, keywordStart: key.from });
		});
		if (written.some(({ keyword }) => keyword === '_target_' || keyword === 'type'))
			this.records.push({ start: node.from, end: node.to, arguments: written });
	}

	private argumentsOf(list: PythonNode): readonly WrittenArgument[] {
		const children = childrenOf(list).filter(({ name }) => name !== 'Comment' && name !== '⚠');
		const written: WrittenArgument[] = [];
		let position = 0;
		children.forEach((value, index) => {
			const before = children[index - 1];
			if (/^[(),]$|^\*\*?$|^AssignOp$/.test(value.name)) return;
			if (children[index + 1]?.name === 'AssignOp') return; // a keyword
			const keyword = before?.name === 'AssignOp' ? children[index - 2] : undefined;
			if (keyword) {
				const name = this.textOf(keyword);
				written.push({ ...this.argumentOf(value), keyword: name, keywordStart: keyword.from });
			} else if (before?.name === '*' || before?.name === '**') position = Infinity;
			else if (before?.name === '(' || before?.name === ',')
				written.push({ ...this.argumentOf(value), position: position++ });
		});
		return written;
	}

	private argumentOf(node: PythonNode): WrittenArgument {
		const value = literalOf(node, this.text);
		const reference = value === undefined ? this.pathOf(node) : undefined;
		const inner = node.name === 'String' ? stringRange(node, this.text) : undefined;
		return {
			start: node.from,
			end: node.to,
			...(value !== undefined && { value }),
			...(reference !== undefined && { reference }),
			...(inner && { inner }),
			...this.severalOf(node),
		};
	}

	private severalOf(node: PythonNode): Pick<WrittenArgument, 'items' | 'choices'> {
		const strings = childrenOf(node).filter(({ name }) => name === 'String');
		const read = strings.map(string => this.argumentOf(string));
		if (read.length === 0 || read.some(({ value }) => value === undefined)) return {};
		if (node.name === 'ConditionalExpression') return { choices: read };
		const others = childrenOf(node).filter(({ name }) => !/^(?:[()[\]{},]|String|Comment)$/.test(name));
		return /^(?:Array|Tuple|Set)Expression$/.test(node.name) && others.length === 0 ? { items: read } : {};
	}

	private givenTo(call: PythonNode): string | undefined {
		const before = call.prevSibling;
		const name = before?.prevSibling;
		if (!name || (before.name !== 'AssignOp' && before.name !== ':')) return undefined;
		const value = literalOf(name, this.text);
		return typeof value === 'string' ? value : this.pathOf(name);
	}

	private pathOf(node: PythonNode): string | undefined {
		if (node.name !== 'VariableName' && node.name !== 'MemberExpression') return undefined;
		const written = this.textOf(node).replace(/\s+|\\\r?\n/g, '');
		return /^\w+(?:\.\w+)*$/.test(written) ? written : undefined;
	}

	private textOf(node: PythonNode): string {
		return this.text.slice(node.from, node.to);
	}
}
