import { escapeUnseen } from '../plainText.ts';
import type { Figure, Measurement } from '../records.ts';
import type { ImportedTimes, LatencyNames } from './latencyNames.ts';
import { positiveNumber, printedSize } from './printed.ts';
import { emptyNameFault, readPublicTable, type PublicRow, type RejectedRow } from './publicTable.ts';

export interface HailoSpeeds extends ImportedTimes {
	/** Multiply-accumulates of a model, half of the printed operations; none twice. */
	readonly figures: readonly Figure[];
}

/**
 * Reads the speeds of Hailo's accelerators. Images per second are throughput, since the device works on several images at
 * once: each is kept as the time of its batch and never passes for latency, also where the batch is 1.
 */
export function importHailo(text: string, names: LatencyNames): HailoSpeeds {
	const required = ['hardware', 'precision', 'input_hwc', 'gops', ...speeds.keys()];
	const expected = 'a table of the Hailo Model Zoo';
	const table = readPublicTable(text, { name: 'model', required, expected, nameFault: emptyNameFault });
	const measurements: Measurement[] = [];
	const figures = new Map<string, Figure>();
	const rejected: RejectedRow[] = [...table.rejected];
	const seen = new Set<string>();
	for (const row of table.rows) {
		const speed = readSpeeds(row, names);
		const key = `${row.name}\n${row.cell('hardware')}`;
		if (typeof speed === 'string' || seen.has(key)) {
			const reason = typeof speed === 'string' ? speed : 'the same was measured in a row above';
			rejected.push({ line: row.line, name: escapeUnseen(row.name), reason });
			continue;
		}
		seen.add(key);
		measurements.push(...speed.measurements);
		const { figure } = speed;
		if (figure) figures.set(`${figure.of} ${figure.locator} ${figure.printed}`, figure);
	}
	return { measurements, figures: [...figures.values()], rejected };
}

/** Number of images per batch by column. */
const speeds = new Map([
	['fps_batch1', 1],
	['fps_batch8', 8],
]);

interface Speeds {
	readonly measurements: readonly Measurement[];
	readonly figure?: Figure;
}

function readSpeeds(row: PublicRow, { modelOf, deviceOf, source }: LatencyNames): Speeds | string {
	const { name } = row;
	const model = modelOf.get(name);
	if (model === undefined) return 'the model is not mapped to one of the catalog';
	const input = printedSize(row.cell('input_hwc'));
	if (!input) return 'input_hwc is no input of three channels, such as 224x224x3';
	const device = deviceOf.get(row.cell('hardware'));
	if (device === undefined) return `the device ${escapeUnseen(row.cell('hardware'))} is not known`;
	if (!/^int8\b/.test(row.cell('precision'))) return 'the precision is not int8';
	const locator = `row ${name}`;
	const measurements: Measurement[] = [];
	for (const [column, batch] of speeds) {
		const fps = positiveNumber(row.cell(column));
		if (fps === undefined) return `${column} is no number of images per second above 0`;
		measurements.push({
			...{ model, input, device, runtime: 'hailort', precision: 'int8', batch },
			...{ ms: Math.round((batch * 1e6) / fps) / 1000, printed: `${row.cell(column)} images/s` },
			...{ scope: 'batch-step', source, locator },
		});
	}
	const gops = positiveNumber(row.cell('gops'));
	if (gops === undefined) return { measurements };
	const figure: Figure = {
		...{ of: model, kind: 'macs', value: Math.round((gops * 1e9) / 2), printed: row.cell('gops') },
		...{ convention: '2x-macs', conditions: { input }, source, locator },
	};
	return { measurements, figure };
}
