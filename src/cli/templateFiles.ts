import { existsSync } from 'node:fs';
import type { CatalogProblem } from '../catalog/parseCatalog.ts';
import type { SnippetTemplate } from '../frameworks/snippetTemplate.ts';
import { firstOfEachName, parseTemplateFile, templateFileName } from '../frameworks/templateFile.ts';
import { readTextFile } from './loadCatalogs.ts';

const maxTemplateBytes = 1_000_000;

/**
 * The templates of files, or of the one in the folder of the call where none is named. Of those with one name the first counts.
 * @throws {UsageError} if a file cannot be read. A bad template is a problem, not an error.
 */
export function readTemplates(named: readonly string[]): {
	readonly templates: readonly SnippetTemplate[];
	readonly problems: readonly CatalogProblem[];
} {
	const files = named.length > 0 ? named : [templateFileName].filter(existsSync);
	const read = files.map(file => parseTemplateFile(readTextFile(file, maxTemplateBytes, 'file of templates'), file));
	return {
		templates: firstOfEachName(read.flatMap(({ templates }) => templates)),
		problems: read.flatMap(({ problems }) => problems),
	};
}
