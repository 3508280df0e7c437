import { isCount } from './checkSnapshot.ts';
import {
	costMetrics,
	mostRows,
	numberMetrics,
	textMetrics,
	type NumberColumn,
	type TextColumn,
} from './comparisonSnapshot.ts';
import { isRecord } from './isRecord.ts';
import { ByteReader, malformed, MalformedBytes } from './packedBytes.ts';
import { readNumbers } from './packedDecimals.ts';
import { readIntegers } from './packedIntegers.ts';
import { readTexts } from './packedTexts.ts';
import type { WholeNumbers } from './wholeNumbers.ts';

/** In bytes: what is no column is small. */
const mostDetails = 2 ** 24;

/**
 * What `packSnapshot` packed; undefined for what it cannot have. Each column is read whole and has an entry per row, but what
 * is in them is not checked.
 */
export function unpackSnapshot(packed: unknown): Readonly<Record<string, unknown>> | undefined {
	if (!(packed instanceof Uint8Array)) return undefined;
	try {
		return readSnapshot(new ByteReader(packed));
	} catch (error) {
		if (error instanceof MalformedBytes) return undefined;
		throw error;
	}
}

function readSnapshot(reader: ByteReader): Readonly<Record<string, unknown>> {
	const details = readDetails(reader);
	const { rows } = details;
	const read: TextColumn[] = [];
	const textColumn = (): TextColumn => readTextColumn(reader, rows, read);
	const snapshot = {
		...details,
		ids: readTexts(reader, rows),
		inputHeights: readWholeNumbers(reader, rows),
		inputWidths: readWholeNumbers(reader, rows),
		verdicts: readWholeNumbers(reader, rows),
		marks: readWholeNumbers(reader, rows),
		models: textColumn(),
		notes: textColumn(),
		words: textColumn(),
		texts: eachOf(textMetrics, textColumn),
		numbers: eachOf(numberMetrics, (): NumberColumn => {
			const values = readNumbers(reader, rows);
			return { ...values, sources: textColumn(), conflicts: textColumn() };
		}),
		frontiers: eachOf(costMetrics, () => readRows(reader)),
		selection: readRows(reader),
	};
	reader.end();
	return snapshot;
}

function readDetails(reader: ByteReader): Readonly<Record<string, unknown>> & { readonly rows: number } {
	const details = parsed(reader.text(mostDetails));
	const rows = isRecord(details) ? details['rows'] : undefined;
	return isRecord(details) && isCount(rows) && rows <= mostRows ? { ...details, rows } : malformed();
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return malformed();
	}
}

/** @param read the columns before it, to which it is added */
function readTextColumn(reader: ByteReader, rows: number, read: TextColumn[]): TextColumn {
	const known = reader.count(read.length);
	if (known > 0) return read[known - 1] ?? malformed();
	const values = readTexts(reader, reader.count(mostRows + 1));
	const column = { values, codes: readWholeNumbers(reader, rows) };
	read.push(column);
	return column;
}

function readWholeNumbers(reader: ByteReader, length: number): WholeNumbers {
	const bytes = reader.count(4);
	if (bytes === 1) return readIntegers(reader, new Uint8Array(length));
	return bytes === 2 ? readIntegers(reader, new Uint16Array(length)) : readIntegers(reader, new Uint32Array(length));
}

function readRows(reader: ByteReader): Uint32Array {
	return readIntegers(reader, new Uint32Array(reader.count(mostRows)));
}

function eachOf(names: readonly string[], read: () => unknown): Readonly<Record<string, unknown>> {
	return Object.fromEntries(names.map(name => [name, read()]));
}
