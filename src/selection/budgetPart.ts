import { accuracyKindOf, accuracyWords, type RankedAccuracy } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { resolveModel } from '../catalog/names.ts';
import { precisions, type Candidate, type Task } from '../catalog/records.ts';
import { shownFigure } from '../catalog/shownFigure.ts';
import { macsOfFlops, parseCount } from '../catalog/units.ts';
import { resolveDevice } from '../latency/devices.ts';
import type { Constraint, Limit } from './budget.ts';
import {
	acceptedBudget,
	deviceNeeded,
	notUnderstood,
	problemAt,
	quoted,
	unknownDevice,
	unknownPrecision,
	type Parsed,
	type Rejected,
} from './budgetProblem.ts';
import { readNumber } from './quantityText.ts';
import type { BudgetPart } from './splitBudget.ts';

/** What a budget's text is read against. */
export interface BudgetContext {
	readonly catalog: Catalog;
	/** What the word FLOPs stands for: 2 × MACs, unless the writer meant MACs. */
	readonly flopsMeans?: 'flops' | 'macs' | undefined;
	/** Device of a latency that names none: id, name or alias, perhaps with `/precision`. */
	readonly latencyDevice?: string | undefined;
	/** Id of the one source whose figures count. */
	readonly source?: string | undefined;
	/** What is asked about, so which accuracy a floor is of; classification without it. */
	readonly task?: Task | undefined;
}

const accuracyWord = /^(?:(top-?\s?1)|((?:coco\s+)?(?:box\s+)?m?ap)|(miou|mean\s+iou)|accuracy)(?![\p{L}\p{N}_])\s*/iu;
const floorSign = /^(?:≥|>=|>|at\s+least(?![\p{L}_]))\s*/iu;
const limitSign = /^(?:≤|<=|<|(?:under|max)(?![\p{L}_-]))\s*/iu;
const quotedDevice = /^"([^"]*)"(?:\s*\/\s*([^\s/"]*))?$/u;
const plainDevice = /^([^/"]*)(?:\/\s*([^\s/"]*))?$/u;

/** Reads one limit or floor. */
export function parsePart(part: BudgetPart, context: BudgetContext): Parsed<Constraint> {
	const [word = '', top1, ap, miou] = accuracyWord.exec(part.text) ?? [];
	const afterWord = part.text.slice(word.length);
	const floor = floorSign.exec(afterWord)?.[0] ?? '';
	if (floor !== '') {
		const said = top1 ? 'top1' : ap ? 'ap' : miou ? 'miou' : word === '' ? undefined : 'any';
		return parseFloor(part, afterWord.slice(floor.length), said, context.task);
	}
	if (word !== '') return notUnderstood(part);
	const sign = limitSign.exec(part.text)?.[0] ?? '';
	const rest = part.text.slice(sign.length);
	if (rest === '') return problemAt('incomplete', part, incompleteText(part));
	if (/^[-−–]\s*[\d.]/u.test(rest)) return notPositive(part);
	const number = readNumber(rest);
	if (number) return parseCost(part, number.value, number.rest, context);
	return parseReference(part, rest, sign !== '', context);
}

/** A limit as it was written, without the sign before it: `0.6 GFLOPs`. */
export function withoutSign(text: string): string {
	return text.slice(limitSign.exec(text)?.[0].length ?? 0);
}

type SaidAccuracy = RankedAccuracy | 'any' | undefined;

function parseFloor(part: BudgetPart, text: string, said: SaidAccuracy, task: Task | undefined): Parsed<Constraint> {
	const metric = accuracyKindOf(task);
	if (said !== undefined && said !== 'any' && said !== metric) return otherAccuracy(part, metric, task);
	if (text === '') return problemAt('incomplete', part, incompleteText(part));
	if (/^[-−–]\s*[\d.]/u.test(text)) return notPositive(part);
	const number = readNumber(text);
	if (!number) return notUnderstood(part);
	const unit = number.rest.trim();
	if (unit !== '%' && !(said !== undefined && unit === '')) {
		const { name, example } = accuracyWords(metric);
		const accuracy = metric === 'top1' ? 'the top-1 accuracy' : `the ${name}`;
		const advice = `A lower bound is taken of ${accuracy} only. Write ${example}, or at least 75%.`;
		return problemAt('floor-needs-accuracy', part, `${quoted(part.text)} is not a floor. ${advice}`);
	}
	if (!isPositive(number.value)) return notPositive(part);
	if (number.value > 100) {
		return problemAt('accuracy-over-100', part, `${quoted(part.text)} is over 100 %. ${overHundred(metric)}`);
	}
	return { ok: true, value: { metric, min: number.value, text: part.text } };
}

/** Accuracies of different tasks are different measures: none stands for another. */
function otherAccuracy(part: BudgetPart, metric: RankedAccuracy, task: Task = 'classification'): Rejected {
	const { title, example } = accuracyWords(metric);
	const text = `${quoted(part.text)} is no accuracy of ${task}, which is ranked by ${title}. Write ${example}.`;
	return problemAt('accuracy-of-other-task', part, text);
}

