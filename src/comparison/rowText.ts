import { deltaWords } from './baseline.ts';
import { cellText, columnTitle, formatMetric, isNumberColumn, metricName, type ColumnId } from './columns.ts';
import { hasMark, textAt, verdictAt, type ComparisonSnapshot } from './comparisonSnapshot.ts';

/** A row in a few words: the model, its weights where there are any, and its input size. */
export function rowLabel(snapshot: ComparisonSnapshot, row: number): string {
	const name = textAt(snapshot.texts.name, row);
	const weights = textAt(snapshot.texts.weights, row);
	const input = cellText(snapshot, 'input', row);
	return weights === ''
		? `${name} at ${input}`
		: `${name} (${textAt(snapshot.texts.framework, row)} ${weights}) at ${input}`;
}

/** A cell in a sentence: the value, how it stands to that of a row that is the baseline, and its source; or why there is none. */
export function cellNote(snapshot: ComparisonSnapshot, id: ColumnId, row: number, baseline?: number): string {
	const text = cellText(snapshot, id, row);
	if (isNumberColumn(id)) {
		if (text === '') return missingNote(snapshot, id);
		const source = textAt(snapshot.numbers[id].sources, row);
		const run = id === 'latencyMs' && snapshot.device ? `, ${snapshot.device.run}` : '';
		const { values } = snapshot.numbers[id];
		const delta =
			baseline === undefined || baseline === row
				? ''
				: deltaWords(id, values[row] ?? NaN, values[baseline] ?? NaN);
		const compared = delta === '' ? '' : `, ${delta}`;
		const conflict = textAt(snapshot.numbers[id].conflicts, row);
		const others = conflict === '' ? '' : `; sources differ: ${conflict}`;
		return `${metricName(snapshot, id)} ${formatMetric(id, values[row] ?? NaN)}${compared}${run}, ${source}${others}`;
	}
	if (text !== '') return `${columnTitle(snapshot, id)}: ${text}`;
	switch (id) {
		case 'verdict':
			return 'no budget is set';
		case 'weights':
		case 'license':
			return 'a published result, no weights are meant';
		default:
			return `${columnTitle(snapshot, id)}: unknown`;
	}
}

/** Marks that stand beside a row's accuracy, in words. */
export function markWords(snapshot: ComparisonSnapshot, row: number): string[] {
	const words: string[] = [];
	if (row === snapshot.budget.pick) words.push('pick');
	if (hasMark(snapshot, row, 'unranked')) words.push('not ranked');
	if (hasMark(snapshot, row, 'superseded')) words.push('superseded');
	if (hasMark(snapshot, row, 'misprint')) words.push('misprint');
	if (hasMark(snapshot, row, 'disputed')) words.push('disputed');
	return words;
}

/** Why nothing is shown for the pick of a budget. */
export function pickNote({ budget }: ComparisonSnapshot): string {
	if (budget.text === '') return 'There is no budget to pick under.';
	return budget.pick === undefined ? 'No candidate here is the pick.' : 'The pick is filtered out.';
}

/** All that the foot of the table says of the focused cell. */
export function focusNote(snapshot: ComparisonSnapshot, id: ColumnId, row: number, baseline?: number): string {
	const verdict = verdictAt(snapshot, row);
	const verdictWords = verdict === 'none' ? [] : [`Budget: ${verdict}.`];
	return [
		`${rowLabel(snapshot, row)}: ${cellNote(snapshot, id, row, baseline)}.`,
		...(id === 'verdict' ? [] : verdictWords),
		textAt(snapshot.notes, row),
	]
		.filter(sentence => sentence !== '')
		.join(' ');
}

function missingNote(snapshot: ComparisonSnapshot, id: ColumnId): string {
	if (id === 'latencyMs') {
		return snapshot.device
			? `no latency on ${snapshot.device.name} (${snapshot.device.run}) is in the catalog`
			: 'the catalog holds no latency';
	}
	if (id === 'macs' && snapshot.costInput)
		return `no ${columnTitle(snapshot, id)}: its layers are not described here, or do not take that size`;
	return `no ${columnTitle(snapshot, id)} at this input size is in the catalog`;
}
