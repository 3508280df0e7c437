import {
	rowMarks,
	type ComparisonSnapshot,
	type NumberColumn,
	type TextColumn,
} from '../../src/comparison/comparisonSnapshot.ts';
import { TextColumnBuilder } from '../../src/comparison/textColumn.ts';
import { TextLines } from '../../src/comparison/textLines.ts';
import { wholeNumbers } from '../../src/comparison/wholeNumbers.ts';
import { frontierOfColumns } from '../../src/selection/frontier.ts';
import type { CandidateRow } from './generatedCandidates.ts';

/** The rows as what the host sends to the page. */
export function snapshotOfRows(rows: readonly CandidateRow[]): ComparisonSnapshot {
	const text = (read: (row: CandidateRow) => string): TextColumn => {
		const builder = new TextColumnBuilder(rows.length);
		rows.forEach((row, index) => {
			builder.set(index, read(row));
		});
		return builder.finish();
	};
	const sources = text(() => 'a source');
	const empty = text(() => '');
	const number = (read: (row: CandidateRow) => number | undefined): NumberColumn => {
		const values = Float64Array.from(rows, row => read(row) ?? NaN);
		const known = values.filter(value => !Number.isNaN(value)).length;
		return { values: known === 0 ? new Float64Array() : values, known, sources, conflicts: empty };
	};
	const numbers = numbersOf(number);
	const frontierOn = ({ values }: NumberColumn): Uint32Array =>
		Uint32Array.from(frontierOfColumns(values, numbers.top1.values));
	const device = { id: 'a-phone', name: 'A Phone', run: 'fp32', candidates: rows.length };
	return {
		rows: rows.length,
		task: 'classification',
		tasks: ['classification'],
		ids: TextLines.of(rows.map(({ id }) => id)),
		models: text(row => row.model),
		texts: {
			name: text(row => row.model),
			family: text(row => row.family),
			framework: text(row => row.framework),
			license: text(row => row.license),
			weights: empty,
			sizeClass: empty,
			crop: empty,
			source: sources,
		},
		numbers,
		inputHeights: wholeNumbers(rows.map(row => row.input)),
		inputWidths: wholeNumbers(rows.map(row => row.input)),
		verdicts: new Uint8Array(rows.length),
		marks: Uint8Array.from(rows, row => (row.top1 === undefined ? rowMarks.unranked : 0)),
		notes: empty,
		words: empty,
		frontiers: {
			macs: frontierOn(numbers.macs),
			params: frontierOn(numbers.params),
			bytes: frontierOn(numbers.bytes),
			latencyMs: frontierOn(numbers.latencyMs),
		},
		budget: { text: '', limits: [], constraints: 0, counts: { meets: 0, exceeds: 0, unknown: 0, unranked: 0 } },
		device,
		devices: [device],
		costInputs: [],
		evaluationImages: 50_000,
		selection: new Uint32Array(),
		catalog: { version: '0', date: '2026-01-01' },
	};
}

function numbersOf(
	number: (read: (row: CandidateRow) => number | undefined) => NumberColumn,
): ComparisonSnapshot['numbers'] {
	const unknown = number(() => undefined);
	return {
		top1: number(row => row.top1),
		top5: number(row => row.top5),
		'real-top1': unknown,
		'v2-top1': unknown,
		ap: unknown,
		ap50: unknown,
		miou: unknown,
		macs: number(row => row.macs),
		params: number(row => row.params),
		bytes: number(row => row.bytes),
		latencyMs: number(row => row.latencyMs),
	};
}
