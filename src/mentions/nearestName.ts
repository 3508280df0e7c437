import { countEdits } from '../catalog/suggestModels.ts';
import type { MentionFramework } from './mention.ts';
import type { ModelNames } from './modelNames.ts';

const shortest = 5;

/** Names of a framework that differ by at most two letters, nearest first; of the same distance, those that begin alike first. */
export function nearestNames(
	names: ModelNames,
	framework: MentionFramework,
	name: string,
	limit = 3,
): readonly string[] {
	const wanted = name.toLowerCase();
	const allowed = wanted.length <= shortest ? 1 : 2;
	const near: { readonly known: string; readonly edits: number; readonly shared: number }[] = [];
	for (const known of names.namesOf(framework)) {
		const lower = known.toLowerCase();
		const edits = countEdits(wanted, lower, allowed);
		if (edits <= allowed) near.push({ known, edits, shared: sharedStart(wanted, lower) });
	}
	return near
		.sort((a, b) => a.edits - b.edits || b.shared - a.shared)
		.slice(0, limit)
		.map(({ known }) => known);
}

/** Whether a name of a function can only be a misspelt name of a model. */
export function isMisspelt(names: ModelNames, framework: MentionFramework, name: string): boolean {
	return name.length > shortest && /\d/.test(name) && nearestNames(names, framework, name, 1).length > 0;
}

function sharedStart(a: string, b: string): number {
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	return at;
}
