import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate, Measurement } from '../catalog/records.ts';
import { sameInput } from '../catalog/shownFigure.ts';
import { defaultRun, isInScope, isOfRun, type RunScope } from './devices.ts';

export interface LatencyQuery extends RunScope {
	/** Device id. */
	readonly device: string;
}

export interface ShownLatency {
	/** Milliseconds of one image. */
	readonly ms: number;
	readonly measurement: Measurement;
	/** Other measurements of the same run, newest source first. */
	readonly others: readonly Measurement[];
}

/**
 * The latency of a candidate on a device: of its model at its input size, one image at a time, in the device's default
 * run unless `query.precision` names another; the newest source first.
 */
export function shownLatency(catalog: Catalog, candidate: Candidate, query: LatencyQuery): ShownLatency | undefined {
	return latencyLookup(catalog, query)(candidate);
}

/** `shownLatency` for many candidates: what the query means is found out once. */
export function latencyLookup(
	catalog: Catalog,
	query: LatencyQuery,
): (candidate: Candidate) => ShownLatency | undefined {
	const run = defaultRun(catalog, query.device, query);
	if (!run) return () => undefined;
	return candidate => {
		const measured = catalog
			.measurementsOf(candidate.model)
			.filter(
				measurement =>
					measurement.device === query.device &&
					isInScope(measurement, query) &&
					isOfRun(measurement, run) &&
					sameInput(measurement.input, candidate.input),
			);
		const [newest, ...others] = newestFirst(catalog, measured);
		return newest && { ms: newest.ms, measurement: newest, others };
	};
}

function newestFirst(catalog: Catalog, measurements: readonly Measurement[]): readonly Measurement[] {
	const dateOf = (measurement: Measurement): string => catalog.sourceById.get(measurement.source)?.date ?? '';
	return measurements.toSorted((a, b) => {
		const [dateA, dateB] = [dateOf(a), dateOf(b)];
		if (dateA === dateB) return 0;
		return dateA > dateB ? -1 : 1;
	});
}
