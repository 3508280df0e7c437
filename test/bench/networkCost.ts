import type { Network } from '../../src/architecture/layers.ts';
import { modelsWithNetwork, networkOf } from '../../src/architecture/networkOf.ts';
import { traceNetwork } from '../../src/architecture/traceNetwork.ts';
import { median, timed, type BenchResult } from './benchResult.ts';

const rounds = 15;

/** The exact cost of every described network at a new input size, and of the slowest of them alone. */
export function benchNetworkCost(): Promise<readonly BenchResult[]> {
	const networks = modelsWithNetwork.flatMap(id => networkOf(id) ?? []);
	const sides = Array.from({ length: rounds }, (_, round) => 160 + 32 * round);
	const timeOf = (network: Network): number =>
		median(sides.map(side => timed(() => traceNetwork(network, [side, side]))));
	const all = sides.map(side =>
		timed(() => {
			for (const network of networks) traceNetwork(network, [side, side]);
		}),
	);
	return Promise.resolve([
		{
			what: `cost of ${String(networks.length)} networks at a new size`,
			ours: median(all),
			peer: 'instant',
			gate: { kind: 'time', max: 100 },
		},
		{
			what: 'cost of the slowest network',
			ours: Math.max(...networks.map(timeOf)),
			peer: 'instant',
			gate: { kind: 'time', max: 1 },
		},
	]);
}
