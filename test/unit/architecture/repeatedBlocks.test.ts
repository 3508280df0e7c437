import assert from 'node:assert/strict';
import { call, flatText, keyword, type PythonExpression } from '../../../src/architecture/code/pythonExpression.ts';
import { nameRepeated } from '../../../src/architecture/code/repeatedBlocks.ts';

const conv = (out: number): PythonExpression => call('nn.Conv2d', '64', String(out), '3', keyword('padding', '1'));
const inner = call('nn.Sequential', conv(64), call('nn.ReLU'), conv(64), call('nn.ReLU'), conv(64));
const outer = call('nn.Sequential', inner, call('nn.BatchNorm2d', '64'), inner);

describe('modules that are written more than once', () => {
	it('are functions, each before those that use it, and nothing else changes', () => {
		const { blocks, expressions } = nameRepeated([outer, conv(8), outer]);
		assert.deepEqual(
			blocks.map(({ name, value }) => [name, flatText(value)]),
			[
				['block1', flatText(inner)],
				['block2', 'nn.Sequential(block1(), nn.BatchNorm2d(64), block1())'],
			],
		);
		assert.deepEqual(expressions.map(flatText), ['block2()', flatText(conv(8)), 'block2()']);
	});

	it('stay where they are when they are short or stand alone', () => {
		assert.deepEqual(nameRepeated([conv(8), conv(8)]).blocks, []);
		assert.deepEqual(nameRepeated([inner]).blocks, []);
	});

	it('are no functions when they look up weights that they have in common', () => {
		const shared = call('nn.Sequential', call('shared.setdefault', '"a"', inner), conv(8));
		const { expressions } = nameRepeated([shared, shared]);
		const text = 'nn.Sequential(shared.setdefault("a", block1()), nn.Conv2d(64, 8, 3, padding=1))';
		assert.deepEqual(expressions.map(flatText), [text, text]);
	});
});
