import { formatCatalogFoot } from '../catalog/catalogAge.ts';
import { resolveModel } from '../catalog/names.ts';
import type { Candidate, Model } from '../catalog/records.ts';
import type { Verdict } from '../selection/budget.ts';
import { leftOutTexts } from '../selection/licenseText.ts';
import { formatBudget } from '../selection/parseBudget.ts';
import type { ReasonOutput } from '../selection/pickOutput.ts';
import { whyNot } from '../selection/whyNot.ts';
import { budgetOption, budgetOptions, filterOptions, taskOption } from './budgetOption.ts';
import { quoted } from './options.ts';
import { leadNamed, oneName } from './scope.ts';
import { UsageError } from './usageError.ts';
import type { Verb } from './verb.ts';

export interface WhyOutput {
	/** Id of the candidate that was judged. */
	readonly id: string;
	/** Model id. */
	readonly model: string;
	readonly name: string;
	readonly verdict: Verdict;
	/** From 1, where its model is among those that meet the budget. */
	readonly rank?: number;
	/** One sentence per limit, then where it stands. */
	readonly reasons: readonly ReasonOutput[];
	/** Candidates left out for the license of their weights alone, where licenses were asked about. */
	readonly leftOutByLicense?: number;
}

export const whyVerb: Verb = {
	name: 'why',
	operands: 'NAME --budget TEXT',
	summary: 'Why a model is, or is not, what a budget picks',
	options: budgetOptions,
	examples: ['why resnet50 --budget "300M"', 'why mobilenet-v3/large-1.0 --budget "70ms@pixel-1" --source seed'],
	run(catalog, options) {
		const name = oneName(options, 'why');
		const resolved = resolveModel(catalog, name);
		if (!resolved.ok) throw new UsageError(resolved.problem);
		const task = taskOption(options, resolved.family.task);
		const filter = filterOptions(catalog, options, task);
		const budget = budgetOption(catalog, options, 'why', task);
		const target: Candidate | Model | undefined =
			resolved.kind === 'model' ? resolved.model : leadNamed(catalog, resolved, filter);
		const found = target && whyNot(catalog, target, budget, filter);
		if (!found) throw new UsageError(`${quoted(name)} has no candidate to judge: the catalog has no figures`);
		const output: WhyOutput = {
			id: found.candidate.id,
			model: resolved.model.id,
			name: resolved.model.name,
			verdict: found.verdict,
			...(found.rank === undefined ? {} : { rank: found.rank }),
			reasons: found.reasons.map(({ code, text }) => ({ code, text })),
			...(found.leftOutByLicense === undefined ? {} : { leftOutByLicense: found.leftOutByLicense }),
		};
		const rank = output.rank === undefined ? '' : `, rank ${String(output.rank)}`;
		const head = `${output.name} (${output.id}) ${verdictWords[output.verdict]} ${formatBudget(budget)}${rank}`;
		const reasons = output.reasons.map(({ text }) => `  ${text}.`);
		const lines = [head, ...reasons, ...leftOutTexts(found.leftOutByLicense), '', formatCatalogFoot(catalog)];
		return { output, text: lines.join('\n') };
	},
};

const verdictWords: Readonly<Record<Verdict, string>> = {
	meets: 'meets',
	exceeds: 'exceeds',
	unknown: 'has no known figure for',
};
