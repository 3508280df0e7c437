import { escapeMarkdown } from '../catalog/plainText.ts';
import { badgeExplanations, licenseBadges } from '../catalog/weightsLicense.ts';
import type { CandidateCard, ModelCard } from './modelCard.ts';
import { classText, remarksOf, statusText } from './modelCardMarkdown.ts';
import type { FigureCard } from './modelCardFigures.ts';

/** The short form of a card, for tooltips: the lead candidate's figures with their sources. Escaped Markdown without links. */
export function formatModelTooltip(card: ModelCard): string {
	const lead = card.candidates[0];
	const lines = [
		`**${escapeMarkdown(card.title)}**`,
		`${escapeMarkdown(card.family.name)}, ${classText(card)}`,
		...(lead ? candidateLines(card, lead) : ['The catalog has no figures of this model.']),
		...latencyLine(card),
		...weightsLine(card),
		...(card.status ? [`Status: ${statusText(card.status)}.`] : []),
		...card.notes.map(note => escapeMarkdown(note)),
		`Catalog of ${escapeMarkdown(card.catalog.date)}`,
	];
	return lines.join('\n\n');
}

export const tooltipKinds: readonly FigureCard['kind'][] = ['top1', 'ap', 'miou', 'macs', 'params'];

function candidateLines(card: ModelCard, lead: CandidateCard): string[] {
	const more = card.candidates.length - 1;
	const others = more === 0 ? '' : `, one of ${String(card.candidates.length)} candidates`;
	const figures = lead.figures.filter(({ kind }) => tooltipKinds.includes(kind)).map(figureLine);
	return [
		`${escapeMarkdown(lead.title)}${others}`,
		figures.length === 0 ? 'No figure is known.' : figures.join('\n'),
		...(lead.licenseBadge ? [badgeExplanations[lead.licenseBadge]] : []),
		...(lead.unranked ? [`Unranked: ${escapeMarkdown(lead.unranked.text)}`] : []),
		...(lead.note === undefined ? [] : [escapeMarkdown(lead.note)]),
	];
}

/** One figure with its source, and what another source says where it contradicts. */
export function figureLine(figure: FigureCard): string {
	const apart = figure.others.find(({ conflicts }) => conflicts);
	const conflict = apart ? `; ${escapeMarkdown(apart.source.title)} says ${apart.text}` : '';
	const remarks = remarksOf(figure);
	const said = remarks === '' ? '' : ` (${escapeMarkdown(remarks)})`;
	const label = figure.kind === 'top1' ? 'top-1 ' : figure.kind === 'ap' ? 'COCO ' : '';
	return `- **${label}${figure.text}**${said}, ${escapeMarkdown(figure.source.title)}${conflict}`;
}

/** Details name them all. */
const namedDevices = 4;

function latencyLine(card: ModelCard): string[] {
	const devices = card.latencies.map(({ name }) => escapeMarkdown(name));
	if (devices.length === 0) return [];
	const more = devices.length - namedDevices;
	if (more <= 1) return [`Measured on ${devices.join(', ')}`];
	return [`Measured on ${devices.slice(0, namedDevices).join(', ')} and ${String(more)} more devices`];
}

function weightsLine(card: ModelCard): string[] {
	if (card.checkpoints.length === 0) return ['No weights in any framework of the catalog'];
	const parts = card.checkpoints.map(({ framework, checkpoints }) => {
		const marks = licenseBadges.flatMap(badge => {
			const count = checkpoints.filter(({ licenseBadge }) => licenseBadge === badge).length;
			if (count === 0) return [];
			return count === checkpoints.length ? badge : `${String(count)} of ${String(checkpoints.length)} ${badge}`;
		});
		return marks.length > 0 ? `${framework} (${marks.join(', ')})` : framework;
	});
	return [`Weights: ${parts.join(', ')}`];
}
