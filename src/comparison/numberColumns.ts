import type { RankedAccuracy } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import type { Candidate, Figure } from '../catalog/records.ts';
import { shownFigures, type FigureScope, type ShownFigure } from '../catalog/shownFigure.ts';
import { latencyLookup } from '../latency/shownLatency.ts';
import type { NumberColumn, NumberMetric } from './comparisonSnapshot.ts';
import { figureText, isInConflict } from './modelCardFigures.ts';
import { TextColumnBuilder } from './textColumn.ts';

export interface NumberColumns {
	readonly columns: Readonly<Record<NumberMetric, NumberColumn>>;
	/** The accuracy shown of each row. */
	readonly accuracies: readonly (ShownFigure | undefined)[];
}

interface Reading {
	readonly value: number;
	readonly source: string;
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
	const figures = candidates.map(candidate => shownFigures(catalog, candidate, scope));
	const read = (metric: NumberMetric, candidate: Candidate, row: number): Reading | undefined => {
		if (metric === 'latencyMs') {
			const shown = latencyOf?.(candidate);
			return shown && { value: shown.ms, source: shown.measurement.source };
		}
		const shown = figures[row]?.get(metric);
		if (!shown) return undefined;
		const conflicts = shown.others.filter(other => isInConflict(shown.figure, other));
		return { value: shown.value, source: shown.figure.source, conflicts };
	};
	const titleOf = sourceTitles(catalog);
	const column = (metric: NumberMetric): NumberColumn => {
		const values = new Float64Array(candidates.length).fill(NaN);
		let known = 0;
		const sources = new TextColumnBuilder(candidates.length);
		const conflicts = new TextColumnBuilder(candidates.length);
		candidates.forEach((candidate, row) => {
			const reading = read(metric, candidate, row);
			if (!reading) return;
			values[row] = reading.value;
			known += 1;
			sources.set(row, titleOf(reading.source));
			if (reading.conflicts && reading.conflicts.length > 0)
				conflicts.set(row, plainText(reading.conflicts.map(other => saidBy(catalog, other)).join('; '), 500));
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
	return { columns, accuracies: figures.map(shown => shown.get(accuracy)) };
}

/** Titles of sources as they are shown, each cleaned once. */
function sourceTitles(catalog: Catalog): (source: string) => string {
	const titles = new Map<string, string>();
	return source => {
		const title = titles.get(source) ?? plainText(catalog.sourceById.get(source)?.title ?? source);
		titles.set(source, title);
		return title;
	};
}

/** `MobileNetV2 paper says 300 M MACs` */
function saidBy(catalog: Catalog, { kind, value, source }: Figure): string {
	return `${catalog.sourceById.get(source)?.title ?? source} says ${figureText(kind, value)}`;
}
