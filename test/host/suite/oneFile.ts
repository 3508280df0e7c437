import * as vscode from 'vscode';

/** A file system in which every path is a file of the same content, and nothing can be changed. */
export class OneFile implements vscode.FileSystemProvider {
	private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	readonly onDidChangeFile = this.changed.event;

	constructor(private readonly content: Uint8Array) {}

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	stat(): vscode.FileStat {
		return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.content.byteLength };
	}

	readFile(): Uint8Array {
		return this.content;
	}

	readDirectory(): [string, vscode.FileType][] {
		return [];
	}

	createDirectory(): void {
		throw vscode.FileSystemError.NoPermissions();
	}

	writeFile(): void {
		throw vscode.FileSystemError.NoPermissions();
	}

	delete(): void {
		throw vscode.FileSystemError.NoPermissions();
	}

	rename(): void {
		throw vscode.FileSystemError.NoPermissions();
	}
}
