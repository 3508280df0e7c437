import * as z from 'zod/mini';
import type { FrameworkList, FrameworkLists } from './modelNames.ts';

const listSchema = z.object({
	version: z.string(),
	weights: z.array(z.string()),
	withoutWeights: z.exactOptional(z.array(z.string())),
	renamed: z.exactOptional(z.record(z.string(), z.string())),
	deprecated: z.exactOptional(z.array(z.string())),
}) satisfies z.ZodMiniType<FrameworkList>;

/** The file of names that the build writes; what a framework may have there beside is left out. */
export const frameworkListsSchema = z.object({
	timm: z.exactOptional(listSchema),
	torchvision: z.exactOptional(listSchema),
}) satisfies z.ZodMiniType<FrameworkLists>;