function overHundred(metric: RankedAccuracy): string {
	return metric === 'top1' ? 'Write a top-1 such as 75 %.' : `Write ${accuracyWords(metric).example}.`;
}

function parseCost(part: BudgetPart, number: number, rest: string, context: BudgetContext): Parsed<Constraint> {
	const sign = rest.indexOf('@');
	const unit = sign === -1 ? rest : rest.slice(0, sign);
	const deviceText = sign === -1 ? undefined : rest.slice(sign + 1).trim();
	const parsed = parseCount(number, unit);
	if (!parsed.ok) return notUnderstood(part);
	const { quantity, value, assumed } = parsed;
	if (quantity === 'top1') {
		const advice = `Write at least ${part.text} for a lower bound.`;
		return problemAt('accuracy-as-limit', part, `${quoted(part.text)} is an accuracy, not a cost. ${advice}`);
	}
	if (!isPositive(value) || !isPositive(macsOfFlops(value))) return notPositive(part);
	if (quantity === 'latencyMs') return parseLatency(part, value, deviceText, context);
	if (deviceText !== undefined) {
		const advice = 'Only a latency is on a device: write 60ms@pixel1.';
		return problemAt('device-without-latency', part, `${quoted(part.text)} is not a limit. ${advice}`);
	}
	const text = part.text;
	if (quantity !== 'flops') {
		return { ok: true, value: { metric: quantity, max: value, text, ...(assumed && { assumed }) } };
	}
	const flops = { printed: value, asFlops: macsOfFlops(value), asMacs: value };
	const max = context.flopsMeans === 'macs' ? flops.asMacs : flops.asFlops;
	return { ok: true, value: { metric: 'macs', max, text, flops } };
}

function parseLatency(
	part: BudgetPart,
	ms: number,
	deviceText: string | undefined,
	{ catalog, latencyDevice, source }: BudgetContext,
): Parsed<Limit> {
	const wanted = deviceText ?? latencyDevice?.trim() ?? '';
	const [, name = '', precisionText] = quotedDevice.exec(wanted) ?? plainDevice.exec(wanted) ?? ['', wanted];
	if (name.trim() === '') return deviceNeeded(catalog, part, source);
	const device = resolveDevice(catalog, name);
	if (!device) return unknownDevice(catalog, part, name.trim(), source);
	const limit = { metric: 'latencyMs', max: ms, device: device.id, text: part.text } as const;
	if (precisionText === undefined) return { ok: true, value: limit };
	const precision = precisions.find(known => known === precisionText.toLowerCase());
	if (precision) return { ok: true, value: { ...limit, precision } };
	return unknownPrecision(catalog, part, device, precisionText, source);
}

/** `≤ resnet50`: not dearer than it, on MACs. */
function parseReference(
	part: BudgetPart,
	nameText: string,
	hasSign: boolean,
	{ catalog, source }: BudgetContext,
): Parsed<Limit> {
	const name = /^"([^"]*)"$/u.exec(nameText)?.[1] ?? nameText;
	const resolved = resolveModel(catalog, name);
	if (!hasSign) {
		if (!resolved.ok) return notUnderstood(part);
		const advice = `Write ≤ ${part.text} for no more MACs than it.`;
		return problemAt('not-understood', part, `${quoted(part.text)} is a model, not a limit. ${advice}`);
	}
	if (!resolved.ok) return problemAt('unknown-model', part, `${resolved.problem} ${acceptedBudget}`);
	const { model, checkpoint, candidate } = resolved;
	const reference = candidate ?? checkpoint ?? model;
	const all = catalog.candidatesOf(model.id);
	const candidates = candidate
		? [candidate]
		: checkpoint
			? all.filter(other => other.checkpoint === checkpoint.id)
			: publishedFirst(all);
	const macs = candidates
		.map(one => shownFigure(catalog, one, 'macs', { source })?.value)
		.find(value => value !== undefined && isPositive(value));
	if (macs === undefined) {
		const advice = 'Name another model, or write a number such as 300M.';
		return problemAt('model-without-macs', part, `The MACs of ${quoted(name)} are not known. ${advice}`);
	}
	return { ok: true, value: { metric: 'macs', max: macs, text: part.text, reference: reference.id } };
}

/** A model's default candidate is the first published result of it, else the first checkpoint, in catalog order. */
function publishedFirst(candidates: readonly Candidate[]): readonly Candidate[] {
	return candidates.toSorted((a, b) => Number(a.checkpoint !== undefined) - Number(b.checkpoint !== undefined));
}

function isPositive(value: number): boolean {
	return value > 0 && Number.isFinite(value);
}

function notPositive(part: BudgetPart): Rejected {
	const text = `${quoted(part.text)} is not a positive finite number. ${acceptedBudget}`;
	return problemAt('not-positive', part, text);
}

function incompleteText({ text }: BudgetPart): string {
	const fault = text === '' ? 'A limit is missing.' : `${quoted(text)} has no number.`;
	return `${fault} ${acceptedBudget}`;
}
