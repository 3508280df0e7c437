import { bareAccuracyText } from '../catalog/accuracy.ts';
import { isAccuracyKind } from '../catalog/records.ts';
import { formatInput } from '../catalog/units.ts';
import { bareCostText } from '../selection/explanation.ts';
import {
	numberMetrics,
	textAt,
	textMetrics,
	verdictAt,
	type ComparisonSnapshot,
	type NumberMetric,
	type TextMetric,
} from './comparisonSnapshot.ts';

/** Columns of the table in the order in which they are shown. */
export const columnIds = [
	'name',
	'verdict',
	'top1',
	'ap',
	'miou',
	'macs',
	'params',
	'latencyMs',
	'bytes',
	'top5',
	'real-top1',
	'v2-top1',
	'ap50',
	'input',
	'crop',
	'family',
	'framework',
	'weights',
	'sizeClass',
	'license',
	'source',
] as const;
export type ColumnId = (typeof columnIds)[number];

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

const columnById: Readonly<Record<ColumnId, Omit<Column, 'id'>>> = {
	name: { title: 'Model', description: 'Model at one width and depth.', align: 'left', width: 280 },
	verdict: { title: 'Budget', description: 'Whether the candidate is within the budget.', align: 'left', width: 104 },
	top1: number('Top-1', 'Top-1 accuracy in percent, single crop.', 104, 'higher'),
	ap: number('COCO AP', 'COCO box AP, mean over IoU from 0.50 to 0.95.', 104, 'higher'),
	miou: number('mIoU', 'Mean IoU of the classes.', 92, 'higher'),
	macs: number('MACs', 'Multiply-accumulates of one forward pass at the input size, batch 1.', 92, 'lower'),
	params: number('Params', 'Trained parameters.', 92, 'lower'),
	latencyMs: number('Latency', 'Time of one image on the chosen device.', 104, 'lower'),
	bytes: number('Size', 'Stored weights.', 92, 'lower'),
	top5: number('Top-5', 'Top-5 accuracy in percent, single crop.', 104, 'higher'),
	'real-top1': number('ReaL', 'Top-1 accuracy in percent on the better labels of ImageNet-ReaL.', 92, 'higher'),
	'v2-top1': number(
		'V2',
		'Top-1 accuracy in percent on the new images of ImageNetV2, matched frequency.',
		92,
		'higher',
	),
	ap50: number('AP50', 'Box AP at IoU 0.50.', 92, 'higher'),
	input: { title: 'Input', description: 'Input height and width.', align: 'right', width: 88 },
	crop: {
		title: 'Crop',
		description: 'Share of the resized image that the accuracy was read on.',
		align: 'right',
		width: 80,
	},
	family: { title: 'Family', description: 'Networks of one design.', align: 'left', width: 140 },
	framework: { title: 'Framework', description: 'What loads the weights.', align: 'left', width: 120 },
	weights: { title: 'Weights', description: 'The name that loads the weights.', align: 'left', width: 220 },
	sizeClass: { title: 'Class', description: 'Size class by MACs.', align: 'left', width: 96 },
	license: { title: 'License', description: 'License of the weights.', align: 'left', width: 200 },
	source: { title: 'Source', description: 'Where the accuracy was read.', align: 'left', width: 220 },
};

export const columns: readonly Column[] = columnIds.map(id => ({ id, ...columnById[id] }));

export function columnOf(id: ColumnId): Column {
	return { id, ...columnById[id] };
}

/** Name of a column where it stands alone, as in a file: the latency column is named after its device, that of MACs after the size that they are counted at. */
export function columnTitle(snapshot: ComparisonSnapshot, id: ColumnId): string {
	if (id === 'latencyMs' && snapshot.device) return snapshot.device.name;
	if (id === 'macs' && snapshot.costInput) return `MACs at ${formatInput(snapshot.costInput)}`;
	return columnById[id].title;
}

/** What a column holds, as a sentence. */
export function columnDescription({ device, costInput }: ComparisonSnapshot, id: ColumnId): string {
	if (id === 'macs' && costInput)
		return `Multiply-accumulates counted at ${formatInput(costInput)}; accuracies are of each row’s own input size.`;
	if (id !== 'latencyMs' || !device) return columnById[id].description;
	return `Time of one image on ${device.name}, ${device.run}.`;
}

export function isNumberColumn(id: ColumnId): id is NumberMetric {
	return numberMetrics.some(metric => metric === id);
}

export function isTextColumn(id: ColumnId): id is TextMetric {
	return textMetrics.some(metric => metric === id);
}

/** Columns worth showing: those in which at least one row has a value. */
export function shownColumns(snapshot: ComparisonSnapshot): readonly Column[] {
	const isNamedAnew = ({ id }: Column): boolean => id === 'macs' && snapshot.costInput !== undefined;
	return columns
		.filter(({ id }) => hasValues(snapshot, id))
		.map(column =>
			isNamedAnew(column) ? { ...column, title: columnTitle(snapshot, column.id), width: 148 } : column,
		);
}

/** What a cell shows; empty where the value is unknown. */
export function cellText(snapshot: ComparisonSnapshot, id: ColumnId, row: number): string {
	if (isNumberColumn(id)) return formatMetric(id, snapshot.numbers[id].values[row] ?? NaN);
	if (isTextColumn(id)) return textAt(snapshot.texts[id], row);
	if (id === 'input') return formatInput([snapshot.inputHeights[row] ?? NaN, snapshot.inputWidths[row] ?? NaN]);
	const verdict = verdictAt(snapshot, row);
	return verdict === 'none' ? '' : verdict;
}

/** `75.2 %`, `37.4`, `219 M`, `14 MB`, `61.3 ms`; empty for NaN. */
export function formatMetric(metric: NumberMetric, value: number): string {
	if (Number.isNaN(value)) return '';
	return isAccuracyKind(metric) ? bareAccuracyText(metric, value) : bareCostText(metric, value);
}

/** Name of a metric inside a sentence or on an axis. */
export function metricName(snapshot: ComparisonSnapshot, metric: NumberMetric): string {
	switch (metric) {
		case 'top1':
			return 'top-1 accuracy';
		case 'top5':
			return 'top-5 accuracy';
		case 'real-top1':
			return 'top-1 accuracy on ImageNet-ReaL';
		case 'v2-top1':
			return 'top-1 accuracy on ImageNetV2';
		case 'ap':
		case 'ap50':
		case 'miou':
			return columnById[metric].title;
		case 'macs':
			return snapshot.costInput ? columnTitle(snapshot, metric) : 'MACs';
		case 'params':
			return 'parameters';
		case 'bytes':
			return 'size of the weights';
		case 'latencyMs':
			return snapshot.device ? `latency on ${snapshot.device.name}` : 'latency';
	}
}

function hasValues(snapshot: ComparisonSnapshot, id: ColumnId): boolean {
	if (isNumberColumn(id)) return snapshot.numbers[id].values.some(value => !Number.isNaN(value));
	if (isTextColumn(id)) return id === 'name' || snapshot.texts[id].codes.some(code => code !== 0);
	return id === 'input' || snapshot.verdicts.some(code => code !== 0);
}

function number(title: string, description: string, width: number, better: 'higher' | 'lower'): Omit<Column, 'id'> {
	return { title, description, align: 'right', width, better };
}
