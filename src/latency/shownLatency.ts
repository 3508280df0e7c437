import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate, Checkpoint, Measurement } from '../catalog/records.ts';
import { groupRecords } from '../catalog/recordGroups.ts';
import { sameInput } from '../catalog/shownFigure.ts';
import { defaultRun, isInScope, isOfRun, type RunScope } from './defaultRun.ts';

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
	const measuredOf = measuredLookup(catalog, query);
	return candidate => {
		const [newest, ...others] = newestFirst(catalog, measuredOf(candidate));
		return newest && { ms: newest.ms, measurement: newest, others };
	};
}

/** The measurements that are a candidate's latency under a query, in catalog order: what the query means is found out once. */
export function measuredLookup(
	catalog: Catalog,
	query: LatencyQuery,
): (candidate: Candidate) => readonly Measurement[] {
	const run = defaultRun(catalog, query.device, query);
	if (!run) return () => [];
	const measured = catalog
		.measurementsOn(query.device)
		.filter(measurement => isInScope(measurement, query) && isOfRun(measurement, run));
	const measurementsOf = groupRecords(
		() => measured,
		({ model }) => model,
	).of;
	return candidate => {
		const checkpoint = catalog.checkpointById.get(candidate.checkpoint ?? '');
		return measurementsOf(candidate.model).filter(
			measurement => sameInput(measurement.input, candidate.input) && isOfImplementation(measurement, checkpoint),
		);
	};
}

/**
 * Whether a time is of the network that a checkpoint loads. A time of another implementation in the same framework is not:
 * that one has, or lacks, a time of its own. Across frameworks, and for a published result, it is the time of the model.
 */
export function isOfImplementation({ implementation }: Measurement, checkpoint: Checkpoint | undefined): boolean {
	if (implementation === undefined || checkpoint === undefined) return true;
	const [framework, name] = splitAt(implementation, ':');
	return framework !== checkpoint.framework || name === splitAt(checkpoint.name, '.')[0];
}

function splitAt(text: string, mark: string): readonly [string, string] {
	const place = text.indexOf(mark);
	return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + mark.length)];
}

/** What a person measured stands after what was published. */
function newestFirst(catalog: Catalog, measurements: readonly Measurement[]): readonly Measurement[] {
	const graded = measurements.map(measurement => {
		const source = catalog.sourceById.get(measurement.source);
		return { measurement, own: source?.kind === 'user' ? 1 : 0, date: source?.date ?? '' };
	});
	graded.sort((a, b) => a.own - b.own || (a.date === b.date ? 0 : a.date > b.date ? -1 : 1));
	return graded.map(({ measurement }) => measurement);
}
