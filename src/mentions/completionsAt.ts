import type { TextRange } from '../frameworks/insertion.ts';
import { argumentAt, frameworkOf, lastOf } from './callArguments.ts';
import type { CallFact, WrittenArgument } from './chunkFacts.ts';
import type { MentionFramework } from './mention.ts';
import { modelCallOf } from './modelCalls.ts';
import type { ModelDocument } from './modelDocument.ts';
import type { ModelNames } from './modelNames.ts';

/** What may stand at a place of a text. */
export interface NamePlace {
	/** What an answer replaces: all of the text between the quotes, or the value that is being typed. */
	readonly range: TextRange;
	readonly framework: MentionFramework;
	/** Names of models, or values of `weights=` as they are to be written. */
	readonly kind: 'name' | 'weights';
	/** Names sorted; values of `weights=` in the order in which to offer them. Never empty. */
	readonly values: readonly string[];
}

/** The place at an offset of Python where a call takes the name of a model or its weights; undefined everywhere else. */
export function completionsAt(document: ModelDocument, offset: number, names: ModelNames): NamePlace | undefined {
	const chunk = document.chunks.find(({ start, text }) => start <= offset && offset <= start + text.length);
	if (!chunk || !document.scope.concerns(chunk)) return undefined;
	const at = offset - chunk.start;
	const around = chunk.facts().calls.filter(({ start, end }) => start < at && at <= end);
	const innermostFirst = around.toSorted((a, b) => b.start - a.start);
	for (const call of innermostFirst) {
		const path = document.scope.expand(call.path)?.path;
		if (path === undefined) continue;
		const place = nameIn(path, call, at, names) ?? weightsIn(path, call, { at, text: chunk.text }, names);
		if (place && place.values.length > 0) {
			const { start, end } = place.range;
			return { ...place, range: { start: start + chunk.start, end: end + chunk.start } };
		}
	}
	return undefined;
}

function nameIn(path: string, call: CallFact, at: number, names: ModelNames): NamePlace | undefined {
	const made = modelCallOf(path);
	if (made?.at !== 'argument') return undefined;
	const range = argumentAt(call, made.position, made.keywords ?? [])?.inner;
	const framework = frameworkOf(call, made.framework);
	if (!range || !holds(range, at) || framework === undefined) return undefined;
	return { range, framework, kind: 'name', values: names.namesOf(framework) };
}

/** The value of `weights=` in a call of torchvision or Keras, in quotes or about to be written. */
function weightsIn(
	path: string,
	call: CallFact,
	{ at, text }: { readonly at: number; readonly text: string },
	names: ModelNames,
): NamePlace | undefined {
	const made = modelCallOf(path);
	const named = made?.at === 'callee' ? lastOf(path) : argumentAt(call, 0, ['name'])?.value;
	if (!made || typeof named !== 'string' || !names.knows(made.framework, named)) return undefined;
	const { framework } = made;
	const values = weightsOf(framework, named, names);
	const written = call.arguments.find(argument => argument.keyword === 'weights' && holds(argument, at));
	if (written?.inner) {
		const isInside = holds(written.inner, at);
		return isInside ? { range: written.inner, framework, kind: 'weights', values } : undefined;
	}
	if (!isBeingWritten(written, text.slice(0, at))) return undefined;
	const range = { start: written?.start ?? at, end: written?.end ?? at };
	const quoted = values.map(value => `"${value}"`);
	return { range, framework, kind: 'weights', values: quoted.length > 0 ? [...quoted, 'None'] : [] };
}

/** Whether nothing stands behind `weights=` as yet, or the beginning of a word. */
function isBeingWritten(written: WrittenArgument | undefined, before: string): boolean {
	if (written) return written.reference !== undefined && !written.reference.includes('.');
	return /\bweights[ \t]*=[ \t]*$/.test(before);
}

function weightsOf(framework: MentionFramework, name: string, names: ModelNames): readonly string[] {
	if (framework === 'keras') return ['imagenet'];
	if (framework !== 'torchvision') return [];
	const members = names.checkpointsOf(framework, name).flatMap(checkpoint => checkpoint.name.split('.')[1] ?? []);
	return members.length > 0 ? ['DEFAULT', ...new Set(members)] : [];
}

function holds({ start, end }: TextRange, at: number): boolean {
	return start <= at && at <= end;
}
