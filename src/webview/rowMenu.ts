import { rowLabel } from '../comparison/rowText.ts';
import { fewestSideBySide } from '../comparison/sideBySide.ts';
import { openMenu, type MenuItem } from './menu.ts';
import type { PageModel } from './pageModel.ts';
import type { Popup, PopupPlace } from './popup.ts';
import { toggleFold } from './rowFolds.ts';

export interface RowParts {
	readonly model: PageModel;
	readonly popup: Popup;
	/** Puts the keyboard back on the row. */
	readonly focus: () => void;
}

/** All that can be done with a row. */
export function openRowMenu({ model, popup, focus }: RowParts, row: number, at: PopupPlace): void {
	const { snapshot } = model;
	if (!snapshot) return;
	openMenu(popup, {
		label: rowLabel(snapshot, row),
		at,
		leave: focus,
		groups: [codeItems(model, row), compareItems(model, row), copyItems(model, row)],
	});
}

function codeItems(model: PageModel, row: number): readonly MenuItem[] {
	return [
		{
			label: 'Insert Snippet or Replace Name…',
			key: 'Ctrl+Enter',
			run: () => {
				model.run('insertSnippet', row);
			},
		},
		{
			label: 'Insert Config Record…',
			run: () => {
				model.run('insertConfigRecord', row);
			},
		},
		{
			label: 'Show Details',
			key: 'Enter',
			run: () => {
				model.run('showDetails', row);
			},
		},
		{
			label: 'Open Source…',
			run: () => {
				model.run('openSource', row);
			},
		},
	];
}

function compareItems(model: PageModel, row: number): readonly MenuItem[] {
	const group = model.table.groups.get(row);
	const fold: MenuItem = {
		label: group?.isUnfolded === true ? 'Fold Its Candidates' : 'Show Its Other Candidates',
		run: () => {
			toggleFold(model, row);
		},
	};
	const sideBySide: MenuItem = {
		label: 'Pinned Side by Side',
		key: 'C',
		run: () => {
			model.setUp({ sideBySide: true });
		},
	};
	return [
		{
			label: 'Pin and Compare',
			key: 'Space',
			isOn: model.snapshot?.selection.includes(row) === true,
			run: () => {
				model.toggleSelected(row);
			},
		},
		{
			label: 'Baseline',
			key: 'B',
			isOn: model.baseline === row,
			run: () => {
				model.toggleBaseline(row);
			},
		},
		...(model.table.pinned >= fewestSideBySide ? [sideBySide] : []),
		...(group && group.size > 1 ? [fold] : []),
	];
}

function copyItems(model: PageModel, row: number): readonly MenuItem[] {
	return [
		{
			label: model.table.pinned > 0 ? 'Copy Pinned Rows' : 'Copy Row',
			key: 'Ctrl+C',
			run: () => {
				model.copyRows();
			},
		},
		{
			label: 'Copy Name',
			run: () => {
				model.run('copyName', row);
			},
		},
		{
			label: 'Copy as Markdown with Sources',
			run: () => {
				model.run('copyAsMarkdown', row);
			},
		},
	];
}
