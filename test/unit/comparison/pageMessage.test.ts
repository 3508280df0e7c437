import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isSnapshot } from '../../../src/comparison/checkSnapshot.ts';
import type { ComparisonSnapshot } from '../../../src/comparison/comparisonSnapshot.ts';
import { packHostMessage } from '../../../src/comparison/packHostMessage.ts';
import { pageMessageSchema } from '../../../src/comparison/pageMessage.schema.ts';
import { rowCommands, type PageMessage } from '../../../src/comparison/pageMessage.ts';
import { initialPageState } from '../../../src/comparison/pageState.ts';
import { parseHostMessage } from '../../../src/comparison/parseHostMessage.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { TextLines } from '../../../src/comparison/textLines.ts';
import { aCatalog } from '../../support/builders.ts';
import { createRandom } from '../../support/random.ts';

const snapshot = comparisonSnapshot(
	aCatalog({ candidates: [{ id: 'a/1@224', top1: 70, macs: 5, latencyMs: { p1: 3 } }, { id: 'b/1@224' }] }),
	{ budget: '5M', selection: ['a/1@224'] },
);

const messages: readonly PageMessage[] = [
	{ type: 'listens' },
	{ type: 'ready' },
	{ type: 'selectionChanged', candidateIds: ['a/1@224'], change: 1 },
	{ type: 'setBudget', text: '' },
	{ type: 'setLatencyDevice', device: 'p1' },
	{ type: 'setCostInput', side: 160 },
	{ type: 'setCostInput', side: 0 },
	...rowCommands.map(type => ({ type, candidateId: 'a/1@224' })),
	{ type: 'copyText', text: '| a |' },
	{ type: 'copyRows', candidateIds: ['a/1@224'], columns: ['name', 'top1'], flops: true },
	{ type: 'export', candidateIds: ['a/1@224'], columns: ['name'], flops: false },
	{ type: 'stateChanged', state: JSON.stringify({ ...initialPageState, activeId: 'a/1@224' }) },
];

describe('a message of the page', () => {
	it('is read as it was written', () => {
		for (const message of messages) assert.deepEqual(pageMessageSchema.parse(message), message);
	});

	it('is refused with a field too many or one too few', () => {
		for (const message of messages) {
			assert.equal(pageMessageSchema.safeParse({ ...message, command: 'rm' }).success, false);
			if (message.type === 'ready' || message.type === 'listens') continue;
			assert.equal(pageMessageSchema.safeParse({ type: message.type }).success, false);
		}
	});

	it('is refused where a text or a list is too long', () => {
		const refused = [
			{ type: 'setBudget', text: 'x'.repeat(501) },
			{ type: 'showDetails', candidateId: 'x'.repeat(501) },
			{ type: 'selectionChanged', candidateIds: Array.from({ length: 200_001 }, () => 'a'), change: 1 },
			{ type: 'copyRows', candidateIds: [], columns: [], flops: false },
		];
		assert.deepEqual(
			refused.map(message => pageMessageSchema.safeParse(message).success),
			[false, false, false, false],
		);
	});

	it('is nothing that chance made up', () => {
		fc.assert(
			fc.property(fc.anything(), raw => {
				assert.equal(pageMessageSchema.safeParse(raw).success, false);
			}),
		);
	});
});

describe('a hundred thousand damaged messages', () => {
	it('of the page are all refused', () => {
		const random = createRandom(5);
		const accepted = Array.from({ length: 100_000 }, () => damaged(random)).filter(
			raw => pageMessageSchema.safeParse(raw).success,
		);
		assert.deepEqual(accepted, []);
	});

	it('of the host, once they are unpacked, are all refused', () => {
		const random = createRandom(6);
		const accepted = Array.from({ length: 100_000 }, () => damagedSnapshot(random)).filter(isSnapshot);
		assert.deepEqual(accepted, []);
	});
});

