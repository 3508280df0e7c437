import * as vscode from 'vscode';
import { plainText } from '../../catalog/plainText.ts';
import { licenseClasses } from '../../catalog/weightsLicense.ts';
import { diagnose } from '../../mentions/diagnose.ts';
import type { CodeFinding, FindingSeverity } from '../../mentions/finding.ts';
import { atLevels, levelsBesideFile } from '../../mentions/findingLevels.ts';
import type { ModelDocument } from '../../mentions/modelDocument.ts';
import { isBudgetFile } from './codeBudgets.ts';
import { readFindingLevels } from './findingSettings.ts';
import { rangeIn, type ModelContext } from './modelContext.ts';
import { findingSource } from './modelDiagnostics.ts';
import type { ModelLanguage } from './modelLanguage.ts';

/** Findings that a text has at most; a file with more is no code that a person reads. */
const mostFindings = 200;

export interface FoundInText {
	readonly read: ModelDocument;
	readonly context: ModelContext;
	readonly findings: readonly CodeFinding[];
}

/** What is doubtful in a text as it is now; undefined for a text that is not read. */
export async function findingsIn(
	{ documents, contexts, versions, settings }: ModelLanguage,
	document: vscode.TextDocument,
): Promise<FoundInText | undefined> {
	const first = documents.of(document);
	if (!first?.mayName) return undefined;
	const [context, installed] = await Promise.all([contexts.load(document.uri), versions.of(document.uri)]);
	const read = documents.of(document);
	if (!read) return undefined;
	const { catalog, names } = context;
	const { withoutLicenses } = settings.read();
	const allowed = licenseClasses.filter(each => !withoutLicenses.includes(each));
	const found = diagnose(read, {
		catalog,
		names,
		installed,
		watch: context.watch,
		...(withoutLicenses.length > 0 && { allowedLicenses: allowed }),
	});
	const levels = context.budget.file ? levelsBesideFile(readFindingLevels()) : readFindingLevels();
	return { read, context, findings: atLevels(found, levels).slice(0, mostFindings) };
}

/** The findings as the editor shows them. */
export async function diagnosticsOf(
	language: ModelLanguage,
	document: vscode.TextDocument,
): Promise<readonly vscode.Diagnostic[]> {
	if (isBudgetFile(document.uri)) await language.contexts.load(document.uri); // which tells what is wrong with it
	const found = await findingsIn(language, document);
	return (found?.findings ?? []).map(finding => diagnosticOf(document, finding));
}

const severities: Readonly<Record<FindingSeverity, vscode.DiagnosticSeverity>> = {
	hint: vscode.DiagnosticSeverity.Hint,
	information: vscode.DiagnosticSeverity.Information,
	warning: vscode.DiagnosticSeverity.Warning,
	error: vscode.DiagnosticSeverity.Error,
};

function diagnosticOf(document: vscode.TextDocument, finding: CodeFinding): vscode.Diagnostic {
	const { code, severity, message } = finding;
	const diagnostic = new vscode.Diagnostic(rangeIn(document, finding), plainText(message, 400), severities[severity]);
	diagnostic.source = findingSource;
	diagnostic.code = code;
	if (['renamed-name', 'deprecated-name', 'pretrained-argument'].includes(code))
		diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
	return diagnostic;
}
