// Runs `model-scout check` over all Python of installed libraries and over the examples in their docstrings. Nothing louder than a hint may be found,
// and the mentions that a person has reviewed must be reported. Usage: checkInstalled [--draw], which prints 200 mentions to review instead.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkOutputSchema } from '../../src/cli/check.schema.ts';
import type { CheckOutput } from '../../src/cli/checkVerb.ts';
import { formatReviewed, placeOf, readReviewed, type ReviewedMention } from './installedMentions.ts';
import { pythonWithLibraries, run } from './pythonEnvironment.ts';
import { createRandom } from './random.ts';

const packages = ['timm', 'torchvision', 'keras', 'transformers'];
const examples = resolve('out', 'examples');
const drawnCount = 200;
const seed = 20261128;

const python = pythonWithLibraries();
const found = [...checkedPackages(), ...checkedExamples()];
if (process.argv.includes('--draw')) process.stdout.write(formatReviewed(drawnOf(found)));
else process.exitCode = compare(found) ? 0 : 1;

function checkedPackages(): readonly ReviewedMention[] {
	const library = ask(python, ['-c', 'import sysconfig; print(sysconfig.get_paths()["purelib"])']).trim();
	return packages.flatMap(name => {
		const folder = join(library, name);
		const files = readdirSync(folder, { recursive: true }).filter(file => String(file).endsWith('.py'));
		return checked('code', library, folder, `${String(files.length)} files of ${name}`);
	});
}

function checkedExamples(): readonly ReviewedMention[] {
	rmSync(examples, { recursive: true, force: true });
	run(python, [join('test', 'python', 'extract_examples.py'), examples, ...packages]);
	return checked('example', examples, examples, 'examples in docstrings');
}

/** @throws {Error} where the command fails or finds anything louder than a hint. */
function checked(part: string, root: string, folder: string, what: string): readonly ReviewedMention[] {
	const started = performance.now();
	const text = ask(process.execPath, [resolve('dist', 'cli.mjs'), 'check', folder, '--json']);
	const seconds = (performance.now() - started) / 1000;
	const { mentions, findings }: CheckOutput = checkOutputSchema.parse(JSON.parse(text));
	const loud = findings.filter(({ severity }) => severity !== 'hint');
	for (const { path, line, message } of loud) process.stdout.write(`${path}:${String(line)}: ${message}\n`);
	if (loud.length > 0) throw new Error(`${String(loud.length)} findings louder than a hint in ${what}`);
	const counts = `${String(mentions.length)} mentions, ${String(findings.length)} hints`;
	process.stderr.write(`${what} checked in ${seconds.toFixed(1)} s: ${counts}, nothing louder\n`);
	return mentions.map(({ path, line, column, framework, name }) => {
		const place = path.slice(root.length + 1).replaceAll('\\', '/');
		return { path: place, part, line, column, framework: framework ?? '', name, verdict: '' };
	});
}

function ask(command: string, args: readonly string[]): string {
	const { status, stdout, error } = spawnSync(command, args, {
		encoding: 'utf8',
		maxBuffer: 64e6,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	if (error) throw error;
	if (status !== 0) throw new Error(`${command} ended with ${String(status)}`);
	return stdout;
}

function drawnOf(mentions: readonly ReviewedMention[]): readonly ReviewedMention[] {
	const random = createRandom(seed);
	return mentions
		.map((mention, index) => ({ mention, index, key: random() }))
		.sort((a, b) => a.key - b.key)
		.slice(0, drawnCount)
		.sort((a, b) => a.index - b.index)
		.map(({ mention }) => mention);
}

function compare(mentions: readonly ReviewedMention[]): boolean {
	const places = new Set(mentions.map(placeOf));
	const reviewed = readReviewed();
	const lost = reviewed.filter(mention => !places.has(placeOf(mention)));
	const wrong = reviewed.filter(({ verdict }) => verdict !== 'right');
	for (const mention of lost) process.stdout.write(`not reported: ${placeOf(mention)}\n`);
	for (const mention of wrong) process.stdout.write(`${mention.verdict}: ${placeOf(mention)}\n`);
	process.stdout.write(
		`${String(reviewed.length)} of ${String(mentions.length)} mentions reviewed: ${String(reviewed.length - wrong.length)} right, ${String(lost.length)} not reported\n`,
	);
	return lost.length + wrong.length === 0 && reviewed.length === drawnCount;
}
