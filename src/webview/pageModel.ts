import type { Task } from '../catalog/records.ts';
import { fixedColumns, placedColumns, type PlacedColumn } from '../comparison/columnLayout.ts';
import type { ColumnId } from '../comparison/columns.ts';
import { hasVerdicts, type ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { inFlops } from '../comparison/flopsSnapshot.ts';
import { foldTable, noRows, type ShownRows } from '../comparison/foldRows.ts';
import type { HostMessage, RowCommand, TableRequest } from '../comparison/pageMessage.ts';
import { parseHostMessage } from '../comparison/parseHostMessage.ts';
import { parsePageState, readPageState, sortedBy, type PageState } from '../comparison/pageState.ts';
import { RowIds } from '../comparison/rowIds.ts';
import { RowOrder } from '../comparison/rowOrder.ts';
import { shownColumns, type Column } from '../comparison/shownColumns.ts';
import { bestValues, placesOf, tableRows } from '../comparison/tableModel.ts';
import type { PageHost } from './pageHost.ts';
import { PlotSetup } from './plotSetup.ts';
import { remembered } from './remembered.ts';
import { StateKeeper } from './stateKeeper.ts';

/** Keyboard place in the table: a row index of the snapshot, or `header`. */
export type ActiveRow = number | 'header';

/** What all views share: the snapshot, how it is set up, and what follows from both. Views draw it and call back. */
export class PageModel {
	/** Undefined until the host has answered. */
	snapshot: ComparisonSnapshot | undefined;
	table: ShownRows = noRows;
	columns: readonly PlacedColumn[] = [];
	/** Columns that a person may hide, shown or not. */
	offered: readonly Column[] = [];
	/** Row that numbers are compared with. */
	baseline: number | undefined;
	best: ReturnType<typeof bestValues> | undefined;
	/** Row that the pointer or the plot's keyboard is on. */
	hoveredRow: number | undefined;
	state: PageState;

	readonly plot = new PlotSetup(this);

	/** As it came from the host: costs of computing are MACs. */
	received: ComparisonSnapshot | undefined;
	private readonly listeners = new Set<() => void>();
	private readonly hoverListeners = new Set<() => void>();
	private rowIds = new RowIds();
	/** Place among the shown rows of each row, -1 where it is not shown. */
	private positions = new Int32Array();
	private readonly order = new RowOrder();
	private isInHeader = false;
	private readonly bestOfAll = remembered((snapshot: ComparisonSnapshot) => bestValues(snapshot));
	private changeQueued = false;
	/** How often the selection was changed here. */
	private selectionChanges = 0;
	private hasOwnState: boolean;
	private readonly keeper: StateKeeper;

	constructor(private readonly host: PageHost) {
		const stored = host.getState();
		this.hasOwnState = stored !== undefined && stored !== null;
		this.state = parsePageState(stored);
		this.keeper = new StateKeeper(host, () => this.state);
	}

	/** Calls `listener` after each change, changes of one task together. */
	onChange(listener: () => void): void {
		this.listeners.add(listener);
	}

	ready(): void {
		this.host.postMessage({ type: 'ready' });
	}

	receive(raw: unknown): void {
		const message = parseHostMessage(raw);
		if (message) this.accept(message);
	}

	setUp(change: Partial<PageState>): void {
		this.state = { ...this.state, ...change };
		this.refresh();
		this.keeper.keepSoon();
	}

	/** Keeps the place of the table without drawing anything again. */
	keepTopRow(topRow: number): void {
		if (topRow === this.state.topRow) return;
		this.state = { ...this.state, topRow };
		this.keeper.keepSoon();
	}

	/** @param isFurther whether rows that are equal in the columns before are sorted by it. */
	sortBy(column: ColumnId, isFurther: boolean): void {
		const bestFirst = this.columns.find(({ id }) => id === column)?.better === 'higher';
		this.setUp({ sort: sortedBy(this.state.sort, column, { bestFirst, isFurther }), topRow: 0 });
	}

	/** Makes a row the one that the numbers of all others are compared with; the same row again ends that. */
	toggleBaseline(row: number): void {
		const { baselineId: before, ...state } = this.state;
		const id = this.snapshot?.ids.at(row);
		this.state = id === undefined || id === before ? state : { ...state, baselineId: id };
		this.refresh();
		this.keeper.keepSoon();
	}

	setBudget(text: string): void {
		this.plot.dropMoves();
		this.host.postMessage({ type: 'setBudget', text });
	}

	/** @param side in px, 0 for the input of each row. */
	setCostInput(side: number): void {
		this.host.postMessage({ type: 'setCostInput', side });
	}

	setLatencyDevice(device: string): void {
		this.host.postMessage({ type: 'setLatencyDevice', device });
	}

	setTask(task: Task): void {
		this.host.postMessage({ type: 'setTask', task });
	}

	toggleSelected(row: number): void {
		const selected = Array.from(this.received?.selection ?? []);
		this.selectHere(selected.includes(row) ? selected.filter(other => other !== row) : [...selected, row]);
	}

	/** Selects further rows behind those that are. */
	addSelected(rows: Iterable<number>): void {
		this.selectHere(new Set([...(this.received?.selection ?? []), ...rows]));
	}

	clearSelection(): void {
		this.selectHere([]);
	}

	/** Has the editor do something with the candidate of a row. */
	run(type: RowCommand, row: number): void {
		const candidateId = this.snapshot?.ids.at(row);
		if (candidateId !== undefined) this.host.postMessage({ type, candidateId });
	}

	copyText(text: string): void {
		this.host.postMessage({ type: 'copyText', text });
	}

	/** The pinned rows, else the active one. */
	copyRows(): void {
		const { snapshot, table } = this;
		if (!snapshot) return;
		const active = this.activeRow();
		const rows = table.pinned > 0 ? table.rows.subarray(0, table.pinned) : active === undefined ? [] : [active];
		if (rows.length > 0) this.host.postMessage({ type: 'copyRows', ...this.requestOf(rows) });
	}

	exportTable(): void {
		const { rows } = this.table;
		if (rows.length === 0) return;
		this.save(); // the host draws the plot of it
		this.host.postMessage({ type: 'export', ...this.requestOf(rows) });
	}

	/** Keeps the part of the plot that is shown; only the plot is drawn anew. */
	keepZoom(state: PageState): void {
		this.state = state;
		this.keeper.keepSoon();
	}

	/** Shows data that follow from the host's, until it answers. */
	preview(received: ComparisonSnapshot): void {
		this.received = received;
		this.refresh();
	}

	activate(row: ActiveRow, column: ColumnId): void {
		this.isInHeader = row === 'header';
		const id = row === 'header' ? this.state.activeId : this.snapshot?.ids.at(row);
		this.state = { ...this.state, activeColumn: column, ...(id === undefined ? {} : { activeId: id }) };
		this.keeper.keepSoon();
		this.redraw();
	}

	hover(row: number | undefined): void {
		if (row === this.hoveredRow) return;
		this.hoveredRow = row;
		for (const listener of this.hoverListeners) listener();
	}

	/** Calls `listener` when another row is hovered. */
	onHover(listener: () => void): void {
		this.hoverListeners.add(listener);
	}

	/** Whether the header has the keyboard, as it has where no row is shown. The active row is kept. */
	get headerActive(): boolean {
		return this.isInHeader || this.table.rows.length === 0;
	}

	/** The row that the keyboard is on; the first shown one where that row is not shown. */
	activeRow(): number | undefined {
		const row = this.rowIds.rowOf(this.state.activeId);
		return this.positionOf(row) === undefined ? this.table.rows[0] : row;
	}

	/** Place of a row among the shown ones, from 0; undefined where it is filtered out. */
	positionOf(row: number | undefined): number | undefined {
		const position = row === undefined ? undefined : this.positions[row];
		return position === -1 ? undefined : position;
	}

	/** Prepares for a sort by texts; false where nothing is left to do. */
	prepareNext(): boolean {
		return this.snapshot !== undefined && this.order.prepareNext(this.snapshot);
	}

	/** Stores at once how the page is set up. */
	save(): void {
		this.keeper.keep();
	}

	private accept(message: HostMessage): void {
		const isLate = message.afterChange < this.selectionChanges;
		const selected = isLate ? this.idsOf(this.received?.selection ?? []) : undefined;
		switch (message.type) {
			case 'show':
				if (message.state !== undefined && (message.replaces || !this.hasOwnState))
					this.state = readPageState(message.state);
				if (message.replaces) this.keeper.keepSoon();
				this.hasOwnState = true;
				this.received = message.snapshot;
				this.rowIds = new RowIds(message.snapshot.ids);
				this.hoveredRow = undefined;
				if (selected) this.select(this.rowsOf(selected));
				break;
			case 'select':
				if (!isLate) this.select(this.rowsOf(message.candidateIds));
				break;
			default:
				message satisfies never;
		}
		this.refresh();
	}

	private select(rows: Iterable<number>): void {
		if (!this.received) return;
		this.received = { ...this.received, selection: Uint32Array.from(rows) };
		this.refresh();
	}

	/** A change that a person makes in this page. */
	private selectHere(rows: Iterable<number>): void {
		if (!this.received) return;
		this.select(rows);
		this.selectionChanges++;
		const candidateIds = this.idsOf(this.received.selection);
		this.host.postMessage({ type: 'selectionChanged', candidateIds, change: this.selectionChanges });
	}

	private refresh(): void {
		const { received, state } = this;
		if (!received) return;
		const snapshot = state.flops ? inFlops(received) : received;
		this.snapshot = snapshot;
		const verdictFilter = hasVerdicts(snapshot) ? state.verdictFilter : [];
		const frontier = state.frontierOnly ? this.plot.frontier() : undefined;
		const query = { ...state, verdictFilter, frontier, pinned: new Set(snapshot.selection) };
		const before = this.table.rows;
		this.table = foldTable(snapshot, tableRows(snapshot, query, this.order), state.fold, state.unfolded);
		this.baseline = this.rowIds.rowOf(state.baselineId);
		const withValues = shownColumns(snapshot);
		this.offered = withValues.filter(({ id }) => !fixedColumns.includes(id));
		this.columns = placedColumns(withValues, state, this.baseline !== undefined);
		const { rows, pinned } = this.table;
		if (rows !== before) this.positions = placesOf(rows, snapshot.rows);
		const best = pinned >= 2 ? rows.subarray(0, pinned) : rows;
		this.best = best.length === snapshot.rows ? this.bestOfAll(snapshot) : bestValues(snapshot, best);
		this.redraw();
	}

	/** Has all views drawn anew, once for all changes of a task. */
	redraw(): void {
		if (this.changeQueued) return;
		this.changeQueued = true;
		queueMicrotask(() => {
			this.changeQueued = false;
			for (const listener of this.listeners) listener();
		});
	}

	private rowsOf(ids: readonly string[]): readonly number[] {
		return ids.flatMap(id => this.rowIds.rowOf(id) ?? []);
	}

	private idsOf(rows: Iterable<number>): string[] {
		return Array.from(rows, row => this.snapshot?.ids.at(row) ?? '').filter(id => id !== '');
	}

	private requestOf(rows: Iterable<number>): TableRequest {
		return { candidateIds: this.idsOf(rows), columns: this.columns.map(({ id }) => id), flops: this.state.flops };
	}
}
