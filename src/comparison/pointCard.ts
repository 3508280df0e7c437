import { accuracyKindOf } from '../catalog/accuracy.ts';
import { cellText, columnTitle, type ColumnId } from './columns.ts';
import { hasMark, textAt, verdictAt, type ComparisonSnapshot, type RowVerdict } from './comparisonSnapshot.ts';
import { formatAxisValue, axisName, axisValueAt, type AxisPair } from './plotAxes.ts';

/** What is shown of a point beside it. */
export interface PointCard {
	readonly name: string;
	/** Framework and name of the weights; `published result` where none are meant. */
	readonly weights: string;
	/** What stands on the axes first, then accuracy, MACs and parameters; without what is unknown. */
	readonly figures: readonly { readonly name: string; readonly text: string }[];
	readonly verdict: RowVerdict;
	/** Whether it is on the frontier, not ranked, pinned. */
	readonly marks: readonly string[];
	/** Empty for a published result. */
	readonly license: string;
	/** Whether the license forbids commercial use or is not known. */
	readonly isLicenseNotable: boolean;
}

export function pointCard(
	snapshot: ComparisonSnapshot,
	axes: AxisPair & { readonly frontierRows: Uint32Array },
	row: number,
): PointCard {
	const { x, y } = axes;
	const others: readonly ColumnId[] = [accuracyKindOf(snapshot.task), 'macs', 'params', 'input'];
	const onAxes = [y, x].map(axis => ({
		name: axisName(snapshot, axis),
		text: formatAxisValue(axis, axisValueAt(snapshot, axis, row)),
	}));
	const beside = others
		.filter(id => id !== x && id !== y)
		.map(id => ({ name: columnTitle(snapshot, id), text: cellText(snapshot, id, row) }));
	const weights = textAt(snapshot.texts.weights, row);
	const license = textAt(snapshot.texts.license, row);
	return {
		name: textAt(snapshot.texts.name, row),
		weights: weights === '' ? 'published result' : `${textAt(snapshot.texts.framework, row)}: ${weights}`,
		figures: [...onAxes, ...beside].filter(({ text }) => text !== ''),
		verdict: verdictAt(snapshot, row),
		marks: [
			...(axes.frontierRows.includes(row) ? ['on the frontier'] : []),
			...(hasMark(snapshot, row, 'unranked') ? ['not ranked'] : []),
			...(hasMark(snapshot, row, 'disputed') ? ['disputed'] : []),
			...(snapshot.selection.includes(row) ? ['pinned'] : []),
		],
		license: license === 'unknown' ? 'unknown license' : license,
		isLicenseNotable: license === 'unknown' || license.includes('non-commercial'),
	};
}
