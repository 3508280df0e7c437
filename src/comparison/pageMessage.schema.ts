import * as z from 'zod/mini';
import { tasks } from '../catalog/records.ts';
import { columnIds } from './columns.ts';
import { maxStateLength, rowCommands, type PageMessage } from './pageMessage.ts';

/** Longest text and longest list that a page may send: above the largest catalog, below what could hurt the host. */
const id = z.string().check(z.minLength(1), z.maxLength(500));
const ids = z.array(id).check(z.maxLength(200_000));
const columns = z.array(z.enum(columnIds)).check(z.minLength(1), z.maxLength(columnIds.length));
const table = { candidateIds: ids, columns, flops: z.boolean() };

/** A page is not trusted: the host parses all that arrives and ignores what does not fit. */
export const pageMessageSchema = z.discriminatedUnion('type', [
	z.strictObject({ type: z.enum(['listens', 'ready']) }),
	z.strictObject({ type: z.literal('selectionChanged'), candidateIds: ids, change: z.int().check(z.positive()) }),
	z.strictObject({ type: z.literal('setBudget'), text: z.string().check(z.maxLength(500)) }),
	z.strictObject({ type: z.literal('setLatencyDevice'), device: id }),
	z.strictObject({ type: z.literal('setCostInput'), side: z.int().check(z.nonnegative(), z.maximum(4096)) }),
	z.strictObject({ type: z.literal('setTask'), task: z.enum(tasks) }),
	z.strictObject({ type: z.enum(rowCommands), candidateId: id }),
	z.strictObject({ type: z.literal('copyRows'), ...table }),
	z.strictObject({ type: z.literal('export'), ...table }),
	z.strictObject({ type: z.literal('copyText'), text: z.string().check(z.maxLength(200_000)) }),
	z.strictObject({ type: z.literal('stateChanged'), state: z.string().check(z.maxLength(maxStateLength)) }),
]) satisfies z.ZodMiniType<PageMessage>;
