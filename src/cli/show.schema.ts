import * as z from 'zod';
import { figureKinds, frameworks, precisions, tasks } from '../catalog/records.ts';
import { familySchema } from '../catalog/records.schema.ts';
import { licenseBadges } from '../catalog/weightsLicense.ts';
import type { CandidateCard, CheckpointCard, LatencyCard, ModelCard } from '../comparison/modelCard.ts';
import type { SourceCard } from '../comparison/modelCardSource.ts';
import { costCardSchema } from './cost.schema.ts';
import type { FamilyOutput } from './showVerb.ts';

const count = z.int().positive();
const input = z.tuple([count, count]).describe('Height and width in px.');
const named = z.strictObject({ id: z.string(), name: z.string() });
const sizeClass = z.enum(['mobile', 'medium', 'large', 'unknown']);
const catalog = z.strictObject({ version: z.string(), date: z.string() });

const sourceSchema = z.strictObject({
	id: z.string(),
	title: z.string(),
	kind: z.enum(['seed', 'paper', 'repository', 'framework', 'evaluator', 'computed', 'user', 'unknown']),
	where: z.string(),
	url: z.string().exactOptional(),
	version: z.string(),
	date: z.string(),
	license: z.string(),
}) satisfies z.ZodType<SourceCard>;

const stated = {
	kind: z.enum(figureKinds),
	value: z.number().describe('Percent, count or bytes.'),
	text: z.string(),
	printed: z.string().describe('The number as the source prints it.'),
	source: sourceSchema,
	locator: z.string(),
	conditions: z.string(),
	convention: z.string().exactOptional(),
	doubt: z.string().exactOptional(),
	note: z.string().exactOptional(),
};

const figureSchema = z.strictObject({
	...stated,
	others: z.array(
		z.strictObject({
			...stated,
			comparable: z.boolean().describe('Of the same thing under the same conditions.'),
			apart: z.string(),
			conflicts: z.boolean(),
		}),
	),
	conflict: z.boolean(),
});

const candidateSchema = z.strictObject({
	id: z.string(),
	title: z.string(),
	framework: z.enum(frameworks).exactOptional(),
	checkpoint: z.string().exactOptional(),
	licenseBadge: z.enum(licenseBadges).exactOptional(),
	input,
	dataset: named,
	sizeClass,
	seedLine: count.exactOptional(),
	unranked: z
		.strictObject({ code: z.enum(['other-dataset', 'unsourced', 'no-accuracy']), text: z.string() })
		.exactOptional(),
	note: z.string().exactOptional(),
	figures: z.array(figureSchema),
}) satisfies z.ZodType<CandidateCard>;

const latencySchema = z.strictObject({
	ms: z.number().positive().describe('Milliseconds of the whole batch.'),
	text: z.string(),
	printed: z.string(),
	input,
	run: z.string(),
	runtime: z.string(),
	precision: z.enum(precisions),
	batch: count,
	threads: count.exactOptional(),
	scope: z.enum(['single-image', 'batch-step']),
	source: sourceSchema,
	locator: z.string(),
	note: z.string().exactOptional(),
}) satisfies z.ZodType<LatencyCard>;

const checkpointSchema = z.strictObject({
	id: z.string(),
	name: z.string(),
	dataset: named,
	classes: count,
	pretrainedOn: z.string().exactOptional(),
	license: z.string().describe('SPDX id of the license of the weights, or unknown.'),
	licenseBadge: z.enum(licenseBadges).exactOptional(),
	deprecated: z.boolean(),
	renamedTo: z.string().exactOptional(),
	seen: z.boolean(),
}) satisfies z.ZodType<CheckpointCard>;

const modelCardShape = {
	id: z.string(),
	title: z.string(),
	family: named,
	task: z.enum(tasks),
	weightClass: z.enum(['lightweight', 'heavy']),
	classSource: z.enum(['seed', 'derived']),
	sizeClass,
	paper: familySchema.shape.paper,
	year: familySchema.shape.year,
	aliases: z.array(z.string()),
	status: z.enum(['unverified', 'no-weights']).exactOptional(),
	notes: z.array(z.string()),
	lead: z.string().describe('Id of the candidate that speaks for the model.').exactOptional(),
	candidates: z.array(candidateSchema),
	strays: z
		.array(z.strictObject({ ...stated, of: z.string() }))
		.describe('Figures under conditions of none of the candidates.'),
	latencies: z.array(z.strictObject({ device: z.string(), name: z.string(), measurements: z.array(latencySchema) })),
	cost: costCardSchema.exactOptional(),
	checkpoints: z.array(z.strictObject({ framework: z.enum(frameworks), checkpoints: z.array(checkpointSchema) })),
	catalog,
};

/** A model in a list of several. */
export const modelRowSchema = z.strictObject({
	id: z.string(),
	name: z.string(),
	candidates: z.int().nonnegative(),
	top1: z.number().nullable(),
	ap: z.number().nullable(),
	miou: z.number().nullable(),
	macs: z.number().nullable(),
	params: z.number().nullable(),
});

const familyOutputSchema = z.strictObject({
	kind: z.literal('family'),
	...familySchema.shape,
	models: z.array(modelRowSchema),
	catalog,
}) satisfies z.ZodType<FamilyOutput>;

const modelOutputSchema = z.strictObject({ kind: z.literal('model'), ...modelCardShape }) satisfies z.ZodType<
	{ readonly kind: 'model' } & ModelCard
>;

/** What `show --json` prints. */
export const showOutputSchema = z.discriminatedUnion('kind', [modelOutputSchema, familyOutputSchema]);
