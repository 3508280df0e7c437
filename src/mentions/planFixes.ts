import type { Checkpoint } from '../catalog/records.ts';
import type { TextEdit, TextPlan } from '../frameworks/insertion.ts';
import { parsePython, type PythonTree } from '../frameworks/pythonTree.ts';
import { defaultText } from '../frameworks/snippetParts.ts';
import { plainText } from '../catalog/plainText.ts';
import type { CodeFinding } from './finding.ts';
import { argumentNamed } from './mention.ts';
import type { ModelDocument } from './modelDocument.ts';
import { planReplacement } from './planReplacement.ts';
import { planSuppression } from './suppression.ts';

/** A change of the text that settles a finding: all of its edits or none, in UTF-16 offsets of the text before. */
export interface CodeFix {
	readonly title: string;
	readonly edits: readonly TextEdit[];
	/** Whether it is the one to take without looking: the only name that can have been meant. */
	readonly isPreferred: boolean;
}

export interface FixOptions {
	readonly eol: '\n' | '\r\n';
	/** Weights of models within the budget in the same framework, best first. */
	readonly alternatives: readonly Checkpoint[];
	/** All findings of the text: what belongs together is put right together. */
	readonly findings: readonly CodeFinding[];
}

/** What can be done about a finding, the best first; at last to leave it be by a comment. */
export function planFixes(document: ModelDocument, finding: CodeFinding, options: FixOptions): readonly CodeFix[] {
	return [
		...finding.replacements.flatMap(replacement =>
			finding.code === 'foreign-weights'
				? weightsFix(document, finding, replacement, options)
				: (replacementFix(document, finding, replacement) ?? []),
		),
		...(finding.code === 'over-budget' ? budgetFixes(document, finding, options) : []),
		...(finding.code === 'other-preprocessing' ? preprocessingFix(finding, options.findings) : []),
		...suppressionFix(document, finding),
	];
}

function replacementFix(document: ModelDocument, finding: CodeFinding, replacement: string): CodeFix | undefined {
	const { start, end, code, mention, replacements } = finding;
	const edits =
		code === 'pretrained-argument'
			? [{ start, end, text: replacement }]
			: nameEdits(document, finding, replacement);
	if (!edits) return undefined;
	const written = plainText(document.text.slice(start, end), 80);
	const title =
		code === 'pretrained-argument'
			? `Write ${replacement}`
			: `Replace ${written} by ${plainText(replacement, 80)}${code === 'renamed-name' ? `, its new name in ${mention.framework ?? 'the framework'}` : ''}`;
	return { title, edits, isPreferred: replacements.length === 1 };
}

/** A function that is called by its bare name is renamed where it is imported and called; other names where they stand. */
function nameEdits(
	{ text, language }: ModelDocument,
	{ start, end, mention }: CodeFinding,
	replacement: string,
): readonly TextEdit[] | undefined {
	const written = text.slice(start, end);
	if (written !== mention.name) return undefined; // called by an alias
	if (mention.kind !== 'entry-point') return [{ start, end, text: replacement }];
	if (!/^[A-Za-z_]\w*$/.test(replacement)) return undefined;
	const isBare = language === 'python' && !/\.\s*$/.test(text.slice(Math.max(0, start - 80), start));
	if (!isBare) return [{ start, end, text: replacement }];
	const edits: TextEdit[] = [];
	parsePython(text).iterate({
		enter: ({ name, from, to }) => {
			if (name === 'VariableName' && text.slice(from, to) === written)
				edits.push({ start: from, end: to, text: replacement });
		},
	});
	return edits;
}

function budgetFixes({ text }: ModelDocument, { mention }: CodeFinding, options: FixOptions): readonly CodeFix[] {
	if (mention.framework === undefined) return [];
	const weights = argumentNamed(mention, 'weights')?.value;
	// the name alone is replaced there, and the weights beside it would be of another model
	if (mention.framework === 'torchvision' && mention.kind === 'name' && typeof weights === 'string') return [];
	return options.alternatives.flatMap(checkpoint => {
		const edits = editsOf(planReplacement(text, mention, checkpoint, options.eol));
		const title = `Replace by ${plainText(checkpoint.name, 80)}, which is within the budget`;
		return edits ? [{ title, edits, isPreferred: false }] : [];
	});
}

function editsOf(plan: TextPlan | undefined): readonly TextEdit[] | undefined {
	return (
		plan && [
			...plan.imports,
			...plan.snippets.map(({ start, end, parts }) => ({ start, end, text: defaultText(parts) })),
		]
	);
}

/** The weights of the network that is called, by the name of their checkpoint. */
function weightsFix(
	{ text }: ModelDocument,
	{ mention }: CodeFinding,
	name: string,
	{ eol }: FixOptions,
): readonly CodeFix[] {
	const edits = editsOf(planReplacement(text, mention, { framework: 'torchvision', name }, eol));
	const title = `Write the weights of ${plainText(mention.name, 80)}: ${plainText(name.replace(/^.*\./, ''), 80)}`;
	return edits ? [{ title, edits, isPreferred: true }] : [];
}

/** Mean, deviation and size are of one training: all that are wrong are written anew, whichever was asked about. */
function preprocessingFix({ edits, mention }: CodeFinding, findings: readonly CodeFinding[]): readonly CodeFix[] {
	if (!edits) return [];
	const wrong = findings.filter(({ code }) => code === 'other-preprocessing');
	const title = `Fix preprocessing: write what ${plainText(mention.name, 80)} was trained with`;
	return [{ title, edits: wrong.flatMap(each => each.edits ?? []), isPreferred: true }];
}

function suppressionFix({ text, language }: ModelDocument, finding: CodeFinding): readonly CodeFix[] {
	if (language === 'json') return []; // it has no comments
	const edit = planSuppression(text, finding);
	if (!edit || (language === 'python' && isInString(parsePython(text), edit.start))) return [];
	return [{ title: `Ignore ${finding.code} in this line`, edits: [edit], isPreferred: false }];
}

/** Whether a place is inside a string, where a comment is text. */
function isInString(tree: PythonTree, offset: number): boolean {
	const node = tree.resolveInner(offset, 1);
	return node.name.endsWith('String') && node.from < offset && offset < node.to;
}
