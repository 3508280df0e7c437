import { accuracyWords, type RankedAccuracy } from './accuracy.ts';

export type SizeClass = 'mobile' | 'medium' | 'large' | 'unknown';
export type AccuracyBand = 'under-70' | '70-77' | '77-80' | '80-82' | '82-84' | 'from-84' | 'unknown';

/** In the order of the tree: smallest first. */
export const sizeClasses: readonly { readonly id: SizeClass; readonly label: string }[] = [
	{ id: 'mobile', label: 'Mobile (up to 600 M MACs)' },
	{ id: 'medium', label: 'Medium (up to 5 G MACs)' },
	{ id: 'large', label: 'Large (over 5 G MACs)' },
	{ id: 'unknown', label: 'Unknown MACs' },
];

/** In the order of the tree: least accurate first, as the seed's table is separated. */
export const accuracyBands: readonly { readonly id: AccuracyBand; readonly label: string }[] = [
	{ id: 'under-70', label: 'Under 70 %' },
	{ id: '70-77', label: '70–77 %' },
	{ id: '77-80', label: '77–80 %' },
	{ id: '80-82', label: '80–82 %' },
	{ id: '82-84', label: '82–84 %' },
	{ id: 'from-84', label: '84 % and over' },
	{ id: 'unknown', label: 'Unknown accuracy' },
];

/** Lower bounds of the bands of accuracies that are no share of images, least accurate first. */
const bandBounds: Readonly<Record<Exclude<RankedAccuracy, 'top1'>, readonly number[]>> = {
	ap: [0, 30, 40, 50],
	miou: [0, 60, 70, 80],
};

/** The bands of the accuracy of a task, in the order of the tree. */
export function accuracyBandsOf(kind: RankedAccuracy): readonly { readonly id: string; readonly label: string }[] {
	if (kind === 'top1') return accuracyBands;
	const bounds = bandBounds[kind];
	const bands = bounds.map((bound, place) => {
		const next = bounds[place + 1];
		const range = next === undefined ? `${String(bound)} and over` : `${String(bound)}–${String(next)}`;
		return { id: `from-${String(bound)}`, label: `${accuracyWords(kind).name} ${range}` };
	});
	return [...bands, { id: 'unknown', label: 'Unknown accuracy' }];
}

/** Id of the band of an accuracy in percent. A band holds its lower bound and not its upper one. */
export function accuracyBandOf(kind: RankedAccuracy, percent: number | undefined): string {
	if (kind === 'top1') return accuracyBand(percent);
	const bound = bandBounds[kind].findLast(least => percent !== undefined && percent >= least);
	return bound === undefined ? 'unknown' : `from-${String(bound)}`;
}

/** Class of a candidate by its MACs at its own input size; both limits are inclusive. */
export function sizeClass(macs: number | undefined): SizeClass {
	if (macs === undefined || Number.isNaN(macs)) return 'unknown';
	if (macs <= 600e6) return 'mobile';
	return macs <= 5e9 ? 'medium' : 'large';
}

/** Band of a top-1 accuracy in percent. A band holds its lower bound and not its upper one. */
export function accuracyBand(top1: number | undefined): AccuracyBand {
	if (top1 === undefined || Number.isNaN(top1)) return 'unknown';
	if (top1 < 70) return 'under-70';
	if (top1 < 77) return '70-77';
	if (top1 < 80) return '77-80';
	if (top1 < 82) return '80-82';
	return top1 < 84 ? '82-84' : 'from-84';
}
