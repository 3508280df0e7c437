import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importTimmResults, pretrainedOnOf, type TimmNames } from '../../../../src/catalog/importers/timm.ts';
import { importTimmBenchmark, type TimmBenchmark } from '../../../../src/catalog/importers/timmBenchmark.ts';

const names: TimmNames = {
	modelOf: new Map([
		['a_net', 'a-net/1.0'],
		['tf_a_net', 'a-net/1.0'],
		['b_net', 'b-net/1.0'],
	]),
	checkpoints: new Map(
		['a_net.in1k', 'tf_a_net.in1k', 'b_net.x_in21k_ft_in1k'].map(name => [
			name,
			{ name, licence: 'MIT', input: [224, 224], cropPct: 0.875, interpolation: 'bicubic', classes: 1000 },
		]),
	),
	source: 'results',
};
const benchmark: TimmBenchmark = {
	...names,
	source: 'times',
	costSource: 'costs',
	device: 'a-processor',
	runtime: 'pytorch-dynamo',
	precision: 'fp32',
};

function resultsFile(...rows: readonly string[]): string {
	return ['model,img_size,top1,top1_err,top5,top5_err,param_count,crop_pct,interpolation', ...rows].join('\n');
}

function benchmarkFile(...rows: readonly string[]): string {
	const heading = 'model,infer_img_size,infer_samples_per_sec,infer_step_time,infer_batch_size,param_count';
	return [`${heading},infer_gmacs,infer_macts`, ...rows].join('\r\n');
}

describe('timm results', () => {
	it('make one checkpoint of weights and one candidate of each size', () => {
		const { checkpoints, candidates, figures, rejected } = importTimmResults(
			resultsFile(
				'a_net.in1k,224,70.5,29.5,90.1,9.9,"1,005.25",0.875,bicubic',
				'a_net.in1k,256,71,29,91,9,"1,005.25",1.0,bicubic',
			),
			names,
		);
		assert.deepEqual(rejected, []);
		assert.deepEqual(
			checkpoints.map(({ id, model, weightsLicence }) => [id, model, weightsLicence]),
			[['timm:a_net.in1k', 'a-net/1.0', 'MIT']],
		);
		assert.deepEqual(
			candidates.map(({ id, input }) => [id, input]),
			[
				['timm:a_net.in1k@224', [224, 224]],
				['timm:a_net.in1k@256', [256, 256]],
			],
		);
		assert.deepEqual(
			figures.map(({ of, kind, value, printed, conditions }) => [of, kind, value, printed, conditions.cropPct]),
			[
				['timm:a_net.in1k@224', 'top1', 70.5, '70.5', 0.875],
				['timm:a_net.in1k@224', 'top5', 90.1, '90.1', 0.875],
				['timm:a_net.in1k', 'params', 1_005_250_000, '1,005.25', undefined],
				['timm:a_net.in1k@256', 'top1', 71, '71', 1],
				['timm:a_net.in1k@256', 'top5', 91, '91', 1],
			],
		);
	});

	it('on other labels are further accuracies of the same candidates, none of them ranked', () => {
		const file = resultsFile('a_net.in1k,224,80,20,95,5,1.0,0.9,bilinear');
		const { checkpoints, candidates, figures } = importTimmResults(file, names, 'imagenet-real');
		assert.deepEqual([checkpoints, candidates], [[], []]);
		assert.deepEqual(figures[0], {
			of: 'timm:a_net.in1k@224',
			kind: 'real-top1',
			value: 80,
			printed: '80',
			conditions: { cropPct: 0.9 },
			source: 'results',
			locator: 'row a_net.in1k',
			note: 'Evaluated with bilinear interpolation.',
		});
	});

	it('of weights that no list knows have an unknown license', () => {
		const { checkpoints } = importTimmResults(resultsFile('a_net.new,224,70,30,90,10,1,0.9,bicubic'), names);
		assert.deepEqual(
			checkpoints.map(each => each.weightsLicence),
			['unknown'],
		);
	});
});

