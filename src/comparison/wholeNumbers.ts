/** Whole numbers from 0 on, in as few bytes each as the greatest of them needs. */
export type WholeNumbers = Uint8Array | Uint16Array | Uint32Array;

export function wholeNumbers(values: readonly number[] | Uint32Array): WholeNumbers {
	let most = 0;
	for (const value of values) if (value > most) most = value;
	if (most < 256) return Uint8Array.from(values);
	return most < 65_536 ? Uint16Array.from(values) : Uint32Array.from(values);
}

/** Whether all of them are less than `limit`. */
export function areBelow(raw: unknown, limit: number): raw is WholeNumbers {
	if (!(raw instanceof Uint8Array || raw instanceof Uint16Array || raw instanceof Uint32Array)) return false;
	if (limit >= 256 ** raw.BYTES_PER_ELEMENT) return true;
	let index = raw.length; // a plain loop: there are millions of them
	while (index-- > 0) if ((raw[index] ?? limit) >= limit) return false;
	return true;
}
