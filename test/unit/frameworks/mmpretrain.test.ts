import assert from 'node:assert/strict';
import { mmpretrainConfig, mmpretrainSnippets } from '../../../src/frameworks/mmpretrain.ts';
import { aCheckpoint } from '../../support/builders.ts';

describe('the configuration of a name of MMPretrain', () => {
	// as the metafiles of MMPretrain 1.2 pair them
	const pairs = {
		resnet50_8xb32_in1k: 'resnet/resnet50_8xb32_in1k.py',
		'resnet50_8xb256-rsb-a1-600e_in1k': 'resnet/resnet50_8xb256-rsb-a1-600e_in1k.py',
		resnetv1d50_8xb32_in1k: 'resnet/resnetv1d50_8xb32_in1k.py',
		'resnext50-32x4d_8xb32_in1k': 'resnext/resnext50-32x4d_8xb32_in1k.py',
		seresnet50_8xb32_in1k: 'seresnet/seresnet50_8xb32_in1k.py',
		densenet121_3rdparty_in1k: 'densenet/densenet121_4xb256_in1k.py',
		'efficientnet-b0_3rdparty_8xb32_in1k': 'efficientnet/efficientnet-b0_8xb32_in1k.py',
		'efficientnet-b0_3rdparty_8xb32-aa_in1k': 'efficientnet/efficientnet-b0_8xb32_in1k.py',
		'efficientnet-b0_3rdparty_8xb32-aa-advprop_in1k': 'efficientnet/efficientnet-b0_8xb32-01norm_in1k.py',
		'efficientnet-b0_3rdparty-ra-noisystudent_in1k': 'efficientnet/efficientnet-b0_8xb32_in1k.py',
		'hrnet-w18_3rdparty_8xb32-ssld_in1k': 'hrnet/hrnet-w18_4xb32_in1k.py',
		'inception-v3_3rdparty_8xb32_in1k': 'inception_v3/inception-v3_8xb32_in1k.py',
		'mobilenet-v2_8xb32_in1k': 'mobilenet_v2/mobilenet-v2_8xb32_in1k.py',
		'mobilenet-v3-small-075_3rdparty_in1k': 'mobilenet_v3/mobilenet-v3-small-075_8xb128_in1k.py',
		'mobilenet-v3-large_3rdparty_in1k': 'mobilenet_v3/mobilenet-v3-large_8xb128_in1k.py',
		'shufflenet-v1-1x_16xb64_in1k': 'shufflenet_v1/shufflenet-v1-1x_16xb64_in1k.py',
		'shufflenet-v2-1x_16xb64_in1k': 'shufflenet_v2/shufflenet-v2-1x_16xb64_in1k.py',
		vgg16bn_8xb32_in1k: 'vgg/vgg16bn_8xb32_in1k.py',
	};
	for (const [name, config] of Object.entries(pairs))
		it(`is ${config} for ${name}`, () => {
			assert.equal(mmpretrainConfig(name), config);
		});

	it('is unknown for names of other families and for what is no name', () => {
		for (const name of ['convnext-tiny_32xb128_in1k', 'resnet50', '../resnet50_8xb32_in1k', 'resnet50"_8xb32_in1k'])
			assert.equal(mmpretrainConfig(name), undefined, name);
	});
});

it('a name that MMPretrain has no weights of has no snippet', () => {
	const offered = (name: string): number =>
		mmpretrainSnippets.offersOf(aCheckpoint({ id: `mmpretrain:${name}`, model: 'a-net/1.0' })).length;
	assert.equal(offered('vit-base-p16_mae-300e-pre_8xb128-coslr-100e_in1k'), 0);
	assert.equal(offered('vit-base-p16_mae-1600e-pre_8xb128-coslr-100e_in1k'), 1);
});
