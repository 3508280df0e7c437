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

/** What stands above a column; `columnTitle` names it where that is not enough. */
export const columnTitles: Readonly<Record<ColumnId, string>> = {
	name: 'Model',
	verdict: 'Budget',
	top1: 'Top-1',
	ap: 'COCO AP',
	miou: 'mIoU',
	macs: 'MACs',
	params: 'Params',
	latencyMs: 'Latency',
	bytes: 'Size',
	top5: 'Top-5',
	'real-top1': 'ReaL',
	'v2-top1': 'V2',
	ap50: 'AP50',
	input: 'Input',
	crop: 'Crop',
	family: 'Family',
	framework: 'Framework',
	weights: 'Weights',
	sizeClass: 'Class',
	license: 'License',
	source: 'Source',
};

/**
 * Name of a column where it stands alone, as in a file: the latency column is named after its device, that of MACs after
 * what is counted and the size that it is counted at.
 */
export function columnTitle(snapshot: ComparisonSnapshot, id: ColumnId): string {
	if (id === 'latencyMs' && snapshot.device) return snapshot.device.name;
	if (id === 'macs') return macsTitle(snapshot);
	return columnTitles[id];
}

function macsTitle({ costInput, countsFlops }: ComparisonSnapshot): string {
	const counted = countsFlops ? 'FLOPs' : 'MACs';
	return costInput ? `${counted} at ${formatInput(costInput)}` : counted;
}

export function isNumberColumn(id: ColumnId): id is NumberMetric {
	return numberMetrics.some(metric => metric === id);
}

export function isTextColumn(id: ColumnId): id is TextMetric {
	return textMetrics.some(metric => metric === id);
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

/** A number of a column with its unit; that of an input is its longer side. */
export function numberText(id: ColumnId, value: number): string {
	return isNumberColumn(id) ? formatMetric(id, value) : formatInput([value, value]);
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
			return columnTitles[metric];
		case 'macs':
			return columnTitle(snapshot, metric);
		case 'params':
			return 'parameters';
		case 'bytes':
			return 'size of the weights';
		case 'latencyMs':
			return snapshot.device ? `latency on ${snapshot.device.name}` : 'latency';
	}
}
