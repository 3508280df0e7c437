import * as vscode from 'vscode';
import type { ContextServices } from './modelContext.ts';
import { findingSource, ModelDiagnostics } from './modelDiagnostics.ts';
import type * as Features from './modelLanguage.ts';
import type { ModelLanguage } from './modelLanguage.ts';

/** Languages in which names of models are understood. */
const modelCode: vscode.DocumentSelector = ['python', 'yaml', 'json', 'jsonc'].map(language => ({ language }));

/** A quote begins a name, a dot its tag, a sign of equality the value of `weights=`. */
const nameTriggers = ['"', "'", '.', '='];

/** Quick fixes of findings; the same model in another framework. */
const actionKinds = [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite];

/** Registers what the editor asks about names of models in code. All of it is loaded when it is asked first. */
export function registerLanguage(services: ContextServices): vscode.Disposable {
	const loaded: { dispose(): unknown }[] = [];
	let loading: Promise<LoadedLanguage> | undefined;
	const load = (): Promise<LoadedLanguage> =>
		(loading ??= import('./modelLanguage.ts').then(features => {
			const language = new features.ModelLanguage(services);
			loaded.push(language);
			return { features, language };
		}));
	return vscode.Disposable.from(
		{
			dispose: () => {
				vscode.Disposable.from(...loaded).dispose();
			},
		},
		vscode.languages.registerHoverProvider(modelCode, {
			provideHover: async (document, position, token) => {
				const { features, language } = await load();
				return features.hoverAt(language, document, position, token);
			},
		}),
		vscode.languages.registerCompletionItemProvider(
			['python'],
			{
				provideCompletionItems: async (document, position, token) => {
					const { features, language } = await load();
					return features.completionsIn(language, document, position, token);
				},
				resolveCompletionItem: async item => {
					const { features, language } = await load();
					return features.resolveCompletion(language, item);
				},
			},
			...nameTriggers,
		),
		new ModelDiagnostics(
			modelCode,
			async document => {
				const { features, language } = await load();
				return features.diagnosticsOf(language, document);
			},
			services.catalogs,
			services.log,
		),
		vscode.languages.registerCodeActionsProvider(
			modelCode,
			{
				provideCodeActions: async (document, range, { diagnostics, only }, token) => {
					const [fixes, conversions] = actionKinds.map(kind => only?.contains(kind) ?? true);
					const { features, language } = await load();
					const found = fixes && diagnostics.some(({ source }) => source === findingSource);
					const settling = found ? await features.fixesAt(language, document, range, diagnostics, token) : [];
					if (!conversions) return [...settling];
					return [...settling, ...(await features.conversionsAt(language, document, range.start, token))];
				},
			},
			{ providedCodeActionKinds: actionKinds },
		),
	);
}

interface LoadedLanguage {
	readonly features: typeof Features;
	readonly language: ModelLanguage;
}
