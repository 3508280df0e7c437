import type { PageMessage } from '../comparison/pageMessage.ts';

/** What the editor gives to a page. It can be acquired once. */
export interface PageHost {
	postMessage(message: PageMessage): void;
	/** What was last stored, also over a reload; it may be damaged. */
	getState(): unknown;
	setState(state: unknown): void;
}

declare global {
	function acquireVsCodeApi(): PageHost;
}
