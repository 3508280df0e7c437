import * as z from 'zod/mini';
import { frameworks, tasks } from '../../catalog/records.ts';
import type { PickArguments, PickRequest } from './pickRequest.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const requestFields = {
	budget: z.string().check(z.maxLength(1000)),
	task: z.optional(z.enum(tasks)),
	source: z.optional(name),
	framework: z.optional(z.enum(frameworks)),
	family: z.optional(name),
	licenses: z.optional(z.array(name).check(z.minLength(1), z.maxLength(100))),
	limit: z.optional(z.int().check(z.positive())),
	flops: z.optional(z.enum(['flops', 'macs'])),
	device: z.optional(name),
};

export const pickRequestSchema = z.strictObject(requestFields) satisfies z.ZodMiniType<PickRequest>;

export const pickArgumentsSchema = z.strictObject({
	...requestFields,
	show: z.optional(z.boolean()),
}) satisfies z.ZodMiniType<PickArguments>;

export const whyNotRequestSchema = z.strictObject({ model: name, budget: z.string().check(z.maxLength(1000)) });
