import type { OptionSpec } from './options.ts';
import { formatTextTable } from './textTable.ts';
import { commonOptions, type Verb } from './verb.ts';

/** What `model-scout --help` prints. */
export function programHelp(verbs: readonly Verb[]): string {
	const rows = verbs.map(({ name, operands, summary }) => [`${name} ${operands}`.trimEnd(), summary]);
	return [
		'model-scout: the most accurate vision model that fits your budget, why, and the code that loads it',
		'Usage: model-scout VERB [OPTIONS]',
		formatTextTable([{ title: '' }, { title: '' }], rows),
		optionsHelp([...commonOptions, { name: 'version', description: 'Print the version of program and catalog.' }]),
		'Run model-scout VERB --help for its options.\nExit codes: 0 an answer, also an empty one; 1 an error that lint or check found; 2 input that is not understood, with one line on stderr.',
	].join('\n\n');
}

/** What `model-scout VERB --help` prints. */
export function verbHelp(verb: Verb): string {
	const usage = `Usage: model-scout ${[verb.name, verb.operands, '[OPTIONS]'].filter(part => part !== '').join(' ')}`;
	return [
		`${verb.summary}.`,
		usage,
		...(verb.details ? [verb.details.join('\n')] : []),
		optionsHelp([...verb.options, ...commonOptions]),
		['Examples:', ...verb.examples.map(example => `  model-scout ${example}`)].join('\n'),
	].join('\n\n');
}

function optionsHelp(options: readonly OptionSpec[]): string {
	const rows = options.map(({ name, value, description, repeatable }) => [
		`--${name}${value === undefined ? '' : ` ${value}`}`,
		repeatable === true ? `${description} May be repeated.` : description,
	]);
	return ['Options:', formatTextTable([{ title: '' }, { title: '' }], rows)].join('\n');
}
