import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import type { CandidateFilter } from '../../../src/catalog/shownFigure.ts';
import { costsAtInput } from '../../../src/comparison/costsAtInput.ts';
import { formatDecisionRecord, pickCommand } from '../../../src/comparison/decisionRecord.ts';
import { parseBudget } from '../../../src/selection/parseBudget.ts';
import { pickUnderBudget, type PickResult } from '../../../src/selection/pick.ts';
import { aCatalog, aCheckpoint, aModel } from '../../support/builders.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';
import { assertGolden } from '../../support/golden.ts';
import { shippedData } from '../../support/shippedData.ts';

const small = aCatalog({
	version: '2025.11',
	date: '2025-11-20',
	models: [aModel({ id: 'a/1', name: 'A-Net *1.0* <b>' })],
	checkpoints: [aCheckpoint({ id: 'timm:b', model: 'b/1', weightsLicence: 'CC-BY-NC-4.0' })],
	candidates: [
		{ id: 'a/1@224', top1: 76, macs: 290e6, params: 5e6 },
		{ id: 'timm:b@224', model: 'b/1', checkpoint: 'timm:b', top1: 75.8, macs: 295e6, params: 1.25e6 },
		{ id: 'c/1@224', top1: 77, macs: 330e6 },
		{ id: 'd/1@224', top1: 70, macs: 100e6 },
	],
});

function pickOf(catalog: Catalog, text: string, filter: CandidateFilter = {}): PickResult {
	const parsed = parseBudget(text, { catalog, task: filter.task });
	assert.ok(parsed.ok, text);
	return pickUnderBudget(catalog, parsed.budget, { ...filter, limit: 6 });
}

/** What a shell makes of a command: its arguments, without the program. */
function argumentsOf(command: string): readonly string[] {
	const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
	return printed.split('\0').slice(1, -1);
}

describe('a decision record', () => {
	it('is kept as it is written', () => {
		assertGolden('decisions/two-tied.md', formatDecisionRecord(pickOf(small, '300M')));
	});

	it('says so where nothing meets the budget', () => {
		assertGolden('decisions/nothing.md', formatDecisionRecord(pickOf(small, '10M')));
	});

	it('holds no Markdown of names', () => {
		const text = formatDecisionRecord(pickOf(small, '300M'));
		assert.ok(text.includes('A-Net \\*1.0\\* \\<b\\>'));
		assert.ok(!text.includes('<b>'));
	});
});

describe('the command in a decision record', () => {
	const program = useCommandLine();
	const shipped = shippedData();

	for (const [budget, filter] of [
		['0.6 GFLOPs, 5M params', {}],
		['5ms@i7-12700h', { framework: 'timm' }],
		['≤ resnet50', { withoutLicenses: ['non-commercial', 'unknown'] }],
		['AP >= 40', { task: 'detection' }],
	] as const) {
		it(`gives the answer to ${budget} again`, async () => {
			const result = pickOf(shipped, budget, filter);
			const { code, out, err } = await program.run(...argumentsOf(pickCommand(result)), '--limit', '1');
			assert.deepEqual([code, err], [0, '']);
			const [pick] = result.matches;
			assert.ok(pick);
			assert.ok(out.includes(pick.checkpoint?.id ?? pick.name), out);
		});
	}

	it('counts at the same input size again', async () => {
		const result = pickOf(costsAtInput(shipped, [160, 160]), '200M', { framework: 'timm' });
		const command = pickCommand(result);
		assert.match(command, / --input 160x160 /);
		assert.match(formatDecisionRecord(result), /MACs counted at 160 px, accuracies are of each candidate/);
		const { code, out, err } = await program.run(...argumentsOf(command), '--json');
		assert.deepEqual([code, err], [0, '']);
		const output = JSON.parse(out) as { matches: { id: string }[]; reading: string };
		assert.deepEqual(
			output.matches.slice(0, 6).map(({ id }) => id),
			result.matches.map(({ candidate }) => candidate.id),
		);
		assert.match(output.reading, /MACs counted at 160 px/);
	});

	it('keeps every character of a budget from the shell', () => {
		const names = fc.string({ unit: fc.constantFrom('a', "'", '"', '$', '`', ' ', '\\', ';', '|', '&', '\n') });
		fc.assert(
			fc.property(names, name => {
				const result = { ...pickOf(small, '300M'), filter: { family: `x${name}x` } };
				const expected = `x${name.replaceAll('\n', ' ')}x`.replace(/ +/g, ' ');
				assert.equal(argumentsOf(pickCommand(result)).at(-1)?.replace(/ +/g, ' '), expected);
			}),
			{ numRuns: 50 },
		);
	});
});
