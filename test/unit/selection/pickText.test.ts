import assert from 'node:assert/strict';
import { parseBudget, type BudgetContext } from '../../../src/selection/parseBudget.ts';
import { pickUnderBudget, type PickOptions } from '../../../src/selection/pick.ts';
import { toPickOutput } from '../../../src/selection/pickOutput.ts';
import { formatPickText } from '../../../src/selection/pickText.ts';
import { layOutColumns } from '../../../src/selection/textTable.ts';
import { aCatalog, aCheckpoint, aModel } from '../../support/builders.ts';

const catalog = aCatalog({
	version: '2025.11',
	date: '2025-11-20',
	models: [aModel({ id: 'a/1', name: 'A-Net \u202e\u001b[31m1.0\nx' })],
	candidates: [
		{ id: 'a/1@224', top1: 76, macs: 300e6, params: 5e6, latencyMs: { 'pixel-1': 60 } },
		{ id: 'timm:b@224', model: 'b/1', top1: 75.8, macs: 200e6, params: 1.25e6 },
		{ id: 'c/1@224', top1: 77, macs: 330e6 },
	],
});

function lines(text: string, context: Partial<BudgetContext> = {}, options: PickOptions = {}): readonly string[] {
	return formatPickText(pickOf(text, context, options)).split('\n');
}

function pickOf(
	text: string,
	context: Partial<BudgetContext>,
	options: PickOptions,
): ReturnType<typeof pickUnderBudget> {
	const parsed = parseBudget(text, { catalog, ...context });
	assert.ok(parsed.ok, text);
	return pickUnderBudget(catalog, parsed.budget, options);
}

for (const [text, first, flopsMeans] of [
	['300M', 'Budget: ≤ 300 M MACs; 300M read as MACs', undefined],
	['≤300 MMACs', 'Budget: ≤ 300 M MACs', undefined],
	[
		'0.6 GFLOPs',
		'Budget: ≤ 600 M FLOPs; 0.6 GFLOPs read as 300 M MACs (FLOPs = 2 × MACs); if MACs are meant it is 600 M MACs',
		undefined,
	],
	[
		'0.6 GFLOPs',
		'Budget: ≤ 600 M FLOPs; 0.6 GFLOPs read as 600 M MACs (FLOPs taken for MACs); with FLOPs = 2 × MACs it is 300 M MACs',
		'macs',
	],
	['≤ a/1, 14 MiB', 'Budget: ≤ a/1, ≤ 14 MiB; a/1 has 300 M MACs', undefined],
	['60ms@pixel1', 'Budget: ≤ 60 ms@pixel-1; latency on pixel-1 in tflite-cpu, fp32, 1 thread', undefined],
	['60ms@pixel1/int8', 'Budget: ≤ 60 ms@pixel-1/int8; no int8 latency on pixel-1 is known', undefined],
] as const) {
	it(`the first line reads back ${text}${flopsMeans === undefined ? '' : ` where FLOPs means ${flopsMeans}`}`, () => {
		assert.equal(lines(text, { flopsMeans })[0], first);
	});
}

it('an answer reads as follows', () => {
	assert.deepEqual(lines('300 MMACs').slice(1), [
		'2 meet, 1 exceed, 0 unknown, 0 unranked; 3 candidates',
		'',
		'Rank  Model            Checkpoint   Input   Top-1     MACs    Params',
		'  1=  b/1              timm:b      224 px  75.8 % a  200 M a  1.25 M a  pick, tied within ±0.37',
		'  1=  A-Net [31m1.0 x              224 px    76 % b  300 M b     5 M b  tied within ±0.37, most accurate',
		'',
		'b/1: the pick: fewest MACs of 2 tied at the top; tied within ±0.37 of 76 %; 200 M MACs, limit 300 M',
		'',
		'Near misses',
		'  Model   Input  Top-1     MACs    Params    Over',
		'  c/1    224 px   77 % b  330 M b       ?    330 M MACs, limit 300 M (10 % over)',
		'',
		'Binding limit: 300 M MACs: without it the most accurate is c/1 at 224 px, 77 % instead of 76 %',
		'Next step up: c/1 at 224 px, 77 % (+1.2 points) for 330 M MACs (+130 M, 10 % over)',
		'',
		'Sources: a timm, b paper',
		'Catalog 2025.11 of 2025-11-20',
	]);
});

it('an answer without a match says so, and still has its foot', () => {
	const all = lines('1M');
	assert.ok(all.includes('Nothing meets the budget; b/1 would if 1 M MACs were raised to 200 M.'));
	assert.equal(all.at(-1), 'Catalog 2025.11 of 2025-11-20');
});

