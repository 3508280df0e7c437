/**
 * Hashes of texts, in which capitals of ASCII count as small letters, so that one pass over a name finds it in any case
 * and as it is.
 * @param before hash of the text that stands before this one.
 */
export function hashOfText(text: string, before = 0): number {
	let hash = before;
	for (let index = 0; index < text.length; index++) hash = hashWith(hash, text.charCodeAt(index));
	return hash;
}

/** The hash of a text with one more UTF-16 unit at its end. */
export function hashWith(hash: number, unit: number): number {
	return (Math.imul(hash, factor) + (unit >= 65 && unit <= 90 ? unit + 32 : unit)) | 0;
}

/** The hash of two texts as one, of which the second has `length` units. */
export function joinedHash(first: number, second: number, length: number): number {
	return (Math.imul(first, powers[length] ?? powerOf(length)) + second) | 0;
}

const factor = 31;
const powers = Int32Array.from({ length: 256 }, (_, length) => powerOf(length));

function powerOf(length: number): number {
	let power = 1;
	for (let step = 0; step < length; step++) power = Math.imul(power, factor);
	return power;
}
