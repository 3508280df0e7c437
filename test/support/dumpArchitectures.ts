// Writes every network as the code and the counts that Model Scout gives of it, as JSON lines. Usage: dumpArchitectures FILE
import { writeFileSync } from 'node:fs';
import { className, pytorchModule } from '../../src/architecture/code/pytorchModule.ts';
import type { Pair } from '../../src/architecture/layers.ts';
import { modelsWithNetwork, networkOf } from '../../src/architecture/networkOf.ts';
import { traceNetwork } from '../../src/architecture/traceNetwork.ts';

const [file = 'out/architectures.jsonl'] = process.argv.slice(2);
/** One that is not square: code that takes height for width fails. */
const inputs: readonly Pair[] = [
	[224, 224],
	[224, 288],
];

const lines = modelsWithNetwork.map(model => {
	const network = networkOf(model);
	if (!network) throw new RangeError(`no network for ${model}`);
	const counts = inputs.map(input => {
		const { params, macs, stages } = traceNetwork(network, input);
		const outputs = stages.at(-1)?.outputs.map(({ channels, height, width }) => [channels, height, width]);
		return { input, params, macs, outputs };
	});
	return JSON.stringify({ model, name: className(network.name), code: pytorchModule(network, [224, 224]), counts });
});
writeFileSync(file, lines.map(line => `${line}\n`).join(''));
