import type { Catalog } from '../../catalog/catalog.ts';
import type { Candidate } from '../../catalog/records.ts';
import { shownFigure, unrankedReason } from '../../catalog/shownFigure.ts';
import { formatAccuracy, formatMacs, formatParams } from '../../catalog/units.ts';

/** `75.2 % · 219 M MACs · 5.4 M params`; what is unknown is left out, and an unranked row says so. */
export function keyFigures(catalog: Catalog, candidate: Candidate): string {
	const figures = figureTexts(catalog, candidate);
	if (figures.length === 0) return 'no figures';
	return [...figures, ...(unrankedReason(catalog, candidate) ? ['not ranked'] : [])].join(' · ');
}

/** The same for a screen reader, which reads a middle dot aloud. */
export function spokenFigures(catalog: Catalog, candidate: Candidate): string {
	const figures = figureTexts(catalog, candidate);
	const reason = unrankedReason(catalog, candidate);
	return [...figures, ...(reason ? [`not ranked: ${reason.text}`] : [])].join(', ');
}

function figureTexts(catalog: Catalog, candidate: Candidate): readonly string[] {
	const top1 = shownFigure(catalog, candidate, 'top1')?.value;
	const macs = shownFigure(catalog, candidate, 'macs')?.value;
	const params = shownFigure(catalog, candidate, 'params')?.value;
	return [
		...(top1 === undefined ? [] : [formatAccuracy(top1)]),
		...(macs === undefined ? [] : [formatMacs(macs)]),
		...(params === undefined ? [] : [formatParams(params)]),
	];
}
