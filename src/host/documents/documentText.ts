import type { Catalog } from '../../catalog/catalog.ts';
import { createNameIndex } from '../../catalog/names.ts';
import { modelCard } from '../../comparison/modelCard.ts';
import { formatModelCard } from '../../comparison/modelCardMarkdown.ts';
import { candidateOf } from '../commands/targets.ts';
import { comparisonText } from '../comparison/comparisonText.ts';
import { pickReport, whyNotReport } from '../pick/pickReport.ts';
import { readSettings } from '../settings.ts';
import type { DocumentKind } from './documentUri.ts';

export interface DocumentQuestion {
	readonly kind: DocumentKind;
	readonly query: string;
	/** Candidate ids of the shared selection. */
	readonly compared: readonly string[];
}

/** The text of a read-only document. Its query may come from an old session, so it may name what is no longer there. */
export function documentText(catalog: Catalog, { kind, query, compared }: DocumentQuestion): string {
	switch (kind) {
		case 'card':
			return cardText(catalog, query);
		case 'pick':
			return pickReport(catalog, query, readSettings());
		case 'why':
			return whyNotReport(catalog, query, readSettings());
		case 'comparison':
			return comparisonText(catalog, compared, readSettings().latencyDevice);
	}
}

function cardText(catalog: Catalog, query: string): string {
	const resolved = createNameIndex(catalog).resolveModel(query);
	if (!resolved.ok) return `${resolved.problem}\n`;
	return formatModelCard(modelCard(catalog, resolved.model, candidateOf(catalog, resolved)));
}
