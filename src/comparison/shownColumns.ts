import { formatInput } from '../catalog/units.ts';
import { columnIds, columnTitle, columnTitles, isNumberColumn, isTextColumn, type ColumnId } from './columns.ts';
import { hasTexts, hasVerdicts, type ComparisonSnapshot } from './comparisonSnapshot.ts';

export interface Column {
	readonly id: ColumnId;
	/** Short enough for a header; the unit is part of each value. */
	readonly title: string;
	/** What the header stands for, as a sentence. */
	readonly description: string;
	readonly align: 'left' | 'right';
	/** Width in the page at the editor's default font size, in px. */
	readonly width: number;
	/** Which end of a number column is the best one; undefined where none is. */
	readonly better?: 'higher' | 'lower';
}

const shapes: Readonly<Record<ColumnId, Omit<Column, 'id' | 'title'>>> = {
	name: { align: 'left', width: 280, description: 'Model at one width and depth.' },
	verdict: { align: 'left', width: 104, description: 'Whether the candidate is within the budget.' },
	top1: number(104, 'higher', 'Top-1 accuracy in percent, single crop.'),
	ap: number(104, 'higher', 'COCO box AP, mean over IoU from 0.50 to 0.95.'),
	miou: number(92, 'higher', 'Mean IoU of the classes.'),
	macs: number(104, 'lower', 'Multiply-accumulates of one forward pass at the input size, batch 1.'),
	params: number(104, 'lower', 'Trained parameters.'),
	latencyMs: number(104, 'lower', 'Time of one image on the chosen device.'),
	bytes: number(104, 'lower', 'Stored weights.'),
	top5: number(104, 'higher', 'Top-5 accuracy in percent, single crop.'),
	'real-top1': number(92, 'higher', 'Top-1 accuracy in percent on the better labels of ImageNet-ReaL.'),
	'v2-top1': number(92, 'higher', 'Top-1 accuracy in percent on the new images of ImageNetV2, matched frequency.'),
	ap50: number(92, 'higher', 'Box AP at IoU 0.50.'),
	input: { align: 'right', width: 88, description: 'Input height and width.' },
	crop: { align: 'right', width: 80, description: 'Share of the resized image that the accuracy was read on.' },
	family: { align: 'left', width: 140, description: 'Networks of one design.' },
	framework: { align: 'left', width: 120, description: 'What loads the weights.' },
	weights: { align: 'left', width: 220, description: 'The name that loads the weights.' },
	sizeClass: { align: 'left', width: 96, description: 'Size class by MACs.' },
	license: { align: 'left', width: 200, description: 'License of the weights.' },
	source: { align: 'left', width: 220, description: 'Where the accuracy was read.' },
};

/** What a column holds, as a sentence. */
export function columnDescription(snapshot: ComparisonSnapshot, id: ColumnId): string {
	const { device } = snapshot;
	if (id === 'macs') return countDescription(snapshot);
	if (id !== 'latencyMs' || !device) return shapes[id].description;
	return `Time of one image on ${device.name}, ${device.run}.`;
}

function countDescription({ costInput, countsFlops }: ComparisonSnapshot): string {
	const counted = countsFlops ? 'FLOPs, two per multiply-accumulate,' : 'Multiply-accumulates';
	return costInput
		? `${counted} counted at ${formatInput(costInput)}; accuracies are of each row’s own input size.`
		: `${counted} of one forward pass at the input size, batch 1.`;
}

/** Columns worth showing: those in which at least one row has a value. */
export function shownColumns(snapshot: ComparisonSnapshot): readonly Column[] {
	return columnIds
		.filter(id => hasValues(snapshot, id))
		.map(id => {
			const column = { id, title: columnTitles[id], ...shapes[id] };
			if (id !== 'macs') return column;
			const title = columnTitle(snapshot, id);
			return { ...column, title, width: title.length > column.title.length + 1 ? 148 : column.width };
		});
}

function hasValues(snapshot: ComparisonSnapshot, id: ColumnId): boolean {
	if (isNumberColumn(id)) return snapshot.numbers[id].known > 0;
	if (isTextColumn(id)) return id === 'name' || hasTexts(snapshot.texts[id]);
	return id === 'input' || hasVerdicts(snapshot);
}

function number(width: number, better: 'higher' | 'lower', description: string): Omit<Column, 'id' | 'title'> {
	return { description, align: 'right', width, better };
}
