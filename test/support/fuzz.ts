// Reads malformed catalogs, as `npm test` does, but as many as one likes.
// Usage: npm run fuzz [-- COUNT [SEED]], a million from a seed of the clock without them.
import fc from 'fast-check';
import { assertHarmless } from './assertHarmless.ts';
import { malformedCatalogs } from './malformedCatalogs.ts';

/** Files between two lines of progress. */
const chunk = 20_000;

const [countText = '1000000', seedText = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const count = Number(countText);
const seed = Number(seedText);
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
	process.stderr.write(`invalid count or seed: ${countText} ${seedText}; expected two whole numbers\n`);
	process.exit(2);
}

const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0)} s`;
process.stdout.write(`${count} malformed catalogs from seed ${seed}\n`);
for (let done = 0; done < count; done += chunk) {
	const numRuns = Math.min(chunk, count - done);
	const chunkSeed = seed + done / chunk;
	const { failed, counterexamplePath, counterexample, errorInstance } = fc.check(
		fc.property(malformedCatalogs, assertHarmless),
		{ numRuns, seed: chunkSeed },
	);
	if (failed) {
		process.stdout.write(
			`seed ${chunkSeed}, path ${counterexamplePath ?? ''}: ${JSON.stringify(counterexample)}\n${String(errorInstance)}\n`,
		);
		process.exit(1);
	}
	process.stdout.write(`${done + numRuns} of ${count} after ${seconds()}\n`);
}
process.stdout.write(
	`No crash, hang, wrong accept or lost row in ${count} catalogs from seed ${seed}, ${seconds()}.\n`,
);
