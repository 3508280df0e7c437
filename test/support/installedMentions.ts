import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name in an installed package that a person has looked at. */
export interface ReviewedMention {
	/** From the folder of the packages, with slashes. */
	readonly path: string;
	/** `code` of the package, or an `example` in one of its docstrings, on the same line. */
	readonly part: string;
	/** From 1; columns are UTF-16 units, of an example those of its code. */
	readonly line: number;
	readonly column: number;
	readonly framework: string;
	readonly name: string;
	/** `right`: the text there is that name, and the code makes or loads a vision model of that library by it. */
	readonly verdict: string;
}

const columns = ['path', 'part', 'line', 'column', 'framework', 'name', 'verdict'] as const;
const reviewedFile = join('test', 'fixtures', 'installed-mentions.tsv');

/** @throws {Error} where the file of reviews has another first line. */
export function readReviewed(): readonly ReviewedMention[] {
	const [head, ...rows] = readFileSync(reviewedFile, 'utf8').trimEnd().split('\n');
	if (head !== columns.join('\t')) throw new Error(`${reviewedFile} begins with ${String(head)}`);
	return rows.map(row => {
		const [path = '', part = '', line, column, framework = '', name = '', verdict = ''] = row.split('\t');
		return { path, part, line: Number(line), column: Number(column), framework, name, verdict };
	});
}

export function formatReviewed(mentions: readonly ReviewedMention[]): string {
	const rows = mentions.map(mention => columns.map(column => String(mention[column])));
	return [columns, ...rows].map(cells => `${cells.join('\t')}\n`).join('');
}

/** What is the same of a mention whoever reports it. */
export function placeOf({ path, part, line, column, framework, name }: ReviewedMention): string {
	return [path, part, line, column, framework, name].join(' ');
}
