import type { Network, Pair } from './layers.ts';

/** Channels, height and width of what goes from one layer to the next. */
export interface Shape {
	readonly channels: number;
	readonly height: number;
	readonly width: number;
}

/** The image that a network sees at an input size in px. */
export function imageOf({ imageChannels = 3 }: Network, [height, width]: Pair): Shape {
	return { channels: imageChannels, height, width };
}

/** What is wrong between a layer and what comes in. The message begins with the place of the layer. */
export class ShapeError extends Error {
	override readonly name = 'ShapeError';
}

/** How many numbers it holds. */
export function sizeOf({ channels, height, width }: Shape): number {
	return channels * height * width;
}

export function sizeText({ height, width }: Shape): string {
	return `${String(height)} × ${String(width)}`;
}
