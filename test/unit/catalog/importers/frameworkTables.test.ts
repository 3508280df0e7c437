import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FrameworkNames } from '../../../../src/catalog/importers/frameworkRows.ts';
import { importKeras } from '../../../../src/catalog/importers/keras.ts';
import { importMmpretrain } from '../../../../src/catalog/importers/mmpretrain.ts';
import { importOpenModelZoo } from '../../../../src/catalog/importers/openModelZoo.ts';
import { importPytorchcv } from '../../../../src/catalog/importers/pytorchcv.ts';
import { importTorchvision } from '../../../../src/catalog/importers/torchvision.ts';
import { readFrameworkNames } from '../../../support/imports/frameworkNames.ts';
import { readData, readRows } from '../../../support/shippedData.ts';

const names: FrameworkNames = { modelOf: new Map([['net', 'family/net']]), notes: new Map(), source: 'table' };
const torchvisionHead = 'model,weights_enum,weights,task,acc1,acc5,params,gflops,file_size_mb,crop_size';
const kerasHead = 'model,default_resolution,size_mb,top1,top5,params_m,cpu_ms,gpu_ms';
const pytorchcvHead = 'model,pytorchcv_id,top1,top5,top1_err,top5_err,params,macs_m,note';
const mmpretrainHead = 'model,collection,macs_m,params_m,top1,top5,paper_url,source_file';
const zooHead = 'omz_name,type,gflops_2xmacs,mparams,top1,top5,input_shape';

const importers = [
	(text: string) => importTorchvision(text, { ...names, preprocessOf: new Map() }),
	(text: string) => importKeras(text, names),
	(text: string) => importPytorchcv(text, names),
	(text: string) => importOpenModelZoo(text, names),
	(text: string) => importMmpretrain(text, names),
];

/** Kind, value and owner of each figure. */
function said({ figures }: ReturnType<typeof importKeras>): readonly string[] {
	return figures.map(({ kind, value, of }) => `${kind} ${String(value)} ${of}`);
}

describe("tables of frameworks' own weights", () => {
	it("takes torchvision's operations for multiply-accumulates and its sizes for MiB", () => {
		const row = 'net,Net_Weights,IMAGENET1K_V1,classification,56.522,79.066,61100840,0.714,233.087,224';
		assert.deepEqual(said(importTorchvision(`${torchvisionHead}\n${row}`, { ...names, preprocessOf: new Map() })), [
			'top1 56.522 torchvision:net.IMAGENET1K_V1@224',
			'top5 79.066 torchvision:net.IMAGENET1K_V1@224',
			'macs 714000000 torchvision:net.IMAGENET1K_V1',
			'params 61100840 torchvision:net.IMAGENET1K_V1',
			'bytes 244409434 torchvision:net.IMAGENET1K_V1',
		]);
	});

	it('gives 8-bit weights of torchvision the name of the builder that loads them', () => {
		const row = 'net,Net_QuantizedWeights,IMAGENET1K_FBGEMM_V1,classification-int8,69,88,1,1,1,224';
		const { checkpoints } = importTorchvision(`${torchvisionHead}\n${row}`, { ...names, preprocessOf: new Map() });
		assert.deepEqual(
			checkpoints.map(({ id, model }) => [id, model]),
			[['torchvision:quantized_net.IMAGENET1K_FBGEMM_V1', 'family/net']],
		);
	});

	it("never takes Keras's time of a step of 32 images for the latency of one", () => {
		const { measurements } = importKeras(`${kerasHead}\nnet,299,88,79.0,94.5,22.9,109.4,`, names);
		assert.deepEqual(
			measurements.map(({ ms, batch, scope, device }) => [ms, batch, scope, device]),
			[[109.4, 32, 'batch-step', 'epyc-92-core']],
		);
	});

	it("keeps pytorchcv's errors as printed, and believes no accuracy that does not make 100 with its error", () => {
		const good = importPytorchcv(`${pytorchcvHead}\nNet,net,61.5,83.36,38.50,16.64,62378344,1132.33,`, names);
		assert.deepEqual(
			good.figures.map(({ printed }) => printed),
			['error 38.50', 'error 16.64', '1132.33', '62378344'],
		);
		const slipped = importPytorchcv(`${pytorchcvHead}\nNet,net,61.5,83.36,48.50,16.64,62378344,1132.33,`, names);
		assert.deepEqual([slipped.figures.length, slipped.rejected[0]?.line], [0, 2]);
	});
});

