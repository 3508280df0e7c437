import { createCatalog, type Catalog } from './catalog.ts';
import type { CatalogRecords } from './records.ts';

export const shippedFormat = 'model-scout-catalog-1';

/**
 * Reads the one file that the build makes from `data/`. Its records were checked when it was built, so only its format is
 * looked at here.
 * @throws {RangeError} if the text is not such a file.
 */
export function decodeShippedCatalog(text: string): Catalog {
	const file = parseJson(text);
	if (!isShippedFile(file))
		throw new RangeError(`invalid shipped catalog; expected a file of format ${shippedFormat}`);
	return createCatalog({
		version: file.version,
		date: file.date,
		families: file.families,
		models: file.models,
		checkpoints: file.checkpoints,
		candidates: file.candidates,
		figures: file.figures,
		measurements: file.measurements,
		devices: file.devices,
		sources: file.sources,
		datasets: file.datasets,
	});
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new RangeError('invalid shipped catalog; expected JSON', { cause: error });
	}
}

function isShippedFile(value: unknown): value is CatalogRecords {
	return typeof value === 'object' && value !== null && 'format' in value && value.format === shippedFormat;
}
