// Writes every network as the code and the counts that Model Scout gives of it, as JSON lines. Usage: dumpArchitectures FILE
import { writeFileSync } from 'node:fs';
import { className } from '../../src/architecture/code/pytorchModule.ts';
import type { Network, Pair } from '../../src/architecture/layers.ts';
import { modelsWithNetwork, networkOf } from '../../src/architecture/networkOf.ts';
import { portNamed, portNames } from '../../src/architecture/ports.ts';
import { traceNetwork } from '../../src/architecture/traceNetwork.ts';
import { architectureSnippet } from '../../src/frameworks/architectureSnippet.ts';
import { inputFor } from './networkInputs.ts';
import { hasSamePadding } from './referenceNetworks.ts';

const [file = 'out/architectures.jsonl'] = process.argv.slice(2);
/** Descriptions are long to read, so some of them stand for all. */
const lines = [...modelsWithNetwork, ...portNames].map((model, place) => {
	const network = portNamed(model) ?? networkOf(model);
	if (!network) throw new RangeError(`no network for ${model}`);
	const usual = inputFor(network);
	// one that is not square: code that takes height for width fails
	const other: Pair = hasSamePadding(model) ? [usual[0] + 1, usual[1] + 63] : [usual[0], usual[1] + 64];
	const inputs: readonly Pair[] = [usual, other];
	const counts = inputs.map(input => {
		const { params, macs, stages } = traceNetwork(network, input);
		const outputs = stages.at(-1)?.outputs.map(({ channels, height, width }) => [channels, height, width]);
		return { input, params, macs, outputs };
	});
	const { text: code } = architectureSnippet(network, usual, 'python');
	const described =
		place % 12 === 0 ? { yaml: textOf(network, usual, 'yaml'), json: textOf(network, usual, 'json') } : {};
	const { imageChannels = 3 } = network;
	return JSON.stringify({ model, name: className(network.name), imageChannels, code, counts, ...described });
});

function textOf(network: Network, input: Pair, language: 'yaml' | 'json'): string {
	return architectureSnippet(network, input, language).text;
}

writeFileSync(file, lines.map(line => `${line}\n`).join(''));
