import * as z from 'zod';
import { frameworks } from '../../catalog/records.ts';
import type { SnippetRequest } from './snippetRequest.ts';

const name = z.string().min(1).max(500);

export const snippetRequestSchema = z.strictObject({
	model: name.optional(),
	checkpoint: name.optional(),
	candidate: name.optional(),
	framework: z.enum(frameworks).optional(),
	kind: z.enum(['load', 'features', 'finetune', 'config', 'record']).optional(),
	form: z.enum(['pooled', 'maps']).optional(),
	classes: z.int().positive().max(1_000_000).optional(),
}) satisfies z.ZodType<SnippetRequest>;
