import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	flopsOfMacs,
	formatAccuracy,
	formatBytes,
	formatCount,
	formatInput,
	formatLatency,
	formatMacs,
	formatParams,
	macsOfFlops,
	parseCount,
} from '../../../src/catalog/units.ts';

it('prints a count with up to four significant digits and an SI prefix', () => {
	const counts = [1, 999, 1000, 1.25e6, 44e6, 219e6, 300_774_272, 5.7e9, 4.2e10, 1.5e12, 999.96e6];
	assert.deepEqual(counts.map(formatCount), [
		'1',
		'999',
		'1 k',
		'1.25 M',
		'44 M',
		'219 M',
		'300.8 M',
		'5.7 G',
		'42 G',
		'1.5 T',
		'1 G',
	]);
});

it('names the unit of a cost', () => {
	assert.deepEqual(
		[formatMacs(219e6), formatParams(5.4e6), formatBytes(14e6), formatBytes(512)],
		['219 M MACs', '5.4 M params', '14 MB', '512 B'],
	);
});

it('prints milliseconds, and seconds from ten of them on', () => {
	assert.deepEqual([61.3, 9999, 10_000, 19_000].map(formatLatency), ['61.3 ms', '9999 ms', '10 s', '19 s']);
});

it('prints an accuracy with the decimals that it has, three at most', () => {
	assert.deepEqual([75.2, 49.974, 72, 80.85812].map(formatAccuracy), ['75.2 %', '49.974 %', '72 %', '80.858 %']);
});

it('prints one side of a square input, and height before width of another', () => {
	assert.deepEqual([formatInput([224, 224]), formatInput([331, 224])], ['224 px', '331×224 px']);
});

it('counts two FLOPs for each multiply-accumulate', () => {
	assert.deepEqual([flopsOfMacs(300e6), macsOfFlops(0.6e9)], [600e6, 300e6]);
});

const units: readonly [number, string, unknown][] = [
	[300, 'M', { quantity: 'macs', value: 300e6, assumed: true }],
	[300e6, '', { quantity: 'macs', value: 300e6, assumed: true }],
	[0.3, 'g', { quantity: 'macs', value: 300e6, assumed: true }],
	[300, 'MMACs', { quantity: 'macs', value: 300e6, assumed: false }],
	[4.1, 'GMACs', { quantity: 'macs', value: 4.1e9, assumed: false }],
	[300e6, 'MACs', { quantity: 'macs', value: 300e6, assumed: false }],
	[300, 'M MAdds', { quantity: 'macs', value: 300e6, assumed: false }],
	[300, 'M multiply-adds', { quantity: 'macs', value: 300e6, assumed: false }],
	[0.6, 'GFLOPs', { quantity: 'flops', value: 600e6, assumed: false }],
	[5, 'M params', { quantity: 'params', value: 5e6, assumed: false }],
	[5, 'm PARAMETERS', { quantity: 'params', value: 5e6, assumed: false }],
	[14, 'MB', { quantity: 'bytes', value: 14e6, assumed: false }],
	[14, 'MiB', { quantity: 'bytes', value: 14 * 2 ** 20, assumed: false }],
	[900, 'kB', { quantity: 'bytes', value: 900e3, assumed: false }],
	[60, 'ms', { quantity: 'latencyMs', value: 60, assumed: false }],
	[1.5, 's', { quantity: 'latencyMs', value: 1500, assumed: false }],
	[75, '%', { quantity: 'top1', value: 75, assumed: false }],
];
for (const [number, unit, expected] of units) {
	it(`reads ${number} ${unit || 'without a unit'} as ${JSON.stringify(expected)}`, () => {
		assert.deepEqual(parseCount(number, unit), { ok: true, ...(expected as object) });
	});
}

it('refuses any other unit and says what it takes', () => {
	for (const unit of ['fps', 'MHz', 'flops/s', 'constructor', '__proto__', 'mm', 'kiB/s']) {
		const parsed = parseCount(600, unit);
		assert.ok(!parsed.ok && parsed.problem.startsWith(`"${unit}" is not a unit. Write `), unit);
	}
});

it('reads back what it prints, to four digits', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1e15 }), count => {
			const [number = '', ...unit] = formatParams(count).split(' ');
			const parsed = parseCount(Number(number), unit.join(' '));
			assert.ok(parsed.ok && parsed.quantity === 'params');
			assert.ok(Math.abs(parsed.value - count) <= 0.000_5 * count, `${count} → ${parsed.value}`);
		}),
	);
});

it('makes a whole count of a decimal number of millions', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1e7 }), thousandths => {
			const parsed = parseCount(thousandths / 1000, 'M');
			assert.equal(parsed.ok && parsed.value, thousandths * 1000);
		}),
	);
});
