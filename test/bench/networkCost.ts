import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Network } from '../../src/architecture/layers.ts';
import { modelsWithNetwork, networkOf } from '../../src/architecture/networkOf.ts';
import { traceNetwork } from '../../src/architecture/traceNetwork.ts';
import { pythonWithLibraries } from '../support/pythonEnvironment.ts';
import { expectedCosts, networkOfReference } from '../support/referenceNetworks.ts';
import { shippedData } from '../support/shippedData.ts';
import { alternate, median, timed, type BenchResult } from './benchResult.ts';

const sides = Array.from({ length: 15 }, (_, round) => 288 + 32 * round);

/** The exact cost of every described network at a new input size, and of the slowest of them alone. */
export async function benchNetworkCost(): Promise<readonly BenchResult[]> {
	// first: what V8 learns from networks that are kept makes those that are not dearer
	const built = await beside();
	const networks = modelsWithNetwork.flatMap(id => networkOf(id) ?? []);
	const timeOf = (network: Network): number =>
		median(sides.map(side => timed(() => traceNetwork(network, [side, side]))));
	const all = sides.map(side =>
		timed(() => {
			for (const network of networks) traceNetwork(network, [side, side]);
		}),
	);
	return [
		built,
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
	];
}

/**
 * The same networks built and counted once each: ours, and the modules of the libraries with hooks, in turn. One process of
 * Python counts in all rounds, so that neither side starts anew, and stops where it does not count what we do.
 */
async function beside(): Promise<BenchResult> {
	const file = resolve('out', 'networks-once.jsonl');
	const costs = expectedCosts(shippedData()).filter(({ input }) => input.join() === '224,224');
	writeFileSync(file, costs.map(cost => `${JSON.stringify(cost)}\n`).join(''));
	const script = join('test', 'python', 'check_costs.py');
	const python = spawn(pythonWithLibraries(), [script, file, '--time'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
	const count = (): void => {
		for (const cost of costs) traceNetwork(networkOfReference(cost), cost.input);
	};
	const times = await alternate(
		3,
		() => median(sides.map(() => timed(count))),
		async () => {
			python.stdin.write('\n');
			return Number((await answers.next()).value);
		},
	);
	python.stdin.end();
	const ended: readonly unknown[] = await once(python, 'exit');
	assert.equal(ended[0], 0);
	return {
		what: `${String(costs.length)} networks built and counted`,
		...times,
		peer: 'their modules in Python, with hooks',
		gate: { kind: 'ratio', max: 0.001 },
	};
}
