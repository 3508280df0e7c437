import type { ComparisonSnapshot } from '../../comparison/comparisonSnapshot.ts';
import { plotSvg, type PlotSetup } from '../../comparison/plotSvg.ts';
import { rowsOf, shownSnapshot, type TableChoice } from './snapshotTable.ts';

/** The plot of the rows of the table, as SVG. */
export function plotImage(
	snapshot: ComparisonSnapshot,
	choice: TableChoice,
	setup: PlotSetup,
): (() => string) | undefined {
	return () => plotSvg(shownSnapshot(snapshot, choice), rowsOf(snapshot, choice.candidateIds), setup);
}
