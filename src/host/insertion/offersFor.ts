import type { Framework } from '../../catalog/records.ts';
import type { SnippetKind, SnippetLanguage, SnippetOffer } from '../../frameworks/snippetOffer.ts';

/** `snippet` is code and config that load a model; `record` describes it, for files that others read. */
export type Wanted = 'snippet' | 'record';

const kindsOf: Readonly<Record<Wanted, readonly SnippetKind[]>> = {
	snippet: ['load', 'features', 'finetune', 'config', 'template'],
	record: ['record', 'config'],
};

export interface OfferOrder {
	readonly wanted: Wanted;
	/** Framework that the file imports. */
	readonly guessed?: Framework | undefined;
	/** Frameworks that the person prefers, most wanted first. */
	readonly preferred: readonly Framework[];
	/** Checkpoint that was asked for; its offers come first. */
	readonly checkpoint?: string | undefined;
	/** Candidate that was asked for; its records come first. */
	readonly candidate?: string | undefined;
}

/** The wanted offers: of the framework in use first, then of the preferred ones, then as the catalog has them. */
export function orderOffers(offers: readonly SnippetOffer[], order: OfferOrder): readonly SnippetOffer[] {
	const { wanted, guessed, preferred, checkpoint, candidate } = order;
	const ranked = [...(guessed === undefined ? [] : [guessed]), ...preferred];
	const placeOf = ({ framework, kind }: SnippetOffer): number => {
		if (kind === 'record') return wanted === 'record' ? -1 : ranked.length + 1;
		const place = ranked.findIndex(each => each === framework);
		return place === -1 ? ranked.length : place;
	};
	const isOther = (offer: SnippetOffer): number =>
		isNamed(offer.checkpoint, checkpoint) || isNamed(offer.candidate, candidate) ? 0 : 1;
	const isOtherCandidate = (offer: SnippetOffer): number => (isNamed(offer.candidate, candidate) ? 0 : 1);
	return offers
		.filter(({ kind }) => kindsOf[wanted].includes(kind))
		.toSorted(
			(a, b) => isOther(a) - isOther(b) || placeOf(a) - placeOf(b) || isOtherCandidate(a) - isOtherCandidate(b),
		); // stable
}

function isNamed(id: string | undefined, named: string | undefined): boolean {
	return named !== undefined && id === named;
}

/** The snippet language of an editor's language; undefined where no snippet goes. */
export function snippetLanguage(languageId: string): SnippetLanguage | undefined {
	switch (languageId) {
		case 'python':
			return 'python';
		case 'yaml':
			return 'yaml';
		case 'json':
		case 'jsonc':
			return 'json';
		default:
			return undefined;
	}
}

export function languageName(language: SnippetLanguage): string {
	return { python: 'Python', yaml: 'YAML', json: 'JSON' }[language];
}
