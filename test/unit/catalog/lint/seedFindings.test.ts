import assert from 'node:assert/strict';
import { createCatalog, type Catalog } from '../../../../src/catalog/catalog.ts';
import type { Finding, LintRule } from '../../../../src/catalog/lint/finding.ts';
import { lintCatalog } from '../../../../src/catalog/lint/lintCatalog.ts';
import type { Figure } from '../../../../src/catalog/records.ts';
import { shippedData } from '../../../support/shippedData.ts';

/** What the audit of the seed document holds against its table. */
const known: readonly (readonly [title: string, candidate: string, rule: LintRule, message: RegExp])[] = [
	['squeezenet 1700', 'squeezenet/1.0@224', 'unit-slip', /1700|1\.7 G/],
	['densenet121 78.65', 'densenet/121@224', 'family-order', /78\.65/],
	['densenet121 78.65', 'densenet/121@224', 'sources-in-conflict', /78\.65 .* 74\.98/],
	['resnet101 80.1', 'resnet/101@224', 'family-order', /80\.1 .* resnet\/152@224/],
	['densenet-41-variant', 'densenet/41-variant@224', 'implausible-figure', /75 % top-1/],
	['Inception v4 parameters', 'inception-v4/1.0@299', 'sources-in-conflict', /48 M params.*42\.68 M/],
	['PNASNet MACs', 'pnasnet/5-large@331', 'sources-in-conflict', /23 G MACs.*25\./],
	['Nasnet-A of 74', 'nasnet/a-mobile@224', 'duplicate-name', /nasnet-a.*nasnet\/a-large@331/],
	['Nasnet-A of 82.7', 'nasnet/a-large@331', 'duplicate-name', /nasnet-a.*nasnet\/a-mobile@224/],
];

/** The seed's figures as its table prints them: without any remark, correction or condition that was added since. */
function asPrinted(catalog: Catalog): Catalog {
	const bare = (figure: Figure): Figure => {
		const { of, kind, printed, source, locator } = figure;
		const million = kind === 'macs' || kind === 'params';
		const value = million ? Math.round(Number(printed) * 1e6) : Number(printed);
		return { of, kind, value, printed, conditions: {}, source, locator };
	};
	return createCatalog({
		...catalog,
		candidates: catalog.candidates.map(({ seedLine, ...candidate }) =>
			seedLine === undefined ? candidate : { ...candidate, seedLine, dataset: 'imagenet-1k' },
		),
		figures: catalog.figures.map(figure => (figure.source === 'seed' ? bare(figure) : figure)),
	});
}

function findingsAbout(findings: readonly Finding[], id: string, rule: LintRule): readonly string[] {
	return findings.filter(finding => finding.of === id && finding.rule === rule).map(({ message }) => message);
}

describe('linter: the seed document', () => {
	const shipped = shippedData();
	const asShipped = lintCatalog(shipped);
	const asInSeed = lintCatalog(asPrinted(shipped));

	for (const [title, id, rule, message] of known) {
		it(`finds ${title} by ${rule}, marked as it ships and bare as it was printed`, () => {
			for (const findings of [asShipped, asInSeed]) {
				const found = findingsAbout(findings, id, rule);
				assert.ok(
					found.some(text => message.test(text)),
					`${id}: ${JSON.stringify(found)}`,
				);
			}
		});
	}

	it('takes what the catalog already doubts for information, and the same without a mark for a warning', () => {
		const of = (findings: readonly Finding[]): readonly string[] =>
			findings.filter(finding => finding.of === 'inception-v4/1.0@299').map(({ severity }) => severity);
		assert.deepEqual(of(asShipped), ['information']);
		assert.deepEqual(of(asInSeed), ['warning']);
	});

	it('finds each of them by what it is compared with: nothing is left where the row stands alone', () => {
		const alone = createCatalog({
			...shipped,
			figures: shipped.figures.filter(({ of }) => of === 'inception-v4/1.0@299' || of === 'densenet/121@224'),
			candidates: shipped.candidates.filter(({ seedLine }) => seedLine === 67 || seedLine === 72),
		});
		const rules = lintCatalog(alone).map(({ rule }) => rule);
		assert.ok(!rules.includes('family-order') && !rules.includes('unit-slip'), rules.join());
	});
});
