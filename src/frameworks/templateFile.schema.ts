import * as z from 'zod/mini';
import { frameworks, type Framework } from '../catalog/records.ts';
import type { SnippetLanguage } from './snippetOffer.ts';

/** A row of a `model-scout.templates.json`. */
export interface TemplateRow {
	readonly name: string;
	readonly language?: SnippetLanguage;
	readonly frameworks?: readonly Framework[];
	readonly imports?: readonly string[];
	readonly code: string | readonly string[];
}

const importStatement = /^(?:import|from) [\w., ]+$/;
const text = z.string().check(z.maxLength(20_000));

export const templateRowSchema = z.strictObject({
	name: z.string().check(z.regex(/^[\w-]{1,60}$/, 'expected up to 60 letters, digits, - and _')),
	language: z.exactOptional(z.enum(['python', 'yaml', 'json'])),
	frameworks: z.exactOptional(z.array(z.enum(frameworks))),
	imports: z.exactOptional(
		z.array(z.string().check(z.regex(importStatement, 'expected one import statement, such as "import timm"'))),
	),
	code: z.union([text, z.array(text)], 'expected a text or a list of its lines'),
}) satisfies z.ZodMiniType<TemplateRow>;
