import assert from 'node:assert/strict';
import { parse as parseYaml } from 'yaml';
import { call, keyword, pythonText } from '../../../src/architecture/code/pythonExpression.ts';
import { className } from '../../../src/architecture/code/pytorchModule.ts';
import { modelsWithNetwork, networkOf } from '../../../src/architecture/networkOf.ts';
import type { Network } from '../../../src/architecture/layers.ts';
import { architectureSnippet } from '../../../src/frameworks/architectureSnippet.ts';
import { assertGolden } from '../../support/golden.ts';
import { inputFor } from '../../support/networkInputs.ts';

function network(model: string): Network {
	const found = networkOf(model);
	assert.ok(found, model);
	return found;
}

describe('the code of a network', () => {
	for (const model of ['mobilenet-v3/small-1.0', 'shufflenet-v2/0.5', 'hrnet/w18-small']) {
		it(`is kept as it is written for ${model}`, () => {
			const { text } = architectureSnippet(network(model), [224, 224], 'python');
			assertGolden(`architectures/${model.replace('/', '-')}.py`, `${text}\n`);
		});
	}

	it('has lines of at most 110 columns, no tab, and nothing of a helper that it does not name', () => {
		for (const model of modelsWithNetwork) {
			const { text } = architectureSnippet(network(model), inputFor(network(model)), 'python');
			const long = text.split('\n').find(line => line.length > 110 || line.includes('\t'));
			assert.equal(long, undefined, model);
			for (const [, helper = ''] of text.matchAll(/^(?:def|class) (\w+)/gm)) {
				const uses = text.split(`${helper}(`).length - 1;
				assert.ok(uses > 1 || helper === className(network(model).name), `${model}: ${helper} is not used`);
			}
		}
	});

	it('says the costs of the size that it is asked for', () => {
		const { code } = architectureSnippet(network('mobilenet-v2/1.0'), [160, 192], 'python');
		assert.match(code, /^ {4}3,504,872 parameters, [\d,]+ multiply-accumulates at 160 x 192\.$/m);
	});

	it('is described alike in YAML and JSON, each layer once', () => {
		for (const model of ['resnet/18', 'nasnet/a-mobile', 'polynet/1.0']) {
			const described = network(model);
			const json: unknown = JSON.parse(architectureSnippet(described, [331, 331], 'json').text);
			assert.deepEqual(parseYaml(architectureSnippet(described, [331, 331], 'yaml').text), json);
			assert.ok(typeof json === 'object' && json !== null && 'stages' in json);
			assert.deepEqual(json.stages, JSON.parse(JSON.stringify(described.stages)));
		}
	});
});

describe('a Python expression', () => {
	it('stands on one line where that has room, else with a line for each argument', () => {
		const conv = call('nn.Conv2d', '3', '16', keyword('stride', '2'));
		assert.equal(pythonText(conv, 0, 'x = '), 'x = nn.Conv2d(3, 16, stride=2)');
		const wide = call('nn.Sequential', ...Array.from({ length: 5 }, () => conv));
		const line = '    nn.Conv2d(3, 16, stride=2),\n';
		assert.equal(pythonText(wide, 0, 'x = '), `x = nn.Sequential(\n${line.repeat(5)})`);
	});

	it('names a class by the words of a network', () => {
		assert.equal(className('SqueezeNet 1.0 with simple bypass'), 'SqueezeNet10WithSimpleBypass');
		assert.equal(className('ShuffleNetV1 1x (g=3)'), 'ShuffleNetV11xG3');
	});
});
