import type { Catalog } from '../catalog/catalog.ts';
import { leadCandidate } from '../catalog/merit.ts';
import type { Model } from '../catalog/records.ts';
import { shownFigure } from '../catalog/shownFigure.ts';

/** A model in a list of several. */
export interface ModelRow {
	readonly id: string;
	readonly name: string;
	/** Number of candidates. */
	readonly candidates: number;
	/** Figures of the lead candidate: percent, counts. */
	readonly top1: number | null;
	readonly ap: number | null;
	readonly miou: number | null;
	readonly macs: number | null;
	readonly params: number | null;
}

export function modelRow(catalog: Catalog, model: Model): ModelRow {
	const candidates = catalog.candidatesOf(model.id);
	const lead = leadCandidate(catalog, candidates);
	const figure = (kind: 'top1' | 'ap' | 'miou' | 'macs' | 'params'): number | null =>
		(lead && shownFigure(catalog, lead, kind)?.value) ?? null;
	return {
		id: model.id,
		name: model.name,
		candidates: candidates.length,
		top1: figure('top1'),
		ap: figure('ap'),
		miou: figure('miou'),
		macs: figure('macs'),
		params: figure('params'),
	};
}
