import * as z from 'zod';
import type { FrameworkNames, FrameworkRecords } from '../../../src/catalog/importers/frameworkRows.ts';
import { readData } from '../shippedData.ts';
import type { ImportedRecords } from './importStep.ts';

const costSchema = z.enum(['macs', 'params', 'bytes']);
const doubtSchema = z.enum(['unsourced', 'other-dataset', 'superseded', 'misprint']);
const specialSchema = z.strictObject({
	convention: z.enum(['convolutions-only', 'with-auxiliary-head', 'branches-merged']).exactOptional(),
	doubt: doubtSchema.exactOptional(),
	note: z.string().exactOptional(),
});
const notesSchema = z.strictObject({
	modelCosts: z.array(costSchema).exactOptional(),
	input: z.int().positive().exactOptional(),
	macsInput: z.int().positive().exactOptional(),
	pretrainedOn: z.string().exactOptional(),
	note: z.string().exactOptional(),
	accuracyNote: z.string().exactOptional(),
	countsMacs: z.boolean().exactOptional(),
	params: specialSchema.exactOptional(),
	macs: specialSchema.exactOptional(),
	leftOut: z.string().exactOptional(),
});
const mappingSchema = z.strictObject({
	models: z.record(z.string(), z.string()),
	notes: z.record(z.string(), notesSchema),
});

/** Reads `data/mapping/<name>.json`: the model of each name, and what is known of single rows. */
export function readFrameworkNames(name: string, source: string): FrameworkNames {
	const { models, notes } = mappingSchema.parse(JSON.parse(readData(`mapping/${name}.json`)));
	return { modelOf: new Map(Object.entries(models)), notes: new Map(Object.entries(notes)), source };
}

/** Adds the name of the file to each row that gave no record. */
export function fromFile(file: string, { rejected, ...records }: FrameworkRecords): ImportedRecords {
	return { ...records, rejected: rejected.map(row => ({ file, ...row })) };
}
