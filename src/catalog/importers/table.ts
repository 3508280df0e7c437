import type { Catalog } from '../catalog.ts';
import { finishSteps } from '../finishSteps.ts';
import { locateProblems } from '../locateProblems.ts';
import { isOverCap, overCapMessage, type ParsedCatalog } from '../parseCatalog.ts';
import { escapeUnseen } from '../plainText.ts';
import { delimitedRows, findDelimiter, RowReader } from './delimited.ts';
import { readJsonTable } from './jsonTable.ts';
import { readMarkdownTables } from './markdownTable.ts';
import { PlainRows } from './plainRows.ts';
import { tableCatalog } from './tableCatalog.ts';
import { isBlankCell, placeOfCell, type RawTable, type TableFault, type TableRow } from './tableCells.ts';
import { acceptedHeadings, indexDevices, maxColumns, readHeading, type DeviceNames } from './tableHeadings.ts';
import { TableProblems } from './tableProblems.ts';
import { TableRecords } from './tableRecords.ts';
import { createSubjectNames } from './tableSubjects.ts';
import { createTableStore } from './tableStore.ts';
import type { TableColumns } from './tableValues.ts';

export const tableFormats = ['csv', 'tsv', 'json', 'markdown'] as const;
export type TableFormat = (typeof tableFormats)[number];

export interface TableOptions {
	readonly format: TableFormat;
	/** What to call the file in problems and as a source, such as its path in the workspace. */
	readonly origin: string;
	/** Whose models, checkpoints and devices the rows name. */
	readonly catalog: Catalog;
}

/**
 * Reads a table of models with headings that people and tools write, in any order and case. A row that names a model of the
 * catalog adds results of it; another name is a model of its own, in a family of the file. Good rows are kept whatever
 * stands beside them; each bad row or cell becomes a problem at its place. Never throws.
 */
export function importTable(text: string, options: TableOptions): ParsedCatalog {
	return finishSteps(importTableInSteps(text, options));
}

/** Rows that one step reads. They take less than a millisecond. */
const rowsOfStep = 128;

/** `importTable` in steps, between which others may have their turn. */
export function* importTableInSteps(text: string, options: TableOptions): Generator<void, ParsedCatalog> {
	const { format, origin, catalog } = options;
	const problems = new TableProblems(origin);
	const devices = indexDevices(catalog.devices);
	const names = createSubjectNames(catalog);
	const report = (fault: TableFault): void => {
		problems.add(fault);
	};
	yield; // the names of a whole catalog take a turn of their own
	const { tables, commas } = isOverCap(text)
		? refused(overCapMessage, report)
		: yield* readTables(text, format, report);
	const store = createTableStore(text, origin, catalog);
	const records = new TableRecords({ catalog, devices, commas, problems, readSubject: names.read, store });
	let [number, read] = [0, 0];
	for (const { heading, rows, reader } of tables) {
		const columns = readColumns(heading, devices, problems);
		const isUsual = heading.cells.length <= maxColumns;
		const plain = columns && reader && isUsual ? new PlainRows(reader, columns, { names, store }) : undefined;
		const others = rows[Symbol.iterator]();
		for (;;) {
			read += 1;
			if (read % rowsOfStep === 0) yield;
			if (plain?.readNext(number + 1) === true) {
				number += 1;
				continue;
			}
			const { done, value: row } = others.next();
			if (done === true) break;
			if (!row) continue;
			number += 1;
			const fault = lengthFault(row, heading, format);
			if (fault !== undefined)
				problems.add({ ...(row.cells[0] && placeOfCell(row.cells[0])), message: fault, row: number });
			else if (columns) records.addRow({ row: number, line: row.line }, row.cells, columns);
		}
	}
	records.reportWhole();
	const list = problems.list();
	const found = format === 'json' ? locateProblems(text, list) : list;
	return tableCatalog({ origin, store, family: records.family() }, found);
}

