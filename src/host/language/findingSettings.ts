import * as vscode from 'vscode';
import { findingCodes, type FindingCode } from '../../mentions/finding.ts';
import { findingLevels, type FindingLevel } from '../../mentions/findingLevels.ts';
import { section } from '../settings.ts';

/** `unknownName` of `unknown-name`. */
export function settingOf(code: FindingCode): string {
	return code.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** How loud a person wants each kind of finding. */
export function readFindingLevels(): Partial<Record<FindingCode, FindingLevel>> {
	const settings = vscode.workspace.getConfiguration(`${section}.diagnostics`);
	const levels: Partial<Record<FindingCode, FindingLevel>> = {};
	for (const code of findingCodes) {
		const level = findingLevels.find(each => each === settings.get<unknown>(settingOf(code)));
		if (level) levels[code] = level;
	}
	return levels;
}
