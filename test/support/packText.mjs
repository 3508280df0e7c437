// Makes a long text shorter for a file that is not compressed: what repeats is written as a reference to where it stood first.

/** Digits are the characters from `#` to `~` without the backslash. */
const base = 91;
const shortest = 4;
const longest = base + shortest - 2;

/**
 * Sequences of: how many characters stand as they are, these, how many are then repeated less 3, or 0, and from how far back in
 * two digits. `unpackText` gives the text again.
 */
export function packText(text) {
	const matches = longestMatches(text);
	const steps = cheapestSteps(text, matches);
	let packed = '';
	for (let at = 0; at < text.length;) {
		let end = at;
		while (end < text.length && steps[end] === 1 && end - at < base - 1) end++;
		packed += digit(end - at) + text.slice(at, end);
		at = end;
		if (at === text.length) break;
		const length = steps[at] === 1 ? 0 : steps[at];
		const distance = length === 0 ? 0 : matches[at].distance;
		packed += digit(length === 0 ? 0 : length - shortest + 1);
		packed += digit(Math.floor(distance / base)) + digit(distance % base);
		at += length;
	}
	return packed;
}

/** Needs nothing from outside, so that its source can stand in another file. */
export function unpackText(packed) {
	let at = 0;
	let text = '';
	const digit = () => {
		const code = packed.charCodeAt(at++) - 35;
		return code > 57 ? code - 1 : code;
	};
	while (at < packed.length) {
		const end = digit() + at;
		text += packed.slice(at, end);
		at = end;
		let repeated = at < packed.length ? digit() : 0;
		let from = at < packed.length ? text.length - digit() * 91 - digit() : 0;
		if (repeated > 0) for (repeated += 3; repeated > 0; repeated--) text += text[from++];
	}
	return text;
}

function digit(value) {
	const code = value + 35;
	return String.fromCharCode(code > 91 ? code + 1 : code);
}

/** The longest earlier text that each place repeats. */
function longestMatches(text) {
	const places = new Map();
	return Array.from(text, (_, at) => {
		const key = text.slice(at, at + shortest);
		const earlier = places.get(key) ?? [];
		let best = { length: 0, distance: 0 };
		for (const place of earlier.toReversed()) {
			if (at - place >= base * base) break;
			let length = 0;
			while (length < longest && at + length < text.length && text[place + length] === text[at + length])
				length++;
			if (length > best.length) best = { length, distance: at - place };
		}
		earlier.push(at);
		places.set(key, earlier);
		return best;
	});
}

/** How many characters to take at each place, so that the whole gets shortest: 1 is one as it is. */
function cheapestSteps(text, matches) {
	const costs = [...matches.map(() => 0), 0];
	const steps = matches.map(() => 1);
	for (let at = text.length - 1; at >= 0; at--) {
		costs[at] = 1 + costs[at + 1];
		for (let length = shortest; length <= matches[at].length; length++) {
			if (4 + costs[at + length] >= costs[at]) continue;
			costs[at] = 4 + costs[at + length];
			steps[at] = length;
		}
	}
	return steps;
}