it('says how many models more there are, and what was asked about', () => {
	const all = lines('300M', {}, { limit: 1 });
	assert.ok(all.includes('and 1 more model'));
	assert.equal(lines('300M', {}, { source: 'paper' })[1]?.split('; ')[1], '2 candidates, source paper');
});

it('holds no character that a terminal would act on', () => {
	assert.doesNotMatch(lines('300M').join(''), /\p{C}/u);
});

it('columns line up by characters, and empty ones are left out', () => {
	const table = layOutColumns([
		{ title: 'Name', cells: ['é', '網路'], align: 'left' },
		{ title: 'None', cells: ['', ''], align: 'left' },
		{ title: 'N', cells: ['1', '10'], align: 'right' },
	]);
	assert.deepEqual(table, ['Name   N', 'é      1', '網路  10']);
});

describe('the same answer for programs', () => {
	const output = toPickOutput(pickOf('0.6 GFLOPs', {}, {}));

	it('has the budget with both readings of FLOPs', () => {
		assert.deepEqual(output.budget.limits[0]?.flops, { printed: 600e6, asFlops: 300e6, asMacs: 600e6 });
		assert.match(output.reading ?? '', /300 M MACs.*600 M MACs/);
	});

	it('has every figure with its source, and leaves unknown ones out', () => {
		assert.deepEqual(output.matches[0]?.figures, {
			top1: { value: 75.8, source: 'timm' },
			macs: { value: 200e6, source: 'timm' },
			params: { value: 1.25e6, source: 'timm' },
		});
		assert.deepEqual(Object.keys(output.near[0]?.figures ?? {}), ['top1', 'macs']);
	});

	it('names framework and checkpoint of a candidate that has weights', () => {
		const of = output.matches.map(({ id, framework, checkpoint }) => [id, framework, checkpoint]);
		assert.deepEqual(of, [
			['timm:b@224', 'timm', 'timm:b'],
			['a/1@224', undefined, undefined],
		]);
	});

	it('says by what a near miss is over', () => {
		assert.deepEqual(output.near[0]?.over, [
			{ limit: '≤ 600 M FLOPs', value: 330e6, limitValue: 300e6, ratio: 1.1 },
		]);
	});

	it('has a latency with its device, runtime and precision', () => {
		const { matches } = toPickOutput(pickOf('60ms@pixel1', {}, {}));
		assert.deepEqual(matches[0]?.figures.latencyMs, {
			value: 60,
			source: 'paper',
			device: 'pixel-1',
			runtime: 'tflite-cpu',
			precision: 'fp32',
			threads: 1,
		});
	});
});

describe('licenses in an answer', () => {
	const licensed = aCatalog({
		checkpoints: [
			aCheckpoint({ id: 'timm:a', model: 'a/1', weightsLicence: 'CC-BY-NC-4.0' }),
			aCheckpoint({ id: 'timm:b', model: 'b/1', weightsLicence: 'unknown' }),
			aCheckpoint({ id: 'timm:c', model: 'c/1', weightsLicence: 'MIT' }),
		],
		candidates: ['a', 'b', 'c'].map((name, place) => ({
			id: `timm:${name}@224`,
			model: `${name}/1`,
			top1: 80 - 5 * place,
			macs: 200e6,
		})),
	});
	const answer = (options: PickOptions): ReturnType<typeof pickUnderBudget> => {
		const parsed = parseBudget('300M', { catalog: licensed });
		assert.ok(parsed.ok);
		return pickUnderBudget(licensed, parsed.budget, options);
	};

	it('stand beside weights that may not be used freely, and in the output', () => {
		const text = formatPickText(answer({}));
		assert.match(text, / timm:a \(non-commercial\) /);
		assert.match(text, / timm:b \(unknown license\) /);
		assert.match(text, / timm:c {2}/);
		assert.doesNotMatch(text, /Left out by license/);
		const { matches, leftOutByLicense } = toPickOutput(answer({}));
		assert.deepEqual(
			[leftOutByLicense, ...matches.map(({ license, licenseBadge }) => [license, licenseBadge])],
			[undefined, ['CC-BY-NC-4.0', 'non-commercial'], ['unknown', 'unknown license'], ['MIT', undefined]],
		);
	});

	it('are said in the counts and in the foot where they were asked about, also where none was left out', () => {
		const [, counts, ...rest] = formatPickText(answer({ withoutLicenses: ['non-commercial'] })).split('\n');
		assert.equal(counts, '2 meet, 0 exceed, 0 unknown, 0 unranked; 2 candidates, license not non-commercial');
		assert.equal(rest.at(-2), 'Left out by license: 1 candidate');
		assert.equal(toPickOutput(answer({ licenses: ['MIT'] })).leftOutByLicense, 2);
		assert.equal(toPickOutput(answer({ withoutLicenses: ['copyleft'] })).leftOutByLicense, 0);
	});
});
