import * as z from 'zod';
import { catalogFileSchema } from '../catalog/catalogFile.schema.ts';
import { licenseBadges } from '../catalog/weightsLicense.ts';
import type { CatalogOutput } from './catalogVerb.ts';
import type { CompareOutput } from './compareVerb.ts';
import { checkOutputSchema } from './check.schema.ts';
import { stagesSchema } from './cost.schema.ts';
import type { CostOutput } from './costVerb.ts';
import type { FindOutput } from './findVerb.ts';
import { lintCodes, type LintOutput } from './lintVerb.ts';
import { pickOutputSchema, reasonSchema } from './pick.schema.ts';
import { modelRowSchema, showOutputSchema } from './show.schema.ts';
import type { ExportOutput } from './exportVerb.ts';
import type { SnippetOutput } from './snippetVerb.ts';
import type { WhyOutput } from './whyVerb.ts';

const whyOutputSchema = z.strictObject({
	id: z.string().describe('Id of the candidate that was judged.'),
	model: z.string(),
	name: z.string(),
	verdict: z.enum(['meets', 'exceeds', 'unknown']),
	rank: z.int().positive().exactOptional(),
	reasons: z.array(reasonSchema).describe('One per limit, then where the model stands.'),
	leftOutByLicense: z
		.int()
		.nonnegative()
		.describe('Candidates left out for the license of their weights alone, where licenses were asked about.')
		.exactOptional(),
}) satisfies z.ZodType<WhyOutput>;

const compareOutputSchema = z.strictObject({
	ids: z.array(z.string()).describe('Candidate id of each row.'),
	columns: z.array(z.strictObject({ id: z.string(), title: z.string() })),
	rows: z
		.array(z.array(z.union([z.string(), z.number(), z.null()])))
		.describe('Cell i of a row belongs to column i; null is unknown.'),
}) satisfies z.ZodType<CompareOutput>;

const count = z.int().positive();
const sourceId = z.string().nullable();

const costOutputSchema = z.strictObject({
	model: z.string(),
	params: count.nullable(),
	macs: count.nullable().describe('Multiply-accumulates at the input size.'),
	activations: count.nullable(),
	input: z.tuple([count, count]).describe('Height and width in px.'),
	width: z.number().positive().nullable(),
	convention: z.string().nullable().describe('How the MACs were counted.'),
	views: z
		.strictObject({
			flops: count.describe('Two for each multiply-accumulate.'),
			fvcore: count.describe('Multiply-accumulates as fvcore counts them.'),
			ptflops: count.describe('Multiply-accumulates as ptflops counts them.'),
		})
		.nullable()
		.describe('What other ways of counting give, where its cost is computed.'),
	stages: stagesSchema.nullable().describe('The parts of the network in order, where its cost is computed.'),
	source: z
		.strictObject({ params: sourceId, macs: sourceId, activations: sourceId })
		.describe('Source id of each figure; "computed" where it is counted from the layers.'),
}) satisfies z.ZodType<CostOutput>;

const snippetOutputSchema = z.strictObject({
	language: z.enum(['python', 'yaml', 'json']),
	kind: z.enum(['load', 'features', 'finetune', 'config', 'record', 'architecture', 'template']),
	imports: z.array(z.string()).describe('Import statements, one name source each.'),
	code: z.string(),
	text: z.string().describe('Imports, a blank line and the code.'),
	model: z.string(),
	framework: z.string(),
	checkpoint: z.string().exactOptional(),
	licenseBadge: z.enum(licenseBadges).exactOptional(),
	template: z.string().describe('Name of the template of your own.').exactOptional(),
	ranWith: z
		.string()
		.nullable()
		.describe('The library and version that the code was run with; null where it was not run.')
		.exactOptional(),
}) satisfies z.ZodType<SnippetOutput>;

const exportOutputSchema = z.strictObject({
	model: z.string(),
	file: z.string(),
	bytes: count,
	params: count,
	macs: count.describe('Multiply-accumulates of one image.'),
	input: z.tuple([count, count]).describe('Height and width in px.'),
}) satisfies z.ZodType<ExportOutput>;

const counts = z.record(z.string(), z.int().nonnegative());

const catalogOutputSchema = z.strictObject({
	version: z.string(),
	date: z.string().describe('ISO date of the newest record.'),
	source: z.string().exactOptional(),
	families: z.int().nonnegative(),
	models: z.int().nonnegative(),
	candidates: z.int().nonnegative(),
	checkpoints: counts.describe('By framework.'),
	figures: counts.describe('By source id.'),
	measurements: z.strictObject({ bySource: counts, byDevice: counts }),
}) satisfies z.ZodType<CatalogOutput>;

const findOutputSchema = z.strictObject({
	query: z.string(),
	found: z.int().nonnegative(),
	ofUnknownYear: z.int().nonnegative().describe('Further models of an unknown year, where years were asked for.'),
	models: z.array(
		z.strictObject({
			...modelRowSchema.shape,
			family: z.string(),
			matched: z.string().describe('The name that matched.'),
		}),
	),
	catalog: z.strictObject({ version: z.string(), date: z.string() }),
}) satisfies z.ZodType<FindOutput>;

const position = z.int().positive().nullable();

const lintOutputSchema = z.strictObject({
	findings: z.array(
		z.strictObject({
			path: z.string().nullable().describe('The file as it was named; null for the shipped catalog.'),
			line: position,
			column: position.describe('In UTF-16 units, as is endColumn, which is exclusive.'),
			endColumn: position,
			severity: z.enum(['error', 'warning', 'information']),
			code: z.enum(lintCodes).describe('Rule of the linter; row for what is wrong with a row or file itself.'),
			of: z.string().nullable().describe('Id of the record that it is about.'),
			message: z.string(),
		}),
	),
	errors: z.int().nonnegative(),
	warnings: z.int().nonnegative(),
	information: z.int().nonnegative(),
}) satisfies z.ZodType<LintOutput>;

/** What each verb prints with `--json`. JSON Schemas are made of these at build time. */
export const outputSchemas = {
	pick: pickOutputSchema,
	why: whyOutputSchema,
	find: findOutputSchema,
	show: showOutputSchema,
	compare: compareOutputSchema,
	cost: costOutputSchema,
	snippet: snippetOutputSchema,
	export: exportOutputSchema,
	catalog: catalogOutputSchema,
	import: catalogFileSchema,
	lint: lintOutputSchema,
	check: checkOutputSchema,
};
