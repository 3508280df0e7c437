import { precisions, type Candidate, type Measurement } from '../records.ts';
import type { DetectionNames } from './detection.ts';
import { printedNumber } from './timmRows.ts';
import type { PublicRow } from './publicTable.ts';

/** What a time was measured with. */
export interface DetectionRun {
	/** Device id. */
	readonly device: string;
	/** Program and processor, such as `onnxruntime-cpu`. */
	readonly runtime: string;
	readonly threads?: number;
}

/** What a note that contains `part` means for the candidate, and for its times. */
export interface DetectionNote {
	readonly part: string;
	readonly candidate?: string;
	readonly time?: string;
}

/** The time of a row, or why it is left out: a time of unknown conditions can be compared with nothing. */
export function detectionMeasurement(
	row: PublicRow,
	{ model, input }: Candidate,
	source: string,
	{ runs, scopes, notes }: Pick<DetectionNames, 'runs' | 'scopes' | 'notes'>,
): Measurement | string {
	const ms = printedNumber(row.cell('latency_ms'));
	if (!ms) return 'latency_ms is no number above 0';
	const precision = precisions.find(known => known === row.cell('precision'));
	if (precision === undefined) return 'its source states no precision';
	const batch = printedNumber(row.cell('batch'));
	if (!batch || !Number.isInteger(batch)) return 'its source states no batch';
	const run = runs.get(`${row.cell('runtime')}, ${row.cell('hardware')}`);
	if (!run) return `its source does not say enough of what it was measured with (${whatOf(row)})`;
	const isPerImage = row.cell('latency_scope').startsWith('per image');
	const speed = /^(\d+(?:\.\d+)?) FPS published/.exec(row.cell('note'))?.[1];
	const note = [scopes.get(row.cell('latency_scope')), ...notesOf(row, notes, 'time')].filter(
		text => text !== undefined,
	);
	return {
		model,
		input,
		...run,
		precision,
		batch,
		ms: isPerImage ? ms * batch : ms,
		printed: speed === undefined ? row.cell('latency_ms') : `${speed} images/s`,
		scope: batch === 1 ? 'single-image' : 'batch-step',
		source,
		locator: `row ${row.name}`,
		...(note.length > 0 && { note: note.join(' ') }),
	};
}

/** What the note of a row says of its candidate, as sentences; empty where that is nothing. */
export function candidateNotes(row: PublicRow, notes: readonly DetectionNote[]): string {
	const other = /^(mask|keypoint) m?AP (\d{1,2}(?:\.\d)?)$/.exec(row.cell('note'));
	const kind = other?.[1] === 'mask' ? 'Mask' : 'Keypoint';
	const lacks =
		row.cell('map_50_95') === '' && row.cell('map_50') === '' ? ['Its source prints a time and no box AP.'] : [];
	const sentences = notesOf(row, notes, 'candidate');
	return [
		...(other?.[2] === undefined ? [] : [`${kind} AP ${other[2]} on the same images.`]),
		...(sentences.length > 0 ? sentences : lacks),
		...(row.cell('input_size').endsWith('short side')
			? ['Images keep their shape: the square size is nominal.']
			: []),
	].join(' ');
}

function notesOf(row: PublicRow, notes: readonly DetectionNote[], about: 'candidate' | 'time'): readonly string[] {
	return notes.flatMap(note => (row.cell('note').includes(note.part) ? (note[about] ?? []) : []));
}

function whatOf(row: PublicRow): string {
	const parts = [row.cell('runtime'), row.cell('hardware')].filter(part => part !== '');
	return parts.length === 0 ? 'nothing' : parts.join(', ');
}
