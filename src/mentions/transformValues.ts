import type { CallFact, WrittenArgument } from './chunkFacts.ts';
import { constantValue } from './constantTexts.ts';
import type { ModelDocument } from './modelDocument.ts';
import type { LazyChunk } from './pythonScope.ts';

export const preprocessingParts = ['mean', 'std', 'input'] as const;
export type PreprocessingPart = (typeof preprocessingParts)[number];

/** A literal with the chunk that it stands in, which may be that of a constant. */
export interface WrittenValue {
	readonly chunk: LazyChunk;
	readonly argument: WrittenArgument;
}

/** What code that prepares images sets to a known value. */
export interface TransformValue {
	readonly part: PreprocessingPart;
	/** Of the mean and deviation one number per channel; of the input `[height, width]` in px. */
	readonly value: readonly number[];
	/** Where it is written: one literal, or height and width on their own. */
	readonly written: readonly WrittenValue[];
}

/** A call with the chunk that it is in. */
interface PlacedCall {
	readonly document: ModelDocument;
	readonly chunk: LazyChunk;
	readonly call: CallFact;
}

/** Smaller numbers beside a size are something else: an interpolation, a ratio. */
const smallestSide = 16;

const sizedByPair = /(?:^|\.)(?:CenterCrop|RandomResizedCrop|Resize|Resizing)$/;
const loadsImages = /(?:^|\.)(?:load_img|flow_from_directory|flow_from_dataframe|image_dataset_from_directory)$/;
const words = [
	...['Normalize', 'CenterCrop', 'RandomResizedCrop', 'Resize', 'Resizing', 'create_transform'],
	...['load_img', 'flow_from_directory', 'flow_from_dataframe', 'image_dataset_from_directory'],
];

/**
 * The mean, deviation and input size that the transforms of torchvision, albumentations, timm and Keras in a text set. The
 * side of a `Resize` to one number is none, as a crop follows it, and neither is a `Resize` that stands beside a crop.
 */
export function transformValues(document: ModelDocument): readonly TransformValue[] {
	return document.chunks.flatMap(chunk => {
		const named = chunk.words();
		if (!words.some(word => named.has(word))) return [];
		return chunk.facts().calls.flatMap(call => valuesOf({ document, chunk, call }));
	});
}

function valuesOf(placed: PlacedCall): readonly TransformValue[] {
	const { path } = placed.call;
	if (/(?:^|\.)Normalize$/.test(path)) return [...channels(placed, 'mean', 0), ...channels(placed, 'std', 1)];
	if (isTimmTransform(placed)) {
		const input = sizeIn([literalOf(placed, 'input_size', 0)]);
		return [...channels(placed, 'mean'), ...channels(placed, 'std'), ...input];
	}
	if (loadsImages.test(path)) return sizeIn([literalOf(placed, 'target_size') ?? literalOf(placed, 'image_size')]);
	return sizedByPair.test(path) ? sizeOfTransform(placed) : [];
}

function isTimmTransform({ document, call }: PlacedCall): boolean {
	if (!/(?:^|\.)create_transform$/.test(call.path)) return false;
	return document.scope.expand(call.path)?.path.startsWith('timm.') ?? false;
}

function channels(placed: PlacedCall, part: 'mean' | 'std', position?: number): readonly TransformValue[] {
	const found = literalOf(placed, part, position);
	const value = found && numbersIn(found.argument.value);
	return value && value.length > 1 ? [{ part, value, written: [found] }] : [];
}

function sizeOfTransform(placed: PlacedCall): readonly TransformValue[] {
	const isResize = placed.call.path.endsWith('Resize');
	if (isResize && isBesideCrop(placed)) return [];
	const height = literalOf(placed, 'height', 0);
	const width = literalOf(placed, 'width', 1);
	if (isSide(height) && isSide(width)) return sizeIn([height, width]);
	const size = literalOf(placed, 'size', 0);
	return isResize && typeof size?.argument.value === 'number' ? [] : sizeIn([size]);
}

function isSide(found: WrittenValue | undefined): found is WrittenValue {
	return typeof found?.argument.value === 'number' && found.argument.value >= smallestSide;
}

/** Height and width, each by itself, or both as one literal: a number, a pair, or the channels in front of a pair. */
function sizeIn(found: readonly (WrittenValue | undefined)[]): readonly TransformValue[] {
	const written = found.filter(each => each !== undefined);
	const numbers = written.flatMap(({ argument }) => numbersIn(argument.value) ?? []);
	const [height = NaN, width = height] = numbers.slice(numbers.length === 3 ? 1 : 0);
	if (numbers.length > 3 || !(height >= smallestSide && width >= smallestSide)) return [];
	return [{ part: 'input', value: [height, width], written }];
}

/** Whether a call stands in the same list of transforms as a crop. */
function isBesideCrop({ chunk, call }: PlacedCall): boolean {
	const { calls } = chunk.facts();
	const around = calls
		.filter(each => each !== call && each.start <= call.start && call.end <= each.end)
		.reduce<CallFact | undefined>((inner, each) => (inner && inner.start > each.start ? inner : each), undefined);
	const { start, end } = around ?? { start: 0, end: chunk.text.length };
	return calls.some(each => each.path.endsWith('Crop') && start <= each.start && each.end <= end);
}

/** The literal that an argument is, or that the constant stands for which it names. */
function literalOf(placed: PlacedCall, keyword: string, position = -1): WrittenValue | undefined {
	const { document, chunk, call } = placed;
	const argument =
		call.arguments.find(each => each.keyword === keyword) ??
		call.arguments.find(each => each.position === position);
	if (argument?.reference === undefined) return argument && { chunk, argument };
	return constantValue(document.chunks, argument.reference, chunk, call.start);
}

function numbersIn(value: WrittenArgument['value']): readonly number[] | undefined {
	if (typeof value === 'number') return [value];
	return isList(value) ? value : undefined;
}

function isList(value: WrittenArgument['value']): value is readonly number[] {
	return Array.isArray(value);
}
