import { accuracyKindOf, accuracyWords, bareAccuracyText } from '../catalog/accuracy.ts';
import { plainText } from '../catalog/plainText.ts';
import { isAccuracyKind } from '../catalog/records.ts';
import { formatCount, formatInput } from '../catalog/units.ts';
import { badgeExplanations } from '../catalog/weightsLicense.ts';
import type { CandidateCard, DeviceCard, FrameworkCard, ModelCard } from '../comparison/modelCard.ts';
import { figureLabels, type FigureCard, type StatedFigure } from '../comparison/modelCardFigures.ts';
import {
	candidateMarks,
	checkpointRemarks,
	citation,
	classText,
	remarksOf,
	sourcesOf,
	statusText,
} from '../comparison/modelCardMarkdown.ts';
import type { FamilyOutput } from './showVerb.ts';
import { formatTextTable } from './textTable.ts';

/** The card of a model as text: all candidates in a table, then the figures of the lead, or with `all` of each. */
export function modelText(card: ModelCard, all: boolean): string {
	const [lead] = card.candidates;
	return [
		headText(card),
		...card.notes.map(note => `Note: ${plainText(note, 1000)}`),
		lead ? overviewText(card) : 'The catalog has no figures of this model.',
		...(all ? card.candidates : card.candidates.slice(0, 1)).map(candidateText),
		...(all && card.strays.length > 0 ? [strayText(card)] : []),
		...(card.latencies.length === 0 ? [] : [latencyText(card.latencies)]),
		...(card.checkpoints.length === 0 ? [] : [checkpointText(card.checkpoints)]),
		...sourceText(card),
		catalogLine(card.catalog),
	].join('\n\n');
}

export function familyText(family: FamilyOutput): string {
	const year = family.year === undefined ? '' : `, ${String(family.year)}`;
	const head = [`${plainText(family.name)}  ${family.id}`, `  ${family.task}, ${classText(family)}${year}`];
	if (family.paper) head.push(`  ${plainText(family.paper.title)}${family.paper.url ? `  ${family.paper.url}` : ''}`);
	if (family.aliases.length > 0) head.push(`  Also called ${plainText(family.aliases.join(', '), 500)}`);
	const accuracy = accuracyKindOf(family.task);
	const rows = family.models.map(({ id, name, candidates, macs, params, ...accuracies }) => [
		id,
		name,
		accuracies[accuracy] === null ? 'unknown' : bareAccuracyText(accuracy, accuracies[accuracy]),
		macs === null ? 'unknown' : formatCount(macs),
		params === null ? 'unknown' : formatCount(params),
		String(candidates),
	]);
	const columns = [
		{ title: 'Id' },
		{ title: 'Model' },
		{ title: accuracyWords(accuracy).title, align: 'right' },
		{ title: 'MACs', align: 'right' },
		{ title: 'Params', align: 'right' },
		{ title: 'Candidates', align: 'right' },
	] as const;
	return [
		head.join('\n'),
		...(family.note === undefined ? [] : [`Note: ${plainText(family.note, 1000)}`]),
		rows.length === 0 ? 'The catalog has no model of it.' : formatTextTable(columns, rows),
		catalogLine(family.catalog),
	].join('\n\n');
}

function headText(card: ModelCard): string {
	const year = card.year === undefined ? '' : `, ${String(card.year)}`;
	const lines = [
		`${plainText(card.title)}  ${card.id}`,
		`  ${plainText(card.family.name)}${year}, ${card.task}`,
		`  ${classText(card)}; size class ${card.sizeClass}`,
	];
	if (card.paper) lines.push(`  ${plainText(card.paper.title)}${card.paper.url ? `  ${card.paper.url}` : ''}`);
	if (card.aliases.length > 0) lines.push(`  Also called ${plainText(card.aliases.join(', '), 500)}`);
	if (card.status) lines.push(`  ${statusText(card.status)}`);
	return lines.join('\n');
}

