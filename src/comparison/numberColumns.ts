import type { RankedAccuracy } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import type { Candidate, Figure } from '../catalog/records.ts';
import { shownFigure, type FigureScope } from '../catalog/shownFigure.ts';
import { latencyLookup } from '../latency/shownLatency.ts';
import type { NumberColumn, NumberMetric } from './comparisonSnapshot.ts';
import { figureText, isInConflict } from './modelCardFigures.ts';
import { TextColumnBuilder } from './textColumn.ts';

export interface NumberColumns {
	readonly columns: Readonly<Record<NumberMetric, NumberColumn>>;
	/** What is said against the accuracy shown of a row, where anything is. */
	readonly doubts: ReadonlyMap<number, NonNullable<Figure['doubt']>>;
	/** Share of the image's side that the accuracy shown of a row was read on, where it is stated. */
	readonly crops: ReadonlyMap<number, number>;
}

interface Reading {
	readonly value: number;
	readonly source: string;
	readonly doubt: Figure['doubt'];
	readonly crop?: number | undefined;
	/** Comparable figures that are in conflict with it. */
	readonly conflicts?: readonly Figure[];
}

/** The figure shown of each candidate for each metric, and where it comes from. */
export function numberColumns(
	catalog: Catalog,
	candidates: readonly Candidate[],
	scope: FigureScope,
	device: string | undefined,
	accuracy: RankedAccuracy,
): NumberColumns {
	const latencyOf = device === undefined ? undefined : latencyLookup(catalog, { device, source: scope.source });
	const read = (metric: NumberMetric, candidate: Candidate): Reading | undefined => {
		if (metric === 'latencyMs') {
			const shown = latencyOf?.(candidate);
			return shown && { value: shown.ms, source: shown.measurement.source, doubt: undefined };
		}
		const shown = shownFigure(catalog, candidate, metric, scope);
		if (!shown) return undefined;
		const { source, doubt, conditions } = shown.figure;
		const conflicts = shown.others.filter(other => isInConflict(shown.figure, other));
		return { value: shown.value, source, doubt, crop: conditions.cropPct, conflicts };
	};
	const doubts = new Map<number, NonNullable<Figure['doubt']>>();
	const crops = new Map<number, number>();
	const column = (metric: NumberMetric): NumberColumn => {
		const values = new Float64Array(candidates.length).fill(NaN);
		let known = 0;
		const sources = new TextColumnBuilder(candidates.length);
		const conflicts = new TextColumnBuilder(candidates.length);
		candidates.forEach((candidate, row) => {
			const reading = read(metric, candidate);
			if (!reading) return;
			values[row] = reading.value;
			known += 1;
			sources.set(row, plainText(catalog.sourceById.get(reading.source)?.title ?? reading.source));
			if (reading.conflicts && reading.conflicts.length > 0)
				conflicts.set(row, plainText(reading.conflicts.map(other => saidBy(catalog, other)).join('; '), 500));
			if (metric !== accuracy) return;
			if (reading.doubt) doubts.set(row, reading.doubt);
			if (reading.crop !== undefined) crops.set(row, reading.crop);
		});
		return {
			values: known === 0 ? new Float64Array() : values,
			known,
			sources: sources.finish(),
			conflicts: conflicts.finish(),
		};
	};
	const columns = {
		top1: column('top1'),
		top5: column('top5'),
		'real-top1': column('real-top1'),
		'v2-top1': column('v2-top1'),
		ap: column('ap'),
		ap50: column('ap50'),
		miou: column('miou'),
		macs: column('macs'),
		params: column('params'),
		bytes: column('bytes'),
		latencyMs: column('latencyMs'),
	};
	return { columns, doubts, crops };
}

/** `MobileNetV2 paper says 300 M MACs` */
function saidBy(catalog: Catalog, { kind, value, source }: Figure): string {
	return `${catalog.sourceById.get(source)?.title ?? source} says ${figureText(kind, value)}`;
}
