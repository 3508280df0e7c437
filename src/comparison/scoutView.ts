import type { Task } from '../catalog/records.ts';
import type { PageState } from './pageState.ts';

/** A comparison as a file holds it, to be opened again and given to others: what is asked, and how the page is set up. */
export interface ScoutView {
	readonly version: 1;
	readonly task?: Task | undefined;
	/** As a person wrote it. */
	readonly budget?: string | undefined;
	/** Id of the device of the latency column. */
	readonly latencyDevice?: string | undefined;
	/** Ids of the pinned candidates, in their order. */
	readonly selection: readonly string[];
	/** What is left out is as on a page that nobody set up. */
	readonly page: SavedPage;
}

/** How the page is set up, each field as it may be left out. */
export type SavedPage = { readonly [F in Exclude<keyof PageState, 'version'>]?: PageState[F] | undefined };

/** Ends the name of every such file. */
export const viewFileEnding = '.scout-view.json';

/** The file of a view, as a person reads and compares it. Ends with a line end. */
export function formatScoutView(view: ScoutView): string {
	return `${JSON.stringify(view, undefined, '\t')}\n`;
}
