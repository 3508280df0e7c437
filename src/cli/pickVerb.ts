import { costsAtInput } from '../comparison/costsAtInput.ts';
import { pickUnderBudget } from '../selection/pick.ts';
import { toPickOutput } from '../selection/pickOutput.ts';
import { formatPickText } from '../selection/pickText.ts';
import { budgetOption, budgetOptions, filterOptions } from './budgetOption.ts';
import { inputOption } from './networkOptions.ts';
import { countOption } from './options.ts';
import { noOperands } from './scope.ts';
import type { Verb } from './verb.ts';

const defaultLimit = 10;

export const pickVerb: Verb = {
	name: 'pick',
	operands: '--budget TEXT',
	summary: 'The most accurate models within a budget, and why',
	details: [
		'Models whose accuracies lie within the 95 % interval of the evaluation are tied; the cheapest comes first.',
	],
	options: [
		...budgetOptions,
		{
			name: 'input',
			value: 'SIZE',
			description:
				'Count the MACs of every described network at this size, such as 160 or 331x224; accuracies stay those of its own.',
		},
		{ name: 'limit', value: 'COUNT', description: `Matches to print; ${String(defaultLimit)} without it.` },
	],
	examples: [
		'pick --budget "300M"',
		'pick --budget "0.6 GFLOPs, 5M params" --framework timm',
		'pick --budget "60ms@pixel-1" --source seed --json',
	],
	run(shipped, options) {
		noOperands(options, 'pick');
		const input = inputOption(options);
		const catalog = input ? costsAtInput(shipped, input) : shipped;
		const filter = filterOptions(catalog, options);
		const budget = budgetOption(catalog, options, 'pick');
		const limit = countOption(options, 'limit', defaultLimit);
		const result = pickUnderBudget(catalog, budget, { ...filter, limit });
		return { output: toPickOutput(result), text: formatPickText(result) };
	},
};
