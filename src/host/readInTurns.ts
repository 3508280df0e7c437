import type { Catalog } from '../catalog/catalog.ts';
import type { ParsedCatalog } from '../catalog/parseCatalog.ts';
import { parseCatalogFileInSteps } from '../catalog/parseCatalogFile.ts';

/** Time in ms for which steps run before the editor has its turn. A step is far shorter than that. */
const longestTurn = 10;

/** Reads a person's catalog file and leaves turns to everything else in between: a table of 100,000 rows takes long. */
export async function readInTurns(text: string, origin: string, catalog: Catalog): Promise<ParsedCatalog> {
	const parsed = await inTurns(parseCatalogFileInSteps(text, origin, catalog));
	if (parsed.prepare) await inTurns(parsed.prepare());
	return parsed;
}

async function inTurns<T>(steps: Iterator<void, T>): Promise<T> {
	for (;;) {
		const end = performance.now() + longestTurn;
		do {
			const { done, value } = steps.next();
			if (done === true) return value;
		} while (performance.now() < end);
		await new Promise(resolve => setTimeout(resolve));
	}
}
