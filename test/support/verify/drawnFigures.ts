import Papa from 'papaparse';
import * as z from 'zod';
import { figureKinds, type CatalogRecords } from '../../../src/catalog/records.ts';
import type { PublicFile, PublicRow } from './publicFiles.ts';

/** One cell of a public file, drawn at random, as the file prints it. */
export const drawnFigureSchema = z.strictObject({
	file: z.string(),
	/** Line of the file, from 1. */
	line: z.number(),
	column: z.string(),
	cell: z.string(),
	/** What one of the printed number is in the unit of the catalog. */
	unit: z.number(),
	isError: z.boolean().exactOptional(),
	kind: z.enum(figureKinds),
	sources: z.array(z.string()),
	locator: z.string(),
	/** Side of the input in px, where the file has rows of several. */
	side: z.number().exactOptional(),
	/** The row gave no record; `data/reports` says why. */
	leftOut: z.boolean().exactOptional(),
});
export type DrawnFigure = z.infer<typeof drawnFigureSchema>;

/** Draws `count` printed figures: a file, then a row, then a column that prints one. */
export function drawFigures(
	files: readonly PublicFile[],
	read: (file: string) => string,
	random: () => number,
	count: number,
): readonly DrawnFigure[] {
	const tables = files
		.filter(({ figures, isFallback }) => !isFallback && Object.keys(figures).length > 0)
		.map(file => ({
			file,
			rows: Papa.parse<PublicRow>(read(file.file), { header: true, skipEmptyLines: true }).data,
		}));
	const drawn = new Map<string, DrawnFigure>();
	while (drawn.size < count) {
		const { file, rows } = pickOne(random, tables);
		const index = Math.floor(random() * rows.length);
		const row = rows[index] ?? {};
		const kind = pickOne(
			random,
			figureKinds.filter(each => file.figures[each]),
		);
		const from = file.figures[kind];
		const cell = from && row[from.column];
		if (!from || !cell) continue;
		const key = `${file.file} ${String(index)} ${kind}`;
		const side = file.sizeColumn === undefined ? {} : { side: Number(row[file.sizeColumn]) };
		const about = { unit: from.unit, ...(from.isError && { isError: true }), kind, sources: [...file.sources] };
		const place = { file: file.file, line: index + 2, column: from.column, cell };
		drawn.set(key, { ...place, ...about, locator: file.locator(row), ...side });
	}
	return [...drawn.values()];
}

/** Whether the catalog has the figure with the very value that the cell prints. */
export function holdsDrawn(records: Pick<CatalogRecords, 'figures' | 'candidates'>, drawn: DrawnFigure): boolean {
	const printed = Number(drawn.cell.replaceAll(',', ''));
	const value = (drawn.isError ? 100 - printed : printed) * drawn.unit;
	const sides = new Map(records.candidates.map(({ id, input }) => [id, input[0]]));
	const isOfSize = drawn.side !== undefined && drawn.kind !== 'params' && drawn.kind !== 'bytes';
	return records.figures.some(
		figure =>
			figure.kind === drawn.kind &&
			drawn.sources.includes(figure.source) &&
			figure.locator === drawn.locator &&
			(!isOfSize || (figure.conditions.input?.[0] ?? sides.get(figure.of)) === drawn.side) &&
			Math.abs(figure.value - value) <= (figure.value > 1000 ? 0.5 : 1e-9),
	);
}

function pickOne<T>(random: () => number, items: readonly T[]): T {
	const item = items[Math.floor(random() * items.length)];
	if (item === undefined) throw new Error('nothing to draw from');
	return item;
}
