import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Network } from '../../src/architecture/layers.ts';
import { modelsWithNetwork, networkOf } from '../../src/architecture/networkOf.ts';
import { traceNetwork } from '../../src/architecture/traceNetwork.ts';
import { pythonWithLibraries } from '../support/pythonEnvironment.ts';
import { expectedCosts, networkOfReference } from '../support/referenceNetworks.ts';
import { shippedData } from '../support/shippedData.ts';
import { median, timed, type BenchResult } from './benchResult.ts';

const sides = Array.from({ length: 15 }, (_, round) => 288 + 32 * round);

/** The exact cost of every described network at a new input size, and of the slowest of them alone. */
export function benchNetworkCost(): Promise<readonly BenchResult[]> {
	const networks = modelsWithNetwork.flatMap(id => networkOf(id) ?? []);
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
		...beside(),
	]);
}

/** The same networks built and counted once each: ours, and the modules of the libraries with hooks. */
function beside(): readonly BenchResult[] {
	const file = resolve('out', 'networks-once.jsonl');
	const costs = expectedCosts(shippedData()).filter(({ input }) => input.join() === '224,224');
	writeFileSync(file, costs.map(cost => `${JSON.stringify(cost)}\n`).join(''));
	const script = join('test', 'python', 'check_costs.py');
	const { stdout } = spawnSync(pythonWithLibraries(), [script, file, '--time'], { encoding: 'utf8' });
	const count = (): void => {
		for (const cost of costs) traceNetwork(networkOfReference(cost), cost.input);
	};
	return [
		{
			what: `${String(costs.length)} networks built and counted`,
			ours: median(sides.map(() => timed(count))),
			peer: 'their modules in Python, with hooks',
			theirs: Number(stdout),
			gate: { kind: 'ratio', max: 0.001 },
		},
	];
}
