import type { Preprocess } from '../catalog/records.ts';
import type { WrittenArgument } from './chunkFacts.ts';
import { createFinding, type CodeFinding } from './finding.ts';
import type { Mention } from './mention.ts';
import type { ModelDocument } from './modelDocument.ts';
import type { ModelNames } from './modelNames.ts';

const tolerance = 0.002;

/**
 * `Normalize` with a mean or deviation that is not the one the weights were trained with. Only where the whole file names
 * weights of one preprocessing, since nothing tells which transform is for which model.
 */
export function preprocessingFindings(
	{ chunks }: ModelDocument,
	mentions: readonly Mention[],
	names: ModelNames,
): readonly CodeFinding[] {
	const only = onlyPreprocessing(mentions, names);
	if (!only) return [];
	const { mention, preprocess } = only;
	return chunks.flatMap(chunk => {
		if (!chunk.words().has('Normalize')) return [];
		return chunk.facts().calls.flatMap(call => {
			if (!/(?:^|\.)Normalize$/.test(call.path)) return [];
			return (['mean', 'std'] as const).flatMap((keyword, position) => {
				const argument = call.arguments.find(each => each.keyword === keyword || each.position === position);
				const expected = preprocess[keyword];
				if (!argument || !expected || !differs(argument, expected)) return [];
				const range = { start: chunk.start + argument.start, end: chunk.start + argument.end };
				const values = `(${expected.join(', ')})`;
				const what = keyword === 'mean' ? 'mean' : 'standard deviation';
				const message = `${mention.name} was trained with the ${what} ${values}.`;
				return [createFinding('other-preprocessing', mention, message, { range, replacements: [values] })];
			});
		});
	});
}

function differs({ value }: WrittenArgument, expected: readonly number[]): boolean {
	if (!Array.isArray(value) || value.length !== expected.length) return false;
	return expected.some((number, index) => Math.abs(Number(value[index]) - number) > tolerance);
}

function onlyPreprocessing(
	mentions: readonly Mention[],
	names: ModelNames,
): { readonly mention: Mention; readonly preprocess: Preprocess } | undefined {
	const known = mentions.flatMap(mention => {
		const checkpoints = names.checkpointsOf(mention.framework, mention.name);
		return checkpoints.map(({ preprocess }) => ({ mention, preprocess }));
	});
	const [first, ...others] = known;
	if (!first?.preprocess) return undefined;
	const { mention, preprocess } = first;
	const isAlone = others.every(
		({ preprocess: other }) =>
			String(other?.mean) === String(preprocess.mean) && String(other?.std) === String(preprocess.std),
	);
	return isAlone && mentions.every(({ framework }) => framework === mention.framework)
		? { mention, preprocess }
		: undefined;
}
