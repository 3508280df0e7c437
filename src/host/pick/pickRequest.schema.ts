import * as z from 'zod';
import { frameworks } from '../../catalog/records.ts';
import type { PickArguments, PickRequest } from './pickRequest.ts';

const name = z.string().min(1).max(200);
const requestFields = {
	budget: z.string().max(1000),
	task: z.enum(['classification', 'detection']).optional(),
	source: name.optional(),
	framework: z.enum(frameworks).optional(),
	family: name.optional(),
	limit: z.int().positive().optional(),
	flops: z.enum(['flops', 'macs']).optional(),
	device: name.optional(),
};

export const pickRequestSchema = z.strictObject(requestFields) satisfies z.ZodType<PickRequest>;

export const pickArgumentsSchema = z.strictObject({
	...requestFields,
	show: z.boolean().optional(),
}) satisfies z.ZodType<PickArguments>;

export const whyNotRequestSchema = z.strictObject({ model: name, budget: z.string().max(1000) });
