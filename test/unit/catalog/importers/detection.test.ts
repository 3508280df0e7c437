import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	importDetection,
	type DetectionNames,
	type DetectionResults,
} from '../../../../src/catalog/importers/detection.ts';
import { printedPercent, printedSize } from '../../../../src/catalog/importers/detectionRows.ts';

const names: DetectionNames = {
	rows: new Map([
		['netn', { model: 'net/n' }],
		['net6', { model: 'net/6' }],
		['sized', { model: 'sized/1', input: [300, 300] }],
		['quantized', { model: 'sized/1', input: [300, 300], weights: 'quantized' }],
	]),
	sources: new Map([
		['hub/net', { source: 'net-page', framework: 'ultralytics', licence: 'AGPL-3.0' }],
		['zoo:page.md', { source: 'zoo-page', tag: 'zoo' }],
		['own', { instead: 'it stands elsewhere' }],
	]),
	splits: new Map([
		['COCO val2017', { dataset: 'coco-2017' }],
		['COCO part', { dataset: 'coco-2017', doubt: 'Of a part of the images.' }],
		['COCO test', { dataset: 'coco-2017-test-dev' }],
	]),
	runs: new Map([['TensorRT, NVIDIA T4', { device: 'nvidia-t4', runtime: 'tensorrt' }]]),
	scopes: new Map([['whole', 'Of the whole detector.']]),
	notes: [{ part: 'fused', candidate: 'Of the fused network.', time: 'The middle of a spread.' }],
};

const columns = [
	'model',
	'input_size',
	'dataset',
	'split',
	'map_50_95',
	'map_50',
	'params_m',
	'flops_g',
	'flops_convention',
	'hardware',
	'runtime',
	'precision',
	'batch',
	'latency_ms',
	'latency_scope',
	'note',
	'source',
] as const;
type Cells = Partial<Record<(typeof columns)[number], string>>;

const usual: Cells = {
	model: 'netn',
	input_size: '640',
	dataset: 'COCO',
	split: 'val2017',
	map_50_95: '37.3',
	params_m: '3.2',
	flops_g: '8.7',
	flops_convention: '2 x MACs',
	source: 'hub/net:README.md@1',
};
const timed: Cells = {
	...usual,
	hardware: 'NVIDIA T4',
	runtime: 'TensorRT',
	precision: 'fp16',
	batch: '1',
	latency_ms: '1.5',
};

function read(...rows: readonly Cells[]): DetectionResults {
	const lines = rows.map(row => columns.map(column => row[column] ?? '').join(','));
	return importDetection([columns.join(','), ...lines].join('\n'), names);
}

function reasonsOf(...rows: readonly Cells[]): readonly string[] {
	return read(...rows).rejected.map(({ reason }) => reason);
}

describe('a table of detectors', () => {
	it('makes one checkpoint and one candidate of the rows of weights, which differ in their times alone', () => {
		const { checkpoints, candidates, figures, measurements, rejected } = read(timed, { ...timed, batch: '8' });
		assert.deepEqual(rejected, []);
		assert.deepEqual(
			checkpoints.map(({ id, weightsLicence, classes }) => [id, weightsLicence, classes]),
			[['ultralytics:netn.pt', 'AGPL-3.0', 80]],
		);
		assert.deepEqual(
			candidates.map(({ id, input, dataset }) => [id, input, dataset]),
			[['ultralytics:netn.pt@640', [640, 640], 'coco-2017']],
		);
		assert.deepEqual(
			figures.map(({ of, kind, value, printed }) => [of, kind, value, printed]),
			[
				['ultralytics:netn.pt@640', 'ap', 37.3, '37.3'],
				['ultralytics:netn.pt', 'params', 3_200_000, '3.2'],
				['ultralytics:netn.pt@640', 'macs', 4_350_000_000, '8.7'],
			],
		);
		assert.deepEqual(
			measurements.map(({ batch, scope, ms }) => [batch, scope, ms]),
			[
				[1, 'single-image', 1.5],
				[8, 'batch-step', 1.5],
			],
		);
	});
});

describe('a cost of a detector', () => {
	it('halves what counts two to a MAC and nothing else, and keeps the number that is printed', () => {
		const [doubled, plain] = [usual, { ...usual, flops_convention: 'MACs (labelled FLOPs)' }].map(row =>
			read(row).figures.find(({ kind }) => kind === 'macs'),
		);
		assert.deepEqual([doubled?.value, doubled?.convention, doubled?.printed], [4.35e9, '2x-macs', '8.7']);
		assert.deepEqual([plain?.value, plain?.convention, plain?.printed], [8.7e9, undefined, '8.7']);
		assert.deepEqual(reasonsOf({ ...usual, flops_convention: '' }), [
			'flops_convention does not say MACs or 2 x MACs',
		]);
	});

	it('says where a convention is inferred, and at which size a cost is counted where that is another', () => {
		const [inferred] = read({ ...usual, flops_convention: '2 x MACs (inferred from size)' }).figures.slice(-1);
		assert.match(inferred?.note ?? '', /inferred/);
		const large = { ...usual, model: 'net6', input_size: '1280', flops_convention: '2 x MACs at 640 px' };
		assert.deepEqual(read(large).figures.at(-1)?.conditions, { input: [640, 640] });
	});
});

