/** Texts that are compared by weights: printable ASCII, no longer run of digits than a collator reads as one number. */
const weighed = /^[ -~]*$/;
const longDigits = /\d{200}/;
const [zero, nine] = [48, 57];

/**
 * Indices of `texts` in the order of an English dictionary, digits as numbers: `ResNet-50` before `ResNet-101`; equal ones
 * as they stand. The order is that of `Intl.Collator`, whose comparisons alone would take half a second for 100,000 names.
 */
export function naturalOrder(texts: readonly string[]): Uint32Array {
	const { compare } = new Intl.Collator('en', { numeric: true });
	const byCollator = (a: number, b: number): number => compare(texts[a] ?? '', texts[b] ?? '') || a - b;
	const order = Uint32Array.from(texts.keys());
	if (texts.every(text => weighed.test(text) && !longDigits.test(text)))
		sortWeights(weightsOf(texts), order, byCollator);
	else order.sort(byCollator);
	return order;
}

/** What texts weigh, one after the other, each ended by 0. */
interface Weights {
	readonly pool: Uint16Array;
	/** Where each text starts. */
	readonly starts: Uint32Array;
}

/** Weights of the letters without their case. A number weighs as a digit, then the count of its digits, then each of them. */
function weightsOf(texts: readonly string[]): Weights {
	const weightOf = letterWeights();
	const pool = new Uint16Array(texts.reduce((sum, text) => sum + 3 * text.length + 1, 0));
	const starts = new Uint32Array(texts.length);
	let end = 0;
	texts.forEach((text, index) => {
		starts[index] = end;
		let place = 0;
		while (place < text.length) {
			const code = text.charCodeAt(place);
			if (code >= zero && code <= nine) {
				const after = endOfNumber(text, place);
				while (place < after - 1 && text.charCodeAt(place) === zero) place += 1;
				pool[end++] = weightOf[zero] ?? 0;
				pool[end++] = after - place;
				while (place < after) pool[end++] = text.charCodeAt(place++);
			} else {
				pool[end++] = weightOf[code] ?? 0;
				place += 1;
			}
		}
		pool[end++] = 0;
	});
	return { pool, starts };
}

function endOfNumber(text: string, start: number): number {
	let end = start;
	while (text.charCodeAt(end) >= zero && text.charCodeAt(end) <= nine) end += 1;
	return end;
}

/** Of each ASCII character its place in the dictionary from 1, the same for both cases of a letter. */
function letterWeights(): Uint16Array {
	const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
	const letters = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).sort(compare);
	const weights = new Uint16Array(128);
	let weight = 0;
	letters.forEach((letter, place) => {
		if (place === 0 || compare(letters[place - 1] ?? '', letter) !== 0) weight += 1;
		weights[letter.charCodeAt(0)] = weight;
	});
	return weights;
}

/** Sorts by one weight after the other, each time into less, equal and greater: the three-way quicksort of Bentley and Sedgewick. */
function sortWeights(
	{ pool, starts }: Weights,
	order: Uint32Array,
	byCollator: (a: number, b: number) => number,
): void {
	const weightAt = (place: number, depth: number): number => pool[(starts[order[place] ?? 0] ?? 0) + depth] ?? 0;
	const swap = (a: number, b: number): void => {
		const held = order[a] ?? 0;
		order[a] = order[b] ?? 0;
		order[b] = held;
	};
	const left: [from: number, to: number, depth: number][] = [[0, order.length, 0]];
	for (let part = left.pop(); part; part = left.pop()) {
		const [from, to, depth] = part;
		if (to - from < 2) continue;
		const pivot = weightAt((from + to) >>> 1, depth);
		let [less, place, greater] = [from, from, to];
		while (place < greater) {
			const weight = weightAt(place, depth);
			if (weight < pivot) swap(less++, place++);
			else if (weight > pivot) swap(place, --greater);
			else place += 1;
		}
		left.push([from, less, depth], [greater, to, depth]);
		if (pivot !== 0) left.push([less, greater, depth + 1]);
		else order.subarray(less, greater).sort(byCollator); // alike but for their cases
	}
}