/** A message with one field lost, added or of another kind, or with a type that there is not. */
function damaged(random: () => number): unknown {
	const message: Record<string, unknown> = { ...oneOf(messages, random) };
	const fields = Object.keys(message).filter(field => field !== 'type');
	const field = fields.length === 0 ? 'type' : oneOf(fields, random);
	const damages = [
		() => Reflect.deleteProperty(message, field),
		() => (message[field] = oneOf([null, {}, NaN, -1, ['', 1], () => undefined, Symbol('text')], random)),
		() => (message[`${field}${String(random())}`] = message[field]),
		() => (message['type'] = oneOf(['', 'show', 'Ready', '__proto__', 7, null, ['ready']], random)),
	];
	oneOf(damages, random)();
	return message;
}

/** A snapshot with a random column or list lost or of another kind. */
function damagedSnapshot(random: () => number): unknown {
	const others = [null, 'text', -1, {}, [{}], new Float32Array(2)];
	const raw: Record<string, unknown> = { ...snapshot };
	const required = Object.keys(raw).filter(field => field !== 'device' && field !== 'countsFlops');
	const field = oneOf(required, random);
	const columns = raw[field];
	const isNested = field === 'texts' || field === 'numbers' || field === 'frontiers';
	if (isNested && typeof columns === 'object' && columns !== null && random() < 0.8) {
		const column = oneOf(Object.keys(columns), random);
		raw[field] = { ...columns, [column]: oneOf(others, random) };
	} else if (random() < 0.3) Reflect.deleteProperty(raw, field);
	else raw[field] = oneOf(others, random);
	return raw;
}

function oneOf<T>(values: readonly T[], random: () => number): T {
	const value = values[Math.floor(random() * values.length)];
	if (value === undefined) throw new RangeError('invalid values: none; expected at least one');
	return value;
}

describe('a message of the host', () => {
	it('is read as it was written, also after it was cloned on its way', () => {
		const show = { type: 'show', snapshot, afterChange: 2 } as const;
		assert.deepEqual(parseHostMessage(structuredClone(packHostMessage(show))), show);
		const select = { type: 'select', candidateIds: ['a/1@224'], afterChange: 0 };
		assert.deepEqual(parseHostMessage(select), select);
	});

	it('is nothing where a column is missing, short, or points outside its texts', () => {
		const damaged = [
			{ ...snapshot, numbers: { macs: undefined } },
			{ ...snapshot, verdicts: snapshot.verdicts.slice(1) },
			{ ...snapshot, notes: { values: TextLines.of(['']), codes: Uint8Array.of(0, 1) } },
			{ ...snapshot, selection: Uint32Array.of(2) },
			{ ...snapshot, budget: { ...snapshot.budget, pick: 2 } },
			{ ...snapshot, ids: { text: 'a/1@224\n', ends: Uint32Array.of(7) } },
			{ ...snapshot, ids: ['a/1@224', 'b/1@224'] },
			{ ...snapshot, rows: 3 },
			{ ...snapshot, inputHeights: [224, 224] },
			{ ...snapshot, budget: { ...snapshot.budget, limits: [{ metric: 'watts', value: 5, text: '' }] } },
		];
		assert.ok(isSnapshot(snapshot));
		for (const one of damaged) {
			assert.equal(isSnapshot(one), false);
			assert.equal(parseHostMessage({ type: 'show', snapshot: one, afterChange: 0 }), undefined);
		}
	});

	it('is nothing where its snapshot can be unpacked but is none', () => {
		const wrong: ComparisonSnapshot[] = [
			{ ...snapshot, selection: Uint32Array.of(2) },
			{ ...snapshot, budget: { ...snapshot.budget, pick: 2 } },
			{ ...snapshot, notes: { values: TextLines.of(['']), codes: Uint8Array.of(0, 1) } },
		];
		for (const one of wrong) {
			const show = packHostMessage({ type: 'show', snapshot: one, afterChange: 0 });
			assert.equal(parseHostMessage(show), undefined);
		}
	});

	it('is nothing that chance made up', () => {
		const anyValue = fc.oneof(
			fc.anything(),
			fc.record({ type: fc.constantFrom('show', 'select'), snapshot: fc.anything(), candidateIds: fc.string() }),
		);
		fc.assert(
			fc.property(anyValue, raw => {
				assert.equal(parseHostMessage(raw), undefined);
			}),
		);
	});
});
