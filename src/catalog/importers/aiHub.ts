import { escapeUnseen } from '../plainText.ts';
import type { Measurement, Precision } from '../records.ts';
import type { ImportedTimes, LatencyNames } from './latencyNames.ts';
import { positiveNumber, positiveWhole, printedSize } from './printed.ts';
import { emptyNameFault, readPublicTable, type PublicRow, type PublicTable } from './publicTable.ts';

/**
 * Reads the times of Qualcomm AI Hub, one image at a time on the NPU of a device. The input size of a model stands in the
 * table of models alone. A row whose network ran elsewhere than on the NPU is rejected: it is where the NPU did not take it.
 */
export function importAiHub(latencyText: string, modelsText: string, names: LatencyNames): ImportedTimes {
	const models = readHubTable(modelsText, ['input_resolution']);
	const times = readHubTable(latencyText, timeColumns);
	const inputs = new Map(models.rows.map(row => [row.name, printedSize(row.cell('input_resolution'))]));
	const measurements: Measurement[] = [];
	const rejected = [...models.rejected, ...times.rejected];
	const seen = new Set<string>();
	for (const row of times.rows) {
		const measurement = readTime(row, inputs, names);
		const key = keyColumns.map(column => row.cell(column)).join('\n');
		if (typeof measurement !== 'string' && !seen.has(key)) measurements.push(measurement);
		else {
			const reason = typeof measurement === 'string' ? measurement : 'the same was measured in a row above';
			rejected.push({ line: row.line, name: escapeUnseen(row.name), reason });
		}
		seen.add(key);
	}
	return { measurements, rejected };
}

function readHubTable(text: string, required: readonly string[]): PublicTable {
	const expected = 'a table of Qualcomm AI Hub';
	return readPublicTable(text, { name: 'model_id', required, expected, nameFault: emptyNameFault });
}

const keyColumns = ['model_id', 'precision', 'device', 'runtime'];
const timeColumns = [...keyColumns, 'latency_ms', 'primary_compute_unit', 'layers_total', 'layers_gpu', 'layers_cpu'];

/** The NPU computes in 16-bit floats or in integers, so `float` on it is fp16. `w8a16` has 8-bit weights, 16-bit activations. */
const precisionOf: ReadonlyMap<string, Precision> = new Map([
	['float', 'fp16'],
	['w8a8', 'int8'],
	['w8a16', 'w8a16'],
	['w8a8_mixed_int16', 'w8a8-mixed'],
	['w8a16_mixed_int16', 'w8a16-mixed'],
]);

const runtimes = ['tflite', 'qnn_dlc', 'onnx', 'qnn_context_binary', 'precompiled_qnn_onnx'];

function readTime(
	row: PublicRow,
	inputs: ReadonlyMap<string, readonly [number, number] | undefined>,
	{ modelOf, deviceOf, source }: LatencyNames,
): Measurement | string {
	const { name } = row;
	const unit = row.cell('primary_compute_unit');
	const model = modelOf.get(name);
	if (model === undefined) return 'the model is not mapped to one of the catalog';
	if (unit !== 'NPU') return `it ran on the ${escapeUnseen(unit)}, not on the NPU that the row is of`;
	const input = inputs.get(name);
	if (!input) return 'the table of models states no input size in px, such as 224x224';
	const device = deviceOf.get(row.cell('device'));
	if (device === undefined) return `the device ${escapeUnseen(row.cell('device'))} is not known`;
	const precision = precisionOf.get(row.cell('precision'));
	if (!precision) {
		const accepted = [...precisionOf.keys()].join(', ');
		return `the precision ${escapeUnseen(row.cell('precision'))} is not known; expected one of ${accepted}`;
	}
	const runtime = row.cell('runtime');
	if (!runtimes.includes(runtime)) {
		return `the runtime ${escapeUnseen(runtime)} is not known; expected one of ${runtimes.join(', ')}`;
	}
	const ms = positiveNumber(row.cell('latency_ms'));
	if (ms === undefined) return 'latency_ms is no number of milliseconds above 0';
	const note = fallbackNote(row);
	return {
		model,
		input,
		device,
		runtime: `${runtime.replaceAll('_', '-')}-npu`,
		precision,
		batch: 1,
		ms,
		printed: row.cell('latency_ms'),
		scope: 'single-image',
		source,
		locator: `${name}/perf.yaml`,
		...(note !== undefined && { note }),
	};
}

/** Says where some layers of a network on the NPU ran elsewhere. */
function fallbackNote(row: PublicRow): string | undefined {
	const elsewhere = (['gpu', 'cpu'] as const).flatMap(unit => {
		const layers = positiveWhole(row.cell(`layers_${unit}`));
		return layers === undefined ? [] : [`${layers} on the ${unit.toUpperCase()}`];
	});
	const total = positiveWhole(row.cell('layers_total'));
	if (elsewhere.length === 0 || total === undefined) return undefined;
	return `Of its ${total} layers ${elsewhere.join(' and ')}.`;
}
