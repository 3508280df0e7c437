import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { parseInput } from '../catalog/parseInput.ts';
import type { CatalogLoader } from './catalogLoader.ts';

const inputKey = 'costs.input';

/** What a view shows of the catalog. */
export type ShownCatalog = Pick<CatalogLoader, 'load' | 'onDidChangeCatalog'> & {
	/** Sizes in px to choose from that costs can be counted at. */
	readonly costInputs?: readonly number[];
};

/** The catalog as tree and page show it: with the costs of one input size for all networks, where a person chose one. */
export class CostInput implements ShownCatalog, vscode.Disposable {
	readonly costInputs = [96, 128, 160, 192, 224, 256, 288, 320, 384, 448, 512];
	private readonly changed = new vscode.EventEmitter<void>();
	readonly onDidChangeCatalog = this.changed.event;
	private readonly subscription: vscode.Disposable;
	private counted: { readonly of: Catalog; readonly at: string; readonly catalog: Catalog } | undefined;

	constructor(
		private readonly catalogs: CatalogLoader,
		private readonly memory: vscode.Memento,
	) {
		this.subscription = catalogs.onDidChangeCatalog(() => {
			this.changed.fire();
		});
	}

	/** Undefined where each candidate has the costs of its own size. */
	get input(): readonly [number, number] | undefined {
		const stored = this.memory.get<unknown>(inputKey);
		return typeof stored === 'string' ? parseInput(stored) : undefined;
	}

	async setInput(input: readonly [number, number] | undefined): Promise<void> {
		await this.memory.update(inputKey, input?.join('x'));
		this.changed.fire();
	}

	async load(): Promise<Catalog> {
		const [of, { input }] = [await this.catalogs.load(), this];
		if (!input) return of;
		const at = input.join();
		if (this.counted?.of !== of || this.counted.at !== at) {
			const { costsAtInput } = await import('../comparison/costsAtInput.ts');
			this.counted = { of, at, catalog: costsAtInput(of, input) };
		}
		return this.counted.catalog;
	}

	dispose(): void {
		this.subscription.dispose();
		this.changed.dispose();
	}
}
