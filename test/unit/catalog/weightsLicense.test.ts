import assert from 'node:assert/strict';
import fc from 'fast-check';
import { candidatesIn, type CandidateFilter } from '../../../src/catalog/shownFigure.ts';
import {
	candidateBadge,
	classesLeftOut,
	licenseBadge,
	licenseClass,
	licenseClasses,
	licenseClassOf,
	licenseText,
	type LicenseClass,
} from '../../../src/catalog/weightsLicense.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const examples: Readonly<Record<LicenseClass, readonly string[]>> = {
	permissive: ['MIT', 'mit-0', 'Apache-2.0', 'BSD-3-Clause', 'BSD-3-Clause-Clear', 'CC0-1.0', 'CC-BY-4.0', 'NCSA'],
	copyleft: ['GPL-3.0', 'GPL-2.0+', 'AGPL-3.0-only', 'LGPL-2.1-or-later', 'MPL-2.0', 'CC-BY-SA-4.0'],
	unknown: [
		'',
		'unknown',
		'Unknown',
		'other',
		'NOASSERTION',
		'CC-BY-ND-4.0',
		'LicenseRef-openrail',
		'MITRE',
		'SYNC-1',
	],
	'non-commercial': [
		'CC-BY-NC-4.0',
		'cc-by-nc-sa-4.0',
		'PolyForm-Noncommercial-1.0.0',
		'LicenseRef-research-only',
		'LicenseRef-NVIDIA-NC',
		'fair-noncommercial-research-license',
		'apple-amlr',
		'non-commercial',
	],
};

describe('the class of a license', () => {
	for (const expected of licenseClasses) {
		it(`is ${expected} for ${examples[expected].map(license => `"${license}"`).join(', ')}`, () => {
			assert.deepEqual(
				examples[expected].map(license => [license, licenseClass(license)]),
				examples[expected].map(license => [license, expected]),
			);
		});
	}

	it('is the freest of a choice and the strictest of what holds together', () => {
		assert.equal(licenseClass('GPL-3.0-only OR MIT'), 'permissive');
		assert.equal(licenseClass('MIT AND AGPL-3.0-only'), 'copyleft');
		assert.equal(licenseClass('Apache-2.0 AND CC-BY-NC-4.0'), 'non-commercial');
		assert.equal(licenseClass('Apache-2.0 AND somebody’s own'), 'unknown');
		assert.equal(licenseClass('GPL-2.0-only WITH Classpath-exception-2.0'), 'copyleft');
		assert.equal(licenseClass('CC-BY-NC-4.0 OR MIT AND GPL-3.0-only'), 'copyleft');
	});

	it('is found for any text, and never better than unknown for one that only looks like a license', () => {
		const texts = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 800 }),
			fc.stringMatching(/^(mit|bsd)(-\d|\.0)*!$/),
		);
		fc.assert(
			fc.property(texts, text => {
				assert.ok(licenseClasses.includes(licenseClass(text)));
				assert.notEqual(licenseClass(`mit!${text.replace(/\sOR\s/g, '')}`), 'permissive');
			}),
		);
	});
});

it('marks weights of an unknown license, and such as forbid commercial use, in words', () => {
	const marks = ['MIT', 'GPL-3.0', 'unknown', 'CC-BY-NC-4.0', undefined].map(licenseBadge);
	assert.deepEqual(marks, [undefined, undefined, 'unknown license', 'non-commercial', undefined]);
	const texts = ['MIT', 'unknown', 'CC-BY-NC-4.0', 'non-commercial'].map(licenseText);
	assert.deepEqual(texts, ['MIT', 'unknown', 'CC-BY-NC-4.0 (non-commercial)', 'non-commercial']);
});

describe('candidates by the license of their weights', () => {
	const licenses = { a: 'MIT', b: 'GPL-3.0', c: 'CC-BY-NC-4.0', d: 'unknown' };
	const catalog = aCatalog({
		checkpoints: Object.entries(licenses).map(([name, weightsLicence]) =>
			aCheckpoint({ id: `timm:${name}.in1k`, model: `${name}/1`, weightsLicence }),
		),
		candidates: [
			{ id: 'p/1@224', top1: 70 },
			...Object.keys(licenses).map(name => ({ id: `timm:${name}.in1k@224`, model: `${name}/1`, top1: 70 })),
		],
	});
	const kept = (filter: CandidateFilter): string =>
		candidatesIn(catalog, filter)
			.map(({ model }) => model.replace('/1', ''))
			.join(' ');

	it('have a class and a mark, a published result has neither', () => {
		assert.deepEqual(
			catalog.candidates.map(candidate => [
				licenseClassOf(catalog, candidate),
				candidateBadge(catalog, candidate),
			]),
			[
				[undefined, undefined],
				['permissive', undefined],
				['copyleft', undefined],
				['non-commercial', 'non-commercial'],
				['unknown', 'unknown license'],
			],
		);
	});

	it('are kept by class and by id, in any case, and then published results are not', () => {
		assert.equal(kept({ licenses: ['permissive', 'unknown'] }), 'a d');
		assert.equal(kept({ licenses: ['cc-by-nc-4.0', 'MIT'] }), 'a c');
		assert.equal(kept({ licenses: [] }), '');
	});

	it('are left out by class, and then published results stay', () => {
		assert.equal(kept({ withoutLicenses: ['non-commercial', 'unknown'] }), 'p a b');
		assert.equal(kept({ withoutLicenses: [] }), 'p a b c d');
		assert.equal(kept({ licenses: ['unknown', 'copyleft'], withoutLicenses: ['unknown'] }), 'b');
	});
});

it('leaves out the classes that a person does not keep, and nothing where no class is named', () => {
	assert.deepEqual(classesLeftOut(licenseClasses), []);
	assert.deepEqual(classesLeftOut(['copyleft', 'permissive', 'nonsense']), ['unknown', 'non-commercial']);
	assert.deepEqual([classesLeftOut([]), classesLeftOut(['nonsense'])], [[], []]);
});
