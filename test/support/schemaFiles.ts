import * as z from 'zod';
import { budgetFileSchema } from '../../src/catalog/budgetFile.schema.ts';
import { catalogFileSchema } from '../../src/catalog/catalogFile.schema.ts';
import { outputSchemas } from '../../src/cli/outputs.schema.ts';
import { scoutViewSchema } from '../../src/comparison/scoutView.schema.ts';
import { recordSnippetSchema } from '../../src/frameworks/recordSnippet.schema.ts';

export interface SchemaFile {
	readonly path: string;
	readonly text: string;
}

/** The JSON Schemas of `data/schemas`: of the catalog file, the config record and what each verb of the command line prints. */
export function schemaFiles(): readonly SchemaFile[] {
	const outputs = Object.entries(outputSchemas).map(([verb, schema]) =>
		schemaFile(`${verb}.output`, `What model-scout ${verb} --json prints`, schema),
	);
	return [
		schemaFile('model-scout.catalog', 'A catalog of models for Model Scout', catalogFileSchema, 'input'),
		schemaFile('model-scout.view', 'A comparison that Model Scout saved', scoutViewSchema, 'input'),
		schemaFile('model-scout.record', 'A model as a config file names it', recordSnippetSchema),
		schemaFile('model-scout.budget', 'Limits for the models that code names', budgetFileSchema, 'input'),
		...outputs,
	];
}

function schemaFile(
	name: string,
	title: string,
	schema: z.core.$ZodType,
	io: 'input' | 'output' = 'output',
): SchemaFile {
	const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io });
	const text = JSON.stringify({ $schema, title, ...rest }, undefined, '\t');
	return { path: `data/schemas/${name}.schema.json`, text: `${text}\n` };
}