describe("tables of frameworks' own weights: what a printed cost counts", () => {
	it('halves the operations of the Open Model Zoo and keeps what it prints', () => {
		const row = 'net,Classification,1.148,4.222,71.03,89.94,"1, 224, 192, 3"';
		const { figures, candidates } = importOpenModelZoo(`${zooHead}\n${row}`, names);
		const macs = figures.find(({ kind }) => kind === 'macs');
		assert.deepEqual([macs?.value, macs?.printed, macs?.convention], [574000000, '1.148', '2x-macs']);
		assert.deepEqual(candidates[0]?.input, [224, 192]);
	});

	it('does not halve a row of the Open Model Zoo that prints multiply-accumulates', () => {
		const notes = new Map([['net', { countsMacs: true }]]);
		const row = 'net,Classification,0.565,7.3,78.3,93.9,"1, 3, 224, 224"';
		const { figures } = importOpenModelZoo(`${zooHead}\n${row}`, { ...names, notes });
		const macs = figures.find(({ kind }) => kind === 'macs');
		assert.deepEqual([macs?.value, macs?.printed, macs?.convention], [565000000, '0.565', undefined]);
	});

	it("takes MMPretrain's operations for multiply-accumulates, at 224 px unless it is noted otherwise", () => {
		const row = 'net,Net,5040.0,27.64,80.05,95.07,,configs/net/metafile.yml';
		assert.deepEqual(said(importMmpretrain(`${mmpretrainHead}\n${row}`, names)), [
			'top1 80.05 mmpretrain:net@224',
			'top5 95.07 mmpretrain:net@224',
			'macs 5040000000 mmpretrain:net',
			'params 27640000 mmpretrain:net',
		]);
		const notes = new Map([['net', { input: 256, macsInput: 224 }]]);
		const { figures, candidates } = importMmpretrain(`${mmpretrainHead}\n${row}`, { ...names, notes });
		const macs = figures.find(({ kind }) => kind === 'macs');
		assert.deepEqual(
			[candidates[0]?.input, macs?.conditions.input],
			[
				[256, 256],
				[224, 224],
			],
		);
		assert.equal(macs?.locator, 'configs/net/metafile.yml: net');
	});
});

describe("tables of frameworks' own weights: faults", () => {
	it('names the reason of each row that gives no record', () => {
		const text = `${zooHead}\nother,Classification,1,1,70,90,"1, 224, 224, 3"\nnet,Detection,1,1,,,\nnet,too,short\n`;
		assert.deepEqual(
			importOpenModelZoo(text, names).rejected.map(({ line, reason }) => `${String(line)} ${reason}`),
			['4 3 cells; the heading has 7', '2 the network is not mapped to a model', '3 no model for classification'],
		);
	});

	it('reads any text without failing, and makes no record of a file with another heading', () => {
		fc.assert(
			fc.property(fc.string(), fc.constantFrom(...importers), (text, read) => {
				const { checkpoints, rejected } = read(text);
				assert.deepEqual([checkpoints.length, rejected.length], [0, 1]);
			}),
		);
	});
});

describe('mapping of framework tables', () => {
	const folders = ['data', 'timm', 'torchvision', 'keras', 'pytorchcv', 'omz', 'mmpretrain'].map(name =>
		name === 'data' ? name : `data/imported/${name}`,
	);
	const models = new Set(
		folders.flatMap(folder => readRows(folder, 'models').map(model => ('id' in model ? model.id : ''))),
	);

	for (const name of ['torchvision', 'keras', 'pytorchcv', 'omz', 'mmpretrain'])
		it(`leads every name of ${name} to a model that exists`, () => {
			const { modelOf } = readFrameworkNames(name, '');
			assert.ok(modelOf.size > 0);
			assert.deepEqual(
				[...modelOf].filter(([, model]) => !models.has(model)),
				[],
			);
		});

	it('leaves out no classification row of torchvision but the weights without a classifier, and none of Keras', () => {
		const left = readData('reports/left-out-torchvision.md').match(/^\|.*\.csv \|.*$/gm) ?? [];
		const others = left.filter(line => !line.includes('no weights for classification'));
		assert.deepEqual([others.length, others[0]?.includes('vgg16')], [1, true]);
		assert.match(readData('reports/left-out-keras.md'), /^0 rows/m);
	});
});
