import type { Catalog } from '../../catalog/catalog.ts';
import type { ComparisonSnapshot } from '../../comparison/comparisonSnapshot.ts';

interface MadeSnapshot {
	readonly key: string;
	readonly snapshot: ComparisonSnapshot;
}

/**
 * What the comparison showed last of a catalog: a page that is opened again, or was hidden, has it at once where nothing was
 * chosen or changed meanwhile.
 */
export class MadeSnapshots {
	private readonly byCatalog = new WeakMap<Catalog, MadeSnapshot>();
	private readonly packedOf = new WeakMap<ComparisonSnapshot, Uint8Array>();

	/** @param choices all that `make` depends on besides the catalog, of values that JSON can tell apart */
	of(catalog: Catalog, choices: object, make: () => ComparisonSnapshot): ComparisonSnapshot {
		const key = JSON.stringify(choices);
		const made = this.byCatalog.get(catalog);
		if (made?.key === key) return made.snapshot;
		const snapshot = make();
		this.byCatalog.set(catalog, { key, snapshot });
		return snapshot;
	}

	/** What `pack` makes of a snapshot, once. */
	packed(snapshot: ComparisonSnapshot, pack: (snapshot: ComparisonSnapshot) => Uint8Array): Uint8Array {
		const known = this.packedOf.get(snapshot) ?? pack(snapshot);
		this.packedOf.set(snapshot, known);
		return known;
	}
}