describe('an AP', () => {
	it('keeps AP of validation, of a part of it and of test-dev apart', () => {
		const { candidates, figures } = read(
			{ ...usual, note: 'test-dev AP 38.1' },
			{ ...usual, model: 'net6', split: 'part' },
			{ ...usual, model: 'sized', split: 'test', source: 'zoo:page.md@1' },
		);
		assert.deepEqual(
			figures
				.filter(({ kind }) => kind === 'ap')
				.map(({ value, doubt, conditions }) => [value, doubt, conditions.dataset]),
			[
				[37.3, undefined, undefined],
				[38.1, 'other-dataset', 'coco-2017-test-dev'],
				[37.3, 'other-dataset', undefined],
				[37.3, undefined, undefined],
			],
		);
		assert.deepEqual(
			candidates.map(({ dataset }) => dataset),
			['coco-2017', 'coco-2017', 'coco-2017-test-dev'],
		);
	});

	it('tells results of several sources and weights of a model at one size apart', () => {
		const row = { ...usual, input_size: '', source: 'zoo:page.md@1' };
		const { candidates, figures } = read(
			{ ...row, model: 'sized' },
			{ ...row, model: 'quantized', map_50_95: '36' },
		);
		assert.deepEqual(
			candidates.map(({ id }) => id),
			['sized/1@300:zoo', 'sized/1@300:zoo-quantized'],
		);
		assert.deepEqual(figures.at(3)?.conditions, { weights: 'quantized' });
	});
});

describe('a time of a detector', () => {
	it('leaves out a time whose precision, batch, runtime or device is not stated, and keeps the rest of its row', () => {
		const rows = [
			{ ...timed, precision: '' },
			{ ...timed, batch: '' },
			{ ...timed, hardware: 'a GPU' },
			{ ...timed, runtime: '' },
		];
		const { candidates, measurements } = read(...rows);
		assert.deepEqual([candidates.length, measurements.length], [1, 0]);
		for (const reason of reasonsOf(...rows)) assert.match(reason, /^its time alone: its source /);
	});

	it('prints the speed that a time was worked out from', () => {
		const [measurement] = read({ ...timed, latency_ms: '4.61', note: '217 FPS published' }).measurements;
		assert.deepEqual([measurement?.ms, measurement?.printed], [4.61, '217 images/s']);
	});
});

describe('a row of a table of detectors', () => {
	it('takes what notes mean from the mapping, and the AP of masks and keypoints as a note', () => {
		assert.equal(read({ ...usual, note: 'mask AP 34.6' }).candidates[0]?.note, 'Mask AP 34.6 on the same images.');
		const { candidates, measurements } = read({
			...timed,
			note: 'params of the fused model',
			latency_scope: 'whole',
		});
		assert.equal(candidates[0]?.note, 'Of the fused network.');
		assert.equal(measurements[0]?.note, 'Of the whole detector. The middle of a spread.');
		const bare = read({ ...usual, map_50_95: '' }).candidates[0]?.note;
		assert.equal(bare, 'Its source prints a time and no box AP.');
	});

	it('names each row without a record, with its line and why', () => {
		const rows: readonly Cells[] = [
			{ ...usual, model: 'other' },
			{ ...usual, source: 'own' },
			{ ...usual, source: 'nowhere' },
			{ ...usual, split: 'train' },
			{ ...usual, input_size: 'large' },
			{ ...usual, map_50_95: '137' },
		];
		assert.deepEqual(read(...rows).rejected, [
			{ line: 2, name: 'other', reason: 'its name is not mapped to a model' },
			{ line: 3, name: 'netn', reason: 'it stands elsewhere' },
			{ line: 4, name: 'netn', reason: 'its source is not known' },
			{ line: 5, name: 'netn', reason: 'its data set and split are not known' },
			{ line: 6, name: 'netn', reason: 'input_size is no size in px; expected 640, 512x512 or 800 short side' },
			{ line: 7, name: 'netn', reason: 'map_50_95 is no AP in percent' },
		]);
		assert.deepEqual(reasonsOf(usual, { ...usual, map_50_95: '38' }), [
			'its figures are not those of the row above of the same model and size',
		]);
	});

	it('without one of its columns has no rows', () => {
		const { candidates, rejected } = importDetection('model,map\nnetn,37\n', names);
		assert.deepEqual([candidates.length, rejected[0]?.line], [0, 1]);
	});
});

it('the importer of detectors never throws, and makes no impossible figure and no candidate twice, whatever it is given', () => {
	const cell = fc.oneof(
		fc.constantFrom(...Object.values(timed), 'test-dev AP 1', '"', '\n', '\u202e', '-1', '1e9'),
		fc.string({ maxLength: 20 }),
	);
	fc.assert(
		fc.property(fc.array(fc.array(cell, { minLength: 17, maxLength: 17 }), { maxLength: 8 }), rows => {
			const text = [columns.join(','), ...rows.map(row => row.join(','))].join('\n');
			const { candidates, figures, measurements } = importDetection(text, names);
			const ids = new Set(candidates.map(({ id }) => id));
			assert.equal(ids.size, candidates.length);
			for (const { kind, value } of figures) assert.ok(value >= 0 && (kind !== 'ap' || value <= 100));
			for (const { ms, batch } of measurements) assert.ok(ms > 0 && Number.isInteger(batch));
		}),
	);
});

it('sizes are read as height by width, and percentages up to 100', () => {
	assert.deepEqual(['640', '800x1333', '800 short side', '0', 'x', '640x'].map(printedSize), [
		[640, 640],
		[800, 1333],
		[800, 800],
		undefined,
		undefined,
		undefined,
	]);
	assert.deepEqual(['0', '37.35', '100', '100.1', '-1', ''].map(printedPercent), [
		0,
		37.35,
		100,
		undefined,
		undefined,
		undefined,
	]);
});
