import { createSelectionTable } from '../../src/selection/engine.ts';
import { parseBudget } from '../../src/selection/parseBudget.ts';
import { pickUnderBudget } from '../../src/selection/pick.ts';
import { shippedData } from '../support/shippedData.ts';
import { median, timed, type BenchResult } from './benchResult.ts';

const budgets = ['≤300M', '≤600M, ≤10M params', '≤5ms@i7-12700H', '≤2ms@galaxy-s24/int8', 'top1 ≥ 80', '≤70ms@pixel-1'];
const shown = 10;

/** A pick over all of the shipped catalog, with its reasons, on a table made before. */
export function benchShippedPick(): Promise<readonly BenchResult[]> {
	const catalog = shippedData();
	const table = createSelectionTable(catalog);
	const parsed = budgets.flatMap(text => {
		const answer = parseBudget(text, { catalog });
		if (!answer.ok) throw new Error(answer.problem.text);
		return [answer.budget];
	});
	const round = (): number =>
		timed(() => {
			for (const budget of parsed) pickUnderBudget(table, budget, { limit: shown });
		}) / parsed.length;
	round(); // the columns of each cost are read once
	const ours = median(Array.from({ length: 15 }, round));
	const gate = { kind: 'time', max: 5 } as const;
	return Promise.resolve([{ what: 'pick ten of the shipped catalog', ours, peer: 'instant', gate }]);
}
