import type { Catalog } from '../../catalog/catalog.ts';
import type { ComparisonSnapshot } from '../../comparison/comparisonSnapshot.ts';
import { formatDecisionRecord } from '../../comparison/decisionRecord.ts';
import { answerPick } from '../pick/answerPick.ts';
import { readSettings } from '../settings.ts';

/** The pick and the models behind it that stand in a record. */
const recordedMatches = 6;

/** The answer to the budget of the page among all models of its task, as a document; undefined without a budget that is understood. */
export function decisionText(catalog: Catalog, { task, budget }: ComparisonSnapshot): (() => string) | undefined {
	if (budget.text === '') return undefined;
	const answered = answerPick(catalog, { budget: budget.text, task, limit: recordedMatches }, readSettings());
	return answered.ok ? () => formatDecisionRecord(answered.result) : undefined;
}
