import { findingCodes, type FindingSeverity } from '../mentions/finding.ts';
import type { CheckOutput } from './checkVerb.ts';

const levels: Readonly<Record<FindingSeverity, 'none' | 'note' | 'warning' | 'error'>> = {
	hint: 'note',
	information: 'note',
	warning: 'warning',
	error: 'error',
};

/** Findings as a SARIF 2.1.0 log. Columns are UTF-16 units, as its default is. */
export function sarifOf(findings: CheckOutput['findings']): object {
	return {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'model-scout',
						rules: findingCodes.map(id => ({ id })),
					},
				},
				columnKind: 'utf16CodeUnits',
				results: findings.map(({ path, line, column, severity, code, message }) => ({
					ruleId: code,
					ruleIndex: findingCodes.indexOf(code),
					level: levels[severity],
					message: { text: message },
					locations: [
						{
							physicalLocation: {
								artifactLocation: { uri: encodeURI(path.replaceAll('\\', '/')) },
								region: { startLine: line, startColumn: column },
							},
						},
					],
				})),
			},
		],
	};
}
