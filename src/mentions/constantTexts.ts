import type { WrittenArgument } from './chunkFacts.ts';
import type { Binding } from './pythonBindings.ts';
import type { TextChunk } from './pythonChunks.ts';
import type { LazyChunk } from './pythonScope.ts';

/** A string that a name stands for. */
export interface ConstantText {
	readonly chunk: TextChunk;
	readonly argument: WrittenArgument;
	/** Whether the name stands for it alone, whatever the code around does. */
	readonly isSure: boolean;
}

interface Found {
	readonly chunk: LazyChunk;
	readonly binding: Binding;
}

/**
 * The strings that a name stands for at a place of a chunk, as Python looks names up: in the functions and comprehensions
 * around it, then in the file. Undefined where the name is unknown, or is also given what is no string.
 */
export function constantTexts(
	chunks: readonly LazyChunk[],
	name: string,
	chunk: LazyChunk,
	at: number,
): readonly ConstantText[] | undefined {
	const found = bindingsAt(chunks, name, chunk, at);
	return found && textsOf(chunks, found, at);
}

/** The literal that a name always stands for at a place of a chunk; undefined where it may be something else. */
export function constantValue(
	chunks: readonly LazyChunk[],
	name: string,
	chunk: LazyChunk,
	at: number,
): { readonly chunk: LazyChunk; readonly argument: WrittenArgument } | undefined {
	const [only, ...others] = bindingsAt(chunks, name, chunk, at) ?? [];
	if (!only?.binding.value || only.binding.isDefault || others.length > 0) return undefined;
	return { chunk: only.chunk, argument: only.binding.value };
}

function bindingsAt(
	chunks: readonly LazyChunk[],
	name: string,
	chunk: LazyChunk,
	at: number,
): readonly Found[] | undefined {
	const [owner = '', attribute, ...deeper] = name.split('.');
	if (deeper.length > 0) return undefined;
	if (attribute === undefined) return localBindings(name, chunk, at) ?? some(fileBindings(chunks, name));
	if (owner !== 'self' && owner !== 'cls') return some(classBindings(chunks, owner, attribute));
	const { scopes, assigned } = chunk.facts();
	const around = scopes.findLast(scope => scope.kind === 'class' && scope.start <= at && at < scope.end);
	if (!around) return undefined;
	return some(
		assigned.filter(each => each.name === attribute && each.within === around).map(binding => ({ chunk, binding })),
	);
}

/** Those of the innermost scope that has any; the names of a class are not seen in its functions. */
function localBindings(name: string, chunk: LazyChunk, at: number): readonly Found[] | undefined {
	const { scopes, assigned } = chunk.facts();
	const around = scopes.filter(({ start, end }) => start <= at && at < end).reverse();
	for (const [index, scope] of around.entries()) {
		if (scope.kind === 'class' && index > 0) continue;
		const found = assigned.filter(each => each.name === name && each.within === scope);
		if (found.length > 0) return found.map(binding => ({ chunk, binding }));
	}
	return undefined;
}

function fileBindings(chunks: readonly LazyChunk[], name: string): readonly Found[] {
	return bindingsWith(chunks, name, [name], ({ within }) => within === undefined);
}

/** `ARCH` of `class Config` in `Config.ARCH`. */
function classBindings(chunks: readonly LazyChunk[], owner: string, attribute: string): readonly Found[] {
	return bindingsWith(chunks, attribute, [owner, attribute], ({ within }) => within?.name === owner);
}

function bindingsWith(
	chunks: readonly LazyChunk[],
	name: string,
	words: readonly string[],
	isMeant: (binding: Binding) => boolean,
): readonly Found[] {
	return chunks
		.filter(chunk => words.every(word => chunk.words().has(word)))
		.flatMap(chunk =>
			chunk
				.facts()
				.assigned.filter(each => each.name === name && isMeant(each))
				.map(binding => ({ chunk, binding })),
		);
}

function some(found: readonly Found[]): readonly Found[] | undefined {
	return found.length > 0 ? found : undefined;
}

function textsOf(
	chunks: readonly LazyChunk[],
	found: readonly Found[],
	at: number,
): readonly ConstantText[] | undefined {
	const texts: ConstantText[] = [];
	for (const { chunk, binding } of found) {
		const written = binding.each
			? itemsOf(chunks, chunk, binding.each, at)
			: binding.value && choicesOf(binding.value);
		if (!written || written.length === 0) return undefined;
		const isSure = found.length === 1 && !binding.isDefault;
		texts.push(...written.map(each => ({ chunk, isSure, ...('argument' in each ? each : { argument: each }) })));
	}
	return texts;
}

/** The strings of a list that stands there, or of the one that a name stands for. */
function itemsOf(
	chunks: readonly LazyChunk[],
	chunk: LazyChunk,
	each: WrittenArgument,
	at: number,
): readonly (WrittenArgument | Pick<ConstantText, 'chunk' | 'argument'>)[] | undefined {
	if (each.items || each.reference === undefined) return each.items;
	const [only, ...others] = bindingsAt(chunks, each.reference, chunk, at) ?? [];
	const items = others.length === 0 ? only?.binding.value?.items : undefined;
	return only && items?.map(argument => ({ chunk: only.chunk, argument }));
}

/** A string, or both of `"a" if large else "b"`. */
export function choicesOf(argument: WrittenArgument): readonly WrittenArgument[] | undefined {
	return typeof argument.value === 'string' ? [argument] : argument.choices;
}
