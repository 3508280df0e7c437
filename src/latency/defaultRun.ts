import type { Catalog } from '../catalog/catalog.ts';
import type { Measurement } from '../catalog/records.ts';

/** How a latency was measured; only measurements of one run are compared. */
export interface Run {
	readonly runtime: string;
	readonly precision: Measurement['precision'];
	readonly threads?: number;
}

/** Which measurements a run is chosen from. */
export interface RunScope {
	readonly precision?: string | undefined;
	/** Source id. */
	readonly source?: string | undefined;
}

/**
 * The run that a latency on a device means when nothing else is said: a published one before a person's own, fp32 on the
 * CPU where there is one, on the fewest threads, then the one with most measurements. Undefined where nothing was
 * measured image by image.
 */
export function defaultRun(catalog: Catalog, deviceId: string, scope: RunScope = {}): Run | undefined {
	const isCpu = catalog.deviceById.get(deviceId)?.kind === 'cpu';
	const runs = new Map<string, MeasuredRun>();
	for (const measurement of catalog.measurementsOn(deviceId)) {
		if (!isInScope(measurement, scope)) continue;
		const key = runKey(measurement);
		let found = runs.get(key);
		if (!found) {
			const plain = isPlainCpu(measurement, isCpu);
			found = { key, run: runOf(measurement), count: 0, published: false, plain };
			runs.set(key, found);
		}
		found.count += 1;
		found.published ||= catalog.sourceById.get(measurement.source)?.kind !== 'user';
	}
	return [...runs.values()].sort(compareRuns)[0]?.run;
}

interface MeasuredRun {
	readonly key: string;
	readonly run: Run;
	count: number;
	/** Whether it is fp32 on a CPU. */
	readonly plain: boolean;
	/** Whether anybody but the person measured it. */
	published: boolean;
}

/** Whether a measurement may enter a budget under `scope`: the time of one image. */
export function isInScope(measurement: Measurement, scope: RunScope): boolean {
	return (
		measurement.scope === 'single-image' &&
		(scope.precision === undefined || measurement.precision === scope.precision) &&
		(scope.source === undefined || measurement.source === scope.source)
	);
}

export function isOfRun(measurement: Measurement, run: Run): boolean {
	return (
		measurement.runtime === run.runtime &&
		measurement.precision === run.precision &&
		measurement.threads === run.threads
	);
}

function runOf({ runtime, precision, threads }: Measurement): Run {
	return threads === undefined ? { runtime, precision } : { runtime, precision, threads };
}

function runKey({ runtime, precision, threads }: Run): string {
	return `${runtime}/${precision}/${String(threads ?? '?')}`;
}

function compareRuns(a: MeasuredRun, b: MeasuredRun): number {
	return (
		Number(b.published) - Number(a.published) ||
		Number(b.plain) - Number(a.plain) ||
		threadsOf(a.run) - threadsOf(b.run) ||
		b.count - a.count ||
		compareText(a.key, b.key)
	);
}

function isPlainCpu({ runtime, precision }: Run, isCpu: boolean): boolean {
	return precision === 'fp32' && (isCpu || /(^|-)cpu(-|$)/.test(runtime));
}

/** An unknown number of threads may be any, so it stands after every known one. */
function threadsOf({ threads }: Run): number {
	return threads ?? Number.MAX_SAFE_INTEGER;
}

function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
