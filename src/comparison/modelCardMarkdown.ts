import { markdownTable } from 'markdown-table';
import { accuracyKindOf } from '../catalog/accuracy.ts';
import { escapeMarkdown } from '../catalog/plainText.ts';
import { sizeClasses } from '../catalog/sizeClass.ts';
import { formatInput } from '../catalog/units.ts';
import { badgeExplanations } from '../catalog/weightsLicense.ts';
import type { CandidateCard, CheckpointCard, DeviceCard, FrameworkCard, ModelCard } from './modelCard.ts';
import { figureLabels, type ComparedFigure, type FigureCard, type StatedFigure } from './modelCardFigures.ts';
import { httpsUrl, type SourceCard } from './modelCardSource.ts';
import { costBlocks } from './stageCosts.ts';

/**
 * The card as Markdown with every figure, source, condition and conflict: for the details, the clipboard and files.
 * Texts of the catalog stand in it as literal text; links are plain https. Ends with a line end.
 */
export function formatModelCard(card: ModelCard): string {
	const blocks = [
		`# ${escapeMarkdown(card.title)}`,
		headLines(card).join('\n'),
		...card.notes.map(note => `> ${escapeMarkdown(note)}`),
		...overview(card),
		...card.candidates.flatMap(candidateBlocks),
		...strayBlocks(card),
		...costBlocks(card.cost),
		...latencyBlocks(card.latencies),
		...checkpointBlocks(card.checkpoints),
		...sourceBlocks(card),
		`Model Scout catalog ${escapeMarkdown(card.catalog.version)}, ${escapeMarkdown(card.catalog.date)}.`,
	];
	return `${blocks.join('\n\n')}\n`;
}

/** `lightweight (as the seed document lists it)`. */
export function classText(card: Pick<ModelCard, 'weightClass' | 'classSource'>): string {
	return card.classSource === 'seed'
		? `${card.weightClass} (as the seed document lists it)`
		: `${card.weightClass} (derived from its cheapest candidate)`;
}

export function statusText(status: NonNullable<ModelCard['status']>): string {
	return status === 'unverified' ? 'unverified: no source backs its figures' : 'no weights are published';
}

/** What is to be said of a figure beside its number: convention, doubt and note. */
export function remarksOf(figure: StatedFigure): string {
	return [figure.convention, figure.doubt, figure.note].filter(text => text !== undefined).join('; ');
}

/** `unranked, non-commercial`: what a row of candidates says beside the figures. */
export function candidateMarks({ unranked, licenseBadge }: CandidateCard): string {
	return [unranked ? 'unranked' : undefined, licenseBadge].filter(mark => mark !== undefined).join(', ');
}

/** `timm-results, row resnet50`: where a figure stands, by the id of its source. */
export function citation(figure: Pick<StatedFigure, 'source' | 'locator'>): string {
	return [figure.source.id, figure.locator].filter(text => text !== '').join(', ');
}

function headLines(card: ModelCard): string[] {
	const sizeLabel = sizeClasses.find(({ id }) => id === card.sizeClass)?.label ?? card.sizeClass;
	const lines = [
		`- Family: ${escapeMarkdown(card.family.name)}${card.year === undefined ? '' : `, ${String(card.year)}`}`,
		`- Task: ${card.task}`,
		`- Weight class: ${classText(card)}`,
		`- Size class: ${sizeLabel}`,
		`- Id: ${escapeMarkdown(card.id)}`,
	];
	if (card.paper) lines.push(`- Paper: ${linked(card.paper.title, httpsUrl(card.paper.url))}`);
	if (card.aliases.length > 0)
		lines.push(`- Also called: ${card.aliases.map(alias => escapeMarkdown(alias)).join(', ')}`);
	if (card.status) lines.push(`- Status: ${statusText(card.status)}`);
	return lines;
}

function overview(card: ModelCard): string[] {
	if (card.candidates.length === 0) return ['The catalog has no figures of this model.'];
	const accuracy = accuracyKindOf(card.task);
	const kinds = [accuracy, 'macs', 'params'] as const;
	const rows = card.candidates.map(candidate => [
		escapeMarkdown(candidate.title),
		...kinds.map(kind => shortFigure(candidate.figures.find(figure => figure.kind === kind))),
		candidateMarks(candidate),
	]);
	return [
		table([['Candidate', figureLabels[accuracy], 'MACs', 'Parameters', ''], ...rows], ['l', 'r', 'r', 'r', 'l']),
	];
}

function shortFigure(figure: FigureCard | undefined): string {
	if (!figure) return 'unknown';
	const marks = [figure.conflict ? 'sources differ' : '', figure.doubt === undefined ? '' : 'doubtful'];
	const said = marks.filter(mark => mark !== '').join(', ');
	return said === '' ? figure.text : `${figure.text} (${said})`;
}

