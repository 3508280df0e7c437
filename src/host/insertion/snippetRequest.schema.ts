import * as z from 'zod/mini';
import { frameworks } from '../../catalog/records.ts';
import type { SnippetRequest } from './snippetRequest.ts';

const name = z.string().check(z.minLength(1), z.maxLength(500));

export const snippetRequestSchema = z.strictObject({
	model: z.optional(name),
	checkpoint: z.optional(name),
	candidate: z.optional(name),
	framework: z.optional(z.enum(frameworks)),
	kind: z.optional(z.enum(['load', 'features', 'finetune', 'config', 'record', 'template'])),
	template: z.optional(name),
	form: z.optional(z.enum(['pooled', 'maps'])),
	classes: z.optional(z.int().check(z.positive(), z.maximum(1_000_000))),
}) satisfies z.ZodMiniType<SnippetRequest>;
