// Reads malformed catalogs and edits code at random, as `npm test` does, but as much as one likes.
// Usage: npm run fuzz [-- COUNT [SEED] | -- code [COUNT [SEED]]]. COUNT catalogs and a tenth as many edits of code, a million
// and 100,000 without it; after `code` COUNT edits alone. The seed is of the clock where none is given.
import fc from 'fast-check';
import { assertHarmless } from './assertHarmless.ts';
import { malformedCatalogs } from './malformedCatalogs.ts';
import { assertSameAsFresh, randomEdits } from './randomEdits.ts';

interface Subject {
	/** What is counted. */
	readonly what: string;
	readonly found: string;
	/** Runs between two lines of progress. */
	readonly chunk: number;
	/** Runs a number of them, and returns how many of what is counted they were. */
	run(numRuns: number, seed: number): number;
}

const catalogs: Subject = {
	what: 'malformed catalogs',
	found: 'No crash, hang, wrong accept or lost row',
	chunk: 20_000,
	run(numRuns, seed) {
		check(fc.property(malformedCatalogs, assertHarmless), { numRuns, seed });
		return numRuns;
	},
};

const code: Subject = {
	what: 'random edits of code',
	found: 'Never thrown, and every mention and finding as in a fresh document',
	chunk: 2000,
	run(numRuns, seed) {
		let edits = 0;
		const property = fc.property(randomEdits, value => {
			assertSameAsFresh(value);
			edits += value[1].length;
		});
		check(property, { numRuns, seed });
		return edits;
	},
};

const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0)} s`;

/** Ends the process at the first counterexample. */
function check<T>(property: fc.IProperty<T>, options: { readonly numRuns: number; readonly seed: number }): void {
	const { failed, counterexamplePath, counterexample, errorInstance } = fc.check(property, options);
	if (!failed) return;
	const place = `seed ${String(options.seed)}, path ${counterexamplePath ?? ''}`;
	process.stdout.write(`${place}: ${JSON.stringify(counterexample)}\n${String(errorInstance)}\n`);
	process.exit(1);
}

function fuzz(subject: Subject, count: number, seed: number): void {
	const { what, found, chunk } = subject;
	process.stdout.write(`${String(count)} ${what} from seed ${String(seed)}\n`);
	let done = 0;
	for (let chunkSeed = seed; done < count; chunkSeed++) {
		done += subject.run(Math.min(chunk, count - done), chunkSeed);
		process.stdout.write(`${String(done)} of ${String(count)} after ${seconds()}\n`);
	}
	process.stdout.write(`${found} in ${String(done)} ${what} from seed ${String(seed)}, ${seconds()}.\n`);
}

const isCode = process.argv[2] === 'code';
const [countText = isCode ? '100000' : '1000000', seedText = String(Date.now() % 2 ** 31)] = process.argv.slice(
	isCode ? 3 : 2,
);
const count = Number(countText);
const seed = Number(seedText);
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
	process.stderr.write(`invalid count or seed: ${countText} ${seedText}; expected two whole numbers\n`);
	process.exit(2);
}
if (!isCode) fuzz(catalogs, count, seed);
fuzz(code, isCode ? count : Math.ceil(count / 10), seed);