function candidateBlocks(candidate: CandidateCard): string[] {
	const seed = candidate.seedLine === undefined ? '' : ` Line ${String(candidate.seedLine)} of the seed document.`;
	const blocks = [
		`## ${escapeMarkdown(candidate.title)}`,
		`${escapeMarkdown(candidate.id)}, evaluated on ${escapeMarkdown(candidate.dataset.name)}.${seed}`,
	];
	if (candidate.licenseBadge) blocks.push(`> ${badgeExplanations[candidate.licenseBadge]}`);
	if (candidate.unranked) blocks.push(`> Unranked: ${escapeMarkdown(candidate.unranked.text)}`);
	if (candidate.note !== undefined) blocks.push(`> ${escapeMarkdown(candidate.note)}`);
	if (candidate.figures.length === 0) return [...blocks, 'No figure is known.'];
	const rows = candidate.figures.flatMap(figure => [
		figureRow(figureLabels[figure.kind], `**${figure.text}**`, figure),
		...figure.others.map(other => figureRow('', `${other.text}, ${apartMark(other)}`, other)),
	]);
	return [...blocks, table([['Figure', 'Value', 'Source', 'Conditions', 'Remarks'], ...rows])];
}

function apartMark(other: ComparedFigure): string {
	return other.conflicts ? `**${other.apart}**` : other.apart;
}

function figureRow(label: string, value: string, figure: StatedFigure): string[] {
	return [label, value, linkedCitation(figure), escapeMarkdown(figure.conditions), escapeMarkdown(remarksOf(figure))];
}

function strayBlocks(card: ModelCard): string[] {
	if (card.strays.length === 0) return [];
	const rows = card.strays.map(figure => [
		escapeMarkdown(figure.of),
		...figureRow(figureLabels[figure.kind], figure.text, figure),
	]);
	return [
		'## Other figures',
		'Under conditions of none of the candidates above.',
		table([['Of', 'Figure', 'Value', 'Source', 'Conditions', 'Remarks'], ...rows]),
	];
}

function latencyBlocks(latencies: readonly DeviceCard[]): string[] {
	if (latencies.length === 0) return ['## Latency', 'No measurement is known.'];
	const rows = latencies.flatMap(({ name, measurements }) =>
		measurements.map((measured, index) => [
			index === 0 ? escapeMarkdown(name) : '',
			measured.scope === 'batch-step' ? `${measured.text} a batch` : measured.text,
			formatInput(measured.input),
			escapeMarkdown(measured.run),
			linkedCitation(measured),
			escapeMarkdown(measured.note ?? ''),
		]),
	);
	const head = ['Device', 'Latency', 'Input', 'Run', 'Source', 'Remarks'];
	return ['## Latency', table([head, ...rows], ['l', 'r', 'r'])];
}

function checkpointBlocks(groups: readonly FrameworkCard[]): string[] {
	if (groups.length === 0) return ['## Weights', 'No framework of the catalog has weights of this model.'];
	const rows = groups.flatMap(({ framework, checkpoints }) =>
		checkpoints.map((checkpoint, index) => [
			index === 0 ? framework : '',
			escapeMarkdown(checkpoint.name),
			trainedOn(checkpoint),
			escapeMarkdown(checkpoint.license) + (checkpoint.licenseBadge ? ` (**${checkpoint.licenseBadge}**)` : ''),
			escapeMarkdown(checkpointRemarks(checkpoint)),
		]),
	);
	return ['## Weights', table([['Framework', 'Name', 'Classes', 'License', 'Remarks'], ...rows])];
}

function trainedOn({ dataset, classes, pretrainedOn }: CheckpointCard): string {
	const before = pretrainedOn === undefined ? '' : `, pretrained on ${escapeMarkdown(pretrainedOn)}`;
	return `${String(classes)} of ${escapeMarkdown(dataset.name)}${before}`;
}

/** Whether the name is deprecated or unseen, as a sentence part. */
export function checkpointRemarks({ deprecated, renamedTo, seen }: CheckpointCard): string {
	const remarks: string[] = [];
	if (deprecated) remarks.push('deprecated');
	if (renamedTo !== undefined) remarks.push(`now ${renamedTo}`);
	if (!seen) remarks.push('named by the rule of its hub, not seen in a document');
	return remarks.join('; ');
}

/** Every source that the card cites, once, in order of first use. */
export function sourcesOf(card: ModelCard): readonly SourceCard[] {
	const figures = card.candidates.flatMap(({ figures: own }) => own.flatMap(figure => [figure, ...figure.others]));
	const measured = card.latencies.flatMap(({ measurements }) => measurements);
	const cited = [...figures, ...card.strays, ...measured].map(({ source }) => source);
	return [...new Map(cited.map(source => [source.id, source])).values()];
}

function sourceBlocks(card: ModelCard): string[] {
	const sources = sourcesOf(card);
	if (sources.length === 0) return [];
	const lines = sources.map(source => {
		const where = source.url === undefined ? escapeMarkdown(source.where) : `<${source.url}>`;
		const parts = [
			where,
			escapeMarkdown(source.version),
			escapeMarkdown(source.date),
			escapeMarkdown(source.license),
		];
		return `- ${escapeMarkdown(source.title)}: ${parts.filter(part => part !== '').join(', ')}`;
	});
	return ['## Sources', lines.join('\n')];
}

function linkedCitation(figure: Pick<StatedFigure, 'source' | 'locator'>): string {
	const title = linked(figure.source.title, figure.source.url);
	return figure.locator === '' ? title : `${title}, ${escapeMarkdown(figure.locator)}`;
}

function linked(text: string, url: string | undefined): string {
	return url === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](<${url}>)`;
}

function table(rows: readonly (readonly string[])[], align: readonly string[] = []): string {
	return markdownTable(rows, { align, alignDelimiters: false });
}
