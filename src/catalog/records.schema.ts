import * as z from 'zod/mini';
import { hasUnseen } from './plainText.ts';
import {
	accuracyKinds,
	costKinds,
	frameworks,
	precisions,
	tasks,
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
const id = z.string().check(z.regex(/^[A-Za-z0-9][\w.:/@+=(),-]{0,199}$/, { error: `expected ${idText}` }));
/** A name that goes into code: printable ASCII. */
const codeName = z
	.string()
	.check(z.regex(/^[\x20-\x7e]{1,200}$/, { error: 'expected up to 200 printable ASCII characters' }));

function visibleText(maxLength: number): z.ZodMiniString {
	return z.string().check(
		z.minLength(1),
		z.maxLength(maxLength),
		z.refine(text => !hasUnseen(text), { error: 'expected visible characters on one line' }),
	);
}
export const name = visibleText(200);
const note = visibleText(2000);
const aliases = z.array(name).check(z.maxLength(100));

const side = z.int().check(z.positive(), z.maximum(100_000));
const input = z.tuple([side, side]);
const count = z.int().check(z.positive());
export const date = z.iso.date();
const url = z
	.string()
	.check(
		z.maxLength(1000),
		z.regex(/^https:\/\/[^\s"'<>\\`]+$/, { error: 'expected a URL that begins with https://' }),
	);
const task = z.enum(tasks);

/** A document, a repository path, or a link that may be opened: https only. */
const where = visibleText(1000).check(
	z.refine(text => !/^[a-z][a-z0-9+.-]*:/i.test(text) || /^(https:\/\/|arxiv:|doi:)/i.test(text), {
		error: 'expected a document, a path, arXiv:…, doi:… or a URL that begins with https://',
	}),
);

export const familySchema = z.strictObject({
	id,
	name,
	task,
	weightClass: z.enum(['lightweight', 'heavy']),
	classSource: z.enum(['seed', 'derived']),
	paper: z.exactOptional(z.strictObject({ title: name, url: z.exactOptional(url) })),
	year: z.exactOptional(z.int().check(z.minimum(1950), z.maximum(2100))),
	aliases,
	note: z.exactOptional(note),
}) satisfies z.ZodMiniType<Family>;

export const modelSchema = z.strictObject({
	id,
	family: id,
	name,
	width: z.exactOptional(z.number().check(z.positive())),
	depth: z.exactOptional(count),
	aliases,
	status: z.exactOptional(z.enum(['unverified', 'no-weights'])),
	note: z.exactOptional(note),
}) satisfies z.ZodMiniType<Model>;

const channels = z.array(z.number()).check(z.minLength(1), z.maxLength(16));

export const checkpointSchema = z.strictObject({
	id,
	model: id,
	framework: z.enum(frameworks),
	name: codeName,
	dataset: id,
	classes: count,
	pretrainedOn: z.exactOptional(id),
	weightsLicence: name,
	preprocess: z.exactOptional(
		z.strictObject({
			input,
			mean: z.exactOptional(channels),
			std: z.exactOptional(channels),
			cropPct: z.exactOptional(z.number().check(z.positive(), z.maximum(2))),
			interpolation: z.exactOptional(codeName),
		}),
	),
	deprecated: z.exactOptional(z.boolean()),
	renamedTo: z.exactOptional(codeName),
	seen: z.exactOptional(z.boolean()),
}) satisfies z.ZodMiniType<Checkpoint>;

export const candidateSchema = z.strictObject({
	id,
	model: id,
	checkpoint: z.exactOptional(id),
	input,
	dataset: id,
	seedLine: z.exactOptional(count),
	note: z.exactOptional(note),
}) satisfies z.ZodMiniType<Candidate>;

const aboutFigure = {
	of: id,
	printed: name,
	conditions: z.strictObject({
		input: z.exactOptional(input),
		protocol: z.exactOptional(z.enum(['single-crop', 'ten-crop', 'multi-scale'])),
		cropPct: z.exactOptional(z.number().check(z.positive(), z.maximum(2))),
		dataset: z.exactOptional(id),
		weights: z.exactOptional(name),
	}),
	source: id,
	locator: name,
	doubt: z.exactOptional(z.enum(['unsourced', 'other-dataset', 'superseded', 'misprint'])),
	note: z.exactOptional(note),
};

export const figureSchema = z.discriminatedUnion('kind', [
	z.strictObject({
		...aboutFigure,
		kind: z.enum(accuracyKinds),
		value: z.number().check(z.minimum(0), z.maximum(100)),
	}),
	z.strictObject({
		...aboutFigure,
		kind: z.enum(costKinds),
		value: count,
		convention: z.exactOptional(z.enum(['2x-macs', 'convolutions-only', 'with-auxiliary-head', 'branches-merged'])),
	}),
]) satisfies z.ZodMiniType<Figure>;

export const measurementSchema = z.strictObject({
	model: id,
	input,
	device: id,
	runtime: id,
	implementation: z.exactOptional(id),
	precision: z.enum(precisions),
	batch: count,
	threads: z.exactOptional(count),
	ms: z.number().check(z.positive()),
	printed: name,
	scope: z.enum(['single-image', 'batch-step']),
	source: id,
	locator: name,
	note: z.exactOptional(note),
}) satisfies z.ZodMiniType<Measurement>;

export const deviceSchema = z.strictObject({
	id,
	name,
	maker: name,
	kind: z.enum(['phone', 'cpu', 'edge', 'gpu']),
	aliases,
}) satisfies z.ZodMiniType<Device>;

export const sourceSchema = z.strictObject({
	id,
	title: name,
	kind: z.enum(['seed', 'paper', 'repository', 'framework', 'evaluator', 'computed', 'user']),
	framework: z.exactOptional(z.enum(frameworks)),
	where,
	version: name,
	date,
	licence: name,
	supersededBy: z.exactOptional(id),
}) satisfies z.ZodMiniType<Source>;

export const datasetSchema = z.strictObject({
	id,
	name,
	evaluationImages: count,
	classes: count,
	task,
}) satisfies z.ZodMiniType<Dataset>;

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
