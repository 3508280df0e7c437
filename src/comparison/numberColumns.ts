import type { RankedAccuracy } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import type { Candidate, Figure } from '../catalog/records.ts';
import { shownFigure, type FigureScope } from '../catalog/shownFigure.ts';
import { latencyLookup } from '../latency/shownLatency.ts';
import type { NumberColumn, NumberMetric } from './comparisonSnapshot.ts';
import { TextColumnBuilder } from './textColumn.ts';

export interface NumberColumns {
	readonly columns: Readonly<Record<NumberMetric, NumberColumn>>;
	/** What is said against the accuracy shown of a row, where anything is. */
	readonly doubts: ReadonlyMap<number, NonNullable<Figure['doubt']>>;
}

interface Reading {
	readonly value: number;
	readonly source: string;
	readonly doubt: Figure['doubt'];
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
		return shown && { value: shown.value, source: shown.figure.source, doubt: shown.figure.doubt };
	};
	const doubts = new Map<number, NonNullable<Figure['doubt']>>();
	const column = (metric: NumberMetric): NumberColumn => {
		const values = new Float64Array(candidates.length).fill(NaN);
		const sources = new TextColumnBuilder(candidates.length);
		candidates.forEach((candidate, row) => {
			const reading = read(metric, candidate);
			if (!reading) return;
			values[row] = reading.value;
			sources.set(row, plainText(catalog.sourceById.get(reading.source)?.title ?? reading.source));
			if (metric === accuracy && reading.doubt) doubts.set(row, reading.doubt);
		});
		return { values, sources: sources.finish() };
	};
	const columns = {
		top1: column('top1'),
		top5: column('top5'),
		ap: column('ap'),
		ap50: column('ap50'),
		miou: column('miou'),
		macs: column('macs'),
		params: column('params'),
		bytes: column('bytes'),
		latencyMs: column('latencyMs'),
	};
	return { columns, doubts };
}
