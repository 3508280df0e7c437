import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CatalogLoader } from '../../../src/host/catalogLoader.ts';

/** A file system that serves the shipped catalog and counts what is read of it. */
class CountedFiles implements vscode.FileSystemProvider {
	reads = 0;
	isBroken = false;
	readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

	constructor(private readonly extensionUri: vscode.Uri) {}

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
		return vscode.workspace.fs.stat(this.shipped(uri));
	}

	async readFile(uri: vscode.Uri): Promise<Uint8Array> {
		this.reads += 1;
		if (this.isBroken) throw vscode.FileSystemError.Unavailable('the disk is away');
		return vscode.workspace.fs.readFile(this.shipped(uri));
	}

	readDirectory = (): never => this.refuse();
	createDirectory = (): never => this.refuse();
	writeFile = (): never => this.refuse();
	delete = (): never => this.refuse();
	rename = (): never => this.refuse();

	private shipped(uri: vscode.Uri): vscode.Uri {
		return vscode.Uri.joinPath(this.extensionUri, uri.path);
	}

	private refuse(): never {
		throw vscode.FileSystemError.NoPermissions('read-only');
	}
}

describe('the catalog loader', () => {
	let files: CountedFiles;
	let catalogs: CatalogLoader;
	let disposables: { dispose(): unknown }[] = [];

	beforeEach(() => {
		const extension = vscode.extensions.getExtension('model-scout.model-scout');
		if (!extension) throw new Error('Model Scout is not installed');
		files = new CountedFiles(extension.extensionUri);
		const log = vscode.window.createOutputChannel('Model Scout tests', { log: true });
		catalogs = new CatalogLoader(vscode.Uri.parse('counted:/'), log);
		disposables = [vscode.workspace.registerFileSystemProvider('counted', files), log, catalogs];
	});

	afterEach(() => {
		for (const disposable of disposables) disposable.dispose();
	});

	it('reads nothing before it is asked, and one file once for all who ask', async () => {
		assert.equal(files.reads, 0);
		const [first, second] = await Promise.all([catalogs.load(), catalogs.load()]);
		assert.equal(first, second);
		assert.equal(await catalogs.load(), first);
		assert.equal(files.reads, 1);
	});

	it('tries again after a failure', async () => {
		files.isBroken = true;
		const failure: unknown = await catalogs.load().catch((error: unknown) => error);
		assert.ok(failure instanceof Error);
		files.isBroken = false;
		assert.ok((await catalogs.load()).familyById.has('mobilenet-v3'));
	});

	it('reads again when it is told to, and says so', async () => {
		await catalogs.load();
		let changes = 0;
		disposables.push(catalogs.onDidChangeCatalog(() => (changes += 1)));
		catalogs.reload();
		await catalogs.load();
		assert.deepEqual([changes, files.reads], [1, 2]);
	});
});
