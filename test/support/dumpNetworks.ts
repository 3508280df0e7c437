// Writes our count of every network that a library builds, too, as JSON lines. Usage: dumpNetworks FILE
import { writeFileSync } from 'node:fs';
import { expectedCosts } from './referenceNetworks.ts';
import { shippedData } from './shippedData.ts';

const [file = 'out/networks.jsonl'] = process.argv.slice(2);
writeFileSync(
	file,
	expectedCosts(shippedData())
		.map(cost => `${JSON.stringify(cost)}\n`)
		.join(''),
);
