import type { PageState } from '../comparison/pageState.ts';
import type { PageHost } from './pageHost.ts';

/** How long the page waits for further changes before it stores how it is set up, in ms. */
const pause = 150;

/** Stores how the page is set up, for the editor to give back after a reload or a restart. */
export class StateKeeper {
	private waiting: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly host: PageHost,
		private readonly state: () => PageState,
	) {}

	keep(): void {
		clearTimeout(this.waiting);
		const state = this.state();
		this.host.setState(state);
		this.host.postMessage({ type: 'stateChanged', state: JSON.stringify(state) });
	}

	keepSoon(): void {
		clearTimeout(this.waiting);
		this.waiting = setTimeout(() => {
			this.keep();
		}, pause);
	}
}
