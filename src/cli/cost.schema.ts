import * as z from 'zod';
import type { CostCard, StageCard } from '../comparison/stageCosts.ts';

const count = z.int().positive();
const counts = {
	params: z.int().nonnegative(),
	macs: z.int().nonnegative().describe('Multiply-accumulates.'),
	activations: z.int().nonnegative().describe('Outputs of convolutions and fully connected layers.'),
};

export const stagesSchema = z.array(
	z.strictObject({
		name: z.string(),
		...counts,
		outputs: z.array(z.tuple([count, count, count])).describe('Channels, height and width of what it hands on.'),
	}),
) satisfies z.ZodType<readonly StageCard[]>;

export const costCardSchema = z
	.strictObject({ input: z.tuple([count, count]), ...counts, stages: stagesSchema })
	.describe('The cost of the network part by part, counted from its layers.') satisfies z.ZodType<CostCard>;
