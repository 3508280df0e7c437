// Makes a long text shorter for a file that is not compressed: what repeats is written as a reference to where it stood first.

/** Digits are the characters from `#` to `~` without the backslash. */
const base = 91;
/** Lengths of what is repeated, by their number in a step less 1. */
const lengths = [3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 22, 30, 60];
const kinds = lengths.length + 1;
const mostLiterals = 5;

/**
 * Steps of: one digit that says how many characters stand as they are and how many are then repeated, these characters, and in
 * two digits from how far back, where any are. `unpackText` gives the text again.
 */
export function packText(text) {
	const matches = longestMatches(text);
	const steps = cheapestSteps(text, matches);
	let packed = '';
	for (let at = 0; at < text.length;) {
		const { literals, kind } = steps[at];
		packed += digit(literals * kinds + kind) + text.slice(at, at + literals);
		at += literals;
		if (kind === 0) continue;
		const { distance } = matches[at];
		packed += digit(Math.floor(distance / base)) + digit(distance % base);
		at += lengths[kind - 1];
	}
	return packed;
}

/** Needs nothing from outside, so that its source can stand in another file. */
export function unpackText(packed) {
	let at = 0;
	const text = [];
	const digit = () => {
		const code = packed.charCodeAt(at++) - 35;
		return code > 57 ? code - 1 : code;
	};
	while (at < packed.length) {
		const step = digit();
		const end = at + Math.floor(step / 15);
		text.push(...packed.slice(at, end));
		at = end;
		if (step % 15 === 0) continue;
		let from = text.length - digit() * 91 - digit();
		let repeated = [3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 22, 30, 60][(step % 15) - 1];
		for (; repeated > 0; repeated--) text.push(text[from++]);
	}
	return text.join('');
}

function digit(value) {
	const code = value + 35;
	return String.fromCharCode(code > 91 ? code + 1 : code);
}

/** The longest earlier text that each place repeats. */
function longestMatches(text) {
	const places = new Map();
	const longest = lengths.at(-1);
	return Array.from({ length: text.length }, (_, at) => {
		const key = text.slice(at, at + lengths[0]);
		const earlier = places.get(key) ?? [];
		let best = { length: 0, distance: 0 };
		for (let index = earlier.length - 1; index >= 0 && at - earlier[index] < base * base; index--) {
			let length = 0;
			while (length < longest && at + length < text.length && text[earlier[index] + length] === text[at + length])
				length++;
			if (length > best.length) best = { length, distance: at - earlier[index] };
		}
		earlier.push(at);
		places.set(key, earlier);
		return best;
	});
}

/** The step to take at each place, so that the whole gets shortest; `kind` is the number of the length that is repeated, 0 for none. */
function cheapestSteps(text, matches) {
	const costs = [...matches.map(() => Infinity), 0];
	const steps = matches.map(() => ({ literals: 1, kind: 0 }));
	for (let at = text.length - 1; at >= 0; at--) {
		const take = (literals, kind, cost) => {
			if (cost >= costs[at]) return;
			costs[at] = cost;
			steps[at] = { literals, kind };
		};
		for (let literals = 0; literals <= mostLiterals && at + literals <= text.length; literals++) {
			const from = at + literals;
			if (literals > 0) take(literals, 0, 1 + literals + costs[from]);
			for (let kind = 1; kind < kinds && lengths[kind - 1] <= (matches[from]?.length ?? 0); kind++)
				take(literals, kind, 3 + literals + costs[from + lengths[kind - 1]]);
		}
	}
	return steps;
}
