import { tasks } from '../catalog/records.ts';
import {
	costMetrics,
	numberMetrics,
	textMetrics,
	verdicts,
	type ComparisonSnapshot,
	type SnapshotDevice,
	type SnapshotLimit,
} from './comparisonSnapshot.ts';
import { isRecord } from './isRecord.ts';
import { TextLines } from './textLines.ts';
import { areBelow } from './wholeNumbers.ts';

/** Whether every column is there, has one entry per row, and points nowhere outside. */
export function isSnapshot(raw: unknown): raw is ComparisonSnapshot {
	if (!isRecord(raw)) return false;
	const { rows } = raw;
	if (!isCount(rows)) return false;
	const known = new Set<unknown>(); // many columns of texts are one and the same
	const isText = (column: unknown): boolean =>
		known.has(column) || (isTextColumn(column, rows) && known.add(column).has(column));
	return (
		raw['ids'] instanceof TextLines &&
		raw['ids'].length === rows &&
		['inputHeights', 'inputWidths'].every(name => areBelow(raw[name], Infinity) && raw[name].length === rows) &&
		['verdicts', 'marks'].every(name => raw[name] instanceof Uint8Array && raw[name].length === rows) &&
		['models', 'words', 'notes'].every(name => isText(raw[name])) &&
		hasColumns(raw['texts'], textMetrics, isText) &&
		hasColumns(raw['numbers'], numberMetrics, column => isNumberColumn(column, rows, isText)) &&
		hasColumns(raw['frontiers'], costMetrics, indices => isRows(indices, rows)) &&
		isTask(raw['task']) &&
		isList(raw['tasks'], isTask) &&
		isRows(raw['selection'], rows) &&
		isCount(raw['evaluationImages']) &&
		isBudget(raw['budget'], rows) &&
		(raw['device'] === undefined || isDevice(raw['device'])) &&
		isList(raw['devices'], isDevice) &&
		(raw['costInput'] === undefined || (isSides(raw['costInput']) && raw['costInput'].length === 2)) &&
		isSides(raw['costInputs']) &&
		isRecord(raw['catalog']) &&
		hasTexts(raw['catalog'], ['version', 'date'])
	);
}

function isTextColumn(raw: unknown, rows: number): boolean {
	if (!isRecord(raw) || !(raw['values'] instanceof TextLines)) return false;
	const { values, codes } = raw;
	return values.length > 0 && areBelow(codes, values.length) && codes.length === rows;
}

function isNumberColumn(raw: unknown, rows: number, isText: (column: unknown) => boolean): boolean {
	if (!isRecord(raw)) return false;
	const { values, known, sources, conflicts } = raw;
	return (
		isCount(known) &&
		values instanceof Float64Array &&
		values.length === (known === 0 ? 0 : rows) &&
		isText(sources) &&
		isText(conflicts)
	);
}

function isBudget(raw: unknown, rows: number): boolean {
	if (!isRecord(raw) || typeof raw['text'] !== 'string') return false;
	const { counts, pick } = raw;
	return (
		isTextOrNothing(raw['problem']) &&
		isTextOrNothing(raw['reading']) &&
		isList(raw['limits'], isLimit) &&
		typeof raw['constraints'] === 'number' &&
		(pick === undefined || (isCount(pick) && pick < rows)) &&
		isRecord(counts) &&
		verdicts.every(verdict => verdict === 'none' || typeof counts[verdict] === 'number')
	);
}

function isLimit(raw: unknown): raw is SnapshotLimit {
	if (!isRecord(raw) || typeof raw['value'] !== 'number' || !hasTexts(raw, ['text', 'written'])) return false;
	return ['top1', 'ap', 'miou', ...costMetrics].some(metric => metric === raw['metric']);
}

function isTask(raw: unknown): boolean {
	return tasks.some(task => task === raw);
}

function isDevice(raw: unknown): raw is SnapshotDevice {
	return isRecord(raw) && hasTexts(raw, ['id', 'name', 'run']) && typeof raw['candidates'] === 'number';
}

export function isCount(raw: unknown): raw is number {
	return typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0;
}

function isSides(raw: unknown): raw is readonly number[] {
	return isList(raw, value => typeof value === 'number' && Number.isSafeInteger(value) && value > 0);
}

function isRows(raw: unknown, rows: number): boolean {
	return raw instanceof Uint32Array && areBelow(raw, rows);
}

function isList(raw: unknown, isEntry: (value: unknown) => boolean): raw is readonly unknown[] {
	return Array.isArray(raw) && raw.every(isEntry);
}

function hasColumns(raw: unknown, names: readonly string[], isColumn: (value: unknown) => boolean): boolean {
	return isRecord(raw) && names.every(name => isColumn(raw[name]));
}

function hasTexts(raw: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
	return names.every(name => typeof raw[name] === 'string');
}

function isTextOrNothing(raw: unknown): boolean {
	return raw === undefined || typeof raw === 'string';
}
