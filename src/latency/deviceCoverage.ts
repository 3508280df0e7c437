import type { Catalog } from '../catalog/catalog.ts';
import { precisions, type Candidate, type Device, type Measurement } from '../catalog/records.ts';
import { candidatesIn, type CandidateFilter } from '../catalog/shownFigure.ts';
import { isInScope, type RunScope } from './defaultRun.ts';
import { measuredLookup } from './shownLatency.ts';

export interface DeviceCoverage {
	readonly device: Device;
	/** Number of candidates that have a latency in the default run of the device. */
	readonly candidates: number;
}

export interface PrecisionCoverage {
	readonly precision: Measurement['precision'];
	/** Number of candidates that have a latency in the default run of the device at this precision. */
	readonly candidates: number;
}

/** Devices with how many candidates each covers, most first, then by name. */
export function deviceCoverage(catalog: Catalog, filter: CandidateFilter = {}): readonly DeviceCoverage[] {
	const candidates = new Set(candidatesIn(catalog, filter));
	const { source } = filter;
	return catalog.devices
		.map(device => ({ device, candidates: countMeasured(catalog, candidates, device.id, { source }) }))
		.filter(coverage => coverage.candidates > 0)
		.sort((a, b) => b.candidates - a.candidates || (a.device.name < b.device.name ? -1 : 1));
}

/** The precisions in which a device was measured, with how many candidates each covers, most first. */
export function precisionCoverage(
	catalog: Catalog,
	deviceId: string,
	filter: CandidateFilter = {},
): readonly PrecisionCoverage[] {
	const candidates = new Set(candidatesIn(catalog, filter));
	return precisions
		.map(precision => {
			const scope = { precision, source: filter.source };
			return { precision, candidates: countMeasured(catalog, candidates, deviceId, scope) };
		})
		.filter(coverage => coverage.candidates > 0)
		.sort((a, b) => b.candidates - a.candidates);
}

function countMeasured(catalog: Catalog, candidates: ReadonlySet<Candidate>, device: string, scope: RunScope): number {
	const measuredOf = measuredLookup(catalog, { device, ...scope });
	const inScope = catalog.measurementsOn(device).filter(measurement => isInScope(measurement, scope));
	const models = new Set(inScope.map(({ model }) => model));
	return [...models]
		.flatMap(model => catalog.candidatesOf(model))
		.filter(candidate => candidates.has(candidate) && measuredOf(candidate).length > 0).length;
}
