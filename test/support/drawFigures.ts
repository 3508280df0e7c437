// Draws printed figures at random from a folder of public figures into test/fixtures/drawnFigures.json, until 200 of them are of
// rows that the catalog has.
// Usage: npm run data:draw -- FOLDER [SEED]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from './random.ts';
import { parseShippedData } from './shippedData.ts';
import { drawFigures, holdsDrawn } from './verify/drawnFigures.ts';
import { publicFiles } from './verify/publicFiles.ts';

const [folder, seed = '20261123'] = process.argv.slice(2);
if (folder === undefined) {
	process.stderr.write('expected: npm run data:draw -- FOLDER [SEED], the folder of public figures\n');
	process.exit(2);
}
const { records } = parseShippedData();
const drawn = drawFigures(
	publicFiles,
	file => readFileSync(join(folder, file), 'utf8'),
	createRandom(Number(seed)),
	400,
);
const marked = drawn.map(each => (holdsDrawn(records, each) ? each : { ...each, leftOut: true }));
const last = marked.flatMap(({ leftOut }, index) => (leftOut ? [] : [index]))[199] ?? marked.length;
const taken = marked.slice(0, last + 1);
writeFileSync('test/fixtures/drawnFigures.json', `[\n${taken.map(each => JSON.stringify(each)).join(',\n')}\n]\n`);
const left = taken.filter(({ leftOut }) => leftOut).length;
process.stdout.write(`${String(taken.length - left)} figures, and ${String(left)} cells of rows that are left out\n`);
