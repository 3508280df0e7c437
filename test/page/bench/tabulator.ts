import { TabulatorFull } from 'tabulator-tables';
import { formatMetric } from '../../../src/comparison/columns.ts';
import { gridRows } from '../../bench/gridRows.ts';
import type { CandidateRow } from '../../bench/generatedCandidates.ts';
import { numberColumns, textColumns } from './columnsOfPeers.ts';
import { offerGrid } from './gridUnderTest.ts';

const place = document.createElement('div');
place.style.height = '700px';
place.style.width = '720px';
document.body.append(place);

let rows: CandidateRow[] = [];
let table: TabulatorFull | undefined;

const columns = [
	{ title: 'Model', field: 'model', frozen: true, width: 280, sorter: 'string' },
	...numberColumns.map(field => ({
		title: field,
		field,
		width: 100,
		sorter: 'number',
		formatter: (cell: { getValue(): unknown }): string => {
			const value = cell.getValue();
			return formatMetric(field, typeof value === 'number' ? value : NaN);
		},
	})),
	...textColumns.map(field => ({ title: field, field, width: 140 })),
];

offerGrid({
	prepare: count => {
		rows = [...gridRows(count)];
	},
	mount: () => {
		const initialSort = [{ column: 'top1', dir: 'desc' }];
		table = new TabulatorFull(place, { data: rows, columns, initialSort, height: 700, rowHeight: 26 });
	},
	sort: column => {
		table?.setSort(column === 'name' ? 'model' : column, 'asc');
	},
	filter: text => {
		if (text === '') table?.clearFilter(true);
		else table?.setFilter('model', 'like', text);
	},
	names: () => {
		const cells = place.querySelectorAll('.tabulator-row .tabulator-cell[tabulator-field=model]');
		return Array.from(cells, cell => cell.textContent);
	},
	count: () => table?.getDataCount('active') ?? 0,
	scroller: () => {
		const holder = place.querySelector('.tabulator-tableholder');
		if (!(holder instanceof HTMLElement)) throw new Error('Tabulator has no holder');
		return holder;
	},
	rows: () => place.querySelectorAll('.tabulator-row'),
});
