import { markdownTable } from 'markdown-table';
import { formatCatalogFoot } from '../catalog/catalogAge.ts';
import { escapeMarkdown, plainText } from '../catalog/plainText.ts';
import { formatInput } from '../catalog/units.ts';
import { licenseClasses, type LicenseClass } from '../catalog/weightsLicense.ts';
import { leftOutTexts } from '../selection/licenseText.ts';
import { formatBudget } from '../selection/parseBudget.ts';
import type { Match, PickResult } from '../selection/pick.ts';
import { figureColumns, markSources, type SourceMarks } from '../selection/pickColumns.ts';
import { readingText } from '../selection/pickOutput.ts';
import { asSentence, formatCounts, overText, rankText } from '../selection/pickText.ts';
import type { TextColumn } from '../selection/textTable.ts';

/**
 * A pick as a Markdown document to keep beside the code: the question, the answer and why, what else was near, the data that
 * it rests on, and the command that gives it again. The words are those of the answer itself.
 */
export function formatDecisionRecord(result: PickResult): string {
	const marks = markSources(result);
	const [pick, ...others] = result.matches;
	const budget = plainText(formatBudget(result.budget), 400);
	const blocks = [
		`# Model within ${escapeMarkdown(budget, 400)}`,
		'## Question',
		questionText(result),
		'## Answer',
		...(pick ? answerBlocks(result, pick, marks) : [escapeMarkdown(asSentence(result.nothing?.text ?? ''), 2000)]),
		...alternativeBlocks(result, others, marks),
		'## Data',
		dataLines(result, marks),
		'## Again',
		`\`\`\`sh\n${pickCommand(result)}\n\`\`\``,
	];
	return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

/** The command line that gives an answer again, quoted for a POSIX shell. */
export function pickCommand({ budget, filter, catalog }: PickResult): string {
	const { task, source, framework, family, licenses, withoutLicenses = [] } = filter;
	const kept = licenses ?? (withoutLicenses.length > 0 ? keptClasses(withoutLicenses) : undefined);
	const [flops] = budget.limits.flatMap(limit => (limit.flops ? [limit.max === limit.flops.printed] : []));
	const options = [
		['--budget', formatBudget(budget)],
		['--flops', flops === true ? 'macs' : undefined],
		['--input', catalog.costInput?.join('x')],
		['--task', task === 'classification' ? undefined : task],
		['--source', source],
		['--framework', framework],
		['--family', family],
		['--licence', kept?.join(',')],
		...catalog.addedFiles.map(file => ['--catalog', file] as const),
	] as const;
	const written = options.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${shellQuoted(value)}`]));
	return ['model-scout pick', ...written].join(' ');
}

function keptClasses(left: readonly LicenseClass[]): readonly string[] {
	return licenseClasses.filter(name => !left.includes(name));
}

function shellQuoted(value: string): string {
	const text = plainText(value, 500);
	return /^[\w./:@,+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function questionText(result: PickResult): string {
	const order = result.ranking === 'cost' ? 'the cheapest' : 'the most accurate';
	const reading = readingText(result);
	return [
		`Which model is ${order} within ${escapeMarkdown(formatBudget(result.budget), 400)}?`,
		...(reading === '' ? [] : [escapeMarkdown(asSentence(reading), 1000)]),
		`${escapeMarkdown(formatCounts(result), 1000)}.`,
	].join(' ');
}

function answerBlocks(result: PickResult, pick: Match, marks: SourceMarks): readonly string[] {
	const weights = pick.checkpoint ? `, ${escapeMarkdown(pick.checkpoint.id)}` : '';
	const reasons = pick.reasons.map(({ text }) => `- ${escapeMarkdown(text, 1000)}`);
	return [
		`**${escapeMarkdown(pick.name)}**${weights}, at ${formatInput(pick.candidate.input)}.`,
		table(figureColumns(result, [pick], marks)),
		reasons.join('\n'),
	];
}

function alternativeBlocks(result: PickResult, others: readonly Match[], marks: SourceMarks): readonly string[] {
	const { near, binding, nextStepUp } = result;
	const lines = [
		...(binding ? [`- Binding limit: ${escapeMarkdown(binding.explanation.text, 1000)}`] : []),
		...(nextStepUp ? [`- Next step up: ${escapeMarkdown(nextStepUp.explanation.text, 1000)}`] : []),
	];
	const ranks: TextColumn = { title: 'Rank', cells: others.map(rankText), align: 'right' };
	const over: TextColumn = { title: 'Over', cells: near.map(overText), align: 'left' };
	const blocks = [
		...(others.length > 0 ? [table([ranks, ...figureColumns(result, others, marks)])] : []),
		...(near.length > 0 ? ['Near misses:', table([...figureColumns(result, near, marks), over])] : []),
		lines.join('\n'),
	].filter(block => block !== '');
	return blocks.length === 0 ? [] : ['## Alternatives', ...blocks];
}

function table(columns: readonly TextColumn[]): string {
	const kept = columns.filter(({ cells }) => cells.some(cell => cell !== ''));
	const rows = Math.max(...kept.map(({ cells }) => cells.length));
	const head = kept.map(({ title }) => escapeMarkdown(title.trim()));
	const body = Array.from({ length: rows }, (_, row) => kept.map(({ cells }) => escapeMarkdown(cells[row] ?? '')));
	return markdownTable([head, ...body], { align: kept.map(({ align }) => (align === 'right' ? 'r' : 'l')) });
}

/** The letters behind figures are those of their sources. */
function dataLines(result: PickResult, marks: SourceMarks): string {
	const { catalog } = result;
	const sources = [...marks].map(([id, letter]) => {
		const source = catalog.sourceById.get(id);
		const about = source ? `${source.title}, ${source.version}, ${source.date}, ${source.where}` : id;
		return `- ${marks.size > 1 ? `${letter}: ` : ''}${escapeMarkdown(about, 1000)}`;
	});
	const foot = [formatCatalogFoot(catalog), ...leftOutTexts(result.leftOutByLicense)];
	return [...foot.map(line => `- ${escapeMarkdown(line, 1000)}`), ...sources].join('\n');
}
