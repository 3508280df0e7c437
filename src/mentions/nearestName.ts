import { countEdits } from '../catalog/suggestModels.ts';
import type { MentionFramework } from './mention.ts';
import type { ModelNames } from './modelNames.ts';

const shortest = 5;

/** Those of some names that differ by at most two letters, nearest first; of the same distance, those that begin alike first. */
export function nearestNames(known: readonly string[], name: string, limit = 3): readonly string[] {
	const wanted = name.toLowerCase();
	const allowed = wanted.length <= shortest ? 1 : 2;
	const near: { readonly each: string; readonly edits: number; readonly shared: number }[] = [];
	for (const each of known) {
		const lower = each.toLowerCase();
		const edits = countEdits(wanted, lower, allowed);
		if (edits <= allowed) near.push({ each, edits, shared: sharedStart(wanted, lower) });
	}
	return near
		.sort((a, b) => a.edits - b.edits || b.shared - a.shared)
		.slice(0, limit)
		.map(({ each }) => each);
}

/** Whether a name of a function can only be a misspelt name of a model. */
export function isMisspelt(names: ModelNames, framework: MentionFramework, name: string): boolean {
	return name.length > shortest && /\d/.test(name) && names.nearTo(framework, name).length > 0;
}

function sharedStart(a: string, b: string): number {
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	return at;
}
