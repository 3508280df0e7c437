import type { Catalog } from '../catalog/catalog.ts';
import type { LayeredFile } from '../catalog/layerCatalogs.ts';
import { lintRules, type Finding, type Severity } from '../catalog/lint/finding.ts';
import type { CatalogProblem } from '../catalog/parseCatalog.ts';
import { plainText } from '../catalog/plainText.ts';
import { judgeCatalog, judgeFiles } from '../comparison/judgeFiles.ts';
import type { LoadedCatalog } from './loadCatalogs.ts';
import { choiceOption } from './options.ts';
import type { Verb } from './verb.ts';

/** A finding of the linter, or with code `row` what is wrong with a row or file itself. */
export interface LintedRow {
	/** The file as it was named; null for the shipped catalog. */
	readonly path: string | null;
	/** From 1; with the columns null where the place is not known. */
	readonly line: number | null;
	readonly column: number | null;
	readonly endColumn: number | null;
	readonly severity: Severity;
	readonly code: LintCode;
	/** Id of the record that it is about; null for a row that could not be used. */
	readonly of: string | null;
	readonly message: string;
}

export interface LintOutput {
	readonly findings: readonly LintedRow[];
	readonly errors: number;
	readonly warnings: number;
	readonly information: number;
}

export const lintCodes = [...lintRules, 'row'] as const;
export type LintCode = (typeof lintCodes)[number];

export const lintVerb: Verb = {
	name: 'lint',
	operands: '[FILE…]',
	summary: 'Doubtful figures and names of a catalog of your own, or of the shipped one',
	details: [
		'Each FILE is added to the shipped catalog, and what is found about its rows is told with its line.',
		'Rules: implausible-figure, unit-slip, computed-cost, sources-in-conflict, family-order, duplicate-name, list-against-table;',
		'row is what is wrong with a row itself. Exit code 1 where there is an error.',
	],
	options: [
		{ name: 'rule', value: 'RULE', choices: lintCodes, description: 'Tell the findings of this rule alone.' },
	],
	examples: ['lint', 'lint model-scout.catalog.json --json', 'lint --rule unit-slip'],
	takesCatalogs: true,
	run(catalog, options, loaded) {
		const rule = choiceOption(options, 'rule', lintCodes);
		const linted = options.positionals.length === 0 ? lintShipped(catalog) : lintOwn(loaded, options.positionals);
		const findings = rule === undefined ? linted : linted.filter(({ code }) => code === rule);
		const countOf = (severity: Severity): number => findings.filter(row => row.severity === severity).length;
		const output: LintOutput = {
			findings,
			errors: countOf('error'),
			warnings: countOf('warning'),
			information: countOf('information'),
		};
		return { output, text: lintText(output), hasErrors: output.errors > 0 };
	},
};

function lintShipped(catalog: Catalog): readonly LintedRow[] {
	return judgeCatalog(catalog).map(({ rule, severity, of, message }: Finding) => ({
		path: null,
		line: null,
		column: null,
		endColumn: null,
		severity,
		code: rule,
		of,
		message: plainText(message, 400),
	}));
}

/** The files that are operands stand after those of `--catalog`. */
function lintOwn({ own }: LoadedCatalog, operands: readonly string[]): readonly LintedRow[] {
	if (!own) return [];
	const files = own.files.slice(-operands.length);
	const found = judgeFiles(own.layered, files);
	return files.flatMap((file, index) => {
		const rowOf = (problem: CatalogProblem, severity: Severity): LintedRow =>
			lintedRow(operands[index] ?? '', problem, severity);
		return [
			...file.parsed.problems.map(problem => rowOf(problem, isLeftOut(file, problem) ? 'error' : 'warning')),
			...(own.layered.problems.get(file) ?? []).map(problem => rowOf(problem, problem.severity ?? 'error')),
			...(found.get(file) ?? []).map(problem => rowOf(problem, problem.severity ?? 'warning')),
		];
	});
}

/** Whether the row of a problem, or the whole list, is not among those that were read. */
function isLeftOut({ parsed }: LayeredFile, { where }: CatalogProblem): boolean {
	return where !== '' && !new Set(parsed.places.values()).has(where);
}

function lintedRow(path: string, problem: CatalogProblem, severity: Severity): LintedRow {
	const { where, message, line, column, endColumn, finding } = problem;
	return {
		path,
		line: line ?? null,
		column: column ?? null,
		endColumn: endColumn ?? null,
		severity,
		code: lintCodes.find(code => code === finding?.rule) ?? 'row',
		of: finding?.of ?? null,
		message: plainText([where, message].filter(text => text !== '').join(': '), 400),
	};
}

function lintText({ findings, errors, warnings, information }: LintOutput): string {
	const rows = findings.map(({ path, line, column, severity, code, of, message }) => {
		const place = [path, line, column].filter(part => part !== null).join(':');
		return plainText([place, severity, of, `${message} [${code}]`].filter(part => part).join(': '), 600);
	});
	const counts = [count(errors, 'error'), count(warnings, 'warning'), `${String(information)} for information`];
	return [...rows, ...(rows.length > 0 ? [''] : []), counts.join(', ')].join('\n');
}

function count(many: number, what: string): string {
	return `${String(many)} ${what}${many === 1 ? '' : 's'}`;
}
