import { columnIds, type ColumnId } from './columns.ts';
import { costMetrics, verdicts, type CostMetric, type RowVerdict } from './comparisonSnapshot.ts';

/** How a person has set the page up. Kept by the editor over hiding and reload; the data themselves are not part of it. */
export interface PageState {
	readonly version: 1;
	readonly sort: { readonly column: ColumnId; readonly descending: boolean };
	readonly filterText: string;
	/** Verdicts to show; empty shows all. */
	readonly verdictFilter: readonly RowVerdict[];
	readonly frontierOnly: boolean;
	readonly axis: CostMetric;
	/** First visible row of the table, from 0. */
	readonly topRow: number;
	/** Candidate whose row the keyboard is on. */
	readonly activeId?: string;
	readonly activeColumn: ColumnId;
}

export const initialPageState: PageState = {
	version: 1,
	sort: { column: 'top1', descending: true },
	filterText: '',
	verdictFilter: [],
	frontierOnly: false,
	axis: 'macs',
	topRow: 0,
	activeColumn: 'name',
};

const maxTextLength = 500;

/** What was stored, field by field; a field that is missing or damaged gets its initial value. Never throws. */
export function parsePageState(stored: unknown): PageState {
	if (!isRecord(stored) || stored['version'] !== 1) return initialPageState;
	const initial = initialPageState;
	const sort = isRecord(stored['sort']) ? stored['sort'] : {};
	const sortColumn = oneOf(columnIds, sort['column']);
	const topRow = stored['topRow'];
	const activeId = shortText(stored['activeId']);
	return {
		version: 1,
		sort: sortColumn ? { column: sortColumn, descending: sort['descending'] === true } : initial.sort,
		filterText: shortText(stored['filterText']) ?? initial.filterText,
		verdictFilter: verdictsIn(stored['verdictFilter']),
		frontierOnly: stored['frontierOnly'] === true,
		axis: oneOf(costMetrics, stored['axis']) ?? initial.axis,
		topRow: typeof topRow === 'number' && Number.isSafeInteger(topRow) && topRow >= 0 ? topRow : initial.topRow,
		...(activeId === undefined || activeId === '' ? {} : { activeId }),
		activeColumn: oneOf(columnIds, stored['activeColumn']) ?? initial.activeColumn,
	};
}

function verdictsIn(stored: unknown): RowVerdict[] {
	return Array.isArray(stored) ? verdicts.filter(verdict => stored.includes(verdict)) : [];
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
	return allowed.find(each => each === value);
}

function shortText(value: unknown): string | undefined {
	return typeof value === 'string' && value.length <= maxTextLength ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
