import assert from 'node:assert/strict';
import { guessFramework, usesTensorFlow } from '../../../src/frameworks/guessFramework.ts';

const guesses = {
	'import timm': 'timm',
	'import timm as t': 'timm',
	'from timm.data import create_transform': 'timm',
	'import torchvision.models as models': 'torchvision',
	'from torchvision import models, transforms': 'torchvision',
	'from torchvision import transforms\nimport timm': 'timm',
	'from torchvision import transforms': 'torchvision',
	'import keras': 'keras',
	'import tensorflow as tf': 'keras',
	'from tensorflow import keras': 'keras',
	'import tensorflow as tf\nfrom transformers import AutoModel': 'transformers',
	'from pytorchcv.model_provider import get_model as ptcv_get_model': 'pytorchcv',
	'from mmpretrain import get_model': 'mmpretrain',
	'%pip install timm\nimport timm': 'timm',
	'try:\n    import timm\nexcept ImportError:\n    timm = None': 'timm',
} as const;

describe('the framework of a file', () => {
	for (const [text, framework] of Object.entries(guesses))
		it(`is ${framework} for ${JSON.stringify(text)}`, () => {
			assert.equal(guessFramework(text), framework);
		});

	for (const text of ['', 'import torch', '# import timm', 'x = "import timm"', 'from .timm import x', 'timm: a'])
		it(`is unknown for ${JSON.stringify(text)}`, () => {
			assert.equal(guessFramework(text), undefined);
		});
});

describe('the spelling of Keras', () => {
	it('is tf.keras where TensorFlow is imported and Keras itself is not', () => {
		assert.ok(usesTensorFlow('import tensorflow as tf'));
		assert.ok(usesTensorFlow('from tensorflow import keras'));
		assert.ok(!usesTensorFlow('import tensorflow as tf\nimport keras'));
		assert.ok(!usesTensorFlow('import keras'));
		assert.ok(!usesTensorFlow('# import tensorflow'));
	});
});
