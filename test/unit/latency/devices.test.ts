import assert from 'node:assert/strict';
import { resolveDevice, suggestDevices } from '../../../src/latency/devices.ts';
import { aCatalog, aDevice } from '../../support/builders.ts';

it('takes a device by id, name or alias, whatever its case, spaces, hyphens and underscores', () => {
	const catalog = aCatalog({
		devices: [
			aDevice({ id: 'pixel-1', name: 'Google Pixel 1', aliases: ['P1'] }),
			aDevice({ id: 'pixel-10', name: 'Google Pixel 10' }),
		],
	});
	const names = ['pixel-1', 'pixel1', 'PIXEL_1', 'p1', ' P 1', 'google pixel 1', 'GooglePixel1'];
	assert.deepEqual(
		names.map(name => resolveDevice(catalog, name)?.id),
		names.map(() => 'pixel-1'),
	);
	for (const name of ['', ' - ', 'pixel', 'pixel2', '__proto__'])
		assert.equal(resolveDevice(catalog, name), undefined, name);
});

describe('what an unfinished name of a device may mean', () => {
	const devices = [
		aDevice({ id: 'pixel-1', name: 'Google Pixel 1', aliases: ['P1'] }),
		aDevice({ id: 'galaxy-s24', name: 'Samsung Galaxy S24' }),
		aDevice({ id: 'galaxy-s25', name: 'Samsung Galaxy S25' }),
		aDevice({ id: 'i7-12700h', name: 'Intel Core i7-12700H' }),
	];
	const meant = (text: string): readonly string[] => suggestDevices(devices, text).map(({ id }) => id);

	it('is each device with a name that begins so, then each with a name that holds it', () => {
		assert.deepEqual(meant('Galaxy'), ['galaxy-s24', 'galaxy-s25']);
		assert.deepEqual(meant('i'), ['i7-12700h', 'pixel-1']);
		assert.deepEqual(meant('s25'), ['galaxy-s25']);
	});

	it('is the most alike where it is misspelled', () => {
		assert.deepEqual(meant('pixle1'), ['pixel-1']);
	});

	it('is none for nothing, and none for a word that is like no name', () => {
		for (const text of ['', ' - ', 'zzz']) assert.deepEqual(meant(text), [], text);
	});
});
