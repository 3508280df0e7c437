/** A name by which it is compared: without case, spaces and punctuation. Only `*` and `?` keep their places. */
export function bareName(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}*?]+/gu, '');
}

/**
 * Whether all of `text` is as `pattern` says, where `*` is any run of letters and `?` any one. Takes no more steps than the
 * product of their lengths.
 */
export function matchesPattern(text: string, pattern: string): boolean {
	let at = 0;
	let inPattern = 0;
	/** Where to go on when what follows the last star does not fit. */
	let star = -1;
	let afterStar = 0;
	while (at < text.length) {
		if (pattern[inPattern] === '*') {
			star = inPattern++;
			afterStar = at;
		} else if (pattern[inPattern] === '?' || pattern[inPattern] === text[at]) {
			inPattern += 1;
			at += 1;
		} else if (star >= 0) {
			inPattern = star + 1;
			at = ++afterStar;
		} else return false;
	}
	return /^\**$/.test(pattern.slice(inPattern));
}
