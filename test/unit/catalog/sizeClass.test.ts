import assert from 'node:assert/strict';
import { accuracyBand, accuracyBands, sizeClass, sizeClasses } from '../../../src/catalog/sizeClass.ts';

it('calls a candidate mobile up to 600 M MACs, medium up to 5 G, large above', () => {
	assert.deepEqual([600e6, 600e6 + 1, 5e9, 5e9 + 1].map(sizeClass), ['mobile', 'medium', 'medium', 'large']);
});

it('puts an accuracy on a border into the band above it', () => {
	assert.deepEqual([69.9, 70, 77, 80, 82, 83.9, 84].map(accuracyBand), [
		'under-70',
		'70-77',
		'77-80',
		'80-82',
		'82-84',
		'82-84',
		'from-84',
	]);
});

it('knows no class of a missing figure', () => {
	assert.deepEqual(
		[sizeClass(undefined), sizeClass(NaN), accuracyBand(undefined), accuracyBand(NaN)],
		Array(4).fill('unknown'),
	);
});

it('lists every class and band with a label of its own', () => {
	for (const list of [sizeClasses, accuracyBands]) {
		assert.equal(new Set(list.map(({ label }) => label)).size, list.length);
		assert.equal(list.at(-1)?.id, 'unknown');
	}
});