interface ReadTables {
	readonly tables: readonly RawTable[];
	/** Whether a comma can only stand between thousands. */
	readonly commas: boolean;
}

type Report = (fault: TableFault) => void;

function refused(message: string, report: Report): ReadTables {
	report({ message });
	return { tables: [], commas: true };
}

/** Faults between the rows of a delimited file are reported as its rows are read. */
function* readTables(text: string, format: TableFormat, report: Report): Generator<void, ReadTables> {
	switch (format) {
		case 'markdown': {
			const { tables, faults } = readMarkdownTables(text);
			if (tables.length === 0) return refused('has no table; expected lines such as | model | top-1 |', report);
			faults.forEach(report);
			return { tables, commas: true };
		}
		case 'json':
			return readJson(text, report);
		default: {
			const delimiter = format === 'tsv' ? '\t' : findDelimiter(text);
			const reader = new RowReader(text, delimiter);
			const rows = delimitedRows(reader, report);
			const heading = yield* firstRow(rows);
			if (!heading) return refused('is empty; expected a line of headings and a line for each model', report);
			return { tables: [{ heading, rows, reader }], commas: delimiter !== ';' };
		}
	}
}

function* firstRow(rows: Iterator<TableRow | undefined, undefined>): Generator<void, TableRow | undefined> {
	for (let read = 1; ; read++) {
		const { done, value } = rows.next();
		if (done === true || value) return value;
		if (read % rowsOfStep === 0) yield;
	}
}

function readJson(text: string, report: Report): ReadTables {
	try {
		const list: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
		if (!Array.isArray(list)) return refused('expected a list of objects, one for each row', report);
		const { table, faults } = readJsonTable(list);
		faults.forEach(report);
		return { tables: [table], commas: true };
	} catch (error) {
		const reason = error instanceof Error ? `: ${escapeUnseen(error.message, 120)}` : '';
		return refused(`not valid JSON${reason}`, report);
	}
}

function lengthFault({ cells }: TableRow, heading: TableRow, format: TableFormat): string | undefined {
	const columns = heading.cells.length;
	const isLonger = cells.length > columns && !cells.slice(columns).every(isBlankCell);
	const isShorter = cells.length < columns && (format === 'csv' || format === 'tsv');
	return isLonger || isShorter ? `${cells.length} cells; the heading has ${columns}` : undefined;
}

/** What each heading means; undefined where no column says which model a row is about. */
function readColumns(
	{ cells, line }: TableRow,
	devices: DeviceNames,
	problems: TableProblems,
): TableColumns | undefined {
	const seen = new Set<string>();
	if (cells.length > maxColumns) {
		const message = `${cells.length} columns; only the first ${maxColumns} of them are read`;
		problems.add({ message, ...(line === undefined ? {} : { line }) });
	}
	const columns = cells.slice(0, maxColumns).map(cell => {
		if (cell.text.trim() === '') return undefined;
		const column = readHeading(cell.text, devices);
		const key = column && `${column.kind} ${'device' in column ? column.device : ''}`;
		const heading = escapeUnseen(cell.text.trim(), 60);
		if (key === undefined) {
			problems.add({
				...placeOfCell(cell),
				message: `the column "${heading}" is ignored; accepted: ${acceptedHeadings}`,
			});
		} else if (seen.has(key)) {
			problems.add({
				...placeOfCell(cell),
				message: `the column "${heading}" is ignored; one before it says the same`,
			});
			return undefined;
		} else seen.add(key);
		if (column && 'isBoth' in column) {
			const message = `the column "${heading}" is read as multiply-accumulates; write FLOPs alone to have them halved`;
			problems.add({ ...placeOfCell(cell), message, severity: 'information' });
		}
		return column;
	});
	if (columns.some(column => column?.kind === 'model' || column?.kind === 'checkpoint')) return columns;
	const message = 'the heading has no column for the model; expected one such as model, name or network';
	problems.add({ message, ...(line === undefined ? {} : { line }) });
	return undefined;
}
