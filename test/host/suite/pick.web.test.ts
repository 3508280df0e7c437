import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PickAnswer } from '../../../src/host/commands/pickUnderBudget.ts';

async function pick(request: Readonly<Record<string, unknown>>): Promise<PickAnswer> {
	return vscode.commands.executeCommand<PickAnswer>('modelScout.pickUnderBudget', request);
}

async function rejection(thrown: Thenable<unknown>): Promise<string> {
	try {
		await thrown;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
	return 'nothing was thrown';
}

/** What the seed document alone answers. */
const seedAnswers = [
	{ budget: '≤50M', model: 'mobilenet-v3/small-0.75' },
	{ budget: '≤300M', model: 'mobilenet-v3/large-1.0' },
	{ budget: '≤600M', model: 'efficientnet/b0' },
	{ budget: '≤70ms@P1', model: 'mobilenet-v3/large-1.0' },
];

describe('picking by arguments', () => {
	for (const { budget, model } of seedAnswers) {
		it(`answers ${budget} by the seed with ${model}`, async () => {
			const answer = await pick({ budget, source: 'seed' });
			assert.equal(answer.matches[0]?.model, model);
		});
	}

	it('counts what meets, exceeds and is unknown', async () => {
		const { counts } = await pick({ budget: '≤70ms@P1', source: 'seed' });
		assert.deepEqual(counts, { meets: 1, exceeds: 1, unknown: 51, unranked: 0 });
	});

	it('says what it was understood to be asked, in the first line of the text', async () => {
		const { text } = await pick({ budget: '0.6 GFLOPs', source: 'seed' });
		const [first = ''] = text.split('\n');
		assert.ok(first.includes('300 M MACs') && first.includes('600 M MACs'), first);
	});

	it('takes a device for a latency that names none', async () => {
		const answer = await pick({ budget: '70ms', device: 'pixel-1', source: 'seed' });
		assert.equal(answer.counts.meets, 1);
	});

	it('refuses what is no budget with the message that people get', async () => {
		const message = await rejection(pick({ budget: '600 fps' }));
		assert.ok(message.includes('"600 fps"'), message);
	});

	for (const wrong of [
		{},
		{ budget: 3 },
		{ budget: '1M', colour: 'red' },
		{ budget: '1M', source: 'nowhere' },
		7,
		[],
	]) {
		it(`refuses ${JSON.stringify(wrong)} as arguments`, async () => {
			const thrown = vscode.commands.executeCommand('modelScout.pickUnderBudget', wrong);
			assert.ok((await rejection(thrown)) !== 'nothing was thrown');
		});
	}
});

it('why not answers a program with one sentence per limit', async () => {
	const question = { model: 'efficientnet/b0', budget: '≤300M, ≤1M params' };
	const lines = await vscode.commands.executeCommand<readonly string[]>('modelScout.whyNot', question);
	assert.equal(lines.filter(line => line.includes('Exceeds')).length, 2);
});
