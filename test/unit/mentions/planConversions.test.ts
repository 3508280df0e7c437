import assert from 'node:assert/strict';
import { mentionAt, openModelDocument } from '../../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { planConversions } from '../../../src/mentions/planConversions.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const at = (side: number) => ({ input: [side, side] }) as const;
const ids = {
	'timm:resnet50.a1_in1k': at(224),
	'timm:resnet50.tv_in1k': at(224),
	'torchvision:resnet50.IMAGENET1K_V1': at(224),
	'torchvision:resnet50.IMAGENET1K_V2': at(224),
	'keras:ResNet50': at(256),
	'transformers:timm/resnet50.a1_in1k': at(224),
};
const catalog = aCatalog({
	checkpoints: Object.entries(ids).map(([id, preprocess]) => aCheckpoint({ id, model: 'resnet/50', preprocess })),
});
const names = createModelNames(catalog);

/** The conversions at `|`, by their titles without `Convert to `, with the text that each leaves. */
function conversions(marked: string, knownImportsFrom: readonly string[] = []): Readonly<Record<string, string>> {
	const text = marked.replace('|', '');
	const document = openModelDocument(text, 'python');
	const mention = mentionAt(document, marked.indexOf('|'), names);
	assert.ok(mention, marked);
	const plans = planConversions(document, mention, { catalog, names, eol: '\n', knownImportsFrom });
	return Object.fromEntries(
		plans.map(({ title, edits }) => [
			title.replace('Convert to ', ''),
			edits
				.toSorted((a, b) => b.start - a.start)
				.reduce((left, edit) => left.slice(0, edit.start) + edit.text + left.slice(edit.end), text),
		]),
	);
}

describe('a conversion to another framework', () => {
	it('is offered for each that has the model, the weights and what is lost in its title', () => {
		const text = 'import timm\n\nm = timm.create_model("resn|et50.a1_in1k", pretrained=True, drop_rate=0.1)  # é\n';
		assert.deepEqual(conversions(text), {
			'torchvision: resnet50, other weights IMAGENET1K_V1, without drop_rate':
				'import timm\nimport torchvision\n\nm = torchvision.models.resnet50(weights="IMAGENET1K_V1")  # é\n',
			'Keras: ResNet50, other weights imagenet, for images of 256 px, without drop_rate':
				'import timm\nimport keras\n\nm = keras.applications.ResNet50(weights="imagenet")  # é\n',
			'Transformers: timm/resnet50.a1_in1k, same weights, without drop_rate':
				'import timm\nfrom transformers import AutoModelForImageClassification\n\nm = AutoModelForImageClassification.from_pretrained("timm/resnet50.a1_in1k")  # é\n',
		});
	});

	it('keeps the size of the head, by lines below where the framework takes it no other way', () => {
		const head = 'import timm\nimport torch\nfrom torchvision import models\ndef f():\n\t';
		const made = conversions(`${head}self.m = timm.create_model("resn|et50.tv_in1k", True, num_classes=n + 1)\n`);
		assert.deepEqual(Object.entries(made)[0], [
			'torchvision: resnet50, same weights IMAGENET1K_V1',
			`${head}self.m = models.resnet50(weights="IMAGENET1K_V1")\n\tself.m.fc = torch.nn.Linear(self.m.fc.in_features, n + 1)\n`,
		]);
		assert.match(
			Object.values(made)[1] ?? '',
			/= keras\.Sequential\(\[keras\.applications\.ResNet50\(weights="imagenet", include_top=False, pooling="avg"\), keras\.layers\.Dense\(n \+ 1, activation="softmax"\)\]\)\n/,
		);
		assert.match(Object.values(made)[2] ?? '', /a1_in1k", num_labels=n \+ 1, ignore_mismatched_sizes=True\)\n/);
	});

	it('leaves the head off where the code does', () => {
		const keras = conversions(
			'import keras\nm = keras.applications.Res|Net50(include_top=False, pooling="avg", input_shape=(224, 224, 3))',
		);
		assert.deepEqual(Object.entries(keras), [
			[
				'timm: resnet50, other weights resnet50.a1_in1k, for images of 224 px, without input_shape',
				'import keras\nimport timm\nm = timm.create_model("resnet50.a1_in1k", pretrained=True, num_classes=0)',
			],
			[
				'torchvision: resnet50, other weights IMAGENET1K_V1, for images of 224 px, without input_shape',
				'import keras\nimport torch\nimport torchvision\nm = torchvision.models.resnet50(weights="IMAGENET1K_V1")\nm.fc = torch.nn.Identity()',
			],
		]);
	});
});

describe('a conversion of a call', () => {
	it('loads no weights where the code loads none', () => {
		const made = conversions('from torchvision import models\nreturn_(models.resn|et50(num_classes=7))\n');
		assert.deepEqual(Object.entries(made), [
			[
				'timm: resnet50',
				'from torchvision import models\nimport timm\nreturn_(timm.create_model("resnet50", num_classes=7))\n',
			],
			[
				'Keras: ResNet50',
				'from torchvision import models\nimport keras\nreturn_(keras.applications.ResNet50(weights=None, classes=7))\n',
			],
		]);
	});

	it('takes the weights that are named beside the name for what is loaded', () => {
		const torch = 'from torchvision.models import resnet50\nm = resn|et50(weights="IMAGENET1K_V1")\n';
		assert.equal(Object.keys(conversions(torch))[0], 'timm: resnet50, same weights resnet50.tv_in1k');
		const unsaid = conversions(torch.replace('IMAGENET1K_V1', 'DEFAULT'));
		assert.equal(Object.keys(unsaid)[0], 'timm: resnet50, weights resnet50.a1_in1k');
	});

	it('spells Keras as the file does, and adds no import that is there', () => {
		const call = 'timm.create_model("resn|et50")\n';
		const kerasOf = (text: string, cells: readonly string[] = []): string | undefined =>
			Object.values(conversions(text, cells))[1];
		assert.equal(
			kerasOf(`import timm\nimport tensorflow as tf\n\nm = ${call}`),
			'import timm\nimport tensorflow as tf\n\nm = tf.keras.applications.ResNet50(weights=None)\n',
		);
		assert.equal(kerasOf(call, ['import keras']), 'keras.applications.ResNet50(weights=None)\n');
		assert.equal(kerasOf(call), 'import keras\n\nkeras.applications.ResNet50(weights=None)\n');
	});

	it('is not offered where the call says what others cannot, or what is not known', () => {
		for (const call of [
			'timm.create_model("resn|et50", features_only=True)',
			'timm.create_model("resn|et50", in_chans=1)',
			'timm.create_model("resn|et50", pretrained=flag)',
			'timm.create_model("resn|et50", **options)',
			'timm.create_model("resn|et50",  # a comment\n  pretrained=True)',
			'models.resn|et50(weights=weights)',
			'keras.applications.Res|Net50(include_top=False)',
			'keras.applications.Res|Net50(weights="my.h5")',
		])
			assert.deepEqual(conversions(`import keras, timm\nfrom torchvision import models\n${call}`), {}, call);
		const nested = conversions('import timm\nrun(timm.create_model("resn|et50", True, num_classes=2))');
		assert.deepEqual(
			Object.keys(nested).map(title => title.split(':')[0]),
			['Keras', 'Transformers'],
		);
	});
});
