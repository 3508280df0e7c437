import type { CodeFinding, FindingCode, FindingSeverity } from './finding.ts';

/** What a person wants to hear of; `off` is nothing. */
export const findingLevels = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/**
 * The findings as loud as a person wants them. An unknown name is never louder than it was found, since the names of the
 * installed version may be others than the known ones.
 */
export function atLevels(
	findings: readonly CodeFinding[],
	levels: Readonly<Partial<Record<FindingCode, FindingLevel>>>,
): readonly CodeFinding[] {
	return findings.flatMap(finding => {
		const wanted = levels[finding.code] ?? finding.severity;
		if (wanted === 'off') return [];
		const severity = finding.code === 'unknown-name' ? quieter(wanted, finding.severity) : wanted;
		return [{ ...finding, severity }];
	});
}

function quieter(a: FindingSeverity, b: FindingSeverity): FindingSeverity {
	return findingLevels.indexOf(a) < findingLevels.indexOf(b) ? a : b;
}

/** The levels where a `model-scout.json` is in force: it says itself how loud an exceeded limit is, unless nobody wants to hear of it. */
export function levelsBesideFile(
	levels: Readonly<Partial<Record<FindingCode, FindingLevel>>>,
): Readonly<Partial<Record<FindingCode, FindingLevel>>> {
	const { 'over-budget': overBudget, ...others } = levels;
	return overBudget === 'off' ? levels : others;
}
