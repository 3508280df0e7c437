import assert from 'node:assert/strict';
import { createFinding, type FindingCode, type FindingSeverity } from '../../../src/mentions/finding.ts';
import { atLevels, levelsBesideFile, type FindingLevel } from '../../../src/mentions/findingLevels.ts';
import { versionInMetadata } from '../../../src/mentions/packageMetadata.ts';

function level(code: FindingCode, found: FindingSeverity, wanted?: FindingLevel): string {
	const mention = { start: 0, end: 1, name: 'a', kind: 'name', arguments: [] } as const;
	const finding = createFinding(code, mention, 'doubtful', { severity: found });
	return atLevels([finding], wanted ? { [code]: wanted } : {})[0]?.severity ?? 'none';
}

describe('a finding is as loud as a person wants it', () => {
	it('louder or quieter than usual, or not there', () => {
		assert.equal(level('over-budget', 'warning', 'hint'), 'hint');
		assert.equal(level('renamed-name', 'information', 'error'), 'error');
		assert.equal(level('license', 'warning', 'off'), 'none');
		assert.equal(level('license', 'warning'), 'warning');
	});

	it('but one over a budget file as loud as the file says, or not there', () => {
		assert.deepEqual(levelsBesideFile({ 'over-budget': 'hint', license: 'error' }), { license: 'error' });
		assert.deepEqual(levelsBesideFile({ 'over-budget': 'off' }), { 'over-budget': 'off' });
	});

	it('but an unknown name never louder than it was found', () => {
		assert.equal(level('unknown-name', 'hint', 'error'), 'hint');
		assert.equal(level('unknown-name', 'warning', 'hint'), 'hint');
		assert.equal(level('unknown-name', 'warning', 'warning'), 'warning');
		assert.equal(level('unknown-name', 'hint', 'off'), 'none');
	});
});

describe('the version in the metadata of a package', () => {
	it('stands in the head, whatever the line ends', () => {
		assert.equal(versionInMetadata('Metadata-Version: 2.1\nName: timm\nVersion: 1.0.29\n\ntext'), '1.0.29');
		assert.equal(versionInMetadata('Name: torchvision\r\nVersion: 0.19.0+cpu\r\n\r\ntext'), '0.19.0+cpu');
	});

	it('is unknown where the head has none, whatever the description says', () => {
		assert.equal(versionInMetadata('Name: timm\n\nVersion: 9.9\n'), undefined);
		assert.equal(versionInMetadata(''), undefined);
	});
});
