import { activeColumnIn } from '../comparison/columnLayout.ts';
import { mostUnfolded } from '../comparison/pageState.ts';
import type { PageModel } from './pageModel.ts';

/** Shows all rows of the group that a row stands for, or that one alone again. */
export function toggleFold(model: PageModel, row: number): void {
	const group = model.table.groups.get(row);
	if (!group || group.size < 2) return;
	const others = model.state.unfolded.filter(id => id !== group.id);
	model.setUp({ unfolded: group.isUnfolded ? others : [...others, group.id].slice(-mostUnfolded) });
}

/**
 * Arrow keys on the name of a row that stands for others: right unfolds them, left folds them, and left on one of the
 * others goes back. False for a key that means nothing here.
 */
export function foldByKey(model: PageModel, event: KeyboardEvent, row: number | undefined): boolean {
	const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
	const isOnName = activeColumnIn(model.columns, model.state.activeColumn) === 'name';
	if (row === undefined || !isPlain || model.headerActive || !isOnName) return false;
	const group = model.table.groups.get(row);
	const parent = model.table.parents.get(row);
	if (event.key === 'ArrowRight' && group && group.size > 1 && !group.isUnfolded) toggleFold(model, row);
	else if (event.key === 'ArrowLeft' && group?.isUnfolded === true) toggleFold(model, row);
	else if (event.key === 'ArrowLeft' && parent !== undefined) model.activate(parent, 'name');
	else return false;
	return true;
}
