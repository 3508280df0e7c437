/**
 * Model names in code, from text to answers, none of which knows the editor:
 *
 * - `pythonChunks` cuts Python into top-level statements, and `chunkFacts` reads calls, imports and constants of one of them.
 *   A chunk whose text did not change keeps its facts, so an edit costs what it touches and gives what a fresh reading would.
 * - `modelCalls` says which functions of which library take a model's name, and where.
 * - `pythonMentions` links the facts of a file to `Mention`s; `dataMentions` does so for YAML and JSON, `notebook` for cells.
 * - `modelDocument` is what others call: open, edit, mentions in, mention at an offset.
 * - `modelNames` looks names up, `diagnose` judges mentions, `planReplacement` writes another name in their place.
 */
import type { Framework } from '../catalog/records.ts';
import type { TextRange } from '../frameworks/insertion.ts';

/** What understands the name: a framework of the catalog, or a library that takes the names of several. */
export type MentionFramework = Framework | 'segmentation-models' | 'torch-hub';

/** A literal of Python, YAML or JSON; lists and tuples of numbers alone. */
export type Literal = string | number | boolean | null | readonly number[];

/** One argument of a call, or one key beside a name in YAML and JSON. */
export interface SeenArgument extends TextRange {
	/** Undefined for one that is given by position. */
	readonly keyword?: string;
	/** Where the keyword begins; the argument itself begins at its value. */
	readonly keywordStart?: number;
	/** Index among the arguments given by position. */
	readonly position?: number;
	/** Undefined where it is no literal. */
	readonly value?: Literal;
	/** Dotted path of a name in place of a literal, its import followed: `torchvision.models.ResNet50_Weights.DEFAULT`. */
	readonly reference?: string;
}

/** A place in a text that names a model. Offsets are UTF-16 units, ends not included. */
export interface Mention extends TextRange {
	/** As the framework spells it, even where code calls it by an alias: `resnet50`, `ResNet50_Weights.IMAGENET1K_V2`. */
	readonly name: string;
	/** Undefined where the text does not tell, as often in YAML and JSON. */
	readonly framework?: MentionFramework;
	/** `name` is text between quotes or a plain scalar, `entry-point` is itself called, `weights` names weights of a model. */
	readonly kind: 'name' | 'entry-point' | 'weights';
	/** The call that the name is an argument or the callee of; of YAML and JSON the mapping is not known. */
	readonly call?: TextRange;
	readonly arguments: readonly SeenArgument[];
	/** Ids, where the name means one model, or one set of weights, of the catalog. */
	readonly model?: string;
	readonly checkpoint?: string;
}

export function argumentNamed(mention: Pick<Mention, 'arguments'>, ...keywords: string[]): SeenArgument | undefined {
	return mention.arguments.find(({ keyword }) => keyword !== undefined && keywords.includes(keyword));
}

/** Input size in px as `[height, width]` that the code at a mention sets; undefined where it sets none. */
export function inputSeen(mention: Mention): readonly [number, number] | undefined {
	const value = argumentNamed(mention, 'img_size', 'input_size', 'image_size', 'input_shape', 'imgsz')?.value;
	if (typeof value === 'number') return value > 0 ? [value, value] : undefined;
	if (!Array.isArray(value)) return undefined;
	const sides = value.filter((side): side is number => typeof side === 'number' && side > 4); // not the channels
	const [height, width = height] = sides;
	return height !== undefined && width !== undefined ? [height, width] : undefined;
}

/** Offset at which to write beside a mention: behind the quote that ends its name. */
export function offsetBeside(text: string, { end }: TextRange): number {
	return text[end] === '"' || text[end] === "'" ? end + 1 : end;
}
