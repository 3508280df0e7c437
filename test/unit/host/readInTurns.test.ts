import assert from 'node:assert/strict';
import { readInTurns } from '../../../src/host/readInTurns.ts';
import { aCatalog } from '../../support/builders.ts';

it('leaves turns to others while it reads a large table', async () => {
	const rows = Array.from({ length: 40_000 }, (_, index) => `net ${String(index)},224,75`);
	let turns = 0;
	const others = setInterval(() => (turns += 1), 0);
	const parsed = await readInTurns(['model,input,top-1', ...rows].join('\n'), 'own.csv', aCatalog({}));
	clearInterval(others);
	assert.equal(parsed.records.candidates.length, rows.length);
	assert.ok(turns >= 3, `${String(turns)} turns`);
});
