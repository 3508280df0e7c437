import * as z from 'zod';
import { precisions } from '../catalog/records.ts';
import { licenseBadges } from '../catalog/weightsLicense.ts';
import type { Budget, Floor, Limit } from '../selection/budget.ts';
import type { MatchOutput, NearOutput, PickOutput } from '../selection/pickOutput.ts';

const macs = z.number().positive();
const precision = z.enum(precisions);

const limitSchema = z.strictObject({
	metric: z.enum(['macs', 'params', 'bytes', 'latencyMs']),
	max: z.number().positive().describe('Inclusive: a count, bytes, or milliseconds per image.'),
	device: z.string().describe('Device id; with latencyMs only.').exactOptional(),
	precision: precision.exactOptional(),
	text: z.string().describe('The limit as it was written.'),
	flops: z
		.strictObject({ printed: macs, asFlops: macs, asMacs: macs })
		.describe('Where FLOPs were written: the number, and both readings of it in MACs.')
		.exactOptional(),
	reference: z.string().describe('Id of the model whose MACs are the limit.').exactOptional(),
	assumed: z.literal(true).describe('A count without a unit was read as MACs.').exactOptional(),
}) satisfies z.ZodType<Limit>;

const floorSchema = z.strictObject({
	metric: z.enum(['top1', 'ap', 'miou']).describe('The accuracy of the task that is asked about.'),
	min: z.number().positive().max(100).describe('Percent, inclusive.'),
	text: z.string(),
}) satisfies z.ZodType<Floor>;

const budgetSchema = z.strictObject({
	text: z.string(),
	limits: z.array(limitSchema),
	floors: z.array(floorSchema),
}) satisfies z.ZodType<Budget>;

export const reasonSchema = z.strictObject({ code: z.string(), text: z.string() });

const sourced = { value: z.number(), source: z.string().describe('Source id.') };
const sourcedSchema = z.strictObject(sourced);

const matchShape = {
	rank: z.int().positive().describe('From 1; tied models share it.'),
	tieGroup: z.int().positive(),
	id: z.string().describe('Candidate id.'),
	model: z.string(),
	family: z.string(),
	name: z.string(),
	input: z.tuple([z.int().positive(), z.int().positive()]).describe('Height and width in px.'),
	framework: z.string().exactOptional(),
	checkpoint: z.string().exactOptional(),
	license: z.string().describe('SPDX id of the license of the weights, or unknown.').exactOptional(),
	licenseBadge: z.enum(licenseBadges).exactOptional(),
	figures: z.strictObject({
		top1: sourcedSchema.describe('Percent.').exactOptional(),
		ap: sourcedSchema.describe('COCO box AP in percent; of detection.').exactOptional(),
		miou: sourcedSchema.describe('Mean IoU in percent; of segmentation.').exactOptional(),
		macs: sourcedSchema.exactOptional(),
		params: sourcedSchema.exactOptional(),
		bytes: sourcedSchema.exactOptional(),
		latencyMs: z
			.strictObject({
				...sourced,
				device: z.string(),
				runtime: z.string(),
				precision,
				threads: z.int().positive().exactOptional(),
			})
			.exactOptional(),
	}),
	disputed: z
		.array(
			z.strictObject({
				limit: z.string(),
				value: z.number(),
				source: z.string(),
				otherValue: z.number(),
				otherSource: z.string(),
			}),
		)
		.describe('Comparable figures of other sources that would flip the verdict.')
		.exactOptional(),
	reasons: z.array(reasonSchema),
};

const matchSchema = z.strictObject(matchShape) satisfies z.ZodType<MatchOutput>;

const nearSchema = z.strictObject({
	...matchShape,
	over: z.array(
		z.strictObject({
			limit: z.string(),
			value: z.number(),
			limitValue: z.number(),
			ratio: z.number().describe('Value over limit, or floor over value: above 1.'),
		}),
	),
}) satisfies z.ZodType<NearOutput>;

const count = z.int().nonnegative();

/** What `pick --json` prints, and what the editor's command returns. */
export const pickOutputSchema = z.strictObject({
	budget: budgetSchema,
	reading: z.string().describe('How the budget was understood where its words leave a choice.').exactOptional(),
	counts: z
		.strictObject({ meets: count, exceeds: count, unknown: count, unranked: count })
		.describe('Candidates by verdict; the four add up to all candidates asked about.'),
	leftOutByLicense: count
		.describe('Candidates left out for the license of their weights alone, where licenses were asked about.')
		.exactOptional(),
	matches: z.array(matchSchema).describe('Models that meet the budget, best first.'),
	near: z.array(nearSchema).describe('At most three models that only just exceed it.'),
	binding: z.strictObject({ limit: z.string(), ...reasonSchema.shape }).exactOptional(),
	nextStepUp: z.strictObject({ id: z.string(), ...reasonSchema.shape }).exactOptional(),
}) satisfies z.ZodType<PickOutput>;
