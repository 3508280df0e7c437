import * as vscode from 'vscode';
import { idsIn } from '../catalog/rememberedIds.ts';

/** The one selection that the tree's checkboxes and the comparison page share: candidate ids in the order of choice. */
export class ComparedCandidates implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<readonly string[]>();
	/** Fires with all ids after each change. */
	readonly onDidChange = this.changed.event;
	private current: readonly string[];

	constructor(private readonly memory: vscode.Memento) {
		this.current = idsIn(memory.get(memoryKey));
		if (this.current.length > 0) this.showCount();
	}

	get ids(): readonly string[] {
		return this.current;
	}

	add(ids: readonly string[]): void {
		this.replace([...this.current, ...ids]);
	}

	remove(ids: readonly string[]): void {
		this.replace(this.current.filter(id => !ids.includes(id)));
	}

	/** Does nothing where the selection already is `ids`, so that two views that follow each other come to rest. */
	replace(ids: readonly string[]): void {
		const distinct = [...new Set(ids)];
		if (distinct.length === this.current.length && distinct.every((id, i) => id === this.current[i])) return;
		this.current = distinct;
		void this.memory.update(memoryKey, distinct);
		this.showCount();
		this.changed.fire(distinct);
	}

	dispose(): void {
		this.changed.dispose();
	}

	/** Commands that need a selection are off without one. */
	private showCount(): void {
		void vscode.commands.executeCommand('setContext', 'modelScout.comparedCount', this.current.length);
	}
}

const memoryKey = 'comparedCandidates';
