import * as vscode from 'vscode';
import type { FamilyTreeNode } from './familyTreeNode.ts';

/** Ids of the dragged records, one a line. */
export const recordMime = 'application/vnd.model-scout.records';

/** Lets rows be dragged out of the tree: into an editor, where they become a snippet. Nothing is dropped on the tree. */
export class FamilyDrag implements vscode.TreeDragAndDropController<FamilyTreeNode> {
	readonly dropMimeTypes: readonly string[] = [];
	readonly dragMimeTypes = ['text/plain', recordMime];

	handleDrag(nodes: readonly FamilyTreeNode[], data: vscode.DataTransfer): void {
		const ids = nodes.flatMap(node => ('recordId' in node && node.kind !== 'family' ? [node.recordId] : []));
		if (ids.length === 0) return;
		data.set('text/plain', new vscode.DataTransferItem(ids.join('\n')));
		data.set(recordMime, new vscode.DataTransferItem(ids.join('\n')));
	}
}
