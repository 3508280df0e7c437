import type { Checkpoint } from '../catalog/records.ts';
import type { TextEdit, TextPlan, TextRange } from '../frameworks/insertion.ts';
import { parseKerasName } from '../frameworks/keras.ts';
import { importEdits } from '../frameworks/planImports.ts';
import { childrenOf, parsePython, stringRange, type PythonNode, type PythonTree } from '../frameworks/pythonTree.ts';
import { parseTorchvisionName, type TorchvisionName } from '../frameworks/torchvision.ts';
import type { Mention } from './mention.ts';

/** Names that can stand between any quotes, and as a plain scalar, as they are. */
const safeName = /^[A-Za-z0-9][\w./@+-]*$/;

/**
 * How to name another checkpoint of the same framework at a mention, leaving the rest of the call as it is. A builder of
 * torchvision takes the weights named in its call along, since they fit no other, and the imports that both need.
 * Undefined where the name alone cannot do it: another framework, a width that is an argument of the call.
 */
export function planReplacement(
	text: string,
	mention: Mention,
	checkpoint: Pick<Checkpoint, 'framework' | 'name'>,
	eol: '\n' | '\r\n',
): TextPlan | undefined {
	if (mention.framework !== undefined && mention.framework !== checkpoint.framework) return undefined;
	if (text.slice(mention.start, mention.end) !== mention.name) return undefined; // called by an alias
	if (mention.kind === 'name') {
		const name =
			mention.framework === 'torchvision' ? parseTorchvisionName(checkpoint.name)?.builder : checkpoint.name;
		return name !== undefined && safeName.test(name) ? planOf([{ ...rangeOf(mention), text: name }]) : undefined;
	}
	if (mention.kind === 'weights') return undefined;
	const tree = parsePython(text);
	const call = callAt(tree, mention);
	if (!call) return undefined;
	if (checkpoint.framework === 'keras') return planKeras(text, mention, call, checkpoint);
	const name = parseTorchvisionName(checkpoint.name);
	return name && planTorchvision(text, { mention, tree, call, name, eol });
}

function planKeras(
	text: string,
	mention: Mention,
	call: PythonNode,
	checkpoint: Pick<Checkpoint, 'name'>,
): TextPlan | undefined {
	const name = parseKerasName(checkpoint.name);
	const hasArguments = name?.alpha !== undefined || name?.side !== undefined;
	if (!name || hasArguments || argument(call, 'alpha', text)) return undefined;
	const isBare = call.firstChild?.name === 'VariableName';
	return isBare ? undefined : planOf([{ ...rangeOf(mention), text: name.className }]);
}

interface TorchvisionCall {
	readonly mention: Mention;
	readonly tree: PythonTree;
	readonly call: PythonNode;
	readonly name: TorchvisionName;
	readonly eol: '\n' | '\r\n';
}

function planTorchvision(text: string, { mention, tree, call, name, eol }: TorchvisionCall): TextPlan | undefined {
	const needed: string[] = [];
	const edits: TextEdit[] = name.builder === mention.name ? [] : [{ ...rangeOf(mention), text: name.builder }];
	if (call.firstChild?.name === 'VariableName') needed.push(name.builder);
	const weights = argument(call, 'weights', text);
	const inQuotes = weights && stringRange(weights, text);
	if (inQuotes && text.slice(inQuotes.start, inQuotes.end) !== 'DEFAULT')
		edits.push({ ...inQuotes, text: name.member });
	if (weights?.name === 'MemberExpression') {
		const written = /^(.*?)\w+_Weights\s*\.\s*\w+$/s.exec(text.slice(weights.from, weights.to));
		if (!written) return undefined;
		const prefix = written[1] ?? '';
		if (prefix === '') needed.push(name.weights);
		edits.push({ start: weights.from + prefix.length, end: weights.to, text: `${name.weights}.${name.member}` });
	}
	if (needed.length === 0) return planOf(edits);
	const statement = `from torchvision.models import ${needed.toSorted().join(', ')}`;
	return { ...planOf(edits), imports: importEdits(text, tree, [statement], { eol }) };
}

function planOf(edits: readonly TextEdit[]): TextPlan {
	return { imports: [], snippets: edits.map(({ start, end, text }) => ({ start, end, parts: [text] })) };
}

function rangeOf({ start, end }: TextRange): TextRange {
	return { start, end };
}

/** The innermost call around the start of a range. */
export function callAt(tree: PythonTree, { start }: TextRange): PythonNode | undefined {
	for (let node: PythonNode | null = tree.resolveInner(start, 1); node; node = node.parent)
		if (node.name === 'CallExpression') return node;
	return undefined;
}

/** The value of a keyword argument. */
function argument(call: PythonNode, keyword: string, text: string): PythonNode | undefined {
	const children = childrenOf(call.getChild('ArgList') ?? call).filter(({ name }) => name !== 'Comment');
	return children.find((_child, index) => {
		const name = children[index - 2];
		return !!name && children[index - 1]?.name === 'AssignOp' && text.slice(name.from, name.to) === keyword;
	});
}
