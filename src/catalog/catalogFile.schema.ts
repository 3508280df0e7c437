import * as z from 'zod/mini';
import {
	candidateSchema,
	checkpointSchema,
	datasetSchema,
	date,
	deviceSchema,
	familySchema,
	figureSchema,
	measurementSchema,
	modelSchema,
	name,
	sourceSchema,
} from './records.schema.ts';

const inFigures = { conditions: true, printed: true, source: true, locator: true } as const;
const [accuracySchema, costSchema] = figureSchema.def.options;

/**
 * A whole catalog file as a person may write it, with everything optional that is filled in for them. It is for JSON
 * Schema: when a file is read, its rows are parsed one by one, so that a bad row never hides a good one.
 */
export const catalogFileSchema = z.strictObject({
	$schema: z.exactOptional(z.string()),
	version: z.exactOptional(name),
	date: z.exactOptional(date),
	families: z.exactOptional(z.array(z.partial(familySchema, { aliases: true, classSource: true }))),
	models: z.exactOptional(z.array(z.partial(modelSchema, { aliases: true }))),
	checkpoints: z.exactOptional(z.array(z.partial(checkpointSchema, { weightsLicence: true }))),
	candidates: z.exactOptional(z.array(z.omit(candidateSchema, { seedLine: true }))),
	figures: z.exactOptional(
		z.array(z.union([z.partial(accuracySchema, inFigures), z.partial(costSchema, inFigures)])),
	),
	measurements: z.exactOptional(
		z.array(z.partial(measurementSchema, { batch: true, scope: true, printed: true, source: true, locator: true })),
	),
	devices: z.exactOptional(z.array(z.partial(deviceSchema, { aliases: true }))),
	sources: z.exactOptional(z.array(z.partial(sourceSchema, { kind: true, licence: true }))),
	datasets: z.exactOptional(z.array(datasetSchema)),
});
