import * as z from 'zod';
import { budgetFileSchema } from '../../src/catalog/budgetFile.schema.ts';
import { catalogFileSchema } from '../../src/catalog/catalogFile.schema.ts';
import { outputSchemas } from '../../src/cli/outputs.schema.ts';
import { scoutViewSchema } from '../../src/comparison/scoutView.schema.ts';
import { recordSnippetSchema } from '../../src/frameworks/recordSnippet.schema.ts';
import { templateRowSchema } from '../../src/frameworks/templateFile.schema.ts';

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
		templateSchemaFile(),
		schemaFile('model-scout.record', 'A model as a config file names it', recordSnippetSchema),
		budgetSchemaFile(),
		...outputs,
	];
}

/** With what an editor shows and proposes, which no file that a browser fetches needs to have. */
function budgetSchemaFile(): SchemaFile {
	const texts = z.registry<Record<string, unknown>>();
	const { budgets } = budgetFileSchema.shape;
	const { task, device, limits, severity } = budgets.def.element.shape;
	const first = { task: '${1:classification}', limits: '${2:600M, 10M params}' };
	texts.add(task, { description: 'Models of this task alone; of every task without it.' });
	texts.add(device, { description: 'Device of latencies that name none, such as pixel-1.' });
	texts.add(limits, { description: 'Limits joined by commas: "300M", "0.6 GFLOPs, 5M params", "60ms@pixel-1".' });
	texts.add(severity, { description: 'Of a model that exceeds it; a warning without it.' });
	texts.add(budgets, { description: 'Those of one task hold together.' });
	texts.add(budgets.def.element, {
		defaultSnippets: [
			{ label: 'limits', body: first },
			{ label: 'limits on a device', body: { device: '${1:pixel-1}', limits: '${2:60ms}' } },
		],
	});
	texts.add(budgetFileSchema, { defaultSnippets: [{ label: 'budgets', body: { budgets: [first] } }] });
	return schemaFile('model-scout.budget', 'Limits for the models that code names', budgetFileSchema, 'input', texts);
}

/** The whole file, of which the product reads each row by itself. */
function templateSchemaFile(): SchemaFile {
	const texts = z.registry<Record<string, unknown>>();
	const { name, language, frameworks, imports, code } = templateRowSchema.shape;
	texts.add(name, { description: 'Name in the list of snippets, and of --kind on the command line.' });
	texts.add(language, { description: 'Python without it.' });
	texts.add(frameworks, { description: 'For weights of these alone; of every framework without it.' });
	texts.add(imports, { description: 'Import statements of Python code, one for each source of names.' });
	texts.add(code, { description: 'A text, or its lines. {{name}} and the like are replaced by literals.' });
	const example = { name: '${1:our-trainer}', code: ['${2:model = make({{name\\}\\}, classes={{classes\\}\\})}'] };
	texts.add(templateRowSchema, { defaultSnippets: [{ label: 'template', body: example }] });
	const file = z.strictObject({ $schema: z.string().exactOptional(), templates: z.array(templateRowSchema) });
	return schemaFile('model-scout.templates', 'Snippets of your own for Model Scout', file, 'input', texts);
}

function schemaFile(
	name: string,
	title: string,
	schema: z.core.$ZodType,
	io: 'input' | 'output' = 'output',
	metadata: z.core.$ZodRegistry<Record<string, unknown>> = z.globalRegistry,
): SchemaFile {
	const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io, metadata });
	const text = JSON.stringify({ $schema, title, ...rest }, undefined, '\t');
	return { path: `data/schemas/${name}.schema.json`, text: `${text}\n` };
}
