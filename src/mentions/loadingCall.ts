import type { TextRange } from '../frameworks/insertion.ts';
import { childrenOf, type PythonTree } from '../frameworks/pythonTree.ts';
import type { Mention, SeenArgument } from './mention.ts';
import { callAt } from './planReplacement.ts';
import type { ModelDocument } from './modelDocument.ts';

/** What a call that makes a network says, whatever the framework. */
export interface LoadingCall {
	/** The call in the text. */
	readonly range: TextRange;
	readonly isPretrained: boolean;
	/** Outputs of the classifier as written; `none` where it is left off; undefined for those of the weights. */
	readonly classes?: string;
	/** Keywords that change no layer and have no counterpart elsewhere. */
	readonly dropped: readonly string[];
}

interface Signature {
	readonly path: RegExp;
	/** Keywords of arguments given by position; the first may be the name. */
	readonly positions: readonly string[];
	/** Whether the name decides alone, or the call says that weights are to be loaded. */
	readonly isPretrained: boolean;
}

const signatures: readonly Signature[] = [
	{ path: /^timm\..*\bcreate_model$/, positions: ['model_name', 'pretrained'], isPretrained: false },
	{ path: /^timm\.models\.\w+$/, positions: ['pretrained'], isPretrained: false },
	{ path: /^torchvision\.models\.get_model$/, positions: ['name'], isPretrained: false },
	{ path: /^torchvision\.models\.\w+$/, positions: ['pretrained'], isPretrained: false },
	{ path: /keras\.(?:\w+\.)*applications\.(?:\w+\.)?\w+$/, positions: [], isPretrained: true },
	{
		path: /^transformers\.\w+ForImageClassification\.from_pretrained$/,
		positions: ['pretrained_model_name_or_path'],
		isPretrained: true,
	},
];

/** Arguments that change neither layers nor weights, or matter only while training. */
const droppable =
	/^(?:progress|drop_rate|drop_path_rate|dropout|scriptable|exportable|cache_dir|token|revision|input_shape|classifier_activation|name|id2label|label2id)$/;

const weightsOfEnum = /^(?:[\w.]+_Weights\.)?[A-Z][A-Z0-9_]*$/;

/**
 * The call at a mention in terms of every framework; undefined where it says more than others can: feature maps, other
 * channels, weights from a file, arguments that are not spelled out, a comment that would be lost.
 */
export function readLoadingCall(document: ModelDocument, tree: PythonTree, mention: Mention): LoadingCall | undefined {
	const { start, end, kind, call } = mention;
	const node = callAt(tree, { start, end });
	const callee = node?.firstChild;
	if (!node || !callee || kind === 'weights' || call?.start !== node.from) return undefined;
	const path = document.scope.expand(document.text.slice(callee.from, callee.to).replace(/\s/g, ''))?.path ?? '';
	const signature = signatures.find(each => each.path.test(path));
	const list = childrenOf(node.getChild('ArgList') ?? node);
	if (!signature || list.some(({ name }) => /^(?:\*\*?|Comment|⚠|for)$/.test(name))) return undefined;
	const reading = { isPretrained: signature.isPretrained, dropped: [] as string[], pooled: false, top: true };
	let classes: string | undefined;
	for (const argument of mention.arguments) {
		if (argument.start <= start && end <= argument.end) continue; // the name itself
		const keyword = argument.keyword ?? signature.positions[argument.position ?? NaN];
		const written = document.text.slice(argument.start, argument.end);
		if (keyword === undefined) return undefined;
		if (/^(?:num_classes|classes|num_labels)$/.test(keyword)) classes = argument.value === 0 ? 'none' : written;
		else if (!take(reading, keyword, argument)) return undefined;
	}
	const { isPretrained, dropped, pooled, top } = reading;
	if (!top && !pooled) return undefined; // maps, not one vector of features
	if (!top) classes = 'none';
	return {
		range: { start: node.from, end: node.to },
		isPretrained,
		dropped,
		...(classes !== undefined && { classes }),
	};
}

interface Reading {
	isPretrained: boolean;
	pooled: boolean;
	top: boolean;
	readonly dropped: string[];
}

/** Whether an argument is understood. */
function take(reading: Reading, keyword: string, { value, reference }: SeenArgument): boolean {
	switch (keyword) {
		case 'ignore_mismatched_sizes':
			return true;
		case 'pretrained':
			reading.isPretrained = value === true;
			return typeof value === 'boolean';
		case 'weights':
			reading.isPretrained = value !== null;
			return value === null || value === 'imagenet' || weightsOfEnum.test(String(value ?? reference));
		case 'include_top':
			reading.top = value === true;
			return typeof value === 'boolean';
		case 'pooling':
			reading.pooled = value === 'avg';
			return value === 'avg' || value === null;
		default:
			if (droppable.test(keyword)) reading.dropped.push(keyword);
			return droppable.test(keyword);
	}
}
