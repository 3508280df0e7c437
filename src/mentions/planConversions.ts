import type { Catalog } from '../catalog/catalog.ts';
import { checkpointsByMerit } from '../catalog/merit.ts';
import { labelText } from '../catalog/plainText.ts';
import type { Checkpoint, Preprocess } from '../catalog/records.ts';
import { formatInput } from '../catalog/units.ts';
import type { TextEdit } from '../frameworks/insertion.ts';
import { importEdits } from '../frameworks/planImports.ts';
import { childrenOf, parsePython, type PythonTree } from '../frameworks/pythonTree.ts';
import { frameworkTitles } from '../frameworks/frameworkTitles.ts';
import { readLoadingCall, type LoadingCall } from './loadingCall.ts';
import type { Mention } from './mention.ts';
import type { ModelDocument } from './modelDocument.ts';
import type { ModelNames } from './modelNames.ts';
import type { CodeFix } from './planFixes.ts';
import { callAt } from './planReplacement.ts';
import { convertible, writeLoading, type WrittenLoading } from './writtenLoading.ts';

export interface ConversionOptions {
	readonly catalog: Catalog;
	readonly names: ModelNames;
	readonly eol: '\n' | '\r\n';
	/** Other cells of a notebook, whose imports count as well. */
	readonly knownImportsFrom?: readonly string[];
}

/**
 * The call at a mention in every other framework that has the model, by the weights nearest to those that it loads: the
 * same ones, else for images of the same size, else the most accurate. The titles say what changes.
 */
export function planConversions(
	document: ModelDocument,
	mention: Mention,
	options: ConversionOptions,
): readonly CodeFix[] {
	const { model, framework } = mention;
	const { catalog, knownImportsFrom = [] } = options;
	if (document.language !== 'python' || model === undefined) return [];
	const tree = parsePython(document.text);
	const call = readLoadingCall(document, tree, mention);
	if (!call) return [];
	const loaded = loadedBy(document, mention, options);
	return convertible.flatMap(target => {
		if (target === framework) return [];
		const known = catalog.checkpointsOf(model).filter(each => each.framework === target && isOffered(each, loaded));
		const [checkpoint] = checkpointsByMerit(catalog, known).toSorted(
			(a, b) => distance(a, loaded) - distance(b, loaded),
		);
		const written = checkpoint && writeLoading(checkpoint, call, [document.text, ...knownImportsFrom]);
		const edits = written && editsOf(document.text, tree, { call, written, options });
		return edits ? [{ title: titleOf({ call, written, checkpoint, loaded }), edits, isPreferred: false }] : [];
	});
}

interface LoadedWeights {
	/** Undefined where the call does not say which. */
	readonly checkpoint?: Checkpoint | undefined;
	/** Of the images, as far as it is known. */
	readonly input?: Preprocess['input'] | undefined;
}

function loadedBy(document: ModelDocument, mention: Mention, { catalog, names }: ConversionOptions): LoadedWeights {
	const beside = document
		.mentions(names)
		.find(({ call, checkpoint }) => checkpoint !== undefined && call?.start === mention.call?.start);
	const [meant, ...others] = names.checkpointsOf(mention.framework, mention.name);
	const only = others.length === 0 ? meant : undefined;
	const checkpoint = catalog.checkpointById.get(mention.checkpoint ?? beside?.checkpoint ?? '') ?? only;
	return { checkpoint, input: (checkpoint ?? meant)?.preprocess?.input };
}

/** Weights that can be loaded, with the classes that the code expects. */
function isOffered(each: Checkpoint, { checkpoint }: LoadedWeights): boolean {
	const isNamedWell = each.seen !== false && !each.deprecated && each.renamedTo === undefined;
	return isNamedWell && each.classes === (checkpoint?.classes ?? 1000);
}

/** 0 for the same weights, 1 for others of the same input size, else 2. */
function distance(each: Checkpoint, { checkpoint, input }: LoadedWeights): number {
	if (checkpoint && trainingOf(checkpoint) === trainingOf(each)) return 0;
	return String(each.preprocess?.input) === String(input) ? 1 : 2;
}

/** The same for weights that two frameworks share: the hub has those of timm, and timm those of torchvision as `tv` and `tv2`. */
function trainingOf({ framework, name, model }: Checkpoint): string {
	const version = framework === 'torchvision' ? /\.IMAGENET1K_V([12])$/.exec(name)?.[1] : undefined;
	if (version !== undefined) return `${model} tv${version === '2' ? '2' : ''}`;
	const tag = /\.(tv2?)_in1k$/.exec(name)?.[1];
	return tag === undefined ? name.replace(/^timm\//, '') : `${model} ${tag}`;
}

interface Converted {
	readonly call: LoadingCall;
	readonly written: WrittenLoading;
}

function titleOf({
	call,
	written,
	checkpoint,
	loaded,
}: Converted & { readonly checkpoint: Checkpoint; readonly loaded: LoadedWeights }): string {
	const { name, weights } = written;
	const changes = [labelText(name, 80)];
	const near = distance(checkpoint, loaded);
	const { input } = checkpoint.preprocess ?? {};
	if (weights !== undefined) {
		const kind = near === 0 ? 'same ' : loaded.checkpoint ? 'other ' : '';
		changes.push(`${kind}weights${weights === name ? '' : ` ${labelText(weights, 80)}`}`);
	}
	if (weights !== undefined && near === 2 && input) changes.push(`for images of ${formatInput(input)}`);
	if (call.dropped.length > 0) changes.push(`without ${call.dropped.join(', ')}`);
	return `Convert to ${frameworkTitles[checkpoint.framework]}: ${changes.join(', ')}`;
}

/** Undefined where a head has to be made below, and the network has no name there. */
function editsOf(
	text: string,
	tree: PythonTree,
	{ call, written, options }: Converted & { readonly options: ConversionOptions },
): readonly TextEdit[] | undefined {
	const [imports] = importEdits(text, tree, written.imports, options);
	const isHere = imports?.start === call.range.start; // one edit, since two at one place have no order
	const edits: TextEdit[] = [{ ...call.range, text: (isHere ? imports.text : '') + written.code }];
	if (imports && !isHere) edits.push(imports);
	if (!written.below) return edits;
	const place = placeBelow(text, tree, call);
	if (!place) return undefined;
	const lines = written.below(place.model).map(line => options.eol + place.indent + line);
	return [...edits, { start: place.at, end: place.at, text: lines.join('') }];
}

/** The end of the line on which the call alone is given to a name. */
function placeBelow(
	text: string,
	tree: PythonTree,
	{ range }: LoadingCall,
): { readonly model: string; readonly indent: string; readonly at: number } | undefined {
	const statement = callAt(tree, range)?.parent;
	if (statement?.name !== 'AssignStatement') return undefined;
	const [target, operator, value] = childrenOf(statement);
	if (!target || operator?.name !== 'AssignOp' || value?.from !== range.start) return undefined;
	const model = text.slice(target.from, target.to);
	const indent = text.slice(text.lastIndexOf('\n', statement.from - 1) + 1, statement.from);
	const rest = /[^\r\n]*/.exec(text.slice(range.end))?.[0] ?? '';
	if (!/^[\w.]+$/.test(model) || !/^[ \t]*$/.test(indent) || !/^\s*(?:#|$)/.test(rest)) return undefined;
	return { model, indent, at: range.end + rest.length };
}
