import { filterKind, isFiltered, withoutColumn } from '../comparison/columnFilter.ts';
import type { ColumnId } from '../comparison/columns.ts';
import type { ColumnActions } from './columnActions.ts';
import { openFilterPanel } from './filterPanel.ts';
import { openMenu, type MenuItem } from './menu.ts';
import type { PageModel } from './pageModel.ts';
import type { Popup, PopupPlace } from './popup.ts';

export interface HeaderParts {
	readonly model: PageModel;
	readonly popup: Popup;
	readonly columns: ColumnActions;
	/** Puts the keyboard back on the header. */
	readonly focus: () => void;
}

/** All that can be done to a column. */
export function openHeaderMenu(parts: HeaderParts, id: ColumnId, at: PopupPlace): void {
	const { model, popup, columns, focus } = parts;
	const title = model.columns.find(column => column.id === id)?.title ?? id;
	model.activate('header', id);
	openMenu(popup, {
		label: title,
		at,
		leave: focus,
		groups: [
			sortItems(model, id),
			filterItems(parts, id, at),
			id === 'macs' ? [flopsItem(model)] : [],
			placeItems(columns, id),
			[
				{
					label: 'Reset All Columns',
					run: () => {
						columns.reset();
					},
				},
			],
		],
	});
}

function sortItems(model: PageModel, id: ColumnId): readonly MenuItem[] {
	const [first] = model.state.sort;
	const sortItem = (descending: boolean): MenuItem => ({
		label: descending ? 'Sort Descending' : 'Sort Ascending',
		isOn: first?.column === id && first.descending === descending,
		run: () => {
			model.setUp({ sort: [{ column: id, descending }], topRow: 0 });
		},
	});
	return [
		sortItem(false),
		sortItem(true),
		{
			label: 'Then Sort by It',
			key: 'Shift+Enter',
			run: () => {
				model.sortBy(id, true);
			},
		},
	];
}

function filterItems(parts: HeaderParts, id: ColumnId, at: PopupPlace): readonly MenuItem[] {
	const { model, popup, focus } = parts;
	const { snapshot, state } = model;
	if (!snapshot || filterKind(snapshot, id) === undefined) return [];
	const filter: MenuItem = {
		label: 'Filter…',
		key: 'Alt+Down',
		run: () => {
			openFilterPanel({ model, popup, focus }, id, at);
		},
	};
	if (!isFiltered(state.filterText, id)) return [filter];
	const clear: MenuItem = {
		label: 'Clear Filter of This Column',
		run: () => {
			model.setUp({ filterText: withoutColumn(model.state.filterText, id), topRow: 0 });
		},
	};
	return [filter, clear];
}

function flopsItem(model: PageModel): MenuItem {
	return {
		label: 'Show as FLOPs (2 × MACs)',
		isOn: model.state.flops,
		run: () => {
			model.setUp({ flops: !model.state.flops });
		},
	};
}

function placeItems(columns: ColumnActions, id: ColumnId): readonly MenuItem[] {
	const move = (label: string, key: string, steps: number): MenuItem => ({
		label,
		key,
		run: () => {
			columns.move(id, steps);
		},
	});
	return [
		...(columns.canPin(id)
			? [
					{
						label: 'Keep Beside Name',
						isOn: columns.isPinned(id),
						run: () => {
							columns.togglePinned(id);
						},
					},
				]
			: []),
		...(id === 'name' ? [] : [move('Move Left', 'Ctrl+Shift+Left', -1), move('Move Right', 'Ctrl+Shift+Right', 1)]),
		{
			label: 'Fit Width to Content',
			run: () => {
				columns.fit(id);
			},
		},
		...(columns.canHide(id)
			? [
					{
						label: 'Hide Column',
						run: () => {
							columns.hide(id);
						},
					},
				]
			: []),
	];
}
