import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isSnapshot } from '../../../src/comparison/checkSnapshot.ts';
import {
	costMetrics,
	mostRows,
	numberMetrics,
	textMetrics,
	type ComparisonSnapshot,
	type NumberColumn,
	type TextColumn,
} from '../../../src/comparison/comparisonSnapshot.ts';
import { packSnapshot } from '../../../src/comparison/packSnapshot.ts';
import { ByteWriter } from '../../../src/comparison/packedBytes.ts';
import { TextColumnBuilder } from '../../../src/comparison/textColumn.ts';
import { TextLines } from '../../../src/comparison/textLines.ts';
import { unpackSnapshot } from '../../../src/comparison/unpackSnapshot.ts';
import { wholeNumbers } from '../../../src/comparison/wholeNumbers.ts';
import { gridRows } from '../../bench/gridRows.ts';
import { snapshotOfRows } from '../../bench/snapshotOfRows.ts';
import { createRandom } from '../../support/random.ts';

const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 8 }),
	fc.stringMatching(/^[a-c]{0,2}[0-9]{0,12}@0{0,3}$/),
);
const line = text.map(each => each.replaceAll('\n', ' '));

function textColumn(rows: number): fc.Arbitrary<TextColumn> {
	return fc.array(line, { minLength: rows, maxLength: rows }).map(texts => {
		const builder = new TextColumnBuilder(rows);
		texts.forEach((each, row) => {
			builder.set(row, each);
		});
		return builder.finish();
	});
}

function numberColumn(rows: number): fc.Arbitrary<NumberColumn> {
	const value = fc.oneof(
		fc.double(),
		fc.constant(NaN),
		fc.integer({ min: 0, max: 99_999 }).map(each => each / 1000),
		fc.maxSafeInteger(),
	);
	return fc
		.tuple(fc.array(value, { minLength: rows, maxLength: rows }), textColumn(rows), textColumn(rows))
		.map(([values, sources, conflicts]) => {
			const known = values.filter(each => !Number.isNaN(each)).length;
			return { values: Float64Array.from(known === 0 ? [] : values), known, sources, conflicts };
		});
}

function each<K extends string, T>(names: readonly K[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<K, T>> {
	return fc
		.tuple(...names.map(() => value))
		.map(values => Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<K, T>);
}

function snapshotOf(rows: number): fc.Arbitrary<ComparisonSnapshot> {
	const lines = fc.array(line, { minLength: rows, maxLength: rows });
	const bytes = fc.uint8Array({ minLength: rows, maxLength: rows, max: 4 });
	const whole = fc.array(fc.nat(), { minLength: rows, maxLength: rows }).map(wholeNumbers);
	const indices = fc
		.array(fc.nat({ max: Math.max(0, rows - 1) }), { maxLength: rows })
		.map(places => Uint32Array.from(places));
	const columns = fc.record({
		ids: lines.map(texts => TextLines.of(texts)),
		models: textColumn(rows),
		notes: textColumn(rows),
		words: textColumn(rows),
		texts: each(textMetrics, textColumn(rows)),
		numbers: each(numberMetrics, numberColumn(rows)),
		inputHeights: whole,
		inputWidths: whole,
		verdicts: bytes,
		marks: bytes,
		frontiers: each(costMetrics, indices),
		selection: indices,
	});
	return columns.map(some => ({ ...snapshotOfRows([]), ...some, rows }));
}

const anySnapshot = fc.integer({ min: 0, max: 12 }).chain(snapshotOf);

/** What is checked is what the page relies on: no index points outside, and each column has an entry per row. */
function assertWhole(snapshot: ComparisonSnapshot): void {
	const { rows, models, notes, words, texts, numbers, frontiers, selection } = snapshot;
	assert.equal(snapshot.ids.length, rows);
	const columns = Object.values(numbers).flatMap(({ sources, conflicts }) => [sources, conflicts]);
	for (const { values, codes } of [models, notes, words, ...Object.values(texts), ...columns]) {
		assert.equal(codes.length, rows);
		assert.ok(codes.every(code => values.at(code) !== undefined));
	}
	for (const { values, known } of Object.values(numbers)) assert.equal(values.length, known === 0 ? 0 : rows);
	for (const indices of [...Object.values(frontiers), selection]) assert.ok(indices.every(row => row < rows));
}

describe('a packed snapshot', () => {
	it('is read as it was, to the last bit of each number', () => {
		fc.assert(
			fc.property(anySnapshot, snapshot => {
				assert.deepEqual(unpackSnapshot(packSnapshot(snapshot)), snapshot);
			}),
			{ seed: 31 },
		);
	});

	it('of many rows is read as it was, in a seventh of its bytes', () => {
		const snapshot = snapshotOfRows(gridRows(20_000));
		const packed = packSnapshot(snapshot);
		assert.deepEqual(unpackSnapshot(packed), snapshot);
		assert.ok(packed.length < 20_000 * 26, String(packed.length));
	});

	it('is refused for more rows than a page has room for', () => {
		assert.throws(
			() => packSnapshot({ ...snapshotOfRows([]), rows: mostRows + 1 }),
			new RangeError('invalid rows: 1048577; expected at most 1048576'),
		);
	});
});

describe('bytes in place of a packed snapshot', () => {
	it('are refused where they end too soon or too late', () => {
		const packed = packSnapshot(snapshotOfRows(gridRows(300)));
		for (let length = 0; length < packed.length; length++)
			assert.equal(unpackSnapshot(packed.subarray(0, length)), undefined);
		assert.equal(unpackSnapshot(Uint8Array.of(...packed, 0)), undefined);
	});

	it('are refused or whole where some of them are others', () => {
		const random = createRandom(32);
		for (const rows of [2, 300, 5000]) {
			const packed = packSnapshot(snapshotOfRows(gridRows(rows)));
			for (let round = 0; round < 4000 / Math.sqrt(rows); round++) {
				const damaged = packed.slice();
				for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--)
					damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
				const read: unknown = unpackSnapshot(damaged);
				if (isSnapshot(read)) assertWhole(read);
			}
		}
	});

	it('are refused where chance made them up, or where they are no bytes', () => {
		fc.assert(
			fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.anything()), raw => {
				assert.equal(unpackSnapshot(raw), undefined);
			}),
			{ seed: 33, numRuns: 2000 },
		);
	});

	it('are refused where they tell of more rows than a page has room for', () => {
		const out = new ByteWriter();
		out.text(JSON.stringify({ rows: Number.MAX_SAFE_INTEGER }));
		out.raw(new Uint8Array(1000));
		assert.equal(unpackSnapshot(out.finish()), undefined);
	});
});
