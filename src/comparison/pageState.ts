import { tasks, type Task } from '../catalog/records.ts';
import { columnIds, type ColumnId } from './columns.ts';
import { columnWidths, mostPinnedColumns } from './columnLayout.ts';
import { verdicts, type RowVerdict } from './comparisonSnapshot.ts';
import { isRecord } from './isRecord.ts';
import { plotAxes, type AxisPair, type PlotAxis } from './plotAxes.ts';
import { groupings, type Grouping } from './plotGroups.ts';
import type { PlotWindow } from './plotWindow.ts';

/** How a person has set the page up. Kept by the editor over hiding and reload; the data themselves are not part of it. */
export interface PageState {
	readonly version: 1;
	/** What rows are sorted by; each key orders those that are equal in the one before. */
	readonly sort: readonly SortKey[];
	readonly filterText: string;
	/** Verdicts to show; empty shows all. */
	readonly verdictFilter: readonly RowVerdict[];
	readonly frontierOnly: boolean;
	/** Axes of the plot; without `yAxis` the accuracy of the task. */
	readonly xAxis: PlotAxis;
	readonly yAxis?: PlotAxis;
	/** What the points are told apart by. */
	readonly grouping: Grouping;
	/** First visible row of the table, from 0. */
	readonly topRow: number;
	/** Candidate whose row the keyboard is on. */
	readonly activeId?: string;
	readonly activeColumn: ColumnId;
	/** Columns that are not shown although they have values. */
	readonly hiddenColumns: readonly ColumnId[];
	/** Columns in the order that a person gave them; those that it does not name stand where they do by default. */
	readonly columnOrder: readonly ColumnId[];
	/** Widths in px of columns that a person made wider or narrower. */
	readonly columnWidths: Readonly<Partial<Record<ColumnId, number>>>;
	/** Columns that stay beside the name while the others scroll. */
	readonly pinnedColumns: readonly ColumnId[];
	/** What rows are folded by. */
	readonly fold: RowFold;
	/** Models or families whose rows are all shown although they are folded. */
	readonly unfolded: readonly string[];
	/** Whether costs of computing are shown as FLOPs, two per multiply-accumulate. */
	readonly flops: boolean;
	/** Whether the pinned rows stand side by side in place of the table. */
	readonly sideBySide: boolean;
	/** Candidate that numbers of the others are compared with. */
	readonly baselineId?: string;
	/** The part of the plot that is shown, where it is not all. */
	readonly zoom?: PlotZoom;
}

/** Holds for two axes and the candidates of one task. */
export interface PlotZoom extends AxisPair {
	readonly task: Task;
	readonly window: PlotWindow;
}

export const rowFolds = ['none', 'model', 'family'] as const;
/** Whether each row stands for itself, or one for all of a model or a family. */
export type RowFold = (typeof rowFolds)[number];

export interface SortKey {
	readonly column: ColumnId;
	readonly descending: boolean;
}

/** Further keys would seldom find rows that are equal in all before. */
export const mostSortKeys = 3;

export const initialPageState: PageState = {
	version: 1,
	sort: [{ column: 'top1', descending: true }],
	filterText: '',
	verdictFilter: [],
	frontierOnly: false,
	xAxis: 'macs',
	grouping: 'none',
	topRow: 0,
	activeColumn: 'name',
	hiddenColumns: [],
	columnOrder: [],
	columnWidths: {},
	pinnedColumns: [],
	fold: 'none',
	unfolded: [],
	flops: false,
	sideBySide: false,
};

/** Longest filter in UTF-16 units. */
export const maxFilterLength = 2000;
const maxIdLength = 500;
/** More would be no folding. */
export const mostUnfolded = 50;

