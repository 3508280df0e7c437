import * as z from 'zod/mini';

/** Every name that one version of a framework takes, weights or not, as its own registry lists them. */
export interface FrameworkList {
	readonly version: string;
	/** Names of weights: `resnet50.a1_in1k`, `resnet50.IMAGENET1K_V2`. */
	readonly weights: readonly string[];
	/** Networks without weights. */
	readonly withoutWeights?: readonly string[];
	/** Old names with the new ones. */
	readonly renamed?: Readonly<Record<string, string>>;
	/** Names that go without another in their place. */
	readonly deprecated?: readonly string[];
}

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
});
