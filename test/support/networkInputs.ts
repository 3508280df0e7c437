import { costOrNothing } from '../../src/architecture/costOfOwner.ts';
import type { Network, Pair } from '../../src/architecture/layers.ts';

const usual: Pair = [224, 224];
const ofMnist: Pair = [28, 28];
const larger: Pair = [320, 320];

/** An input size in px that a network takes: that of MNIST for gray images, else 224 where a detector needs no larger one. */
export function inputFor(network: Network): Pair {
	if (network.imageChannels === 1) return ofMnist;
	return costOrNothing(network, usual) ? usual : larger;
}
