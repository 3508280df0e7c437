import * as z from 'zod/mini';
import { englishIssues } from '../../catalog/englishIssues.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { createNameIndex } from '../../catalog/names.ts';
import { ArgumentError } from '../commands/argumentError.ts';
import type { PickArguments } from './pickRequest.ts';
import { pickArgumentsSchema } from './pickRequest.schema.ts';

/** What a command was called with: a text is a budget to show, an object says itself what is wanted, nothing asks. */
export function pickArgumentsIn(catalog: Catalog, [first]: readonly unknown[]): PickArguments | undefined {
	if (first === undefined || first === null) return undefined;
	if (typeof first === 'string') return { budget: first, show: true };
	const parsed = pickArgumentsSchema.safeParse(first, englishIssues);
	if (!parsed.success) throw new ArgumentError(`Invalid arguments: ${z.prettifyError(parsed.error)}`);
	const { source, family, ...request } = parsed.data;
	if (source !== undefined && !catalog.sourceById.has(source)) {
		throw new ArgumentError(`"${source}" is not a source of the catalog.`);
	}
	return { ...request, source, family: family === undefined ? undefined : familyId(catalog, family) };
}

function familyId(catalog: Catalog, name: string): string {
	const resolved = createNameIndex(catalog).resolve(name);
	if (!resolved.ok) throw new ArgumentError(resolved.problem);
	return resolved.family.id;
}
