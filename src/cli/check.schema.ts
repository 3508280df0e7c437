import * as z from 'zod';
import { findingCodes } from '../mentions/finding.ts';
import type { CheckOutput } from './checkVerb.ts';

const place = { path: z.string().describe('As it was named, or found below a folder.'), line: z.int().positive() };
const column = z.int().positive().describe('From 1, in UTF-16 units; endColumn is exclusive.');

export const checkOutputSchema = z.strictObject({
	mentions: z.array(
		z.strictObject({
			...place,
			column,
			endColumn: column,
			framework: z.string().nullable().describe('Null where the file does not tell.'),
			name: z.string(),
			model: z.string().nullable().describe('Id of the model; null where the catalog has none.'),
		}),
	),
	findings: z.array(
		z.strictObject({
			...place,
			column,
			severity: z.enum(['hint', 'information', 'warning', 'error']),
			code: z.enum(findingCodes),
			message: z.string(),
		}),
	),
}) satisfies z.ZodType<CheckOutput>;
