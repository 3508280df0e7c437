import { constraintsOf, type Budget, type Constraint } from './budget.ts';
import { columnOf, type SelectionTable } from './engine.ts';
import { PlaceSet } from './placeSet.ts';
import { at, lastPlaceWithin, type RankedColumn } from './rankedColumn.ts';

export interface VerdictCounts {
	readonly meets: number;
	readonly exceeds: number;
	readonly unknown: number;
	/** Candidates that would meet the budget but are not ranked. The four add up to all candidates. */
	readonly unranked: number;
}

/** What a budget says of every candidate of a table. */
export interface TableVerdicts {
	/** Per candidate, to be read with `meets`. */
	readonly codes: Uint8Array;
	/** Ranked candidates that meet the budget, in no particular order. */
	readonly meeting: Int32Array;
	/** Their places in the order of the table's accuracy: the most accurate first. */
	readonly meetingPlaces: PlaceSet;
	readonly counts: VerdictCounts;
}

/** Verdicts as bits: none is meets, the first is exceeds whatever the second says, the second alone is unknown. */
const exceedsBit = 1;
const unknownBit = 2;

/** The last answer of a table, from which the next one follows fast where only one limit has moved. */
export interface LastVerdicts {
	last?: { readonly columns: readonly BoundColumn[]; readonly verdicts: TableVerdicts };
}

/** Judges every candidate; where one limit alone has moved since the last budget, only those between its two places. */
export function judgeAll(table: SelectionTable, budget: Budget): TableVerdicts {
	const columns = constraintsOf(budget).map(constraint => boundColumn(columnOf(table, constraint), constraint));
	const { judged } = table;
	const move = judged.last && moveBetween(judged.last.columns, columns);
	const isShort = move !== undefined && move.rows.length < table.candidates.length / 8;
	const verdicts =
		judged.last && isShort ? judgeMoved(table, judged.last.verdicts, move) : judgeAfresh(table, columns);
	judged.last = { columns, verdicts };
	return verdicts;
}

/** One limit that stands at another place than before. */
interface Move {
	/** Candidates between the two places, which it left out before or leaves out now. */
	readonly rows: Int32Array;
	/** Whether it leaves them out now. */
	readonly isTighter: boolean;
	readonly others: readonly BoundColumn[];
}

/** Undefined where more has changed than the place of one limit. */
function moveBetween(before: readonly BoundColumn[], now: readonly BoundColumn[]): Move | undefined {
	if (before.length !== now.length || now.some(({ places }, index) => places !== before[index]?.places))
		return undefined;
	const [index = 0, ...further] = [...now.keys()].filter(each => now[each]?.last !== before[each]?.last);
	const [old, moved] = [before[index], now[index]];
	if (further.length > 0 || !old || !moved) return undefined;
	const isTighter = moved.last < old.last;
	const rows = moved.order.subarray(Math.min(old.last, moved.last) + 1, Math.max(old.last, moved.last) + 1);
	return { rows, isTighter, others: now.toSpliced(index, 1) };
}

function judgeMoved(table: SelectionTable, before: TableVerdicts, { rows, isTighter, others }: Move): TableVerdicts {
	const codes = before.codes.slice();
	const [one, two] = asTwo(others.length > 0 ? others : [boundless(table)]);
	const tally = { meeting: new Int32Array(rows.length), met: 0, unknown: 0, left: 0 };
	judgeRows(codes, tally, table.ranked, rows, 0, one, two);
	if (isTighter) for (const row of rows) codes[row] = exceedsBit;
	const meetingPlaces = before.meetingPlaces.copy();
	flipAll(meetingPlaces, table, tally.meeting.subarray(0, tally.met));
	const sign = isTighter ? -1 : 1;
	const { exceeds, unknown, unranked } = before.counts;
	const met = before.counts.meets + sign * tally.met;
	return {
		codes,
		counts: {
			meets: met,
			exceeds: exceeds - sign * tally.left,
			unknown: unknown + sign * tally.unknown,
			unranked: unranked + sign * (tally.left - tally.met - tally.unknown),
		},
		meetingPlaces,
		get meeting() {
			return rowsAt(meetingPlaces, table, met);
		},
	};
}

