/** A number above 0 as tables print it; undefined where the text is no such number. */
export function positiveNumber(text: string): number | undefined {
	if (!/^\d{1,15}(\.\d{1,15})?$/.test(text)) return undefined;
	const value = Number(text);
	return value > 0 ? value : undefined;
}

/** A number of images or layers, undefined where the text is none. */
export function positiveWhole(text: string): number | undefined {
	const value = positiveNumber(text);
	return Number.isInteger(value) ? value : undefined;
}

/** An input in px as `[height, width]` from `224x224`, with a batch or channels beside it or not; undefined for others. */
export function printedSize(text: string): readonly [number, number] | undefined {
	const sides = /^(?:1\s*x\s*3\s*x\s*)?(\d{1,5})\s*x\s*(\d{1,5})(?:\s*x\s*3)?$/.exec(text);
	const [height, width] = [Number(sides?.[1]), Number(sides?.[2])];
	return height > 0 && width > 0 ? [height, width] : undefined;
}
