import type * as vscode from 'vscode';
import { tasks, type Task } from '../../catalog/records.ts';

const budgetKey = 'pick.lastBudget';
const taskKey = 'pick.lastTask';

/** The budget that was asked about last in this workspace. */
export function lastBudget(memory: vscode.Memento): string | undefined {
	const stored: unknown = memory.get(budgetKey);
	return typeof stored === 'string' ? stored : undefined;
}

export async function rememberBudget(memory: vscode.Memento, budget: string): Promise<void> {
	await memory.update(budgetKey, budget);
}

/** The task that was chosen last in this workspace; classification where none was. */
export function lastTask(memory: vscode.Memento): Task {
	return tasks.find(task => task === memory.get<unknown>(taskKey)) ?? 'classification';
}

export async function rememberTask(memory: vscode.Memento, task: Task): Promise<void> {
	await memory.update(taskKey, task);
}
