import { PNG } from 'pngjs';

/** Side of a block in px: a few letters, so that its mean says how it is colored and little of how the letters are drawn. */
const blockSide = 8;
/** From so far on in one channel, of 255, a block has another color. */
const otherFrom = 24;

/** A picture with one pixel for each block of another: small enough to be kept, and still to be looked at. */
export function blocksOf(picture: Buffer): PNG {
	const { width, height, data } = PNG.sync.read(picture);
	const blocks = new PNG({ width: Math.floor(width / blockSide), height: Math.floor(height / blockSide) });
	for (let y = 0; y < blocks.height; y++) {
		for (let x = 0; x < blocks.width; x++) {
			for (let channel = 0; channel < 4; channel++) {
				let sum = 0;
				for (let place = 0; place < blockSide ** 2; place++) {
					const across = x * blockSide + (place % blockSide);
					const down = y * blockSide + Math.floor(place / blockSide);
					sum += data[4 * (down * width + across) + channel] ?? 0;
				}
				blocks.data[4 * (y * blocks.width + x) + channel] = Math.round(sum / blockSide ** 2);
			}
		}
	}
	return blocks;
}

/** Share of the blocks of two pictures that have another color, from 0 to 1; 1 where they are not of one size. */
export function otherBlocks(one: PNG, other: PNG): number {
	if (one.width !== other.width || one.height !== other.height) return 1;
	let count = 0;
	for (let at = 0; at < one.data.length; at += 4) {
		const isOther = [0, 1, 2].some(
			channel => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) >= otherFrom,
		);
		if (isOther) count++;
	}
	return count / (one.data.length / 4);
}