describe('faulty timm results', () => {
	it('are rejected row by row with line and reason, and the rows around are kept', () => {
		const { candidates, rejected } = importTimmResults(
			resultsFile(
				'unmapped.in1k,224,70,30,90,10,1,0.9,bicubic',
				'a_net.in1k,224,70,29,90,10,1,0.9,bicubic',
				'a_net.in1k,224,70,30',
				'a_net.in1k,0,70,30,90,10,1,0.9,bicubic',
				'a_net.in1k,224,,30,90,10,1,0.9,bicubic',
				'a_net.in1k,224,70,30,60,40,1,0.9,bicubic',
				'a_net.in1k,224,70,30,90,10,0,0.9,bicubic',
				'a net,224,70,30,90,10,1,0.9,bicubic',
				'',
				'a_net.in1k,224,70,30,90,10,1,0.9,bicubic',
				'a_net.in1k,224,70,30,90,10,1,0.9,bicubic',
			),
			names,
		);
		assert.deepEqual(
			candidates.map(({ id }) => id),
			['timm:a_net.in1k@224'],
		);
		assert.deepEqual(
			rejected.map(({ line, reason }) => [line, reason.split(';')[0]]),
			[
				[4, '4 cells'],
				[9, 'the model has no name of letters, digits and _ . -'],
				[2, 'the architecture unmapped is not mapped to a model'],
				[3, 'top1 or top5 is no accuracy in percent that makes 100 together with its error'],
				[5, 'img_size is no size in px'],
				[6, 'top1 or top5 is no accuracy in percent that makes 100 together with its error'],
				[7, 'top1 is above top5'],
				[8, 'param_count is no number of million parameters'],
				[12, 'these weights at this size stand above already'],
			],
		);
	});

	it('are told by their columns', () => {
		const { rejected } = importTimmResults('name,accuracy\na_net,70', names);
		assert.match(rejected[0]?.reason ?? '', /^the heading has no column model, img_size/);
	});
});

describe('a pretraining', () => {
	it('is read from the tag of weights', () => {
		const tags = [
			'miil_in21k_ft_in1k',
			'ns_jft_in1k',
			'fb_ssl_yfcc100m_ft_in1k',
			'clip_laion2b_ft_in1k',
			'a1_in1k',
		];
		assert.deepEqual(
			tags.map(tag => pretrainedOnOf(`a_net.${tag}`)),
			['imagenet-21k', 'jft-300m', 'yfcc100m', 'laion-2b', undefined],
		);
	});
});

describe('timm benchmarks', () => {
	it('are the latency of one image at batch 1', () => {
		const { measurements, figures } = importTimmBenchmark(
			benchmarkFile('b_net,224,200.0,5.01,1,3,0.58,5.04'),
			benchmark,
		);
		assert.deepEqual(
			measurements.map(({ model, ms, printed, batch, scope, source }) => [
				model,
				ms,
				printed,
				batch,
				scope,
				source,
			]),
			[['b-net/1.0', 5.01, '5.01', 1, 'single-image', 'times']],
		);
		assert.deepEqual(
			figures.map(({ of, kind, value, source }) => [of, kind, value, source]),
			[
				['b-net/1.0', 'macs', 580_000_000, 'costs'],
				['b-net/1.0', 'activations', 5_040_000, 'costs'],
			],
		);
	});

	it('are a speed at a large batch, which is no latency', () => {
		const { measurements } = importTimmBenchmark(benchmarkFile('b_net,224,102400,10,1024,3,0.58,5.04'), benchmark);
		assert.deepEqual(
			measurements.map(({ ms, printed, batch, scope }) => [ms, printed, batch, scope]),
			[[10, '102400 images/s', 1024, 'batch-step']],
		);
	});

	it('give no count below a tenth, where two decimals are too coarse', () => {
		const { figures } = importTimmBenchmark(
			benchmarkFile('b_net,160,200,5,1,3,0.09,0.1', 'b_net,224,200,5,1,3,0.1,0.09'),
			benchmark,
		);
		assert.deepEqual(
			figures.map(({ kind, printed }) => [kind, printed]),
			[
				['activations', '0.1'],
				['macs', '0.1'],
			],
		);
	});

	it('count for the checkpoints of an architecture where another one is the same model', () => {
		const { figures } = importTimmBenchmark(benchmarkFile('tf_a_net,224,200,5,1,3,0.5,'), benchmark);
		assert.deepEqual(
			figures.map(({ of }) => of),
			['timm:tf_a_net.in1k'],
		);
	});
});

describe('faulty timm benchmarks', () => {
	it('are rejected where the time does not fit the speed', () => {
		const { measurements, rejected } = importTimmBenchmark(
			benchmarkFile('b_net,224,200,5000,1,3,0.5,5'),
			benchmark,
		);
		assert.deepEqual(measurements, []);
		assert.deepEqual(rejected, [
			{
				line: 2,
				name: 'b_net',
				reason: 'infer_step_time does not fit infer_samples_per_sec and infer_batch_size',
			},
		]);
	});

	it('give a record or a reason for each row, whatever stands in the cells', () => {
		const cell = fc.oneof(
			fc.constantFrom('a_net', 'b_net', '224', '5', '200', '1', '-1', '1e9', 'NaN', ''),
			fc.string(),
		);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 5 }), rows => {
				const lines = rows.map(row => row.map(text => `"${text.replace(/["\r\n]/g, '')}"`).join(','));
				const { measurements, rejected } = importTimmBenchmark(benchmarkFile(...lines), benchmark);
				const filled = rows.filter(row => row.some(text => text.replace(/["\r\n]/g, '').trim() !== ''));
				assert.equal(measurements.length + rejected.length, filled.length);
				for (const { ms, batch } of measurements)
					assert.ok(ms > 0 && Number.isFinite(ms) && Number.isInteger(batch));
			}),
		);
	});
});
