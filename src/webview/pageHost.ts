import type { PageMessage } from '../comparison/pageMessage.ts';

/** What the editor gives to a page. It can be acquired once. */
export interface PageHost {
	postMessage(message: PageMessage): void;
	/** What was last stored, also over a reload; it may be damaged. */
	getState(): unknown;
	setState(state: unknown): void;
}

/** What the script in the HTML of the page has got before the page's own script runs. */
interface EarlyPage {
	readonly editor: PageHost;
	/** The messages of the host so far, which whoever takes them receives from then on. */
	readonly take: () => readonly unknown[];
}

declare global {
	const modelScoutEarly: EarlyPage;
}
