import { englishIssues } from '../catalog/englishIssues.ts';
import { findJsonFault, type JsonPath } from '../catalog/jsonPlaces.ts';
import { locateProblems, positionAt, withoutMark } from '../catalog/locateProblems.ts';
import { placeOfIssue, type CatalogProblem } from '../catalog/parseCatalog.ts';
import { plainText } from '../catalog/plainText.ts';
import type { SnippetTemplate } from './snippetTemplate.ts';
import { templateFault } from './snippetTemplate.ts';
import { templateRowSchema, type TemplateRow } from './templateFile.schema.ts';

/** Name of the file in a folder of the workspace. */
export const templateFileName = 'model-scout.templates.json';

/** Kinds of snippets that the product has itself: no template may be named after one. */
const isTaken = /^(?:load|features|finetune|config|record|architecture|template)$/;

/** Reads a file of templates. A bad one becomes a problem at its place, and hides no other. */
export function parseTemplateFile(
	text: string,
	origin: string,
): { readonly templates: readonly SnippetTemplate[]; readonly problems: readonly CatalogProblem[] } {
	const bare = withoutMark(text);
	const fault = findJsonFault(bare);
	if (fault !== undefined) {
		const problem = { origin, where: '', message: 'this is no JSON', ...positionAt(bare, fault) };
		return { templates: [], problems: [problem] };
	}
	const rows = rowsIn(JSON.parse(bare));
	const problems: CatalogProblem[] = [];
	const templates = new Map<string, SnippetTemplate>();
	if (!rows) problems.push({ origin, where: 'templates', message: 'expected a list of templates' });
	rows?.forEach((row, index) => {
		const { field, message, template } = readRow(row, templates);
		if (template) templates.set(template.name, template);
		else problems.push({ origin, where: `templates, row ${String(index + 1)}`, message, field });
	});
	return { templates: [...templates.values()], problems: locateProblems(text, problems) };
}

/** Of the templates of several files, of which those of the first count before others of the same name. */
export function firstOfEachName(templates: readonly SnippetTemplate[]): readonly SnippetTemplate[] {
	const byName = new Map<string, SnippetTemplate>();
	for (const template of templates) if (!byName.has(template.name)) byName.set(template.name, template);
	return [...byName.values()];
}

function rowsIn(file: unknown): readonly unknown[] | undefined {
	const rows = typeof file === 'object' && file !== null && 'templates' in file ? file.templates : undefined;
	return Array.isArray(rows) ? rows : undefined;
}

interface ReadRow {
	readonly field: JsonPath;
	readonly message: string;
	readonly template?: SnippetTemplate;
}

function readRow(row: unknown, before: ReadonlyMap<string, SnippetTemplate>): ReadRow {
	const { success, data, error } = templateRowSchema.safeParse(row, englishIssues);
	if (!success) {
		const [issue] = error.issues;
		const at = issue?.path.join('.') ?? '';
		const message = plainText(`${at === '' ? '' : `${at}: `}${issue?.message ?? ''}`, 300);
		return { field: placeOfIssue(issue).field ?? [], message };
	}
	const template = templateOf(data);
	const { name } = template;
	if (isTaken.test(name)) return { field: ['name'], message: `"${name}" is a kind of snippet already` };
	if (before.has(name)) return { field: ['name'], message: `"${name}" is the name of an earlier template` };
	const fault = templateFault(template);
	return fault === undefined ? { field: [], message: '', template } : { field: ['code'], message: fault };
}

function templateOf({ name, language = 'python', frameworks, imports = [], code }: TemplateRow): SnippetTemplate {
	const lines = typeof code === 'string' ? code : code.join('\n');
	return {
		name,
		language,
		...(frameworks && { frameworks }),
		imports: language === 'python' ? imports : [],
		code: lines.replace(/\r\n?/g, '\n').replace(/\n+$/, ''),
	};
}