function overviewText(card: ModelCard): string {
	const kinds = [accuracyKindOf(card.task), 'macs', 'params'] as const;
	const rows = card.candidates.map(candidate => [
		candidate.id,
		...kinds.map(kind => shortFigure(candidate.figures.find(figure => figure.kind === kind))),
		candidateMarks(candidate),
	]);
	const right = { align: 'right' } as const;
	const figureColumns = kinds.map(kind => ({ title: figureLabels[kind], ...right }));
	return formatTextTable([{ title: 'Candidate' }, ...figureColumns, { title: '' }], rows);
}

/** The number without the unit that the heading says; `*` where sources differ or there is a doubt. */
function shortFigure(figure: FigureCard | undefined): string {
	if (!figure) return 'unknown';
	const { kind, value } = figure;
	const text = isAccuracyKind(kind) ? bareAccuracyText(kind, value) : formatCount(value);
	return figure.conflict || figure.doubt !== undefined ? `${text}*` : text;
}

function candidateText(candidate: CandidateCard): string {
	const lines = [`${plainText(candidate.title)}  ${candidate.id}`];
	if (candidate.licenseBadge) lines.push(`  ${badgeExplanations[candidate.licenseBadge]}`);
	if (candidate.unranked) lines.push(`  Unranked: ${plainText(candidate.unranked.text)}`);
	if (candidate.note !== undefined) lines.push(`  ${plainText(candidate.note, 1000)}`);
	const rows = candidate.figures.flatMap(figure => [
		[figureLabels[figure.kind], ...figureCells(figure), figure.conflict ? 'sources differ' : ''],
		...figure.others.map(other => ['', ...figureCells(other), other.apart]),
	]);
	const columns = [
		{ title: '' },
		{ title: '', align: 'right' },
		{ title: '' },
		{ title: '' },
		{ title: '' },
	] as const;
	lines.push(rows.length === 0 ? '  No figure is known.' : formatTextTable(columns, rows));
	return lines.join('\n');
}

/** Value, source, and what is to be said of both. */
function figureCells(figure: StatedFigure | FigureCard): string[] {
	const remarks = [figure.conditions, remarksOf(figure)].filter(text => text !== '').join('; ');
	return [figure.text, citation(figure), remarks];
}

function strayText(card: ModelCard): string {
	const rows = card.strays.map(figure => [figure.of, figureLabels[figure.kind], ...figureCells(figure)]);
	const columns = [
		{ title: '' },
		{ title: '' },
		{ title: '', align: 'right' },
		{ title: '' },
		{ title: '' },
	] as const;
	return ['Figures under other conditions', formatTextTable(columns, rows)].join('\n');
}

function latencyText(latencies: readonly DeviceCard[]): string {
	const rows = latencies.flatMap(({ name, measurements }) =>
		measurements.map(measured => [
			name,
			measured.scope === 'batch-step' ? `${measured.text} a batch` : measured.text,
			formatInput(measured.input),
			measured.run,
			citation(measured),
			measured.note ?? '',
		]),
	);
	const plain = { title: '' } as const;
	const right = { title: '', align: 'right' } as const;
	return ['Latency', formatTextTable([plain, right, right, plain, plain, plain], rows)].join('\n');
}

/** The sources of the figures that are printed, by the ids that stand beside them. */
function sourceText(card: ModelCard): string[] {
	const rows = sourcesOf(card).map(source => [source.id, source.title, source.where, source.version, source.date]);
	if (rows.length === 0) return [];
	return [['Sources', formatTextTable(rows[0]?.map(() => ({ title: '' })) ?? [], rows)].join('\n')];
}

function checkpointText(groups: readonly FrameworkCard[]): string {
	const rows = groups.flatMap(({ framework, checkpoints }) =>
		checkpoints.map(checkpoint => [
			framework,
			checkpoint.name,
			checkpoint.licenseBadge ? `${checkpoint.license} (${checkpoint.licenseBadge})` : checkpoint.license,
			checkpointRemarks(checkpoint),
		]),
	);
	return ['Weights', formatTextTable([{ title: '' }, { title: '' }, { title: '' }, { title: '' }], rows)].join('\n');
}

function catalogLine({ version, date }: ModelCard['catalog']): string {
	return `Catalog ${version} of ${date}`;
}