/** Only candidates that the tightest limit leaves are looked at: all others exceed it. */
function judgeAfresh(table: SelectionTable, columns: readonly BoundColumn[]): TableVerdicts {
	const size = table.candidates.length;
	const [tightest = boundless(table), ...others] = columns.toSorted((a, b) => a.left - b.left);
	const [one, two] = asTwo(others.length > 0 ? others : [tightest]); // judging by a column twice changes nothing
	const codes = new Uint8Array(size).fill(exceedsBit);
	const tally = { meeting: new Int32Array(tightest.left), met: 0, unknown: 0, left: 0 };
	const { order, known, last } = tightest;
	judgeRows(codes, tally, table.ranked, order.subarray(0, last + 1), 0, one, two);
	judgeRows(codes, tally, table.ranked, order.subarray(known), unknownBit, one, two);
	const { met, unknown, left } = tally;
	const meeting = tally.meeting.subarray(0, met);
	const meetingPlaces = PlaceSet.empty(size);
	flipAll(meetingPlaces, table, meeting);
	return {
		codes,
		meeting,
		meetingPlaces,
		counts: { meets: met, exceeds: size - left, unknown, unranked: left - met - unknown },
	};
}

/** Candidates that meet the budget now and did not before, or the other way round. */
function flipAll(meetingPlaces: PlaceSet, { accuracy }: SelectionTable, rows: Int32Array): void {
	for (const row of rows) meetingPlaces.flip(at(accuracy.places, row));
}

function rowsAt(meetingPlaces: PlaceSet, { accuracy }: SelectionTable, count: number): Int32Array {
	const rows = new Int32Array(count);
	let place = -1;
	for (let index = 0; index < count; index++) {
		place = meetingPlaces.next(place + 1);
		rows[index] = at(accuracy.order, place);
	}
	return rows;
}

/** One column or more as two that say the same together. */
function asTwo(columns: readonly BoundPlaces[]): readonly [BoundPlaces, BoundPlaces] {
	const [one = mergeColumns(columns), two = one, ...others] = columns;
	return [one, others.length > 0 ? mergeColumns([two, ...others]) : two];
}

/** Whether a code of `judgeAll` says that the candidate meets the budget. */
export function meets(code: number | undefined): boolean {
	return code === 0;
}

interface BoundPlaces {
	/** Place of each candidate, -1 where its value is unknown. */
	readonly places: Int32Array;
	/** Place of the last value within the bound. */
	readonly last: number;
}

interface BoundColumn extends RankedColumn, BoundPlaces {
	/** How many candidates the bound does not exclude. */
	readonly left: number;
}

interface Tally {
	/** Rows that meet the budget: the first `met`. */
	readonly meeting: Int32Array;
	met: number;
	unknown: number;
	/** Rows that do not exceed it. */
	left: number;
}

function boundColumn(column: RankedColumn, constraint: Constraint): BoundColumn {
	const last = lastPlaceWithin(column, constraint);
	return { ...column, last, left: last + 1 + column.order.length - column.known };
}

/** Stands for a budget without limits: everything is within it. */
function boundless({ accuracy, candidates }: SelectionTable): BoundColumn {
	const size = candidates.length;
	return { ...accuracy, places: new Int32Array(size), known: size, last: size - 1, left: size };
}

/**
 * Judges `rows`, which have `code` by one limit, by two more. Signs become bits, since a branch would be mispredicted at
 * every other row; arrays are indexed in place, since a function that all arrays share would be compiled for none.
 */
function judgeRows(
	codes: Uint8Array,
	tally: Tally,
	ranked: Uint8Array,
	rows: Int32Array,
	code: number,
	{ places: placesOne, last: lastOne }: BoundPlaces,
	{ places: placesTwo, last: lastTwo }: BoundPlaces,
): void {
	const { meeting } = tally;
	let { met, unknown, left } = tally;
	for (const row of rows) {
		const placeOne = placesOne[row] ?? 0;
		const placeTwo = placesTwo[row] ?? 0;
		const isBeyond = ((lastOne - placeOne) >>> 31) | ((lastTwo - placeTwo) >>> 31);
		const isUnknown = (placeOne >>> 31) | (placeTwo >>> 31);
		const bits = code | isBeyond | (isUnknown << 1);
		codes[row] = bits;
		const isLeft = ~bits & 1;
		const staysUnknown = (bits >>> 1) & isLeft;
		left += isLeft;
		unknown += staysUnknown;
		meeting[met] = row; // kept only if the next line counts it
		met += isLeft & ~staysUnknown & (ranked[row] ?? 0);
	}
	tally.met = met;
	tally.unknown = unknown;
	tally.left = left;
}

/** Several columns as one of three places: unknown, within at 0, beyond at 1. */
function mergeColumns(columns: readonly BoundPlaces[]): BoundPlaces {
	const merged = new Int32Array(columns[0]?.places.length ?? 0);
	for (const { places, last } of columns) {
		for (let row = 0; row < merged.length; row++) {
			const place = places[row] ?? 0;
			const before = merged[row] ?? 0;
			const isBeyond = ((last - place) >>> 31) | (-before >>> 31);
			const isUnknown = (place >>> 31) | (before >>> 31);
			merged[row] = isBeyond - (isUnknown & ~isBeyond);
		}
	}
	return { places: merged, last: 0 };
}
