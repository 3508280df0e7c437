import * as z from 'zod';
import { hasUnseen } from './plainText.ts';
import {
	frameworks,
	type Candidate,
	type Checkpoint,
	type Dataset,
	type Device,
	type Family,
	type Figure,
	type Measurement,
	type Model,
	type Source,
} from './records.ts';

const idText = 'an id of up to 200 letters, digits and . _ : / @ + = ( ) , -, beginning with a letter or digit';
const id = z.string().regex(/^[A-Za-z0-9][\w.:/@+=(),-]{0,199}$/, { error: `expected ${idText}` });
/** A name that goes into code: printable ASCII. */
const codeName = z.string().regex(/^[\x20-\x7e]{1,200}$/, { error: 'expected up to 200 printable ASCII characters' });

function visibleText(maxLength: number): z.ZodString {
	return z
		.string()
		.min(1)
		.max(maxLength)
		.refine(text => !hasUnseen(text), { error: 'expected visible characters on one line' });
}
const name = visibleText(200);
const note = visibleText(2000);
const aliases = z.array(name).max(100);

const side = z.int().positive().max(100_000);
const input = z.tuple([side, side]);
const count = z.int().positive();
const date = z.iso.date();
const url = z
	.string()
	.max(1000)
	.regex(/^https:\/\/[^\s"'<>\\`]+$/, { error: 'expected a URL that begins with https://' });
const task = z.enum(['classification', 'detection']);

/** A document, a repository path, or a link that may be opened: https only. */
const where = visibleText(1000).refine(
	text => !/^[a-z][a-z0-9+.-]*:/i.test(text) || /^(https:\/\/|arxiv:|doi:)/i.test(text),
	{
		error: 'expected a document, a path, arXiv:…, doi:… or a URL that begins with https://',
	},
);

export const familySchema = z.strictObject({
	id,
	name,
	task,
	weightClass: z.enum(['lightweight', 'heavy']),
	classSource: z.enum(['seed', 'derived']),
	paper: z.strictObject({ title: name, url: url.exactOptional() }).exactOptional(),
	year: z.int().min(1950).max(2100).exactOptional(),
	aliases,
	note: note.exactOptional(),
}) satisfies z.ZodType<Family>;

export const modelSchema = z.strictObject({
	id,
	family: id,
	name,
	width: z.number().positive().exactOptional(),
	depth: count.exactOptional(),
	aliases,
	status: z.enum(['unverified', 'no-weights']).exactOptional(),
	note: note.exactOptional(),
}) satisfies z.ZodType<Model>;

const channels = z.array(z.number()).min(1).max(16);

export const checkpointSchema = z.strictObject({
	id,
	model: id,
	framework: z.enum(frameworks),
	name: codeName,
	dataset: id,
	classes: count,
	pretrainedOn: id.exactOptional(),
	weightsLicence: name,
	preprocess: z
		.strictObject({
			input,
			mean: channels.exactOptional(),
			std: channels.exactOptional(),
			cropPct: z.number().positive().max(2).exactOptional(),
			interpolation: codeName.exactOptional(),
		})
		.exactOptional(),
	deprecated: z.boolean().exactOptional(),
	renamedTo: codeName.exactOptional(),
	seen: z.boolean().exactOptional(),
}) satisfies z.ZodType<Checkpoint>;

export const candidateSchema = z.strictObject({
	id,
	model: id,
	checkpoint: id.exactOptional(),
	input,
	dataset: id,
	seedLine: count.exactOptional(),
	note: note.exactOptional(),
}) satisfies z.ZodType<Candidate>;

const aboutFigure = {
	of: id,
	printed: name,
	conditions: z.strictObject({
		input: input.exactOptional(),
		protocol: z.enum(['single-crop', 'ten-crop', 'multi-scale']).exactOptional(),
		cropPct: z.number().positive().max(2).exactOptional(),
		dataset: id.exactOptional(),
		weights: name.exactOptional(),
	}),
	source: id,
	locator: name,
	doubt: z.enum(['unsourced', 'other-dataset', 'superseded', 'misprint']).exactOptional(),
	note: note.exactOptional(),
};

export const figureSchema = z.discriminatedUnion('kind', [
	z.strictObject({ ...aboutFigure, kind: z.enum(['top1', 'top5']), value: z.number().min(0).max(100) }),
	z.strictObject({
		...aboutFigure,
		kind: z.enum(['macs', 'params', 'activations', 'bytes']),
		value: count,
		convention: z.enum(['2x-macs', 'convolutions-only', 'with-auxiliary-head']).exactOptional(),
	}),
]) satisfies z.ZodType<Figure>;

export const measurementSchema = z.strictObject({
	model: id,
	input,
	device: id,
	runtime: id,
	precision: z.enum(['fp32', 'fp16', 'int8']),
	batch: count,
	threads: count.exactOptional(),
	ms: z.number().positive(),
	printed: name,
	scope: z.enum(['single-image', 'batch-step']),
	source: id,
	locator: name,
	note: note.exactOptional(),
}) satisfies z.ZodType<Measurement>;

export const deviceSchema = z.strictObject({
	id,
	name,
	maker: name,
	kind: z.enum(['phone', 'cpu', 'edge', 'gpu']),
	aliases,
}) satisfies z.ZodType<Device>;

export const sourceSchema = z.strictObject({
	id,
	title: name,
	kind: z.enum(['seed', 'paper', 'repository', 'framework', 'evaluator', 'computed', 'user']),
	framework: z.enum(frameworks).exactOptional(),
	where,
	version: name,
	date,
	licence: name,
	supersededBy: id.exactOptional(),
}) satisfies z.ZodType<Source>;

export const datasetSchema = z.strictObject({
	id,
	name,
	evaluationImages: count,
	classes: count,
	task,
}) satisfies z.ZodType<Dataset>;

/** Schema of one row of each list of a catalog. */
export const rowSchemas = {
	families: familySchema,
	models: modelSchema,
	checkpoints: checkpointSchema,
	candidates: candidateSchema,
	figures: figureSchema,
	measurements: measurementSchema,
	devices: deviceSchema,
	sources: sourceSchema,
	datasets: datasetSchema,
};

export type ListName = keyof typeof rowSchemas;

const inFigures = { conditions: true, printed: true, source: true, locator: true } as const;
const [accuracySchema, costSchema] = figureSchema.options;

/**
 * A whole catalog file as a person may write it, with everything optional that is filled in for them. It is for JSON
 * Schema: when a file is read, its rows are parsed one by one, so that a bad row never hides a good one.
 */
export const catalogFileSchema = z.strictObject({
	$schema: z.string().exactOptional(),
	version: name.exactOptional(),
	date: date.exactOptional(),
	families: z.array(familySchema.partial({ aliases: true, classSource: true })).exactOptional(),
	models: z.array(modelSchema.partial({ aliases: true })).exactOptional(),
	checkpoints: z.array(checkpointSchema.partial({ weightsLicence: true })).exactOptional(),
	candidates: z.array(candidateSchema.omit({ seedLine: true })).exactOptional(),
	figures: z.array(z.union([accuracySchema.partial(inFigures), costSchema.partial(inFigures)])).exactOptional(),
	measurements: z
		.array(measurementSchema.partial({ batch: true, scope: true, printed: true, source: true, locator: true }))
		.exactOptional(),
	devices: z.array(deviceSchema.partial({ aliases: true })).exactOptional(),
	sources: z.array(sourceSchema.partial({ kind: true, licence: true })).exactOptional(),
	datasets: z.array(datasetSchema).exactOptional(),
});
