/** How many numbers lie in each of equally wide ranges; equally wide in their logarithm where they span a wide range. */
export interface Histogram {
	/** In rising order, without gaps. The first begins at the least number, the last ends at the greatest. */
	readonly bins: readonly Bin[];
	/** Rows of which the number is unknown. */
	readonly unknown: number;
	readonly isLogarithmic: boolean;
}

/** From `from` to below `to`; the last one holds its `to` as well. */
export interface Bin {
	readonly from: number;
	readonly to: number;
	readonly count: number;
}

/** From this ratio of the greatest to the least number on, the ranges are equally wide in their logarithm. */
const logarithmicFrom = 20;

/** @param numbers NaN for an unknown one */
export function histogramOf(numbers: readonly number[], most = 24): Histogram {
	const known = numbers.filter(number => Number.isFinite(number));
	const unknown = numbers.length - known.length;
	let [least, greatest] = [Infinity, -Infinity];
	for (const number of known) {
		least = Math.min(least, number);
		greatest = Math.max(greatest, number);
	}
	const isLogarithmic = least > 0 && greatest / least >= logarithmicFrom;
	if (known.length === 0) return { bins: [], unknown, isLogarithmic: false };
	const [place, numberAt] = isLogarithmic ? [Math.log, Math.exp] : [same, same];
	const start = place(least);
	const width = (place(greatest) - start) / most;
	if (width === 0)
		return { bins: [{ from: least, to: greatest, count: known.length }], unknown, isLogarithmic: false };
	const counts = new Array<number>(most).fill(0);
	for (const number of known) {
		const bin = Math.min(most - 1, Math.floor((place(number) - start) / width));
		counts[bin] = (counts[bin] ?? 0) + 1;
	}
	const edge = (at: number): number => {
		if (at === 0) return least;
		return at === most ? greatest : numberAt(start + at * width);
	};
	return { bins: counts.map((count, at) => ({ from: edge(at), to: edge(at + 1), count })), unknown, isLogarithmic };
}

function same(value: number): number {
	return value;
}
