import * as vscode from 'vscode';
import { labelText, plainText } from '../../catalog/plainText.ts';
import type { Verdict } from '../../selection/budget.ts';
import type { FileOfRows } from './workspaceScan.ts';
import type { WorkspaceNode } from './workspaceView.ts';

type PlaceNode = Extract<WorkspaceNode, { kind: 'place' }>;

export function fileItem({ uri, row }: FileOfRows): vscode.TreeItem {
	const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
	const folder = row.path.slice(0, -name.length - 1);
	const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
	item.id = uri.toString();
	item.iconPath = vscode.ThemeIcon.File;
	item.label = plainText(name, 100);
	item.description = plainText([row.text, ...(folder === '' ? [] : [folder])].join(' · '), 200);
	item.contextValue = 'file';
	item.accessibilityInformation = { label: plainText(`${row.path}, ${row.text}`, 300) };
	return item;
}

export function placeItem({ uri, row }: PlaceNode): vscode.TreeItem {
	const { name, line, column, cell } = row.place;
	const item = new vscode.TreeItem(labelText(name));
	item.id = `${uri.toString()} ${String(cell ?? '')}:${line}:${column}`;
	item.description = row.text;
	item.iconPath = iconOf(row.verdict);
	item.contextValue = 'place';
	item.accessibilityInformation = { label: row.spoken };
	item.command = {
		command: 'modelScout.openPlace',
		title: 'Open',
		arguments: [{ uri: uri.toString(), line, column, length: name.length, ...(cell !== undefined && { cell }) }],
	};
	return item;
}

function iconOf(verdict: Verdict | undefined): vscode.ThemeIcon {
	switch (verdict) {
		case 'exceeds':
			return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
		case 'meets':
			return new vscode.ThemeIcon('pass');
		case 'unknown':
			return new vscode.ThemeIcon('question');
		case undefined:
			return new vscode.ThemeIcon('circle-outline');
	}
}
