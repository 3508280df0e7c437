import * as vscode from 'vscode';
import type { Snippet } from '../../../src/frameworks/snippetOffer.ts';

/** Runs the command as another extension would, and returns what it inserted. */
export function insertArchitecture(request: object): Thenable<Snippet | undefined> {
	return vscode.commands.executeCommand<Snippet | undefined>('modelScout.insertArchitecture', request);
}
