import * as z from 'zod';
import type { LatencyNames } from '../../../src/catalog/importers/latencyNames.ts';
import type { RejectedRow } from '../../../src/catalog/importers/publicTable.ts';
import { readData } from '../shippedData.ts';

const texts = z.record(z.string(), z.string());
const mappingSchema = z.strictObject({ source: z.string(), models: texts, leftOut: texts, devices: texts });

export interface MappedNames extends LatencyNames {
	/** The rows with the reason of the mapping for those that it leaves out. */
	readonly explain: (rejected: readonly RejectedRow[]) => readonly RejectedRow[];
}

/** What `data/mapping/<name>.json` says of the models and devices of a latency table. */
export function readLatencyNames(name: string): MappedNames {
	const { source, models, leftOut, devices } = mappingSchema.parse(JSON.parse(readData(`mapping/${name}.json`)));
	const reasons = new Map(Object.entries(leftOut));
	return {
		source,
		modelOf: new Map(Object.entries(models)),
		deviceOf: new Map(Object.entries(devices)),
		explain: rejected => rejected.map(row => ({ ...row, reason: reasons.get(row.name) ?? row.reason })),
	};
}
