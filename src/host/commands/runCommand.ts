import * as vscode from 'vscode';
import type { CommandId } from './ids.ts';

/** Runs one of our own commands by its id, so that a misspelt one does not compile. */
export async function runCommand(id: CommandId, ...args: readonly unknown[]): Promise<unknown> {
	return vscode.commands.executeCommand(id, ...args);
}
