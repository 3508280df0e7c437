import type { Catalog } from '../catalog/catalog.ts';
import type { Source } from '../catalog/records.ts';

/** A source as a card shows it. */
export interface SourceCard {
	readonly id: string;
	readonly title: string;
	readonly kind: Source['kind'] | 'unknown';
	readonly where: string;
	/** `where`, only where it is a plain https address. */
	readonly url?: string;
	readonly version: string;
	/** ISO date of that version. */
	readonly date: string;
	readonly license: string;
}

export function sourceCard(catalog: Catalog, id: string): SourceCard {
	const source = catalog.sourceById.get(id);
	if (!source) return { id, title: id, kind: 'unknown', where: '', version: '', date: '', license: 'unknown' };
	const url = httpsUrl(source.where);
	return {
		id,
		title: source.title,
		kind: source.kind,
		where: source.where,
		...(url === undefined ? {} : { url }),
		version: source.version,
		date: source.date,
		license: source.licence,
	};
}

/** A host of ASCII letters, no user, and nothing that could end a Markdown link. */
const plainHttps = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:\/[\w\-.~/?#@!$&*+,;=%:]*)?$/i;

/** The address that a link may lead to, or undefined: https only. */
export function httpsUrl(text: string | undefined): string | undefined {
	return text !== undefined && text.length <= 2000 && plainHttps.test(text) ? text : undefined;
}
