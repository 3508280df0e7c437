import assert from 'node:assert/strict';
import type { TextEdit } from '../../../src/frameworks/insertion.ts';
import { diagnose } from '../../../src/mentions/diagnose.ts';
import { openModelDocument, type ModelLanguage } from '../../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { planFixes, type CodeFix } from '../../../src/mentions/planFixes.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const small = aCheckpoint({ id: 'timm:small_net.x_in1k', model: 'small-net/1.0' });
const mobile = aCheckpoint({ id: 'torchvision:mobilenet_v2.IMAGENET1K_V1', model: 'mobilenet-v2/1.0' });
const catalog = aCatalog({
	checkpoints: [
		aCheckpoint({
			id: 'timm:a_net50.x_in1k',
			model: 'a-net/50',
			preprocess: { input: [160, 160], mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
		}),
		aCheckpoint({ id: 'torchvision:resnet50.IMAGENET1K_V1', model: 'resnet/50' }),
		small,
		mobile,
	],
});
const names = createModelNames(catalog, {
	timm: { version: '1.0', weights: ['a_net50.x_in1k'], renamed: { old_net50: 'a_net50.x_in1k' } },
});

interface Fixed {
	readonly title: string;
	readonly text: string;
	readonly isPreferred: boolean;
}

/** Every fix of the first finding of a text, with the text that it leaves. */
function fixes(text: string, language: ModelLanguage = 'python', over = false): readonly Fixed[] {
	const document = openModelDocument(text, language);
	const findings = diagnose(document, {
		catalog,
		names,
		...(over && { watch: { overshootOf: () => ({ text: 'too much', severity: 'warning' }) } }),
	});
	const [finding] = findings;
	if (!finding) return [];
	const options = { eol: '\n', alternatives: [small, mobile], findings } as const;
	return planFixes(document, finding, options).map(fix => ({ ...fix, text: applied(text, fix) }));
}

function applied(text: string, { edits }: CodeFix): string {
	return edits
		.toSorted((a: TextEdit, b: TextEdit) => b.start - a.start)
		.reduce((changed, edit) => changed.slice(0, edit.start) + edit.text + changed.slice(edit.end), text);
}

const textOf = (list: readonly Fixed[], place = 0): string | undefined => list[place]?.text;

describe('a fix of a name', () => {
	it('writes the name that was meant, and is preferred where there is one alone', () => {
		const [first] = fixes('import timm\nm = timm.create_model("a_nte50", num_classes=3)  # net\n');
		assert.equal(first?.text, 'import timm\nm = timm.create_model("a_net50", num_classes=3)  # net\n');
		assert.equal(first.isPreferred, true);
	});

	it('writes the new name of a renamed one', () => {
		const fixed = fixes('\timport timm\r\n\t"é😀"; timm.create_model("old_net50")\r\n');
		assert.equal(textOf(fixed), '\timport timm\r\n\t"é😀"; timm.create_model("a_net50.x_in1k")\r\n');
	});

	it('renames a misspelt function where it is imported and where it is called', () => {
		const fixed = fixes('from torchvision.models import resnet5O\nm = resnet5O()\n# resnet5O\n');
		assert.equal(textOf(fixed), 'from torchvision.models import resnet50\nm = resnet50()\n# resnet5O\n');
	});

	it('renames a misspelt function of a module where it is called alone', () => {
		const fixed = fixes('from torchvision import models\nresnet5O = 1\nm = models.resnet5O()\n');
		assert.equal(textOf(fixed), 'from torchvision import models\nresnet5O = 1\nm = models.resnet50()\n');
	});
});

it('a fix of pretrained=True writes the weights in its place', () => {
	const fixed = fixes('from torchvision import models\nmodels.resnet50(pretrained = True, progress=False)\n');
	assert.equal(
		textOf(fixed),
		'from torchvision import models\nmodels.resnet50(weights="IMAGENET1K_V1", progress=False)\n',
	);
});

it('a fix of weights of another model writes those of the model, with their import', () => {
	const head = 'from torchvision.models import ResNet50_Weights, mobilenet_v2\n';
	assert.equal(
		textOf(fixes(`${head}mobilenet_v2(weights=ResNet50_Weights.IMAGENET1K_V2, progress=False)\n`)),
		`${head}from torchvision.models import MobileNet_V2_Weights\nmobilenet_v2(weights=MobileNet_V2_Weights.IMAGENET1K_V1, progress=False)\n`,
	);
	const [first] = fixes('import torchvision.models as M\nM.mobilenet_v2(weights="ResNet50_Weights.DEFAULT")');
	assert.equal(first?.text, 'import torchvision.models as M\nM.mobilenet_v2(weights="IMAGENET1K_V1")');
	assert.equal(first.title, 'Write the weights of mobilenet_v2: IMAGENET1K_V1');
});

describe('a fix of a model over the budget', () => {
	it('writes one within it and keeps every argument', () => {
		const fixed = fixes('import timm\nm = timm.create_model("a_net50", True, num_classes=3)\n', 'python', true);
		assert.equal(textOf(fixed), 'import timm\nm = timm.create_model("small_net.x_in1k", True, num_classes=3)\n');
		assert.deepEqual(
			fixed.map(({ title }) => title),
			['Replace by small_net.x_in1k, which is within the budget', 'Ignore over-budget in this line'],
		);
	});

	it('takes the weights that its call names along', () => {
		const fixed = fixes(
			'from torchvision import models\nmodels.resnet50(weights="IMAGENET1K_V2")\n',
			'python',
			true,
		);
		assert.equal(textOf(fixed), 'from torchvision import models\nmodels.mobilenet_v2(weights="IMAGENET1K_V1")\n');
	});

	it('is not offered where weights beside the name would be left of another model', () => {
		const text = 'from torchvision import models\nmodels.get_model("resnet50", weights="IMAGENET1K_V1")\n';
		assert.deepEqual(
			fixes(text, 'python', true).map(({ title }) => title),
			['Ignore over-budget in this line'],
		);
	});
});

describe('a fix of preprocessing', () => {
	const head =
		'from torchvision import transforms as T\nimport timm\nm = timm.create_model("a_net50", pretrained=True)\n';

	it('writes every wrong number of mean, deviation and size, and leaves the rest as it is written', () => {
		const [first] = fixes(
			`${head}SIDE = 192\nt = T.Compose([T.Resize(232), T.CenterCrop(SIDE), T.Normalize([.5 ,0.456,  0.5], std=(0.5, 127.5/255, 0.5,))])\n`,
		);
		assert.equal(
			first?.text,
			`${head}SIDE = 160\nt = T.Compose([T.Resize(232), T.CenterCrop(SIDE), T.Normalize([0.485 ,0.456,  0.406], std=(0.229, 57.12/255, 0.225,))])\n`,
		);
		assert.equal(first.title, 'Fix preprocessing: write what a_net50 was trained with');
		assert.deepEqual(fixes(first.text), []);
	});

	it('keeps a size in the form that its function takes', () => {
		const sizes = [
			['A.Resize(224, 224)', 'A.Resize(160, 160)'],
			['A.Resize(width=224, height=160)', 'A.Resize(width=160, height=160)'],
			['T.Resize((224, 160))', 'T.Resize((160, 160))'],
			['T.RandomResizedCrop(224, (0.08, 1))', 'T.RandomResizedCrop(160, (0.08, 1))'],
			['timm.data.create_transform((3, 224, 224))', 'timm.data.create_transform((3, 160, 160))'],
			['load_img(file, target_size=[224, 224])', 'load_img(file, target_size=[160, 160])'],
		];
		for (const [before = '', after = ''] of sizes) assert.equal(textOf(fixes(head + before)), head + after);
	});
});

describe('a comment that ignores a finding', () => {
	const ignored = (text: string, language: ModelLanguage = 'python'): string | undefined =>
		fixes(text, language, true).find(({ title }) => title.startsWith('Ignore'))?.text;
	const call = 'import timm\ntimm.create_model("a_net50")';

	it('stands at the end of the line, and settles it', () => {
		const text = ignored(`${call} \r\nx = 1\r\n`);
		assert.equal(text, `${call}  # model-scout: ignore[over-budget] \r\nx = 1\r\n`);
		assert.deepEqual(fixes(text, 'python', true), []);
	});

	it('is added to a comment of the line, and to one that ignores something else', () => {
		assert.equal(ignored(`${call}  # big`), `${call}  # big  # model-scout: ignore[over-budget]`);
		assert.equal(
			ignored(`${call}  # model-scout: ignore[license]`),
			`${call}  # model-scout: ignore[license, over-budget]`,
		);
	});

	it('is not offered where the end of the line is inside a string, or the line goes on below', () => {
		assert.equal(ignored('import timm\ntimm.create_model("a_net50", note="""a\nb""")'), undefined);
		assert.equal(ignored('import timm\ntimm.create_model("a_net50") \\\n.eval()'), undefined);
	});

	it('stands in YAML too, and not in JSON', () => {
		assert.equal(ignored('model: a_net50\n', 'yaml'), 'model: a_net50  # model-scout: ignore[over-budget]\n');
		assert.equal(ignored('{"model": "a_net50"}', 'json'), undefined);
	});
});
