import type { Catalog } from './catalog.ts';
import { tasks, type AccuracyKind, type Candidate, type Task } from './records.ts';
import { formatAccuracy } from './units.ts';

/** The accuracy that candidates of a task are ranked by: a table of candidates is of one task, and never mixes two. */
export type RankedAccuracy = Extract<AccuracyKind, 'top1' | 'ap' | 'miou'>;

interface AccuracyWords {
	/** As a column is headed: `Top-1`, `COCO AP`, `mIoU`. */
	readonly title: string;
	/** In a sentence: `top-1`, `AP`, `mIoU`. */
	readonly name: string;
	/** As a budget writes it: `top1`, `AP`, `mIoU`. */
	readonly word: string;
	/** A floor that is easily understood, for messages. */
	readonly example: string;
}

const byTask: Readonly<Record<Task, RankedAccuracy>> = {
	classification: 'top1',
	detection: 'ap',
	segmentation: 'miou',
};

const words: Readonly<Record<RankedAccuracy, AccuracyWords>> = {
	top1: { title: 'Top-1', name: 'top-1', word: 'top1', example: 'top1 ≥ 75' },
	ap: { title: 'COCO AP', name: 'AP', word: 'AP', example: 'AP ≥ 40' },
	miou: { title: 'mIoU', name: 'mIoU', word: 'mIoU', example: 'mIoU ≥ 70' },
};

export function accuracyKindOf(task: Task | undefined): RankedAccuracy {
	return byTask[task ?? 'classification'];
}

export function accuracyWords(kind: RankedAccuracy): AccuracyWords {
	return words[kind];
}

/** The task of a candidate's family; classification where the family is not known. */
export function taskOf(catalog: Catalog, { model }: Pick<Candidate, 'model'>): Task {
	const family = catalog.modelById.get(model)?.family ?? '';
	return catalog.familyById.get(family)?.task ?? 'classification';
}

/** The tasks that a catalog has candidates of, in the order of `tasks`. */
export function tasksOf(catalog: Catalog): readonly Task[] {
	const found = new Set(catalog.candidates.map(candidate => taskOf(catalog, candidate)));
	return tasks.filter(task => found.has(task));
}

/** An accuracy as it is read aloud: `75.2 %`, `AP 37.4`, `mIoU 66.4`; the last two are means, and no share of images. */
export function accuracyText(kind: AccuracyKind, percent: number): string {
	if (kind !== 'ap' && kind !== 'ap50' && kind !== 'miou') return formatAccuracy(percent);
	return `${kind === 'ap50' ? 'AP50' : words[kind].name} ${bareAccuracyText(kind, percent)}`;
}

/** The same below a heading that names it: `75.2 %`, `37.4`. */
export function bareAccuracyText(kind: AccuracyKind, percent: number): string {
	const text = formatAccuracy(percent);
	return kind === 'ap' || kind === 'ap50' || kind === 'miou' ? text.replace(/ %$/, '') : text;
}
