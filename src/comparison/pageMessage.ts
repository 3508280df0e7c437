import type { Task } from '../catalog/records.ts';
import type { ColumnId } from './columns.ts';
import type { ComparisonSnapshot } from './comparisonSnapshot.ts';

/** Page to host. Candidates are named by id, never by row: the host may hold newer data than the page shows. */
export type PageMessage =
	/** The page listens: nothing may be posted to it before. Answered by a `show`. */
	| { readonly type: 'listens' }
	/** Its script runs and takes what was posted. */
	| { readonly type: 'ready' }
	/**
	 * The whole selection after a change in the page, in the order in which the rows were selected.
	 * `change` counts these messages from 1, anew each time the page begins.
	 */
	| { readonly type: 'selectionChanged'; readonly candidateIds: readonly string[]; readonly change: number }
	/** Budget as typed, unparsed; answered by a `show` with verdicts or with the problem. */
	| { readonly type: 'setBudget'; readonly text: string }
	| { readonly type: 'setLatencyDevice'; readonly device: string }
	/** Side in px that MACs are counted at for all rows, 0 for the input of each; answered by a `show`. */
	| { readonly type: 'setCostInput'; readonly side: number }
	/** Answered by a `show` of the candidates of that task. */
	| { readonly type: 'setTask'; readonly task: Task }
	| RowMessage
	/** Rows for the clipboard with a line of headers, tab-separated, in this order. */
	| ({ readonly type: 'copyRows' } & TableRequest)
	/** The table as it is sorted and filtered; the host asks for the form. */
	| ({ readonly type: 'export' } & TableRequest)
	/** A text for the clipboard: models side by side as Markdown. */
	| { readonly type: 'copyText'; readonly text: string }
	/** How the page is set up, to be given back as it is. */
	| { readonly type: 'stateChanged'; readonly state: string };

/** What the host does with one candidate, each by the command of that name. */
export const rowCommands = [
	'insertSnippet',
	'insertConfigRecord',
	'showDetails',
	'openSource',
	'copyName',
	'copyAsMarkdown',
] as const;
export type RowCommand = (typeof rowCommands)[number];

type RowMessage = {
	[C in RowCommand]: { readonly type: C; readonly candidateId: string };
}[RowCommand];

export interface TableRequest {
	readonly candidateIds: readonly string[];
	readonly columns: readonly ColumnId[];
	/** Whether costs of computing are FLOPs, two per multiply-accumulate. */
	readonly flops: boolean;
}

/** In UTF-16 units: far above what a person can set up. */
export const maxStateLength = 40_000;

/**
 * Host to page. Each message is whole: one that is lost costs nothing once the next arrives. `afterChange` is the number of
 * the last change of the selection that the host had from the page, 0 before the first: a selection that does not know the
 * latest would take back what a person has just done.
 */
export type HostMessage =
	/** `state` is what the page gave last, used by one that has none of its own, as after a restart. */
	| {
			readonly type: 'show';
			readonly snapshot: ComparisonSnapshot;
			readonly afterChange: number;
			readonly state?: string;
			/** Whether `state` takes the place of what the page has of its own, as when a saved view is opened. */
			readonly replaces?: boolean;
	  }
	/** The selection changed elsewhere; ids that the page does not show are left out. */
	| { readonly type: 'select'; readonly candidateIds: readonly string[]; readonly afterChange: number };
