/** From so many rows on, digits of 16 bits are faster than ones of 8. */
const manyRows = 20_000;

/**
 * `rows` by their values, one digit of their bits after the other, which takes a tenth of the time of comparing; rows that
 * are equal stay in the order in which they are given, and NaN comes last both ways.
 */
export function stableOrder(values: Float64Array, rows: Uint32Array, descending: boolean): Uint32Array {
	const bits = orderedBits(values);
	const digits = rows.length < manyRows ? new Uint8Array(bits) : new Uint16Array(bits);
	const perValue = 8 / digits.BYTES_PER_ELEMENT;
	const kinds = 256 ** digits.BYTES_PER_ELEMENT;
	const flip = descending ? kinds - 1 : 0;
	const sorted = unknownLast(values, rows);
	const { known } = sorted;
	let from: Uint32Array = sorted.rows.subarray(0, known);
	let to: Uint32Array = new Uint32Array(known);
	for (let place = 0; place < perValue; place++) {
		const starts = new Uint32Array(kinds + 1);
		for (let index = 0; index < known; index++) {
			const next = ((digits[(from[index] ?? 0) * perValue + place] ?? 0) ^ flip) + 1;
			starts[next] = (starts[next] ?? 0) + 1;
		}
		if (starts.includes(known)) continue; // all alike
		for (let digit = 0; digit < kinds; digit++) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
		for (let index = 0; index < known; index++) {
			const row = from[index] ?? 0;
			const digit = (digits[row * perValue + place] ?? 0) ^ flip;
			const at = starts[digit] ?? 0;
			to[at] = row;
			starts[digit] = at + 1;
		}
		[from, to] = [to, from];
	}
	if (from.buffer !== sorted.rows.buffer) sorted.rows.set(from);
	return sorted.rows;
}

/** A copy with the rows whose value is unknown behind the others. */
function unknownLast(values: Float64Array, rows: Uint32Array): { readonly rows: Uint32Array; readonly known: number } {
	const copy = new Uint32Array(rows.length);
	const unknown: number[] = [];
	let known = 0;
	for (const row of rows) {
		if (Number.isNaN(values[row] ?? NaN)) unknown.push(row);
		else copy[known++] = row;
	}
	copy.set(unknown, known);
	return { rows: copy, known };
}

/** The bits of doubles, least first, so that a greater number also has the greater bits. Little-endian, as every machine that runs this. */
function orderedBits(values: Float64Array): ArrayBuffer {
	const bits = values.slice();
	const halves = new Uint32Array(bits.buffer);
	for (let index = 0; index < values.length; index++) {
		const half = halves[2 * index + 1] ?? 0;
		if (half < 0x80000000) halves[2 * index + 1] = half ^ 0x80000000;
		else if (values[index] === 0)
			halves[2 * index + 1] = 0x80000000; // -0 is 0
		else {
			halves[2 * index + 1] = ~half; // of two negative numbers the one with the greater bits is less
			halves[2 * index] = ~(halves[2 * index] ?? 0);
		}
	}
	return bits.buffer;
}
