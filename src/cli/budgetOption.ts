import type { Catalog } from '../catalog/catalog.ts';
import { frameworks, tasks, type Task } from '../catalog/records.ts';
import type { CandidateFilter } from '../catalog/shownFigure.ts';
import { licenseClasses } from '../catalog/weightsLicense.ts';
import type { Budget } from '../selection/budget.ts';
import { parseBudget } from '../selection/parseBudget.ts';
import { choiceOption, type OptionSpec, type ParsedOptions } from './options.ts';
import { familyOption, licenceOption, scopeOption } from './scope.ts';
import { UsageError } from './usageError.ts';
import { sourceOption } from './verb.ts';

const flopsReadings = ['flops', 'macs'] as const;

/** Options of the verbs that ask about a budget. */
export const budgetOptions: readonly OptionSpec[] = [
	{
		name: 'budget',
		value: 'TEXT',
		description:
			'Limits joined by commas: "300M", "0.6 GFLOPs, 5M params", "60ms@pixel-1", "top1 >= 75" ("AP >= 40" of detection), "<= resnet50".',
	},
	{
		name: 'flops',
		value: 'READING',
		choices: flopsReadings,
		description: 'What FLOPs means: flops (two to a MAC, the default) or macs.',
	},
	{ name: 'task', value: 'TASK', choices: tasks, description: `${tasks.join(', ')}; the first without it.` },
	sourceOption,
	{
		name: 'framework',
		value: 'FRAMEWORK',
		choices: frameworks,
		description: `Only its weights: ${frameworks.join(', ')}.`,
	},
	{ name: 'family', value: 'FAMILY', description: 'Only models of this family, such as mobilenet-v3.' },
	{
		name: 'licence',
		value: 'CLASS[,CLASS]',
		description: `Only weights so licensed: ${licenseClasses.join(', ')}, or an SPDX id such as MIT.`,
		repeatable: true,
	},
];

/** @throws {UsageError} if there is no budget, or it cannot be understood: the message names the part and what is taken. */
export function budgetOption(
	catalog: Catalog,
	options: ParsedOptions,
	verb: string,
	task: Task = taskOption(options),
): Budget {
	const text = options.text('budget');
	if (text === undefined) throw new UsageError(`${verb} needs a budget: --budget "300M" or --budget "60ms@pixel-1"`);
	const parsed = parseBudget(text, {
		catalog,
		flopsMeans: choiceOption(options, 'flops', flopsReadings),
		source: options.text('source'),
		task,
	});
	if (!parsed.ok) throw new UsageError(parsed.problem.text);
	return parsed.budget;
}

/** @param usual the task where none is named */
export function taskOption(options: ParsedOptions, usual: Task = 'classification'): Task {
	return choiceOption(options, 'task', tasks) ?? usual;
}

/** Which candidates the budget is asked of. */
export function filterOptions(
	catalog: Catalog,
	options: ParsedOptions,
	task: Task = taskOption(options),
): CandidateFilter {
	return {
		task,
		framework: choiceOption(options, 'framework', frameworks),
		family: familyOption(catalog, options)?.id,
		licenses: licenceOption(catalog, options),
		...scopeOption(catalog, options),
	};
}
