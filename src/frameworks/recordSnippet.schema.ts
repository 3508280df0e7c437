import * as z from 'zod';
import { frameworks, tasks } from '../catalog/records.ts';
import type { RecordSnippet } from './record.ts';

const figureSchema = z.strictObject({
	value: z.number().describe('Percent for an accuracy, bytes for bytes, else a count.'),
	source: z.string().describe('Id of the source that states it.'),
	doubt: z.enum(['unsourced', 'other-dataset', 'superseded', 'misprint']).exactOptional(),
});

/** The one schema of a config record, whether it stands in YAML, JSON or Python. */
export const recordSnippetSchema = z.strictObject({
	model: z.string().describe('Id of the model: mobilenet-v2/1.0'),
	family: z.string(),
	name: z.string(),
	width: z.number().positive().exactOptional().describe('Width multiplier.'),
	input: z.tuple([z.int().positive(), z.int().positive()]).exactOptional().describe('Height and width in px.'),
	task: z.enum(tasks),
	framework: z.enum(frameworks).exactOptional(),
	checkpoint: z.string().exactOptional().describe('Name that loads the weights in the framework.'),
	figures: z.strictObject({
		top1: figureSchema.exactOptional(),
		top5: figureSchema.exactOptional(),
		ap: figureSchema.exactOptional(),
		ap50: figureSchema.exactOptional(),
		miou: figureSchema.exactOptional(),
		macs: figureSchema.exactOptional(),
		params: figureSchema.exactOptional(),
		activations: figureSchema.exactOptional(),
		bytes: figureSchema.exactOptional(),
	}),
}) satisfies z.ZodType<RecordSnippet>;

/** A record read back, or what is wrong with it. */
export function parseRecordSnippet(
	value: unknown,
): { readonly ok: true; readonly value: RecordSnippet } | { readonly ok: false; readonly problem: string } {
	const parsed = recordSnippetSchema.safeParse(value);
	return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problem: z.prettifyError(parsed.error) };
}
