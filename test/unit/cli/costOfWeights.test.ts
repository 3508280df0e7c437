import assert from 'node:assert/strict';
import { outputSchemas } from '../../../src/cli/outputs.schema.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';

const program = useCommandLine();

async function macsOf(...args: string[]): Promise<number | null> {
	return outputSchemas.cost.parse(await program.json('cost', ...args)).macs;
}

describe('the cost of a name', () => {
	it('is of the network that the weights have, of the model’s own where none are named or a width is asked for', async () => {
		assert.equal(await macsOf('resnet/50'), 4_089_184_256);
		assert.equal(await macsOf('pytorchcv:resnet50'), 3_857_973_248);
		assert.equal(await macsOf('timm:resnet50.a1_in1k', '--input', '224'), 4_089_184_256);
		assert.equal(await macsOf('mobilenet-v2/1.0', '--width', '1'), await macsOf('mobilenet-v2/1.0'));
	});

	it('is that of the authors’ code for their published result, as the table shows it', async () => {
		const own = await macsOf('shufflenet-v2/1.0@224');
		const shown = await macsOf('shufflenet-v2/1.0@224', '--source', 'computed');
		assert.equal(own, shown);
		assert.notEqual(own, await macsOf('torchvision:shufflenet_v2_x1_0.IMAGENET1K_V1'));
	});

	it('is not that of code for a published result of another network: MnasNet-small', async () => {
		assert.equal(await macsOf('mnasnet/small'), 68_339_184);
		assert.equal(await macsOf('mnasnet/small@224'), 65_100_000);
		assert.match(
			(await program.run('cost', 'mnasnet/small@224')).out,
			/not described in Model Scout\. The code of/,
		);
		const { err } = await program.run('snippet', 'mnasnet/small@224', '--kind', 'architecture');
		assert.match(err, /The layers of "MnasNet-small" are not described in Model Scout as it was published\./);
	});

	it('says which detail of a network is unknown where none is counted, but not beside the figures of one source', async () => {
		const why = /its layers are not described in Model Scout\. The channels of its ImageNet network/;
		assert.match((await program.run('cost', 'igcv-2/1.0')).out, why);
		assert.doesNotMatch((await program.run('cost', 'igcv-2/1.0', '--source', 'shufflenetv2-paper')).out, why);
	});
});

describe('the ONNX file of a name', () => {
	it('takes images of the size of the candidate that is named, else the usual one of the model', async () => {
		const inputOf = async (name: string, file: string): Promise<readonly number[]> =>
			outputSchemas.export.parse(await program.json('export', name, '--output', file)).input;
		assert.deepEqual(await inputOf('mobilenet-v1/0.25@128', 'candidate.onnx'), [128, 128]);
		assert.deepEqual(await inputOf('mobilenet-v1/0.25', 'model.onnx'), [224, 224]);
	});
});
