import { readFileSync } from 'node:fs';
import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import { costsAtInput } from '../comparison/costsAtInput.ts';
import { lineAt, linesOf } from '../frameworks/textLines.ts';
import { codeParts } from '../mentions/codeParts.ts';
import { diagnose, type DiagnosisOptions } from '../mentions/diagnose.ts';
import type { FindingCode, FindingSeverity } from '../mentions/finding.ts';
import { frameworkListsSchema } from '../frameworks/frameworkLists.schema.ts';
import { createModelNames } from '../mentions/modelNames.ts';
import { readBudgetRule, type CodeBudget } from '../selection/budgetFile.ts';
import { createBudgetWatch, type BudgetWatch } from '../selection/budgetWatch.ts';
import { BudgetFiles } from './budgetFiles.ts';
import { codeFilesUnder } from './codeFiles.ts';
import type { ParsedOptions } from './options.ts';
import { sarifOf } from './sarif.ts';
import { UsageError } from './usageError.ts';
import type { Verb } from './verb.ts';

interface CheckedPlace {
	readonly path: string;
	/** From 1, as columns, which are UTF-16 units. */
	readonly line: number;
	readonly column: number;
}

export interface CheckOutput {
	readonly mentions: readonly (CheckedPlace & {
		readonly endColumn: number;
		readonly framework: string | null;
		readonly name: string;
		readonly model: string | null;
	})[];
	readonly findings: readonly (CheckedPlace & {
		readonly severity: FindingSeverity;
		readonly code: FindingCode;
		readonly message: string;
	})[];
}

export const checkVerb: Verb = {
	name: 'check',
	operands: 'PATH…',
	summary: 'Models that code and configurations name, and what is doubtful about them',
	details: [
		'Reads .py, .ipynb, .yaml, .yml and .json, and those below a folder. Nothing in them is run.',
		'Limits are read from the nearest model-scout.json, in the folder of a file or above it.',
		'A line with the comment "# model-scout: ignore", or "ignore[code]", is left alone. Exit code 1 where there is an error.',
	],
	options: [
		{
			name: 'budget',
			value: 'TEXT',
			description: 'Find the models that exceed these limits, such as "300M", in place of model-scout.json.',
		},
		{ name: 'sarif', description: 'Print one SARIF 2.1.0 document instead of text.' },
	],
	examples: ['check train.py', 'check src configs --budget "600M, 10M params" --json', 'check . --sarif'],
	run(catalog, options, { names }) {
		if (options.positionals.length === 0) throw new UsageError('check needs a PATH such as train.py or src');
		const lists = frameworkListsSchema.parse(JSON.parse(readFileSync(names, 'utf8')));
		const diagnosis: DiagnosisOptions = { catalog, names: createModelNames(catalog, lists) };
		const watchOf = budgetWatches(catalog, options);
		const checked = options.positionals
			.flatMap(codeFilesUnder)
			.map(path => checkFile(path, { ...diagnosis, watch: watchOf(path) }));
		const output: CheckOutput = {
			mentions: checked.flatMap(({ mentions }) => mentions),
			findings: checked.flatMap(({ findings }) => findings),
		};
		const hasErrors = output.findings.some(({ severity }) => severity === 'error');
		if (!options.has('sarif')) return { output, text: checkText(output), hasErrors };
		const sarif = sarifOf(output.findings);
		return { output: sarif, text: JSON.stringify(sarif, undefined, 2), hasErrors };
	},
};

/** The budget of the call, else that of the file of budgets which is nearest to a file of code. */
function budgetWatches(catalog: Catalog, options: ParsedOptions): (path: string) => BudgetWatch {
	const watchOf = (budgets: readonly CodeBudget[]): BudgetWatch =>
		createBudgetWatch(catalog, budgets, { countedAt: input => costsAtInput(catalog, input) });
	const limits = options.text('budget');
	if (limits !== undefined) {
		const read = readBudgetRule({ limits }, catalog);
		if (!read.ok) throw new UsageError(read.problem);
		const watch = watchOf(read.budgets);
		return () => watch;
	}
	const files = new BudgetFiles(catalog);
	const known = new Map<readonly CodeBudget[], BudgetWatch>();
	return path => {
		const budgets = files.budgetsFor(path);
		const watch = known.get(budgets) ?? watchOf(budgets);
		known.set(budgets, watch);
		return watch;
	};
}

function checkFile(path: string, options: DiagnosisOptions): CheckOutput {
	const text = readFileSync(path, 'utf8');
	const lines = linesOf(text);
	const placeAt = (offset: number): CheckedPlace => {
		const line = lineAt(lines, offset);
		return { path, line: line + 1, column: offset - (lines[line]?.start ?? 0) + 1 };
	};
	const parts = codeParts(path, text);
	const mentions = parts.flatMap(({ document, toFile }) =>
		document.mentions(options.names).map(({ start, end, framework, name, model }) => ({
			...placeAt(toFile(start)),
			endColumn: placeAt(toFile(end)).column,
			framework: framework ?? null,
			name,
			model: model ?? null,
		})),
	);
	const findings = parts.flatMap(({ document, toFile }) =>
		diagnose(document, options).map(({ start, severity, code, message }) => ({
			...placeAt(toFile(start)),
			severity,
			code,
			message: plainText(message, 400),
		})),
	);
	return { mentions, findings };
}

function checkText({ mentions, findings }: CheckOutput): string {
	const rows = findings.map(({ path, line, column, severity, code, message }) =>
		plainText(`${path}:${String(line)}:${String(column)}: ${severity}: ${message} [${code}]`, 600),
	);
	const models = new Set(mentions.flatMap(({ model }) => model ?? []));
	const foot = `${count(mentions.length, 'name')} of ${count(models.size, 'model')}, ${count(findings.length, 'finding')}`;
	return [...rows, ...(rows.length > 0 ? [''] : []), foot].join('\n');
}

function count(many: number, what: string): string {
	return `${String(many)} ${what}${many === 1 ? '' : 's'}`;
}
