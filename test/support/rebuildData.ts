// Rebuilds the imported records of data/ from a folder of public figures; changes nothing when nothing changed there.
// Usage: npm run data -- FOLDER
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeComputedFiles } from './computedFiles.ts';
import type { ImportedRecords, ImportStep } from './imports/importStep.ts';
import { aiHubImport } from './imports/aiHub.ts';
import { cadeneImport } from './imports/cadene.ts';
import { detectionImport } from './imports/detection.ts';
import { hailoImport } from './imports/hailo.ts';
import { kerasImport } from './imports/keras.ts';
import { mmpretrainImport } from './imports/mmpretrain.ts';
import { mobileImport } from './imports/mobile.ts';
import { openModelZooImport } from './imports/openModelZoo.ts';
import { pytorchcvImport } from './imports/pytorchcv.ts';
import { timmImport } from './imports/timm.ts';
import { torchvisionImport } from './imports/torchvision.ts';
import { readRows } from './shippedData.ts';

/** In the order in which they are run; a later one may lean on the records of an earlier one. */
const steps: readonly ImportStep[] = [
	timmImport,
	torchvisionImport,
	kerasImport,
	pytorchcvImport,
	openModelZooImport,
	mmpretrainImport,
	cadeneImport,
	detectionImport,
	aiHubImport,
	hailoImport,
	mobileImport,
];
const writtenLists = ['checkpoints', 'candidates', 'figures', 'measurements'] as const;

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
	process.stderr.write(
		`${folder === undefined ? 'No folder is given' : `${folder} does not exist`}; expected: npm run data -- FOLDER, ` +
			'the folder of public figures that data/NOTICE.md lists.\n',
	);
	process.exit(2);
}

for (const step of steps) {
	const records = step.run(file => readFileSync(join(folder, file), 'utf8'));
	for (const list of writtenLists) writeList(step.name, list, records[list] ?? []);
	writeRejected(step.name, records);
	const counts = writtenLists.map(list => `${String(records[list]?.length ?? 0)} ${list}`);
	process.stdout.write(`${step.name}: ${counts.join(', ')}, ${String(records.rejected.length)} rows left out\n`);
}
writeComputedFiles();

/** One record per line, so that a change of one record is a change of one line. A list of none has no file. */
function writeList(name: string, list: (typeof writtenLists)[number], records: readonly object[]): void {
	const added = withoutDoubles(name, list, records);
	const path = `data/imported/${name}`;
	mkdirSync(path, { recursive: true });
	const file = `${path}/${list}.json`;
	if (added.length === 0) {
		rmSync(file, { force: true });
		return;
	}
	const lines = added.map(record => JSON.stringify(record));
	writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
}

/** Leaves out the records that are kept by hand already: two would be two answers to one question. Both must agree. */
function withoutDoubles(
	name: string,
	list: (typeof writtenLists)[number],
	records: readonly object[],
): readonly object[] {
	const known = new Map(readRows('data', list).map(record => [keyOf(record), answerOf(record)]));
	const differing = records.filter(record => {
		const answer = known.get(keyOf(record));
		return answer !== undefined && answer !== answerOf(record);
	});
	const [first] = differing;
	if (first)
		throw new Error(
			`${name}: ${String(differing.length)} ${list} differ from those of data/${list}.json, first ${keyOf(first)}`,
		);
	return records.filter(record => !known.has(keyOf(record)));
}

/** What a record says: the number of a figure or time, all of a checkpoint or candidate. */
function answerOf(record: object): string {
	const answers = ['value', 'ms', 'printed', 'convention', 'doubt', 'note'];
	const said = Object.entries(record).filter(([field]) => 'id' in record || answers.includes(field));
	return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a record is about: two of one key would be two answers to one question. */
function keyOf(record: object): string {
	if ('id' in record) return String(record.id);
	const answers = ['value', 'ms', 'printed', 'convention', 'doubt', 'note'];
	const question = Object.entries(record).filter(([field]) => !answers.includes(field));
	return JSON.stringify(question.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function writeRejected(name: string, { rejected }: ImportedRecords): void {
	const cell = (text: string): string => text.replaceAll('|', '\\|');
	const rows = rejected.map(
		({ file, line, name: row, reason }) => `| ${file} | ${String(line)} | ${cell(row)} | ${cell(reason)} |`,
	);
	const head = `# Rows that gave no record: ${name}\n\n${String(rows.length)} rows of the public files, each with its reason.\n`;
	const table = ['', '| file | line | row | reason |', '| --- | ---: | --- | --- |', ...rows, ''].join('\n');
	writeFileSync(`data/reports/left-out-${name}.md`, rows.length === 0 ? head : `${head}${table}`);
}
