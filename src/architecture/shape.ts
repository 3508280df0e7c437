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
