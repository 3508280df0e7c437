import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Budget } from '../../../src/selection/budget.ts';
import { formatBudget, parseBudget } from '../../../src/selection/parseBudget.ts';
import { catalog, problemOf, read, withoutText } from './readBudget.ts';

describe('what is not a budget', () => {
	for (const [text, quoted] of [
		['600 fps', '600 fps'],
		['300M, 600 fps', '600 fps'],
		['cheap', 'cheap'],
		['5M params@pixel1', '5M params@pixel1'],
		['60ms@"pixel', '"pixel'],
	] as const) {
		it(`"${text}" is refused with the part that was not understood`, () => {
			const problem = problemOf(text);
			assert.equal(problem.quoted, quoted);
			assert.ok(problem.text.includes(`"${quoted}`) || problem.text.includes(quoted));
		});
	}

	for (const text of ['0M', '-5M', '−5M', '1e309', '1e400 MACs', '1e-400', 'top1 ≥ 0', 'top1 ≥ -3', '5e-324 FLOPs']) {
		it(`"${text}" is not positive and finite`, () => {
			assert.equal(problemOf(text).code, 'not-positive');
		});
	}

	for (const text of ['NaN', 'NaN M', 'Infinity']) {
		it(`"${text}" is no number`, () => {
			assert.equal(problemOf(text).code, 'not-understood');
		});
	}

	for (const text of ['', '  ']) {
		it(`"${text}" is empty, and says what is taken`, () => {
			assert.deepEqual([problemOf(text).code, problemOf(text).text.includes('300M')], ['empty', true]);
		});
	}

	for (const text of ['300M,', ', 300M', '300M and', '≤']) {
		it(`"${text}" lacks a limit`, () => {
			assert.equal(problemOf(text).code, 'incomplete');
		});
	}

	it('a text of over 1,000 characters is not read', () => {
		assert.equal(problemOf('9'.repeat(1001)).code, 'too-long');
	});
});

describe('a decimal comma', () => {
	for (const [text, spelling] of [
		['0,6 GFLOPs', 'Write 0.6 GFLOPs.'],
		['≤ 0,6G, 5M params', 'Write 0.6G.'],
		['1,500 M', 'Write 1.500 M, or 1 500 M for thousands.'],
		['300,000,000', 'Write 300 000 000.'],
		['top1 ≥ 75,5', 'Write 75.5.'],
	] as const) {
		it(`in "${text}" is answered with the right spelling`, () => {
			const problem = problemOf(text);
			assert.equal(problem.code, 'decimal-comma');
			assert.ok(problem.text.endsWith(spelling), problem.text);
		});
	}
});

describe('whatever is typed', function () {
	this.timeout(60_000);
	const pieces = fc.constantFrom(
		...[
			'≤',
			'<',
			'under ',
			'max',
			'300',
			'0.6',
			',',
			';',
			'&',
			' and ',
			'M',
			'G',
			'FLOPs',
			'ms',
			'@',
			'pixel1',
			'"',
		],
		...['/int8', 'top1', '≥', '%', 'a-net/1.0', '-', '1e309', '\u2009', '\u202e', '\n', '𝟛', '__proto__'],
	);

	it('is a budget or a problem in one line, never an exception', () => {
		const texts = fc.oneof(
			fc.string(),
			fc.string({ unit: 'binary' }),
			fc.array(pieces).map(parts => parts.join('')),
		);
		fc.assert(
			fc.property(texts, text => {
				const parsed = parseBudget(text, { catalog });
				if (parsed.ok) return;
				const { text: message, start = 0, end = 0 } = parsed.problem;
				assert.match(message, /^[^\p{C}\u2028\u2029]+$/u);
				assert.ok(start >= 0 && end >= start && end <= text.length);
			}),
			{ numRuns: 3000, seed: 1 },
		);
	});

	it('reads back as the same limits in its one spelling', () => {
		const value = fc.oneof(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), fc.integer({ min: 1, max: 2 ** 50 }));
		const unit = fc.constantFrom('MACs', 'GFLOPs', 'params', 'k', 'MB', 'MiB', 'B', 'ms@P1', 's@"Galaxy S24"/int8');
		const limits = fc.array(fc.tuple(value, unit), { minLength: 1, maxLength: 4 });
		const floor = fc.option(fc.double({ min: 0.001, max: 100, noNaN: true }), { nil: undefined });
		fc.assert(
			fc.property(limits, floor, (costs, min) => {
				const texts = costs.map(([number, name]) => `≤ ${String(number)} ${name}`);
				const budget = read([...texts, ...(min === undefined ? [] : [`top1 ≥ ${String(min)}`])].join(', '));
				assert.deepEqual(meaningOf(read(formatBudget(budget))), meaningOf(budget));
			}),
			{ numRuns: 1000, seed: 2 },
		);
	});
});

/** A budget without the words it was written in, and without what they left to be assumed. */
function meaningOf({ limits, floors }: Budget): unknown {
	const meanings = limits.map(limit => withoutText(limit)).map(limit => ({ ...limit, assumed: false }));
	return [meanings, floors.map(({ min }) => min)];
}
