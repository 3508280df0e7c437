import { AllCommunityModule, createGrid, ModuleRegistry, type ColDef, type GridApi } from 'ag-grid-community';
import { formatMetric } from '../../../src/comparison/columns.ts';
import { gridRows } from '../../bench/gridRows.ts';
import type { CandidateRow } from '../../bench/generatedCandidates.ts';
import { numberColumns, textColumns } from './columnsOfPeers.ts';
import { offerGrid } from './gridUnderTest.ts';

ModuleRegistry.registerModules([AllCommunityModule]);
const place = document.createElement('div');
place.style.height = '700px';
place.style.width = '720px';
document.body.append(place);

let rows: CandidateRow[] = [];
let api: GridApi<CandidateRow> | undefined;

const columnDefs: ColDef<CandidateRow>[] = [
	{ field: 'model', colId: 'name', pinned: 'left', filter: 'agTextColumnFilter', width: 280 },
	...numberColumns.map((field): ColDef<CandidateRow> => {
		return {
			field,
			width: 100,
			valueFormatter: ({ value }) => formatMetric(field, typeof value === 'number' ? value : NaN),
			...(field === 'top1' ? { sort: 'desc' } : {}),
		};
	}),
	...textColumns.map((field): ColDef<CandidateRow> => ({ field, width: 140 })),
];

offerGrid({
	prepare: count => {
		rows = [...gridRows(count)];
	},
	mount: () => {
		api = createGrid(place, { columnDefs, rowData: rows, rowHeight: 26, animateRows: false });
	},
	sort: colId => {
		api?.applyColumnState({ state: [{ colId, sort: 'asc' }], defaultState: { sort: null } });
	},
	filter: text => {
		api?.setFilterModel(text === '' ? null : { name: { filterType: 'text', type: 'contains', filter: text } });
	},
	names: () => {
		const cells = [0, 1, 2, 3, 4].map(index =>
			place.querySelector(`.ag-row[row-index="${String(index)}"] [col-id=name]`),
		);
		return cells.map(cell => cell?.textContent ?? '');
	},
	count: () => api?.getDisplayedRowCount() ?? 0,
	scroller: () => {
		const viewport = place.querySelector('.ag-grid-viewport');
		if (!(viewport instanceof HTMLElement)) throw new Error('AG Grid has no viewport');
		return viewport;
	},
	rows: () => place.querySelectorAll('.ag-row'),
});
