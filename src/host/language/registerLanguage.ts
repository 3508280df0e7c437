import * as vscode from 'vscode';
import type { LazyLanguage } from './lazyLanguage.ts';
import { modelCode } from './modelCode.ts';
import { findingSource, ModelDiagnostics } from './modelDiagnostics.ts';

/** A quote begins a name, a dot its tag, a sign of equality the value of `weights=`. */
const nameTriggers = ['"', "'", '.', '='];

/** Quick fixes of findings; the same model in another framework. */
const actionKinds = [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite];

/** Registers what the editor asks about names of models in code. */
export function registerLanguage(lazy: LazyLanguage, log: vscode.LogOutputChannel): vscode.Disposable {
	return vscode.Disposable.from(
		vscode.languages.registerHoverProvider(modelCode, hoverProvider(lazy)),
		vscode.languages.registerCompletionItemProvider(['python'], completionProvider(lazy), ...nameTriggers),
		vscode.languages.registerInlayHintsProvider(modelCode, {
			onDidChangeInlayHints: lazy.onDidChange,
			provideInlayHints: async (document, range, token) => {
				const { features, language } = await lazy.load();
				return [...(await features.hintsIn(language, document, range, token))];
			},
			resolveInlayHint: async hint => (await lazy.load()).features.resolveHint(hint),
		}),
		new ModelDiagnostics(
			modelCode,
			async document => {
				const { features, language } = await lazy.load();
				return features.diagnosticsOf(language, document);
			},
			lazy.onDidChange,
			log,
		),
		vscode.languages.registerCodeActionsProvider(
			modelCode,
			{
				provideCodeActions: async (document, range, { diagnostics, only }, token) => {
					const [fixes, conversions] = actionKinds.map(kind => only?.contains(kind) ?? true);
					const { features, language } = await lazy.load();
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

export function hoverProvider(lazy: LazyLanguage): vscode.HoverProvider {
	return {
		provideHover: async (document, position, token) => {
			const { features, language } = await lazy.load();
			return features.hoverAt(language, document, position, token);
		},
	};
}

export function completionProvider(lazy: LazyLanguage): vscode.CompletionItemProvider {
	return {
		provideCompletionItems: async (document, position, token) => {
			const { features, language } = await lazy.load();
			return features.completionsIn(language, document, position, token);
		},
		resolveCompletionItem: async item => (await lazy.load()).features.resolveCompletion(item),
	};
}
