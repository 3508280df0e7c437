import type { Catalog } from '../catalog/catalog.ts';
import { escapeUnseen } from '../catalog/plainText.ts';
import { precisions, type Device } from '../catalog/records.ts';
import { deviceCoverage, precisionCoverage } from '../latency/deviceCoverage.ts';
import { suggestDevices } from '../latency/devices.ts';
import type { BudgetPart } from './splitBudget.ts';

export type BudgetProblemCode =
	| 'empty'
	| 'too-long'
	| 'incomplete'
	| 'not-understood'
	| 'decimal-comma'
	| 'open-quote'
	| 'not-positive'
	| 'accuracy-as-limit'
	| 'floor-needs-accuracy'
	| 'accuracy-over-100'
	| 'accuracy-of-other-task'
	| 'device-needed'
	| 'device-without-latency'
	| 'unknown-device'
	| 'unknown-precision'
	| 'unknown-model'
	| 'model-without-macs';

/** Why a text is no budget. A value, since people type budgets letter by letter. */
export interface BudgetProblem {
	readonly code: BudgetProblemCode;
	/** One line: the part that was not understood, then what to write. */
	readonly text: string;
	/** Where that part begins in the text, in UTF-16 units. */
	readonly start?: number;
	/** Where it ends, exclusive. */
	readonly end?: number;
	/** With a problem about a device: what may stand behind the @, those that may be meant first, then the best covered. */
	readonly devices?: readonly CoveredDevice[];
}

/** A device with measurements, or one of its precisions. */
export interface CoveredDevice {
	/** As it is written behind the @: `pixel-1`, `galaxy-s24/int8`. */
	readonly id: string;
	readonly name: string;
	/** Number of candidates that have a latency on it. */
	readonly candidates: number;
	/** Whether the words that were written may mean it. */
	readonly isSuggested?: true;
}

export interface Rejected {
	readonly ok: false;
	readonly problem: BudgetProblem;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | Rejected;

/** What a budget takes, as every message says it. */
export const acceptedBudget =
	'Write a cost such as 300M, 0.6 GFLOPs, 5M params, 14 MB or 60ms@pixel1, an accuracy such as top1 ≥ 75, ' +
	'or a model such as ≤ resnet50; several with commas.';

const devicesInText = 8;

export function quoted(text: string): string {
	return `"${escapeUnseen(text, 60)}"`;
}

export function problemAt(code: BudgetProblemCode, part: BudgetPart, text: string): Rejected {
	return { ok: false, problem: { code, text, start: part.start, end: part.start + part.text.length } };
}

export function notUnderstood(part: BudgetPart): Rejected {
	return problemAt('not-understood', part, `${quoted(part.text)} is not a limit. ${acceptedBudget}`);
}

/** @param part a number with commas and what stands behind it up to the next separator: `0,6 GFLOPs` */
export function decimalComma(part: BudgetPart): Rejected {
	const number = /^[\d.,]*\d/.exec(part.text)?.[0] ?? part.text;
	const unit = part.text.slice(number.length);
	const groups = number.split(',');
	const decimal = groups.length === 2 ? [`${groups.join('.')}${unit}`] : [];
	const isThousands = groups.slice(1).every(group => group.length === 3);
	const thousands = isThousands ? [`${groups.join(' ')}${unit}${decimal.length > 0 ? ' for thousands' : ''}`] : [];
	const spellings = [...decimal, ...thousands];
	const advice = (spellings.length > 0 ? spellings : [`${groups.join(', ')}${unit}`]).join(', or ');
	return problemAt('decimal-comma', part, `${quoted(part.text)} has a comma inside a number. Write ${advice}.`);
}

export function deviceNeeded(catalog: Catalog, part: BudgetPart, source: string | undefined): Rejected {
	const devices = coveredDevices(catalog, source);
	const example = devices[0] ? ` Write ${part.text}@${devices[0].id}, or another of ` : ' ';
	const text = `${quoted(part.text)} needs a device.${example}${listDevices(devices)}.`;
	return withDevices(problemAt('device-needed', part, text), devices);
}

export function unknownDevice(catalog: Catalog, part: BudgetPart, name: string, source: string | undefined): Rejected {
	const devices = coveredDevices(catalog, source);
	const similar = suggestDevices(catalog.devices, name);
	const suggested = similar.map(device => coverageIn(devices, device));
	const others = devices.filter(({ id }) => !suggested.some(one => one.id === id));
	const advice =
		suggested.length > 0 ? `Did you mean ${listDevices(suggested)}?` : `Write one of ${listDevices(devices)}.`;
	const problem = problemAt('unknown-device', part, `${quoted(name)} is not a known device. ${advice}`);
	return withDevices(problem, [...suggested.filter(({ candidates }) => candidates > 0), ...others]);
}

/** @param written the word behind the device's slash, which is no precision; empty where it was not written as yet */
export function unknownPrecision(
	catalog: Catalog,
	part: BudgetPart,
	{ id, name }: Device,
	written: string,
	source: string | undefined,
): Rejected {
	const measured = precisionCoverage(catalog, id, { source });
	const choices = measured.map(({ precision, candidates }): CoveredDevice => ({
		id: `${id}/${precision}`,
		name: `${name}, ${precision}`,
		candidates,
		isSuggested: true,
	}));
	const fault =
		written === ''
			? `${quoted(part.text)} names no precision behind the slash.`
			: `${quoted(written)} is not a precision.`;
	const known = measured.map(({ precision, candidates }) => `${precision} (${candidatesText(candidates)})`);
	const advice = known.length > 0 ? `On ${id}: ${known.join(', ')}.` : `Write one of ${precisions.join(', ')}.`;
	return withDevices(problemAt('unknown-precision', part, `${fault} ${advice}`), choices);
}

function coverageIn(devices: readonly CoveredDevice[], { id, name }: Device): CoveredDevice {
	const candidates = devices.find(device => device.id === id)?.candidates ?? 0;
	return { id, name, candidates, isSuggested: true };
}

function withDevices(rejected: Rejected, devices: readonly CoveredDevice[]): Rejected {
	return { ok: false, problem: { ...rejected.problem, devices } };
}

function coveredDevices(catalog: Catalog, source: string | undefined): readonly CoveredDevice[] {
	return deviceCoverage(catalog, { source }).map(({ device, candidates }) => ({
		id: device.id,
		name: device.name,
		candidates,
	}));
}

function listDevices(devices: readonly CoveredDevice[]): string {
	if (devices.length === 0) return 'The catalog has no latency measurement';
	const shown = devices.slice(0, devicesInText).map(({ id, candidates }) => `${id} (${candidatesText(candidates)})`);
	const more = devices.length - shown.length;
	return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function candidatesText(count: number): string {
	return count === 1 ? '1 candidate' : `${count} candidates`;
}
