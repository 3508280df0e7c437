import assert from 'node:assert/strict';
import { diagnose, type DiagnosisOptions } from '../../../src/mentions/diagnose.ts';
import { openModelDocument } from '../../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const catalog = aCatalog({
	checkpoints: [
		aCheckpoint({
			id: 'timm:a_net50.x_in1k',
			model: 'a-net/50',
			weightsLicence: 'CC-BY-NC-4.0',
		}),
		aCheckpoint({ id: 'torchvision:resnet50.IMAGENET1K_V1', model: 'resnet/50' }),
		aCheckpoint({ id: 'torchvision:resnet18.IMAGENET1K_V1', model: 'resnet/18' }),
	],
});
const names = createModelNames(catalog, {
	timm: {
		version: '1.0',
		weights: ['a_net50.x_in1k'],
		renamed: { old_net50: 'a_net50.x_in1k' },
		deprecated: ['dead_net'],
	},
});

/** Each finding as `severity code text`. */
function findings(text: string, options: Partial<DiagnosisOptions> = {}): readonly string[] {
	return diagnose(openModelDocument(text, 'python'), { catalog, names, ...options }).map(
		({ severity, code, start, end }) => `${severity} ${code} ${text.slice(start, end)}`,
	);
}

describe('a finding in code', () => {
	it('is none where every name is known', () => {
		assert.deepEqual(
			findings('import timm\ntimm.create_model("a_net50")\ntimm.create_model("a_net50.x_in1k")'),
			[],
		);
	});

	it('of an unknown name is a hint with the names near it, and a warning only for the version whose names are known', () => {
		const text = 'import timm\ntimm.create_model("a_nte50")';
		assert.deepEqual(findings(text), ['hint unknown-name a_nte50']);
		assert.deepEqual(findings(text, { installed: { timm: '0.9' } }), ['hint unknown-name a_nte50']);
		assert.deepEqual(findings(text, { installed: { timm: '1.0' } }), ['warning unknown-name a_nte50']);
		const [finding] = diagnose(openModelDocument(text, 'python'), { catalog, names });
		assert.deepEqual(finding?.replacements, ['a_net50']);
	});

	it('tells the new name of a renamed one, and that a deprecated one has none', () => {
		const text = 'import timm\ntimm.create_model("old_net50")\ntimm.create_model("dead_net")';
		assert.deepEqual(findings(text), [
			'information renamed-name old_net50',
			'information deprecated-name dead_net',
		]);
	});
});

describe('a finding about weights or limits', () => {
	it('asks for weights in place of pretrained in calls of torchvision', () => {
		const text = 'from torchvision import models\nmodels.resnet50(pretrained=True)';
		assert.deepEqual(findings(text), ['information pretrained-argument pretrained=True']);
		assert.deepEqual(
			diagnose(openModelDocument(text, 'python'), { catalog, names }).flatMap(each => each.replacements),
			['weights="IMAGENET1K_V1"'],
		);
	});

	it('is a warning where weights are of another model', () => {
		const text = 'from torchvision import models as M\nM.resnet18(weights=M.ResNet50_Weights.DEFAULT)';
		assert.deepEqual(findings(text), ['warning foreign-weights M.ResNet50_Weights.DEFAULT']);
		assert.deepEqual(findings(text.replace('resnet18', 'resnet50')), []);
	});

	it('of a budget or a license appears only where there is one', () => {
		const text = 'import timm\ntimm.create_model("a_net50.x_in1k")';
		assert.deepEqual(
			findings(text, {
				watch: { overshootOf: () => ({ text: 'too dear', severity: 'warning' }) },
				allowedLicenses: ['permissive'],
			}),
			['warning over-budget a_net50.x_in1k', 'warning license a_net50.x_in1k'],
		);
		assert.deepEqual(
			findings(text, { watch: { overshootOf: () => undefined }, allowedLicenses: ['non-commercial'] }),
			[],
		);
	});

	it('is left out where a comment on its line, or alone above it, says so', () => {
		const call = 'timm.create_model("a_nte50")';
		for (const ignored of [
			`${call}  # model-scout: ignore`,
			`${call}  # model-scout: ignore[unknown-name]`,
			`# model-scout: ignore\n${call}`,
		])
			assert.deepEqual(findings(`import timm\n${ignored}`), [], ignored);
		assert.deepEqual(findings(`import timm\n${call}  # model-scout: ignore[license]`), [
			'hint unknown-name a_nte50',
		]);
	});
});
