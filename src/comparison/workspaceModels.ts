import type { Catalog } from '../catalog/catalog.ts';
import type { NamedPlace } from '../catalog/namedModel.ts';
import { plainText } from '../catalog/plainText.ts';
import type { Verdict } from '../selection/budget.ts';
import type { BudgetWatch } from '../selection/budgetWatch.ts';
import { candidatesMeant } from '../selection/candidatesMeant.ts';
import { keyFigures, spokenFigures } from './keyFigures.ts';

export interface FileOfModels {
	/** As it is shown: `src/train.py`. */
	readonly path: string;
	readonly places: readonly NamedPlace[];
	/** The budget that holds for the file. */
	readonly watch: BudgetWatch;
}

export interface PlaceRow {
	readonly place: NamedPlace;
	/** Undefined where no budget is for its task. */
	readonly verdict: Verdict | undefined;
	/** `line 12 · 80.9 % · 4.1 G MACs · 25.6 M params · over budget` */
	readonly text: string;
	/** The same for a screen reader, with the name. */
	readonly spoken: string;
	/** What the budget says; empty where there is none. */
	readonly reason: string;
}

export interface FileRow {
	readonly path: string;
	readonly rows: readonly PlaceRow[];
	readonly over: number;
	/** `3 models, 1 over budget` */
	readonly text: string;
}

/** A row per file that names models, those with models over budget first, then by path; in a file over budget first, then by line. */
export function workspaceRows(catalog: Catalog, files: readonly FileOfModels[]): readonly FileRow[] {
	const rows = files.filter(({ places }) => places.length > 0).map(file => fileRow(catalog, file));
	return rows.sort((a, b) => Math.sign(b.over) - Math.sign(a.over) || (a.path < b.path ? -1 : 1));
}

function fileRow(catalog: Catalog, { path, places, watch }: FileOfModels): FileRow {
	const rows = places.map(place => placeRow(catalog, place, watch));
	const over = rows.filter(isOver).length;
	const count = `${String(rows.length)} ${rows.length === 1 ? 'model' : 'models'}`;
	rows.sort((a, b) => Number(isOver(b)) - Number(isOver(a)));
	return { path, rows, over, text: over === 0 ? count : `${count}, ${String(over)} over budget` };
}

function isOver({ verdict }: PlaceRow): boolean {
	return verdict === 'exceeds';
}

const verdictTexts = { meets: 'within budget', exceeds: 'over budget', unknown: 'budget unknown' } as const;

function placeRow(catalog: Catalog, place: NamedPlace, watch: BudgetWatch): PlaceRow {
	const { name, named, line, cell } = place;
	const judged = watch.judge(named);
	const candidate = judged?.candidate ?? candidatesMeant(catalog, named)[0];
	const verdict = judged?.verdict;
	const where = `${cell === undefined ? '' : `cell ${String(cell + 1)}, `}line ${String(line + 1)}`;
	const said = verdict === undefined ? [] : [verdictTexts[verdict]];
	const written = plainText(name, 100);
	return {
		place,
		verdict,
		text: [where, ...(candidate ? [keyFigures(catalog, candidate)] : []), ...said].join(' · '),
		spoken: [written, ...said, where, ...(candidate ? [spokenFigures(catalog, candidate)] : [])].join(', '),
		reason: judged?.reason ?? '',
	};
}
