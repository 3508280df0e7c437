import { accuracyText } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { NamedModel } from '../catalog/namedModel.ts';
import { plainText } from '../catalog/plainText.ts';
import { sameInput, shownFigure } from '../catalog/shownFigure.ts';
import { formatInput, formatMacs, formatParams } from '../catalog/units.ts';
import { isFloor } from '../selection/budget.ts';
import type { BudgetWatch } from '../selection/budgetWatch.ts';
import { candidatesMeant } from '../selection/candidatesMeant.ts';
import { costText } from '../selection/explanation.ts';
import { formatBudget } from '../selection/parseBudget.ts';
import type { LimitJudgement } from '../selection/verdict.ts';
import type { HintMode } from './hintMode.ts';
import { keyFigures } from './keyFigures.ts';
import { candidateTitle } from './modelCard.ts';

export interface HintQuestion {
	readonly named: NamedModel;
	readonly watch: BudgetWatch;
	/** The catalog with its costs at an input size in px, where they can be counted. */
	readonly countedAt: (input: readonly [number, number]) => Catalog | undefined;
}

/** `217 M MACs · over budget`: the figure that decides, else the cost; undefined where there is nothing to say. */
export function modelHint(catalog: Catalog, question: HintQuestion, mode: HintMode): string | undefined {
	if (mode === 'off') return undefined;
	const judged = question.watch.judge(question.named);
	if (judged?.verdict === 'exceeds' && judged.decided) return `${decidedText(catalog, judged.decided)} · over budget`;
	if (mode === 'overBudget') return undefined;
	const cost = costOf(catalog, question);
	if (cost === undefined || !judged) return cost;
	return `${cost} · ${judged.verdict === 'meets' ? 'within budget' : 'budget unknown'}`;
}

/** Plain text: what is named with its figures, then what the budget says. */
export function modelHintTooltip(catalog: Catalog, { named, watch }: HintQuestion, budgetFile?: string): string {
	const judged = watch.judge(named);
	const candidate = judged?.candidate ?? candidatesMeant(catalog, named)[0];
	const model = catalog.modelById.get(named.model);
	const from = budgetFile === undefined ? '' : ` of ${budgetFile}`;
	const lines = [
		[model?.name ?? named.model, ...(candidate ? [candidateTitle(catalog, candidate)] : [])].join(' · '),
		...(candidate ? [keyFigures(catalog, candidate)] : []),
		...(judged ? [judged.reason, `Budget: ${formatBudget(judged.budget)}${from}`] : []),
	];
	return lines.map(line => plainText(line, 300)).join('\n');
}

function decidedText(catalog: Catalog, { limit, value = NaN }: LimitJudgement): string {
	return isFloor(limit) ? accuracyText(limit.metric, value) : costText(catalog, limit, value);
}

/** MACs at the size in the code, else parameters, which hold for all sizes. */
function costOf(catalog: Catalog, { named, countedAt }: HintQuestion): string | undefined {
	const { input } = named;
	const [candidate] = candidatesMeant(catalog, named);
	if (!candidate) return undefined;
	const isOther = input !== undefined && !sameInput(input, candidate.input);
	const counted = isOther ? countedAt(input) : catalog;
	const macs = counted && shownFigure(counted, candidate, 'macs')?.value;
	if (macs !== undefined) return `${formatMacs(macs)}${isOther ? ` at ${formatInput(input)}` : ''}`;
	const params = shownFigure(catalog, candidate, 'params')?.value;
	return params === undefined ? undefined : formatParams(params);
}
