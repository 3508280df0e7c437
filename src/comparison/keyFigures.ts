import { accuracyKindOf, accuracyText, taskOf } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate } from '../catalog/records.ts';
import { shownFigure, unrankedReason } from '../catalog/shownFigure.ts';
import { formatInput, formatMacs, formatParams } from '../catalog/units.ts';
import { candidateBadge } from '../catalog/weightsLicense.ts';

/** `75.2 % · 219 M MACs · 5.4 M params`; `219 M MACs at 160 px` where all are counted at one size; what is unknown is left out, and an unranked row says so, as do weights that may not be used freely. */
export function keyFigures(catalog: Catalog, candidate: Candidate): string {
	const figures = figureTexts(catalog, candidate);
	const unranked = figures.length > 0 && unrankedReason(catalog, candidate) ? ['not ranked'] : [];
	return [...(figures.length > 0 ? figures : ['no figures']), ...unranked, ...badgeOf(catalog, candidate)].join(
		' · ',
	);
}

/** The same for a screen reader, which reads a middle dot aloud. */
export function spokenFigures(catalog: Catalog, candidate: Candidate): string {
	const figures = figureTexts(catalog, candidate);
	const reason = unrankedReason(catalog, candidate);
	const badge = badgeOf(catalog, candidate).map(text => `weights: ${text}`);
	return [...figures, ...(reason ? [`not ranked: ${reason.text}`] : []), ...badge].join(', ');
}

function badgeOf(catalog: Catalog, candidate: Candidate): readonly string[] {
	const badge = candidateBadge(catalog, candidate);
	return badge ? [badge] : [];
}

function figureTexts(catalog: Catalog, candidate: Candidate): readonly string[] {
	const accuracy = accuracyKindOf(taskOf(catalog, candidate));
	const percent = shownFigure(catalog, candidate, accuracy)?.value;
	const macs = shownFigure(catalog, candidate, 'macs')?.value;
	const params = shownFigure(catalog, candidate, 'params')?.value;
	const at = catalog.costInput ? ` at ${formatInput(catalog.costInput)}` : '';
	return [
		...(percent === undefined ? [] : [accuracyText(accuracy, percent)]),
		...(macs === undefined ? [] : [`${formatMacs(macs)}${at}`]),
		...(params === undefined ? [] : [formatParams(params)]),
	];
}
