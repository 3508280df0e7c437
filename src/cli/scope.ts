import type { Catalog } from '../catalog/catalog.ts';
import { resolveName, type ResolvedName } from '../catalog/names.ts';
import type { Candidate, Family, Model } from '../catalog/records.ts';
import type { FigureScope } from '../catalog/shownFigure.ts';
import { licenseClasses } from '../catalog/weightsLicense.ts';
import { leadCandidate } from '../catalog/merit.ts';
import { nearest, quoted, type ParsedOptions } from './options.ts';
import { UsageError } from './usageError.ts';

/** The source of `--source`. */
export function scopeOption(catalog: Catalog, options: ParsedOptions): FigureScope {
	const source = options.text('source');
	if (source === undefined) return {};
	if (catalog.sourceById.has(source)) return { source };
	const ids = catalog.sources.map(({ id }) => id);
	const near = nearest(source, ids);
	const meant = near === undefined ? '' : ` Did you mean ${near}?`;
	throw new UsageError(`${quoted(source)} is not a source.${meant} The catalog has ${listed(ids)}.`);
}

/** The family of `--family`, by id, name or alias. */
export function familyOption(catalog: Catalog, options: ParsedOptions): Family | undefined {
	const text = options.text('family');
	if (text === undefined) return undefined;
	const wanted = text.trim().toLowerCase();
	const family = catalog.families.find(({ id, name, aliases }) =>
		[id, name, ...aliases].some(known => known.toLowerCase() === wanted),
	);
	if (family) return family;
	const near = nearest(
		wanted,
		catalog.families.map(({ id }) => id),
	);
	const meant = near === undefined ? 'Write an id such as mobilenet-v2.' : `Did you mean ${near}?`;
	throw new UsageError(`${quoted(text)} is not a family. ${meant}`);
}

/** The classes and SPDX ids of `--licence`, joined by commas or in several options; undefined without it. */
export function licenceOption(catalog: Catalog, options: ParsedOptions): readonly string[] | undefined {
	if (!options.has('licence')) return undefined;
	const ids = new Set(catalog.checkpoints.map(({ weightsLicence }) => weightsLicence));
	for (const name of licenseClasses) ids.delete(name);
	const texts = options.all('licence').flatMap(text => text.split(','));
	return texts.map(text => knownLicence(text.trim(), [...ids].sort()));
}

function knownLicence(text: string, ids: readonly string[]): string {
	const wanted = text.toLowerCase();
	const byLowerCase = new Map([...ids, ...licenseClasses].map(name => [name.toLowerCase(), name]));
	const known = byLowerCase.get(wanted);
	if (known !== undefined) return known;
	const near = byLowerCase.get(nearest(wanted, [...byLowerCase.keys()]) ?? '');
	const meant = near === undefined ? '' : ` Did you mean ${near}?`;
	throw new UsageError(
		`${quoted(text)} is no license of weights.${meant} --licence takes ${licenseClasses.join(', ')}, ${listed(ids)}.`,
	);
}

/** The first of many names. */
function listed(names: readonly string[]): string {
	return names.slice(0, 12).join(', ') + (names.length > 12 ? ` and ${String(names.length - 12)} more` : '');
}

/** The only operand of a verb. */
export function oneName(options: ParsedOptions, verb: string): string {
	const [name, extra] = options.positionals;
	if (name === undefined) throw new UsageError(`${verb} needs a NAME such as mobilenet-v2/1.0 or timm:resnet50`);
	if (extra !== undefined) throw new UsageError(`${verb} takes one NAME, not also ${quoted(extra)}`);
	return name;
}

export function noOperands(options: ParsedOptions, verb: string): void {
	const [extra] = options.positionals;
	if (extra !== undefined) throw new UsageError(`${verb} takes options only, not ${quoted(extra)}`);
}

export function namedRecord(catalog: Catalog, text: string): ResolvedName {
	const resolved = resolveName(catalog, text);
	if (!resolved.ok) throw new UsageError(resolved.problem);
	return resolved;
}

/** The candidates that a name covers: of the checkpoint, the model, or every model of the family. */
export function candidatesNamed(catalog: Catalog, named: ResolvedName): readonly Candidate[] {
	if (named.candidate) return [named.candidate];
	const models: readonly Model[] = named.model ? [named.model] : catalog.modelsOf(named.family.id);
	const candidates = models.flatMap(({ id }) => catalog.candidatesOf(id));
	const { checkpoint } = named;
	return checkpoint ? candidates.filter(candidate => candidate.checkpoint === checkpoint.id) : candidates;
}

/** The candidate that speaks for a name: itself, or the most accurate ranked one that it covers. */
export function leadNamed(catalog: Catalog, named: ResolvedName, scope: FigureScope): Candidate | undefined {
	return named.candidate ?? leadCandidate(catalog, candidatesNamed(catalog, named), scope);
}
