import type * as vscode from 'vscode';
import { tasks, type Task } from '../../catalog/records.ts';

const keys = {
	state: 'comparison.pageState',
	budget: 'comparison.budget',
	device: 'comparison.device',
	task: 'comparison.task',
} as const;

/** What a person chose in the comparison, kept for a workspace. Each is undefined where nothing was. */
export class ComparisonMemory {
	constructor(private readonly memory: vscode.Memento) {}

	/** How the page is set up, as it gave it. */
	get state(): string | undefined {
		return this.textOf('state');
	}

	get budget(): string | undefined {
		return this.textOf('budget');
	}

	get device(): string | undefined {
		return this.textOf('device');
	}

	get task(): Task | undefined {
		return tasks.find(task => task === this.textOf('task'));
	}

	async keep(name: keyof typeof keys, text: string | undefined): Promise<void> {
		await this.memory.update(keys[name], text);
	}

	private textOf(name: keyof typeof keys): string | undefined {
		const stored = this.memory.get<unknown>(keys[name]);
		return typeof stored === 'string' ? stored : undefined;
	}
}
