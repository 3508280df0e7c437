import type { LoadedCatalog } from './loadCatalogs.ts';
import { formatProblem, loadCatalogs } from './loadCatalogs.ts';
import { checkVerb } from './checkVerb.ts';
import { catalogVerb } from './catalogVerb.ts';
import { compareVerb } from './compareVerb.ts';
import { costVerb } from './costVerb.ts';
import { exportVerb } from './exportVerb.ts';
import { findVerb } from './findVerb.ts';
import { importVerb } from './importVerb.ts';
import { programHelp, verbHelp } from './help.ts';
import { nearest, parseOptions, quoted } from './options.ts';
import { lintVerb } from './lintVerb.ts';
import { pickVerb } from './pickVerb.ts';
import { showVerb } from './showVerb.ts';
import { snippetVerb } from './snippetVerb.ts';
import { UsageError } from './usageError.ts';
import { commonOptions, type Verb } from './verb.ts';
import { whyVerb } from './whyVerb.ts';

/** Where a call prints to and reads its catalog from. */
export interface Terminal {
	/** The catalog that the build puts beside the program. */
	readonly shippedCatalog: URL;
	readonly version: string;
	out(text: string): void;
	error(line: string): void;
}

/** In the order of the help. */
export const verbs: readonly Verb[] = [
	pickVerb,
	whyVerb,
	findVerb,
	showVerb,
	compareVerb,
	costVerb,
	snippetVerb,
	exportVerb,
	catalogVerb,
	importVerb,
	lintVerb,
	checkVerb,
];

/** Problems of a person's catalogs that are listed one by one. */
const maxProblemLines = 20;

/** Runs one call. The result is its exit code: 0 for an answer, 1 for errors that it found, 2 for input that is not understood. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
	try {
		return (await run(argv, terminal)) ? 1 : 0;
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		terminal.error(`model-scout: ${error.message}`);
		return 2;
	}
}

/** Whether the verb found an error. */
async function run(argv: readonly string[], terminal: Terminal): Promise<boolean> {
	const [name, ...rest] = argv;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		terminal.out(programHelp(verbs));
		return false;
	}
	if (name === '--version') {
		const { catalog } = await loadCatalogs(terminal.shippedCatalog, []);
		terminal.out(`model-scout ${terminal.version}, catalog ${catalog.version} of ${catalog.date}`);
		return false;
	}
	const verb = verbNamed(name);
	const options = parseOptions(rest, [...verb.options, ...commonOptions], verb.name);
	if (options.has('help')) {
		terminal.out(verbHelp(verb));
		return false;
	}
	const operands = verb.takesCatalogs === true ? options.positionals : [];
	const loaded = await loadCatalogs(terminal.shippedCatalog, [...options.all('catalog'), ...operands]);
	const { output, text, notices = [], hasErrors = false } = verb.run(loaded.catalog, options, loaded);
	if (operands.length === 0) reportProblems(loaded, terminal);
	for (const notice of notices) terminal.error(notice);
	terminal.out(options.has('json') ? JSON.stringify(output, undefined, 2) : text);
	return hasErrors;
}

function verbNamed(name: string): Verb {
	const verb = verbs.find(each => each.name === name);
	if (verb) return verb;
	const names = verbs.map(each => each.name);
	const near = nearest(name, names);
	const meant = near === undefined ? '' : ` Did you mean ${near}?`;
	throw new UsageError(`${quoted(name)} is not a verb.${meant} Write one of ${names.join(', ')}.`);
}

/** A bad row of a person's catalog is left out and named, and hides nothing else. */
function reportProblems({ problems }: LoadedCatalog, terminal: Terminal): void {
	for (const problem of problems.slice(0, maxProblemLines)) terminal.error(formatProblem(problem));
	const more = problems.length - maxProblemLines;
	if (more > 0) terminal.error(`${String(more)} more problems in your catalogs`);
}
