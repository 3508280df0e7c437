/** Height and width in px of `224`, `331x224` or `331×224`; undefined for anything else. */
export function parseInput(text: string): readonly [number, number] | undefined {
	const sides = /^([1-9]\d{0,4})(?:\s*[x×]\s*([1-9]\d{0,4}))?$/i.exec(text.trim());
	if (!sides) return undefined;
	const height = Number(sides[1]);
	return [height, sides[2] === undefined ? height : Number(sides[2])];
}
