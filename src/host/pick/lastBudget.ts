import type * as vscode from 'vscode';

const key = 'pick.lastBudget';

/** The budget that was asked about last in this workspace. */
export function lastBudget(memory: vscode.Memento): string | undefined {
	const stored: unknown = memory.get(key);
	return typeof stored === 'string' ? stored : undefined;
}

export async function rememberBudget(memory: vscode.Memento, budget: string): Promise<void> {
	await memory.update(key, budget);
}
