import assert from 'node:assert/strict';
import { keyFigures, spokenFigures } from '../../../src/comparison/keyFigures.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

it('a row says after its figures where its weights may not be used freely, and that these are meant when read aloud', () => {
	const licenses = { a: 'MIT', b: 'CC-BY-NC-4.0', c: 'unknown' };
	const catalog = aCatalog({
		checkpoints: Object.entries(licenses).map(([name, weightsLicence]) =>
			aCheckpoint({ id: `timm:${name}`, model: `${name}/1`, weightsLicence }),
		),
		candidates: [
			{ id: 'timm:a@224', model: 'a/1', top1: 75 },
			{ id: 'timm:b@224', model: 'b/1', top1: 75 },
			{ id: 'timm:c@224', model: 'c/1' },
			{ id: 'p/1@224', top1: 75 },
		],
	});
	assert.deepEqual(
		catalog.candidates.map(candidate => keyFigures(catalog, candidate)),
		['75 %', '75 % · non-commercial', 'no figures · unknown license', '75 %'],
	);
	assert.deepEqual(
		catalog.candidates.map(candidate => spokenFigures(catalog, candidate)),
		[
			'75 %',
			'75 %, weights: non-commercial',
			'not ranked: No accuracy is known., weights: unknown license',
			'75 %',
		],
	);
});
