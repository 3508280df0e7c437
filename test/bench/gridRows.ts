import { generateRows, type CandidateRow } from './generatedCandidates.ts';

const families = [
	'mobilenet',
	'resnet',
	'efficientnet',
	'densenet',
	'convnext',
	'regnet',
	'vit',
	'swin',
	'inception',
	'shufflenet',
] as const;

/** Rows with names of one length, so that every grid sorts their texts alike. A tenth are of each family. */
export function gridRows(count: number): readonly CandidateRow[] {
	return generateRows(count).map((row, index) => {
		const family = families[(index * 7) % families.length] ?? '';
		return { ...row, family, model: `${family}-${String((index * 61_803) % 1_000_003).padStart(7, '0')}` };
	});
}
