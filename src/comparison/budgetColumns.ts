import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import type { Candidate, Task } from '../catalog/records.ts';
import { unrankedBy, type FigureScope, type ShownFigure } from '../catalog/shownFigure.ts';
import { defaultRun } from '../latency/defaultRun.ts';
import { boundOf, constraintsOf, isFloor, type Budget } from '../selection/budget.ts';
import { constraintText } from '../selection/explanation.ts';
import { explainReadings } from '../selection/readings.ts';
import { parseBudget } from '../selection/parseBudget.ts';
import { createJudge, type Judgement } from '../selection/verdict.ts';
import {
	rowMarks,
	verdicts,
	type RowVerdict,
	type SnapshotBudget,
	type SnapshotLimit,
	type TextColumn,
} from './comparisonSnapshot.ts';
import { TextColumnBuilder } from './textColumn.ts';

export interface ReadBudget {
	/** Undefined without a budget or where its text has a problem. */
	readonly budget?: Budget;
	readonly shown: Omit<SnapshotBudget, 'counts'>;
}

export interface JudgedRows {
	/** Index into `verdicts`, per row. */
	readonly verdicts: Uint8Array;
	/** Sum of `rowMarks.unranked` and `rowMarks.disputed`, per row. */
	readonly marks: Uint8Array;
	readonly notes: TextColumn;
	readonly counts: SnapshotBudget['counts'];
}

/** What is known of the rows before they are judged. */
export interface KnownRows extends FigureScope {
	readonly task: Task;
	/** The accuracy shown of each row. */
	readonly accuracies: readonly (ShownFigure | undefined)[];
}

export interface BudgetText {
	readonly budget?: string | undefined;
	readonly flopsMeans?: 'flops' | 'macs' | undefined;
	readonly task?: Task | undefined;
}

/** @param device id of the device of the latency column: a latency limit on another one has no line in the plot */
export function readBudget(
	catalog: Catalog,
	options: BudgetText,
	device: string | undefined,
	scope: FigureScope = {},
): ReadBudget {
	const text = options.budget?.trim() ?? '';
	if (text === '') return { shown: { text: '', limits: [], constraints: 0 } };
	const parsed = parseBudget(text, {
		catalog,
		...(options.flopsMeans ? { flopsMeans: options.flopsMeans } : {}),
		...(device === undefined ? {} : { latencyDevice: device }),
		task: options.task,
	});
	if (!parsed.ok)
		return { shown: { text, problem: plainText(parsed.problem.text, 500), limits: [], constraints: 0 } };
	const { budget } = parsed;
	const reading = readingOf(catalog, budget, scope);
	const limits = linesOf(catalog, budget, device, scope);
	const constraints = constraintsOf(budget).length;
	return { budget, shown: { text, ...(reading === '' ? {} : { reading }), limits, constraints } };
}

/** The verdict of each row, its marks, and the sentences that explain them. */
export function judgeRows(
	catalog: Catalog,
	candidates: readonly Candidate[],
	{ budget }: ReadBudget,
	known: KnownRows,
): JudgedRows {
	const codes = new Uint8Array(candidates.length);
	const marks = new Uint8Array(candidates.length);
	const notes = new TextColumnBuilder(candidates.length);
	const counts = { meets: 0, exceeds: 0, unknown: 0, unranked: 0 };
	const judge = budget && createJudge(catalog, budget, known);
	candidates.forEach((candidate, row) => {
		const unranked = unrankedBy(catalog, candidate, known.task, known.accuracies[row]);
		const judgement = judge?.(candidate);
		if (unranked) marks[row] = (marks[row] ?? 0) | rowMarks.unranked;
		if (judgement?.disputed) marks[row] = (marks[row] ?? 0) | rowMarks.disputed;
		const sentences = [unranked && `Not ranked: ${unranked.text}`, ...reasonsOf(judgement), candidate.note];
		notes.set(row, plainText(sentences.flatMap(asSentence).join(' '), 1000));
		if (!judgement) return;
		const verdict = rowVerdict(judgement, unranked !== undefined);
		codes[row] = verdicts.indexOf(verdict);
		counts[verdict] += 1;
	});
	return { verdicts: codes, marks, notes: notes.finish(), counts };
}

/** A row that is not ranked is never a match, whatever it costs. */
function rowVerdict({ verdict }: Judgement, unranked: boolean): Exclude<RowVerdict, 'none'> {
	return unranked && verdict === 'meets' ? 'unranked' : verdict;
}

/** How the words of the budget were understood: both readings of FLOPs, a bare count as MACs, the run of a latency. */
function readingOf(catalog: Catalog, budget: Budget, { source }: FigureScope): string {
	const readings = explainReadings(catalog, budget, ({ device, precision }) =>
		device === undefined ? undefined : defaultRun(catalog, device, { precision, source }),
	);
	return plainText(readings.map(({ text }) => text).join('; '), 500);
}

/** What the budget says limit by limit, and what other figures would say. */
function reasonsOf(judgement: Judgement | undefined): readonly string[] {
	if (!judgement) return [];
	return [...judgement.limits, ...(judgement.disputed ?? [])].map(({ explanation }) => explanation.text);
}

function asSentence(text: string | undefined): string[] {
	if (text === undefined || text === '') return [];
	const sentence = text.charAt(0).toUpperCase() + text.slice(1);
	return [/[.!?]$/.test(sentence) ? sentence : `${sentence}.`];
}

function linesOf(
	catalog: Catalog,
	budget: Budget,
	device: string | undefined,
	{ source }: FigureScope,
): readonly SnapshotLimit[] {
	const shown = device === undefined ? undefined : defaultRun(catalog, device, { source });
	return constraintsOf(budget).flatMap(constraint => {
		const { metric, text: written } = constraint;
		if (metric === 'latencyMs') {
			const { precision } = constraint;
			if (constraint.device !== device || (precision && precision !== shown?.precision)) return [];
		}
		const sign = isFloor(constraint) ? '≥' : '≤';
		const text = plainText(`${sign} ${constraintText(catalog, constraint).replace('top-1 of ', '')}`);
		return [{ metric, value: boundOf(constraint), text, written }];
	});
}
