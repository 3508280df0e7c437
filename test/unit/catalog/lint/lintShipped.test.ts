import assert from 'node:assert/strict';
import { judgeCatalog } from '../../../../src/comparison/judgeFiles.ts';
import { assertGolden } from '../../../support/golden.ts';
import { shippedData } from '../../../support/shippedData.ts';

describe('linter: the shipped catalog', () => {
	const findings = judgeCatalog(shippedData());

	it('has the findings that were reviewed, and no other', () => {
		const lines = findings.map(({ rule, severity, of, message }) => `${rule}\t${severity}\t${of}\t${message}\n`);
		assertGolden('lint-shipped.txt', lines.join(''));
	});

	it('has no error', () => {
		assert.deepEqual(
			findings.filter(({ severity }) => severity === 'error'),
			[],
		);
	});
});