/** What was stored, field by field; a field that is missing or damaged gets its initial value. Never throws. */
export function parsePageState(stored: unknown): PageState {
	if (!isRecord(stored) || stored['version'] !== 1) return initialPageState;
	const initial = initialPageState;
	const sort = sortKeysIn(stored['sort']);
	const topRow = stored['topRow'];
	const activeId = shortText(stored['activeId']);
	const baselineId = shortText(stored['baselineId']);
	const yAxis = oneOf(plotAxes, stored['yAxis']);
	return {
		version: 1,
		sort: sort.length === 0 ? initial.sort : sort,
		filterText: shortText(stored['filterText'], maxFilterLength) ?? initial.filterText,
		verdictFilter: verdictsIn(stored['verdictFilter']),
		frontierOnly: stored['frontierOnly'] === true,
		xAxis: oneOf(plotAxes, stored['xAxis']) ?? initial.xAxis,
		...(yAxis && { yAxis }),
		grouping: oneOf(groupings, stored['grouping']) ?? initial.grouping,
		topRow: typeof topRow === 'number' && Number.isSafeInteger(topRow) && topRow >= 0 ? topRow : initial.topRow,
		...(activeId === undefined || activeId === '' ? {} : { activeId }),
		activeColumn: oneOf(columnIds, stored['activeColumn']) ?? initial.activeColumn,
		hiddenColumns: columnsIn(stored['hiddenColumns']),
		columnOrder: columnsIn(stored['columnOrder']),
		columnWidths: widthsIn(stored['columnWidths']),
		pinnedColumns: columnsIn(stored['pinnedColumns']).slice(0, mostPinnedColumns),
		fold: oneOf(rowFolds, stored['fold']) ?? initial.fold,
		unfolded: textsIn(stored['unfolded']).slice(-mostUnfolded),
		flops: stored['flops'] === true,
		sideBySide: stored['sideBySide'] === true,
		...(baselineId === undefined || baselineId === '' ? {} : { baselineId }),
		...zoomIn(stored['zoom']),
	};
}

/** The same of what the page gave the host. Never throws. */
export function readPageState(text: string): PageState {
	try {
		return parsePageState(JSON.parse(text));
	} catch {
		return initialPageState;
	}
}

function sortKeysIn(stored: unknown): SortKey[] {
	const keys = new Map<ColumnId, SortKey>();
	const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
	for (const key of list) {
		const column = isRecord(key) ? oneOf(columnIds, key['column']) : undefined;
		const descending = isRecord(key) && key['descending'] === true;
		if (column && !keys.has(column)) keys.set(column, { column, descending });
	}
	return [...keys.values()].slice(0, mostSortKeys);
}

/** The keys after a person chose a column: it alone, or behind the keys that there are. Chosen again it turns round. */
export function sortedBy(
	keys: readonly SortKey[],
	column: ColumnId,
	{ bestFirst, isFurther }: { readonly bestFirst: boolean; readonly isFurther: boolean },
): readonly SortKey[] {
	const known = keys.find(key => key.column === column);
	const isFirst = known !== undefined && known === keys[0];
	if (!isFurther) return [{ column, descending: isFirst ? !known.descending : bestFirst }];
	if (known) return keys.map(key => (key === known ? { column, descending: !key.descending } : key));
	return [...keys.slice(0, mostSortKeys - 1), { column, descending: bestFirst }];
}

function zoomIn(stored: unknown): { readonly zoom?: PlotZoom } {
	const window = isRecord(stored) ? stored['window'] : undefined;
	if (!isRecord(stored) || !isRecord(window)) return {};
	const [x, y, task] = [oneOf(plotAxes, stored['x']), oneOf(plotAxes, stored['y']), oneOf(tasks, stored['task'])];
	const [rangeX, rangeY] = [rangeIn(window['x']), rangeIn(window['y'])];
	const [logX, logY] = [window['logX'] === true, window['logY'] === true];
	if (!x || !y || !task || !rangeX || !rangeY) return {};
	if ((logX && rangeX[0] <= 0) || (logY && rangeY[0] <= 0)) return {};
	return { zoom: { x, y, task, window: { x: rangeX, y: rangeY, logX, logY } } };
}

function rangeIn(stored: unknown): readonly [number, number] | undefined {
	const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
	const [from, to] = list;
	const isRange = typeof from === 'number' && typeof to === 'number' && Number.isFinite(to - from) && from < to;
	return isRange ? [from, to] : undefined;
}

function verdictsIn(stored: unknown): RowVerdict[] {
	return Array.isArray(stored) ? verdicts.filter(verdict => stored.includes(verdict)) : [];
}

function columnsIn(stored: unknown): ColumnId[] {
	const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
	return [...new Set(list.flatMap(id => oneOf(columnIds, id) ?? []))];
}

function widthsIn(stored: unknown): Partial<Record<ColumnId, number>> {
	if (!isRecord(stored)) return {};
	const { min, max } = columnWidths;
	const widths = columnIds.flatMap((id): (readonly [ColumnId, number])[] => {
		const width = stored[id];
		return typeof width === 'number' && width >= min && width <= max ? [[id, width]] : [];
	});
	return Object.fromEntries(widths);
}

function textsIn(stored: unknown): string[] {
	const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
	return [...new Set(list.flatMap(text => shortText(text) ?? []))];
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
	return allowed.find(each => each === value);
}

function shortText(value: unknown, longest = maxIdLength): string | undefined {
	return typeof value === 'string' && value.length <= longest ? value : undefined;
}
