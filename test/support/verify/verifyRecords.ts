import Papa from 'papaparse';
import type { CatalogRecords, Figure, Measurement } from '../../../src/catalog/records.ts';
import type { PublicColumn, PublicFile, PublicRow, PublicTime } from './publicFiles.ts';

/** A record that does not say what its source says, or that stands in no row of it. */
export interface Disagreement {
	readonly source: string;
	readonly locator: string;
	readonly message: string;
}

export interface Verified {
	/** Records that agree with a public file, by source. */
	readonly agreed: ReadonlyMap<string, number>;
	readonly disagreements: readonly Disagreement[];
	/** Records of each source that no public file holds. */
	readonly unread: ReadonlyMap<string, number>;
}

type Rows = ReadonlyMap<string, readonly PublicRow[]>;

/** Reads every figure and time of the catalog again in the public files, row by row and cell by cell. */
export function verifyRecords(
	records: CatalogRecords,
	files: readonly PublicFile[],
	read: (file: string) => string,
): Verified {
	const rowsOf = new Map(files.map(file => [file, readRows(file, read(file.file))]));
	const filesOf = (source: string): readonly PublicFile[] => files.filter(({ sources }) => sources.includes(source));
	const sizes = new Map(records.candidates.map(({ id, input }) => [id, input]));
	const [agreed, unread] = [new Map<string, number>(), new Map<string, number>()];
	const disagreements: Disagreement[] = [];
	const settle = (source: string, locator: string, answers: readonly (string | undefined)[]): void => {
		const counts = answers.length === 0 ? unread : agreed;
		const isRight = answers.length === 0 || answers.includes(undefined);
		if (isRight) counts.set(source, (counts.get(source) ?? 0) + 1);
		else disagreements.push({ source, locator, message: answers.find(answer => answer !== undefined) ?? '' });
	};
	for (const figure of records.figures) {
		const size = figure.conditions.input ?? sizes.get(figure.of);
		const answers = filesOf(figure.source).flatMap(file => {
			const column = file.figures[figure.kind];
			return column && isRead(file, figure.locator, rowsOf.get(file))
				? [checkFigure(figure, size?.[0], column, file, rowsOf.get(file))]
				: [];
		});
		settle(figure.source, figure.locator, answers);
	}
	for (const measurement of records.measurements) {
		const answers = filesOf(measurement.source).flatMap(file =>
			file.time &&
			isRead(file, measurement.locator, rowsOf.get(file)) &&
			(file.time.batch ?? measurement.batch) === measurement.batch
				? [checkTime(measurement, file.time, file, rowsOf.get(file))]
				: [],
		);
		settle(measurement.source, measurement.locator, answers);
	}
	return { agreed, disagreements, unread };
}

function readRows(file: PublicFile, text: string): Rows {
	const { data } = Papa.parse<PublicRow>(text, { header: true, skipEmptyLines: true });
	const rows = new Map<string, PublicRow[]>();
	for (const row of data) {
		const locator = file.locator(row);
		rows.set(locator, [...(rows.get(locator) ?? []), row]);
	}
	return rows;
}

function isRead({ isPartial }: PublicFile, locator: string, rows: Rows | undefined): boolean {
	return !isPartial || rows?.has(locator) === true;
}

function checkFigure(
	figure: Figure,
	side: number | undefined,
	column: PublicColumn,
	file: PublicFile,
	rows: Rows | undefined,
): string | undefined {
	const isOfSize = figure.kind !== 'params' && figure.kind !== 'bytes';
	const cells = cellsAt(figure.locator, isOfSize ? side : undefined, column, file, rows);
	const values = cells.map(cell => (column.isError ? 100 - cell : cell) * column.unit);
	if (values.some(value => isSame(value, figure.value))) return undefined;
	return `${figure.kind} ${String(figure.value)} of ${figure.of}; the file says ${values.join(', ') || 'nothing'}`;
}

function checkTime(
	measurement: Measurement,
	time: PublicTime,
	file: PublicFile,
	rows: Rows | undefined,
): string | undefined {
	const { locator, input, ms, batch, model } = measurement;
	const isOfRun = (row: PublicRow): boolean => time.isOfRun?.(row, measurement) ?? true;
	const cells = cellsAt(locator, input[0], time, file, rows, isOfRun);
	const values = cells.map(cell => (time.isSpeed ? (1000 * batch) / cell : cell * time.unit));
	if (values.some(value => isSame(value, ms) || Math.abs(value - ms) < 0.00051)) return undefined;
	return `${String(ms)} ms of ${model}; the file says ${values.join(', ') || 'nothing'}`;
}

/** Numbers in the rows of a locator, of one size where the file has several. */
function cellsAt(
	locator: string,
	side: number | undefined,
	{ column, inNote }: PublicColumn,
	{ sizeColumn }: PublicFile,
	rows: Rows | undefined,
	isMeant: (row: PublicRow) => boolean = () => true,
): readonly number[] {
	return (rows?.get(locator) ?? [])
		.filter(isMeant)
		.filter(row => sizeColumn === undefined || side === undefined || Number(row[sizeColumn]) === side)
		.flatMap(row => [row[column], inNote?.exec(row['note'] ?? '')?.[1]])
		.map(text => (text ?? '').replaceAll(',', ''))
		.filter(text => text !== '')
		.map(Number);
}

/** Counts are whole numbers, so that half of one is lost in rounding. */
function isSame(a: number, b: number): boolean {
	return Math.abs(a - b) <= Math.max(0.5 * Number(Number.isInteger(b) && b > 1000), 1e-9 * Math.abs(b));
}
