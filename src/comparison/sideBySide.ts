import { isAccuracyKind } from '../catalog/records.ts';
import { deltaText } from './baseline.ts';
import { cellText, columnTitle, isNumberColumn, type ColumnId } from './columns.ts';
import { hasMark, textAt, type ComparisonSnapshot, type NumberMetric } from './comparisonSnapshot.ts';
import { exportMarkdown } from './exportTable.ts';
import { markWords } from './rowText.ts';
import { tieHalfWidth } from '../selection/ties.ts';

/** Models side by side: fewer are no comparison, more do not stand beside each other. */
export const fewestSideBySide = 2;
export const mostSideBySide = 6;

export interface SideBySide {
	readonly models: readonly ComparedModel[];
	readonly figures: readonly FigureRow[];
}

export interface ComparedModel {
	readonly row: number;
	readonly name: string;
	/** Weights and their framework; empty for a published result. */
	readonly weights: string;
	readonly input: string;
	readonly isBaseline: boolean;
	/** What is said against its accuracy: `superseded`. */
	readonly marks: readonly string[];
}

/** One figure of all models, in their order. */
export interface FigureRow {
	readonly column: ColumnId;
	readonly title: string;
	readonly isNumber: boolean;
	readonly cells: readonly FigureCell[];
}

export interface FigureCell {
	/** Empty where it is unknown. */
	readonly text: string;
	/** `best` in its row, or so near to it that the evaluation does not tell them apart. */
	readonly standing?: 'best' | 'tied';
	/** How it stands to the baseline; empty for the baseline itself and without one. */
	readonly delta: string;
	readonly source: string;
}

/** Columns that the head of each model says. */
const inHead: readonly ColumnId[] = ['name', 'weights', 'input'];

/**
 * The figures of models as rows.
 * @param rows of at most six models; without `baseline` among them the first is compared with
 */
export function sideBySide(
	snapshot: ComparisonSnapshot,
	rows: readonly number[],
	columns: readonly ColumnId[],
	baseline: number | undefined,
): SideBySide {
	const shown = rows.slice(0, mostSideBySide);
	const reference = baseline !== undefined && shown.includes(baseline) ? baseline : shown[0];
	const figures = columns
		.filter(id => !inHead.includes(id))
		.map((id): FigureRow => {
			const standings = isNumberColumn(id) ? standingsOf(snapshot, id, shown) : [];
			const cells = shown.map((row, place) => {
				const standing = standings[place];
				return { ...cellOf(snapshot, id, row, reference), ...(standing && { standing }) };
			});
			return { column: id, title: columnTitle(snapshot, id), isNumber: isNumberColumn(id), cells };
		})
		.filter(({ cells }) => cells.some(({ text }) => text !== ''));
	const models = shown.map(row => modelOf(snapshot, row, row === reference));
	return { models, figures };
}

/** The same as a Markdown table with a source to each figure. */
export function sideBySideMarkdown({ models, figures }: SideBySide): string {
	const heads = models.map(({ name, weights, input }) => [name, weights, input].filter(Boolean).join(', '));
	const cellText = ({ text, standing, delta }: FigureCell): string => {
		if (text === '') return '–';
		const sign = standing === 'best' ? ' ★' : standing === 'tied' ? ' (tied)' : '';
		return `${text}${delta === '' ? '' : ` (${delta})`}${sign}`;
	};
	const table = exportMarkdown({
		columns: [
			{ id: 'figure', title: 'Figure', align: 'left' },
			...heads.map((title, place) => ({ id: String(place), title, align: 'right' as const })),
		],
		rows: figures.map(({ title, cells }) => [title, ...cells.map(cellText)]),
	});
	const sources = exportMarkdown({
		columns: [
			{ id: 'figure', title: 'Source of', align: 'left' },
			...heads.map((title, place) => ({ id: String(place), title, align: 'left' as const })),
		],
		rows: figures.filter(({ isNumber }) => isNumber).map(({ title, cells }) => [title, ...cells.map(sourceOf)]),
	});
	return `${table}\n${sources}`;
}

function sourceOf({ source }: FigureCell): string {
	return source;
}

function modelOf(snapshot: ComparisonSnapshot, row: number, isBaseline: boolean): ComparedModel {
	const weights = textAt(snapshot.texts.weights, row);
	return {
		row,
		name: textAt(snapshot.texts.name, row),
		weights: weights === '' ? '' : `${textAt(snapshot.texts.framework, row)} ${weights}`,
		input: cellText(snapshot, 'input', row),
		isBaseline,
		marks: markWords(snapshot, row),
	};
}

function cellOf(
	snapshot: ComparisonSnapshot,
	id: ColumnId,
	row: number,
	reference: number | undefined,
): Omit<FigureCell, 'standing'> {
	const text = cellText(snapshot, id, row);
	if (!isNumberColumn(id)) return { text, delta: '', source: '' };
	const { values, sources } = snapshot.numbers[id];
	const isCompared = reference !== undefined && reference !== row;
	const delta = isCompared ? deltaText(id, values[row] ?? NaN, values[reference] ?? NaN) : '';
	return { text, delta, source: textAt(sources, row) };
}

/** Accuracies that are not ranked are never the best; one value alone is no comparison. */
function standingsOf(
	snapshot: ComparisonSnapshot,
	metric: NumberMetric,
	rows: readonly number[],
): readonly (FigureCell['standing'] | undefined)[] {
	const isAccuracy = isAccuracyKind(metric);
	const values = rows.map(row => {
		const isOut = isAccuracy && hasMark(snapshot, row, 'unranked');
		return isOut ? NaN : (snapshot.numbers[metric].values[row] ?? NaN);
	});
	const known = values.filter(value => !Number.isNaN(value));
	if (known.length < 2) return [];
	const best = isAccuracy ? Math.max(...known) : Math.min(...known);
	const width = metric === 'top1' ? tieHalfWidth(best, snapshot.evaluationImages) : 0;
	return values.map(value => {
		if (value === best) return 'best';
		return best - value > 0 && best - value <= width ? 'tied' : undefined;
	});
}
