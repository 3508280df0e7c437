import { macsOfFlops } from '../catalog/units.ts';
import type { ComparisonSnapshot, SnapshotLimit } from '../comparison/comparisonSnapshot.ts';
import { canJudge, withFurtherLimit, withLimit } from '../comparison/movedLimit.ts';
import { shownAxes, shownPair, type AxisPair, type PlotAxis } from '../comparison/plotAxes.ts';
import { pairFrontier } from '../comparison/plotFrontier.ts';
import { plotGroups, type PlotGroups } from '../comparison/plotGroups.ts';
import { isSameWindow, type PlotWindow } from '../comparison/plotWindow.ts';
import type { PageState } from '../comparison/pageState.ts';
import type { PageModel } from './pageModel.ts';
import { remembered } from './remembered.ts';

/** The host is asked at most so often while a limit moves that it alone can judge, in ms. */
const hostPause = 150;

/** What the plot shows of the page's data, and how a person changes that. */
export class PlotSetup {
	private readonly frontierOf = remembered((snapshot: ComparisonSnapshot, x: PlotAxis, y: PlotAxis): Uint32Array =>
		pairFrontier(snapshot, { x, y }),
	);
	private readonly groupsOf = remembered(plotGroups);
	private asking: ReturnType<typeof setTimeout> | undefined;
	/** Whether a limit was moved and is not kept yet. */
	private isMoved = false;

	constructor(private readonly model: PageModel) {}

	/** Axes with a value to show. */
	offered(): readonly PlotAxis[] {
		const { snapshot } = this.model;
		return snapshot ? shownAxes(snapshot) : [];
	}

	axes(): AxisPair {
		const { snapshot, state } = this.model;
		return snapshot ? shownPair(snapshot, { x: state.xAxis, y: state.yAxis }) : { x: 'macs', y: 'top1' };
	}

	/** Puts a value on one axis; what stood there goes to the other where it was on that one. */
	choose(side: keyof AxisPair, axis: PlotAxis): void {
		const { x, y } = this.axes();
		if (side === 'x') this.model.setUp({ xAxis: axis, yAxis: axis === y ? x : y });
		else this.model.setUp({ yAxis: axis, xAxis: axis === x ? y : x });
	}

	/** Rows of the frontier of all candidates on the axes, from left to right. */
	frontier(): Uint32Array {
		const { snapshot } = this.model;
		const { x, y } = this.axes();
		return snapshot ? this.frontierOf(snapshot, x, y) : new Uint32Array();
	}

	groups(): PlotGroups {
		const { snapshot, state } = this.model;
		return snapshot
			? this.groupsOf(snapshot, state.grouping)
			: { names: [], codes: new Uint8Array(), hasOthers: false };
	}

	/** The part of the plot that is shown; undefined for all of it. */
	window(): PlotWindow | undefined {
		const { zoom } = this.model.state;
		const { x, y } = this.axes();
		return zoom?.x === x && zoom.y === y && zoom.task === this.model.snapshot?.task ? zoom.window : undefined;
	}

	/** The state with another part of the plot. */
	zoomed(window: PlotWindow | undefined, whole?: PlotWindow): PageState {
		const task = this.model.snapshot?.task;
		const { zoom, ...state } = this.model.state;
		const isPart = window && !(whole && isSameWindow(window, whole));
		if (isPart && task) return { ...state, zoom: { ...this.axes(), task, window } };
		return zoom ? state : this.model.state;
	}

	/** Shows what a limit at another value of its axis would do. Nothing is kept before `keepLimits`. */
	previewLimit(index: number, value: number): void {
		const metric = this.model.received?.budget.limits[index]?.metric;
		if (metric) this.moveLimit(index, this.inRecords(metric, value));
	}

	/** The same with a value in the unit of a budget. */
	moveLimit(index: number, value: number): void {
		const { received } = this.model;
		if (!received) return;
		const moved = withLimit(received, index, value);
		this.isMoved = true;
		this.model.preview(moved);
		if (canJudge(moved)) return;
		this.asking ??= setTimeout(() => {
			this.keepLimits();
		}, hostPause);
	}

	/** Makes the limits that are shown the budget, where one was moved since. */
	keepLimits(): void {
		const { snapshot } = this.model;
		if (this.isMoved && snapshot) this.model.setBudget(snapshot.budget.text);
	}

	/** A budget that is set otherwise is newer than what was moved before, however late that would be kept. */
	dropMoves(): void {
		clearTimeout(this.asking);
		this.asking = undefined;
		this.isMoved = false;
	}

	/** Puts one more limit into the budget. */
	addLimit(metric: SnapshotLimit['metric'], value: number): void {
		const { received } = this.model;
		if (received) this.model.setBudget(withFurtherLimit(received, metric, this.inRecords(metric, value)));
	}

	/** A value that is shown, in the unit that budgets and records have: FLOPs may be shown, MACs are kept. */
	private inRecords(metric: SnapshotLimit['metric'], value: number): number {
		return metric === 'macs' && this.model.state.flops ? macsOfFlops(value) : value;
	}
}
