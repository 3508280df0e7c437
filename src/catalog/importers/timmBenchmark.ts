import type { Figure, Measurement } from '../records.ts';
import type { TimmNames } from './timm.ts';
import { architectureOf, printedInput, printedNumber, readTimmTable } from './timmRows.ts';
import type { PublicRow, RejectedRow } from './publicTable.ts';

/** What a benchmark file says in its name alone. */
export interface TimmBenchmark extends TimmNames {
	/** Device id. */
	readonly device: string;
	/** Program and processor, such as `pytorch-dynamo`. */
	readonly runtime: string;
	readonly precision: Measurement['precision'];
	/** Source id of the counts of multiply-accumulates and activations, which do not depend on the device. */
	readonly costSource: string;
}

export interface TimmTimes {
	readonly measurements: readonly Measurement[];
	/** Multiply-accumulates and activations, none twice. */
	readonly figures: readonly Figure[];
	readonly rejected: readonly RejectedRow[];
}

/**
 * Reads a benchmark file. At batch 1 a row is the latency of one image; above, it is the time of a whole batch, printed
 * as the speed that timm reports, and never passes for latency.
 */
export function importTimmBenchmark(text: string, benchmark: TimmBenchmark): TimmTimes {
	const table = readTimmTable(text, [
		'infer_img_size',
		'infer_samples_per_sec',
		'infer_step_time',
		'infer_batch_size',
	]);
	const ownersOf = costOwners(benchmark);
	const measurements: Measurement[] = [];
	const figures: Figure[] = [];
	const rejected = [...table.rejected];
	const seen = new Set<string>();
	for (const row of table.rows) {
		const measurement = readTime(row, benchmark);
		const key = `${row.name}@${row.cell('infer_img_size')}`;
		if (typeof measurement === 'string' || seen.has(key)) {
			const reason =
				typeof measurement === 'string' ? measurement : 'this model at this size stands above already';
			rejected.push({ line: row.line, name: row.name, reason });
			continue;
		}
		seen.add(key);
		measurements.push(measurement);
		const owners = ownersOf(architectureOf(row.name), measurement.model);
		if (owners.length === 0) rejected.push({ line: row.line, name: row.name, reason: ownerless });
		for (const owner of owners) figures.push(...costFigures(row, owner, measurement, benchmark.costSource));
	}
	return { measurements, figures, rejected };
}

/**
 * Whose figure the cost of an architecture is: the model's where no other architecture is the same model, else each of
 * its checkpoints', since ports of a model can differ a little (the place of a stride).
 */
function costOwners({ modelOf, checkpoints }: TimmNames): (architecture: string, model: string) => readonly string[] {
	const shared = new Map<string, number>();
	for (const model of modelOf.values()) shared.set(model, (shared.get(model) ?? 0) + 1);
	const owners = new Map<string, string[]>();
	for (const name of checkpoints.keys()) {
		const architecture = architectureOf(name);
		const known = owners.get(architecture);
		if (known) known.push(`timm:${name}`);
		else owners.set(architecture, [`timm:${name}`]);
	}
	return (architecture, model) => ((shared.get(model) ?? 0) < 2 ? [model] : (owners.get(architecture) ?? []));
}

/** What a row says of time, or why it is rejected. */
function readTime(row: PublicRow, benchmark: TimmBenchmark): Measurement | string {
	const architecture = architectureOf(row.name);
	const model = benchmark.modelOf.get(architecture);
	if (model === undefined) return `the architecture ${architecture} is not mapped to a model`;
	const input = printedInput(row.cell('infer_img_size'));
	if (!input) return 'infer_img_size is no size in px; expected a whole number';
	const batch = printedNumber(row.cell('infer_batch_size'));
	if (!batch || !Number.isInteger(batch)) return 'infer_batch_size is no number of images';
	const ms = printedNumber(row.cell('infer_step_time'));
	const speed = printedNumber(row.cell('infer_samples_per_sec'));
	if (!ms || !speed) return 'infer_step_time or infer_samples_per_sec is no number above 0';
	const slip = (ms * speed) / (batch * 1000);
	if (slip < 0.75 || slip > 1.33) return 'infer_step_time does not fit infer_samples_per_sec and infer_batch_size';
	const { device, runtime, precision, source } = benchmark;
	return {
		model,
		input,
		device,
		runtime,
		implementation: `timm:${architecture}`,
		precision,
		batch,
		ms: batch === 1 ? ms : (1000 * batch) / speed,
		printed: batch === 1 ? row.cell('infer_step_time') : `${row.cell('infer_samples_per_sec')} images/s`,
		scope: batch === 1 ? 'single-image' : 'batch-step',
		source,
		locator: `row ${row.name}`,
	};
}

const ownerless =
	'the time is kept, the cost is nobody’s: no weights of this name are in the catalog, and its model has other implementations';

/** Below this many G or M two decimals are too coarse. */
const leastPrinted = 0.1;

function costFigures(row: PublicRow, of: string, { input }: Measurement, source: string): readonly Figure[] {
	const columns = [
		{ kind: 'macs', column: 'infer_gmacs', unit: 1e9 },
		{ kind: 'activations', column: 'infer_macts', unit: 1e6 },
	] as const;
	return columns.flatMap(({ kind, column, unit }): Figure[] => {
		const printed = row.cell(column);
		const value = printedNumber(printed);
		if (value === undefined || value < leastPrinted) return [];
		const about = { of, kind, value: Math.round(value * unit), printed };
		return [{ ...about, conditions: { input }, source, locator: `row ${row.name}` }];
	});
}
