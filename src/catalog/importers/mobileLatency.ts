import { escapeUnseen } from '../plainText.ts';
import type { Measurement, Precision } from '../records.ts';
import type { ImportedTimes } from './latencyNames.ts';
import { positiveNumber, positiveWhole } from './printed.ts';
import { emptyNameFault, readPublicTable, type PublicRow, type RejectedRow } from './publicTable.ts';

/** A document that rows of the table were read from. */
export interface MobileDocument {
	/** Source id. */
	readonly source: string;
	/** How the table's name of the document begins. */
	readonly where: string;
	/** Model id by the table's name of a model and its variant: the same name is another network in another document. */
	readonly modelOf: ReadonlyMap<string, string>;
	/** Runtime by the table's name of an accelerator. */
	readonly runtimeOf: ReadonlyMap<string, string>;
}

export interface MobileNames {
	readonly documents: readonly MobileDocument[];
	/** Device id by the table's name of a device. */
	readonly deviceOf: ReadonlyMap<string, string>;
	/** How the table's names of documents begin whose times are records written by hand. */
	readonly keptByHand: readonly string[];
}

const required = [
	...['variant', 'resolution', 'hardware', 'accelerator', 'precision'],
	...['batch', 'threads', 'latency_ms', 'source'],
];

const precisionOf: ReadonlyMap<string, Precision> = new Map([
	['float32', 'fp32'],
	['float16', 'fp16'],
	['int8', 'int8'],
]);

/**
 * Reads the table of times on phones. A row is the latency of one image; one of a larger batch, or without an input size,
 * gives no record, since neither could be compared with a budget.
 */
export function importMobileLatency(text: string, names: MobileNames): ImportedTimes {
	const expected = 'a table of times on phones';
	const table = readPublicTable(text, { name: 'model', required, expected, nameFault: emptyNameFault });
	const measurements: Measurement[] = [];
	const rejected: RejectedRow[] = [...table.rejected];
	for (const row of table.rows) {
		const time = readTime(row, names);
		if (typeof time !== 'string') measurements.push(time);
		else rejected.push({ line: row.line, name: escapeUnseen(nameOf(row)), reason: time });
	}
	return { measurements, rejected };
}

/** `EfficientNet-Lite lite0` */
function nameOf(row: PublicRow): string {
	return `${row.name} ${row.cell('variant')}`.trim();
}

function readTime(row: PublicRow, { documents, deviceOf, keptByHand }: MobileNames): Measurement | string {
	const from = row.cell('source');
	const document = documents.find(({ where }) => from.startsWith(where));
	if (!document) {
		const isKept = keptByHand.some(start => from.startsWith(start));
		return isKept
			? 'its document is read by hand, as far as its models and runs are known'
			: `the document ${escapeUnseen(from)} is not known`;
	}
	const name = nameOf(row);
	const model = document.modelOf.get(name);
	if (model === undefined) return 'the model is not mapped, or the document prints no input size of it';
	const side = positiveWhole(row.cell('resolution'));
	if (side === undefined) return 'resolution is no input size in px';
	const device = deviceOf.get(row.cell('hardware'));
	if (device === undefined) return `the device ${escapeUnseen(row.cell('hardware'))} is not known`;
	const runtime = document.runtimeOf.get(row.cell('accelerator'));
	if (runtime === undefined) return `the accelerator ${escapeUnseen(row.cell('accelerator'))} is not known`;
	const precision = precisionOf.get(row.cell('precision'));
	if (!precision) return 'the precision is none of float32, float16 and int8';
	if (row.cell('batch') !== '1') return 'the batch is not 1';
	const ms = positiveNumber(row.cell('latency_ms'));
	if (ms === undefined) return 'latency_ms is no number of milliseconds above 0';
	const threads = positiveWhole(row.cell('threads'));
	return {
		...{ model, input: [side, side], device, runtime, precision, batch: 1 },
		...(threads !== undefined && { threads }),
		...{ ms, printed: row.cell('latency_ms'), scope: 'single-image' },
		...{ source: document.source, locator: `row ${name}` },
	};
}
