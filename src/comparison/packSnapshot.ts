import {
	costMetrics,
	mostRows,
	numberMetrics,
	textMetrics,
	type ComparisonSnapshot,
	type TextColumn,
} from './comparisonSnapshot.ts';
import { ByteWriter } from './packedBytes.ts';
import { writeNumbers } from './packedDecimals.ts';
import { writeIntegers } from './packedIntegers.ts';
import { writeTexts } from './packedTexts.ts';
import type { WholeNumbers } from './wholeNumbers.ts';

/**
 * What is sent to the page: all columns in one list of bytes, in as few as are quickly written and read. `unpackSnapshot` reads
 * them in the same order. An editor on another machine takes 40 ms for each megabyte and more for each further list, so that
 * compressing them too would take longer than it spares.
 * @throws {RangeError} if there are more rows than `mostRows`
 */
export function packSnapshot(snapshot: ComparisonSnapshot): Uint8Array<ArrayBuffer> {
	const { ids, inputHeights, inputWidths, verdicts, marks, ...others } = snapshot;
	const { models, notes, words, texts, numbers, frontiers, selection, ...details } = others;
	if (details.rows > mostRows)
		throw new RangeError(`invalid rows: ${String(details.rows)}; expected at most ${String(mostRows)}`);
	const out = new ByteWriter();
	out.text(JSON.stringify(details));
	writeTexts(out, ids);
	for (const column of [inputHeights, inputWidths, verdicts, marks]) writeWholeNumbers(out, column);
	const written: TextColumn[] = [];
	for (const column of [models, notes, words, ...textMetrics.map(metric => texts[metric])])
		writeTextColumn(out, column, written);
	for (const metric of numberMetrics) {
		const { values, sources, conflicts } = numbers[metric];
		writeNumbers(out, values);
		writeTextColumn(out, sources, written);
		writeTextColumn(out, conflicts, written);
	}
	for (const rows of [...costMetrics.map(metric => frontiers[metric]), selection]) {
		out.count(rows.length);
		writeIntegers(out, new Float64Array(rows));
	}
	return out.finish();
}

/** @param written the columns that the reader has already; further ones are added to it */
function writeTextColumn(out: ByteWriter, column: TextColumn, written: TextColumn[]): void {
	const known = written.findIndex(other => isSame(other, column));
	out.count(known + 1);
	if (known >= 0) return;
	written.push(column);
	out.count(column.values.length);
	writeTexts(out, column.values);
	writeWholeNumbers(out, column.codes);
}

function isSame(a: TextColumn, b: TextColumn): boolean {
	if (a === b) return true;
	if (a.values.joined !== b.values.joined) return false;
	for (let row = 0; row < a.codes.length; row++) if (a.codes[row] !== b.codes[row]) return false;
	return true;
}

function writeWholeNumbers(out: ByteWriter, values: WholeNumbers): void {
	out.count(values.BYTES_PER_ELEMENT);
	writeIntegers(out, new Float64Array(values));
}
