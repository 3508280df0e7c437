/** Which rows of a table of equally high rows are to be drawn. All lengths in px. */
export interface RowView {
	readonly scrollTop: number;
	/** Height of the part of the table that shows rows. */
	readonly height: number;
	readonly rowHeight: number;
	readonly rowCount: number;
}

export interface RowWindow {
	/** First row to draw. */
	readonly first: number;
	/** Row after the last one to draw. */
	readonly end: number;
}

/** The rows in view, and `overscan` more at either end so that a short scroll finds them drawn. */
export function rowWindow(view: RowView, overscan = 8): RowWindow {
	const { height, rowHeight, rowCount } = view;
	const scrollTop = clampScroll(view, view.scrollTop);
	const first = Math.floor(scrollTop / rowHeight) - overscan;
	const end = Math.ceil((scrollTop + height) / rowHeight) + overscan;
	return { first: Math.max(0, first), end: Math.max(0, Math.min(rowCount, end)) };
}

/** The nearest `scrollTop` at which `row` is wholly in view; the present one where it already is. */
export function scrollTopFor(view: RowView, row: number): number {
	const top = row * view.rowHeight;
	const bottom = top + view.rowHeight;
	const { scrollTop, height } = view;
	if (top < scrollTop || view.rowHeight > height) return clampScroll(view, top);
	return bottom > scrollTop + height ? clampScroll(view, bottom - height) : clampScroll(view, scrollTop);
}

/** Rows that one Page Down moves by: what is in view, less one to keep one's place. */
export function rowsPerPage(view: RowView): number {
	return Math.max(1, Math.floor(view.height / view.rowHeight) - 1);
}

function clampScroll({ height, rowHeight, rowCount }: RowView, scrollTop: number): number {
	return Math.min(Math.max(0, scrollTop), Math.max(0, rowCount * rowHeight - height));
}
