// Reads every figure and time of the catalog again in a folder of public figures, without the importers.
// Usage: npm run data:verify -- FOLDER
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computedSource } from '../../src/catalog/records.ts';
import { parseShippedData } from './shippedData.ts';
import { publicFiles } from './verify/publicFiles.ts';
import { verifyRecords } from './verify/verifyRecords.ts';

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
	process.stderr.write('expected: npm run data:verify -- FOLDER, the folder of public figures of data/NOTICE.md\n');
	process.exit(2);
}

const { records } = parseShippedData();
const printed = records.figures.filter(({ source }) => source !== computedSource);
const { agreed, disagreements, unread } = verifyRecords({ ...records, figures: printed }, publicFiles, file =>
	readFileSync(join(folder, file), 'utf8'),
);
for (const { source, locator, message } of disagreements) process.stdout.write(`${source}, ${locator}: ${message}\n`);
for (const [source, count] of agreed) process.stdout.write(`${source}: ${String(count)} agree\n`);
const inNoFile = [...unread].map(([source, count]) => `${source} ${String(count)}`);
process.stdout.write(`In no public file, read by hand: ${inNoFile.join(', ')}\n`);
const total = [...agreed.values()].reduce((sum, count) => sum + count, 0);
process.stdout.write(`Counted from layers, compared by npm test: ${String(records.figures.length - printed.length)}\n`);
process.stdout.write(`${String(total)} passed, ${String(disagreements.length)} failed\n`);
process.exitCode = disagreements.length > 0 ? 1 : 0;
