import { isSameNumbers, type ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';

/** Remembers the last answer about the numbers of a snapshot, which a selection or a moved limit leaves as they are. */
export function remembered<A extends readonly unknown[], R>(
	compute: (snapshot: ComparisonSnapshot, ...about: A) => R,
): (snapshot: ComparisonSnapshot, ...about: A) => R {
	let known: { readonly of: ComparisonSnapshot; readonly about: A; readonly answer: R } | undefined;
	return (snapshot, ...about) => {
		const isSame = isSameNumbers(known?.of, snapshot) && about.every((each, place) => each === known?.about[place]);
		if (!known || !isSame) known = { of: snapshot, about, answer: compute(snapshot, ...about) };
		return known.answer;
	};
}
