import { parseHostMessage } from '../../../src/comparison/parseHostMessage.ts';

/** What a page of the benchmark says of rows that it can use. */
interface Received {
	readonly rows: number;
	/** Sum of their MACs. */
	readonly macs: number;
	readonly lastId: string;
}

declare function acquireVsCodeApi(): { postMessage(message: Received | 'ready'): void };

const editor = acquireVsCodeApi();

window.addEventListener('message', ({ data }) => {
	const message = parseHostMessage(data);
	if (message?.type === 'show') editor.postMessage(ofColumns(message.snapshot));
	else if (isRows(data)) editor.postMessage(ofRows(data));
});
editor.postMessage('ready');

function ofColumns({ rows, ids, numbers }: Extract<ReturnType<typeof parseHostMessage>, { type: 'show' }>['snapshot']) {
	return { rows, macs: numbers.macs.values.reduce((sum, macs) => sum + macs, 0), lastId: ids.at(rows - 1) ?? '' };
}

function ofRows(rows: readonly { readonly id: string; readonly macs: number }[]): Received {
	return { rows: rows.length, macs: rows.reduce((sum, { macs }) => sum + macs, 0), lastId: rows.at(-1)?.id ?? '' };
}

/** The peer trusts what arrives. */
function isRows(data: unknown): data is readonly { readonly id: string; readonly macs: number }[] {
	return Array.isArray(data);
}
