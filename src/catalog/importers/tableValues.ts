import type { Figure, Measurement } from '../records.ts';
import type { TableCell, TextRange } from './tableCells.ts';
import { deviceNamed, type DeviceNames, type TableColumn, type TextKind } from './tableHeadings.ts';
import { isNothing, readAccuracy, readCost, readCrop, readInput, readTime, readWhole } from './tableNumbers.ts';
import { macsOfFlops } from '../units.ts';

/** What each column of a table means; undefined for one that means nothing known. */
export type TableColumns = readonly (TableColumn | undefined)[];

export interface TableTime {
	readonly ms: number;
	readonly printed: string;
	readonly device: string;
	readonly precision?: Measurement['precision'];
}

/** The cells with words that say something. */
export type TableTexts = Readonly<Partial<Record<TextKind, TableCell>>>;

/** What the cells of one row say, each in the unit of the records. What a cell says wrongly is left out and reported. */
export interface TableValues {
	readonly texts: TableTexts;
	readonly input?: readonly [number, number] | undefined;
	readonly cropPct?: number | undefined;
	readonly batch?: number | undefined;
	readonly threads?: number | undefined;
	readonly figures: readonly TableFigure[];
	readonly times: readonly TableTime[];
}

type Numbers = { -readonly [K in 'input' | 'cropPct' | 'batch' | 'threads']?: TableValues[K] };

export interface TableFigure extends Pick<Figure, 'kind' | 'value' | 'convention'> {
	/** The number as it is printed, or where in the file it is. */
	readonly printed: string | TextRange;
}

export interface CellContext {
	readonly devices: DeviceNames;
	/** Whether a comma can only stand between thousands. */
	readonly commas: boolean;
	report(cell: TableCell, message: string): void;
}

export function readTableRow(cells: readonly TableCell[], columns: TableColumns, context: CellContext): TableValues {
	const texts: Partial<Record<TextKind, TableCell>> = {};
	const numbers: Numbers = {};
	const figures: TableFigure[] = [];
	const timed: TimeCell[] = [];
	const take = <T>(cell: TableCell, read: T | string | undefined): T | undefined => {
		if (typeof read !== 'string') return read;
		context.report(cell, read);
		return undefined;
	};
	for (let index = 0; index < columns.length; index++) {
		const column = columns[index];
		const cell = cells[index];
		if (!column || !cell) continue;
		switch (column.kind) {
			case 'input':
				numbers.input = take(cell, readInput(cell));
				break;
			case 'cropPct':
				numbers.cropPct = take(cell, readCrop(cell));
				break;
			case 'batch':
			case 'threads':
				numbers[column.kind] = take(cell, readWhole(cell.text));
				break;
			case 'latency':
				if (!isNothing(cell.text)) timed.push({ column, cell });
				break;
			case 'top1':
			case 'top5':
			case 'macs':
			case 'params':
			case 'activations':
			case 'bytes': {
				const figure = readFigure(column, cell, context);
				if (figure) figures.push(figure);
				break;
			}
			default:
				if (!isNothing(cell.text)) texts[column.kind] = cell;
		}
	}
	return {
		texts,
		...numbers,
		figures: withoutSlips(figures, cells, columns, context),
		times: timed.flatMap(time => readTimes(time, texts.device, context)),
	};
}

export type FigureColumn = Extract<TableColumn, { readonly kind: Figure['kind'] }>;

export function isFigureColumn(column: TableColumn): column is FigureColumn {
	switch (column.kind) {
		case 'top1':
		case 'top5':
		case 'macs':
		case 'params':
		case 'activations':
		case 'bytes':
			return true;
		default:
			return false;
	}
}

function readFigure(column: FigureColumn, cell: TableCell, context: CellContext): TableFigure | undefined {
	const { kind } = column;
	const read =
		'isError' in column
			? readAccuracy(cell, column.isError, context)
			: readCost(cell, column.kind, column.factor, context);
	if (!read) return undefined;
	if ('problem' in read) {
		context.report(cell, read.problem);
		return undefined;
	}
	const { value } = read;
	const printed = read.printed ?? cell.range ?? cell.text;
	const isFlops = 'isFlops' in read ? read.isFlops : 'isFlops' in column && column.isFlops;
	if (isFlops !== true) return { kind, value, printed };
	return { kind, value: macsIn(value), printed, convention: '2x-macs' };
}

/** Whole multiply-accumulates of a count of FLOPs. */
export function macsIn(flops: number): number {
	return Math.max(1, Math.round(macsOfFlops(flops)));
}

/** Columns that slipped: the right class is at least as often among five as first. */
function withoutSlips(
	figures: readonly TableFigure[],
	cells: readonly TableCell[],
	columns: TableColumns,
	context: CellContext,
): readonly TableFigure[] {
	const top1 = figures.find(({ kind }) => kind === 'top1');
	const top5 = figures.find(({ kind }) => kind === 'top5');
	if (!top1 || !top5 || top1.value <= top5.value) return figures;
	const cell = cells[columns.findIndex(column => column?.kind === 'top1')];
	if (cell) context.report(cell, 'top-1 is above top-5, so neither is taken');
	return figures.filter(figure => figure !== top1 && figure !== top5);
}

type LatencyColumn = Extract<TableColumn, { readonly kind: 'latency' }>;

interface TimeCell {
	readonly column: LatencyColumn;
	readonly cell: TableCell;
}

function readTimes(
	{ column, cell }: TimeCell,
	deviceCell: TableCell | undefined,
	context: CellContext,
): readonly TableTime[] {
	if (column.device !== undefined) return timeOn(column.device, cell, column, cell, context);
	if (deviceCell) {
		const device = deviceNamed(context.devices, deviceCell.text);
		if (device !== undefined) return timeOn(device, cell, column, cell, context);
		context.report(deviceCell, unknownDevice);
		return [];
	}
	// `P1-78 P2-90`: a device with each time
	const pairs = cell.text
		.trim()
		.split(/[\s,;]+/)
		.slice(0, 50);
	return pairs.flatMap(pair => {
		const [, name, time] = /^(.{1,60}?)[-:=@](\d[\d.]*(?:ms|s)?)$/i.exec(pair) ?? [];
		const device = name === undefined ? undefined : deviceNamed(context.devices, name);
		if (device !== undefined && time !== undefined) return timeOn(device, { text: time }, column, cell, context);
		context.report(cell, unknownDevice);
		return [];
	});
}

const unknownDevice =
	'no device of the catalog; expected its name in the heading such as "Pixel 3 (ms)", in a column device, or in the cell as P3-61.3';

function timeOn(
	device: string,
	written: TableCell,
	{ factor, precision }: LatencyColumn,
	cell: TableCell,
	context: CellContext,
): readonly TableTime[] {
	const read = readTime(written, factor, context);
	if (read && 'value' in read) {
		const printed = read.printed ?? written.text;
		return [{ ms: read.value, printed, device, ...(precision && { precision }) }];
	}
	if (read) context.report(cell, read.problem);
	return [];
}
