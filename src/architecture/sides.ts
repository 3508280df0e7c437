import type { ConvolutionOptions, Padding, Pair } from './layers.ts';

const smallPairs: readonly Pair[] = Array.from({ length: 8 }, (_, side) => [side, side]);

/** The same number for height and width. Small ones, which nearly every layer has, are made once. */
export function twice(side: number): Pair {
	return smallPairs[side] ?? [side, side];
}

/** The padding of a convolution: half of the kernel, rounded down, where it is not given. */
export function paddingOf(padding: ConvolutionOptions['padding'], kernel: Pair, dilation: number): Padding {
	if (padding === 'same') return padding;
	if (padding !== undefined) return twice(padding);
	const [rows, columns] = [halfOf(kernel[0], dilation), halfOf(kernel[1], dilation)];
	return rows === columns ? twice(rows) : [rows, columns];
}

function halfOf(side: number, dilation: number): number {
	return Math.floor((dilation * (side - 1)) / 2);
}
