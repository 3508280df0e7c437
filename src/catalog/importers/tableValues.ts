import type { Figure, Measurement } from '../records.ts';
import type { TableCell } from './tableCells.ts';
import { deviceNamed, type DeviceNames, type TableColumn, type TextKind } from './tableHeadings.ts';
import { isNothing, readAccuracy, readCost, readCrop, readInput, readTime, readWhole } from './tableNumbers.ts';
import { macsOfFlops } from '../units.ts';

export interface ReadCell {
	readonly column: TableColumn;
	readonly cell: TableCell;
}

export interface TableTime {
	readonly ms: number;
	readonly printed: string;
	readonly device: string;
	readonly precision?: Measurement['precision'];
}

/** What the cells of one row say, each in the unit of the records. What a cell says wrongly is left out and reported. */
export interface TableValues {
	readonly texts: ReadonlyMap<TextKind, TableCell>;
	readonly input?: readonly [number, number] | undefined;
	readonly cropPct?: number | undefined;
	readonly batch?: number | undefined;
	readonly threads?: number | undefined;
	readonly figures: readonly TableFigure[];
	readonly times: readonly TableTime[];
}

type Numbers = { -readonly [K in 'input' | 'cropPct' | 'batch' | 'threads']?: TableValues[K] };

export type TableFigure = Pick<Figure, 'kind' | 'value' | 'printed' | 'convention'>;

export interface CellContext {
	readonly devices: DeviceNames;
	/** Whether a comma can only stand between thousands. */
	readonly commas: boolean;
	report(cell: TableCell, message: string): void;
}

export function readTableRow(cells: readonly ReadCell[], context: CellContext): TableValues {
	const texts = new Map<TextKind, TableCell>();
	const numbers: Numbers = {};
	const figures: TableFigure[] = [];
	const times: ReadCell[] = [];
	const take = <T>(cell: TableCell, read: T | string | undefined): T | undefined => {
		if (typeof read !== 'string') return read;
		context.report(cell, read);
		return undefined;
	};
	for (const { column, cell } of cells) {
		switch (column.kind) {
			case 'input':
				numbers.input = take(cell, readInput(cell.text));
				break;
			case 'cropPct':
				numbers.cropPct = take(cell, readCrop(cell.text));
				break;
			case 'batch':
			case 'threads':
				numbers[column.kind] = take(cell, readWhole(cell.text));
				break;
			case 'latency':
				if (!isNothing(cell.text)) times.push({ column, cell });
				break;
			case 'top1':
			case 'top5':
			case 'macs':
			case 'params':
			case 'activations':
			case 'bytes':
				figures.push(...readFigure(column, cell, context));
				break;
			default:
				if (!isNothing(cell.text)) texts.set(column.kind, cell);
		}
	}
	return {
		texts,
		...numbers,
		figures: withoutSlips(figures, cells, context),
		times: times.flatMap(time => readTimes(time, texts.get('device'), context)),
	};
}

type FigureColumn = Extract<TableColumn, { readonly kind: Figure['kind'] }>;

function readFigure(column: FigureColumn, cell: TableCell, context: CellContext): readonly TableFigure[] {
	if ('isError' in column) {
		const read = readAccuracy(cell.text, column.isError, context);
		if (read && 'value' in read) return [{ kind: column.kind, ...read }];
		if (read) context.report(cell, read.problem);
		return [];
	}
	const { kind, factor, isFlops = false } = column;
	const read = readCost(cell.text, kind, factor, context);
	if (!read) return [];
	if ('problem' in read) {
		context.report(cell, read.problem);
		return [];
	}
	const { value, printed } = read;
	if (!(read.isFlops ?? isFlops)) return [{ kind, value, printed }];
	return [{ kind, value: Math.max(1, Math.round(macsOfFlops(value))), printed, convention: '2x-macs' }];
}

/** Columns that slipped: the right class is at least as often among five as first. */
function withoutSlips(
	figures: readonly TableFigure[],
	cells: readonly ReadCell[],
	context: CellContext,
): readonly TableFigure[] {
	const top1 = figures.find(({ kind }) => kind === 'top1');
	const top5 = figures.find(({ kind }) => kind === 'top5');
	if (!top1 || !top5 || top1.value <= top5.value) return figures;
	const cell = cells.find(({ column }) => column.kind === 'top1')?.cell;
	if (cell) context.report(cell, 'top-1 is above top-5, so neither is taken');
	return figures.filter(figure => figure !== top1 && figure !== top5);
}

type LatencyColumn = Extract<TableColumn, { readonly kind: 'latency' }>;

function readTimes(
	{ column, cell }: ReadCell,
	deviceCell: TableCell | undefined,
	context: CellContext,
): readonly TableTime[] {
	if (column.kind !== 'latency') return [];
	if (column.device !== undefined) return timeOn(column.device, cell.text, column, cell, context);
	if (deviceCell) {
		const device = deviceNamed(context.devices, deviceCell.text);
		if (device !== undefined) return timeOn(device, cell.text, column, cell, context);
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
		if (device !== undefined && time !== undefined) return timeOn(device, time, column, cell, context);
		context.report(cell, unknownDevice);
		return [];
	});
}

const unknownDevice =
	'no device of the catalog; expected its name in the heading such as "Pixel 3 (ms)", in a column device, or in the cell as P3-61.3';

function timeOn(
	device: string,
	text: string,
	{ factor, precision }: LatencyColumn,
	cell: TableCell,
	context: CellContext,
): readonly TableTime[] {
	const read = readTime(text, factor, context);
	if (read && 'value' in read) {
		return [{ ms: read.value, printed: read.printed, device, ...(precision && { precision }) }];
	}
	if (read) context.report(cell, read.problem);
	return [];
}
