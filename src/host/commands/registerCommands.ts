import * as vscode from 'vscode';
import { ArgumentError } from './argumentError.ts';
import type { CommandId } from './ids.ts';

/** What arrives is not trusted: a keybinding, a link or another extension may pass anything. */
export type Command = (...args: readonly unknown[]) => unknown;

/**
 * Registers all commands. The one place that catches what a command throws: it is logged in full and its message shown.
 * Wrong arguments are the caller's business, so they are thrown on to it.
 */
export function registerCommands(
	commands: Readonly<Record<CommandId, Command>>,
	log: vscode.LogOutputChannel,
): vscode.Disposable[] {
	return Object.entries(commands).map(([id, run]) =>
		vscode.commands.registerCommand(id, async (...args: unknown[]): Promise<unknown> => {
			try {
				return await run(...args);
			} catch (error) {
				log.error(`${id} failed.`, error);
				if (error instanceof ArgumentError) throw error;
				void showError(error, log);
				return undefined;
			}
		}),
	);
}

async function showError(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
	const message = error instanceof Error ? error.message : String(error);
	const answer = await vscode.window.showErrorMessage(message, 'Show Log');
	if (answer) log.show();
}
