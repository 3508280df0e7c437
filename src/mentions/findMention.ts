import { childrenOf, parsePython, stringRange, type PythonNode } from '../frameworks/pythonTree.ts';
import { findDataMention } from './dataMention.ts';
import type { KnownNames, Mention } from './mention.ts';
import { ModelCalls } from './pythonCalls.ts';

/** Cheap: a text without any of these words is not parsed. */
const mayCall = /create_model|get_model|from_pretrained|models|applications/;
const nameArguments = new Set(['model_name', 'name', 'pretrained_model_name_or_path', 'model']);

/**
 * The known model named at a cursor, the end of the name included: the first argument of a call that makes a model, or
 * the builder that is called. In YAML and JSON the value of a key such as `model`. Other strings never are mentions.
 */
export function findMention(
	text: string,
	offset: number,
	names: KnownNames,
	language: 'python' | 'yaml' | 'json' = 'python',
): Mention | undefined {
	if (language !== 'python') return findDataMention(text, offset, names, language);
	if (!mayCall.test(text)) return undefined;
	const tree = parsePython(text);
	const calls = new ModelCalls(text, tree);
	for (const side of [-1, 1] as const) {
		for (let node: PythonNode | null = tree.resolveInner(offset, side); node; node = node.parent) {
			const mention = mentionIn(node, text, calls);
			if (mention && mention.start <= offset && offset <= mention.end)
				return names.has(mention.name) ? mention : undefined;
		}
	}
	return undefined;
}

/** The name that a call holds, known or not. */
function mentionIn(call: PythonNode, text: string, calls: ModelCalls): Mention | undefined {
	if (call.name !== 'CallExpression') return undefined;
	const made = calls.callOf(call);
	if (!made) return undefined;
	const range = made.form === 'call' ? calleeName(call) : nameArgument(call, text);
	return range && { ...range, name: text.slice(range.start, range.end), ...made };
}

function calleeName(call: PythonNode): { start: number; end: number } | undefined {
	const callee = call.firstChild;
	const name = callee?.name === 'MemberExpression' ? callee.lastChild : callee;
	return name ? { start: name.from, end: name.to } : undefined;
}

/** The string that is the first argument, or the one given by keyword. */
function nameArgument(call: PythonNode, text: string): { start: number; end: number } | undefined {
	const children = childrenOf(call.getChild('ArgList') ?? call).filter(({ name }) => name !== 'Comment');
	const string = children.find((child, index) => {
		if (child.name !== 'String') return false;
		const before = children[index - 1];
		if (before?.name === '(') return true;
		const keyword = children[index - 2];
		return before?.name === 'AssignOp' && !!keyword && nameArguments.has(text.slice(keyword.from, keyword.to));
	});
	return string && stringRange(string, text);
}
