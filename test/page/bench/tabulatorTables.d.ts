/** What the benchmark uses of a package without types. */
declare module 'tabulator-tables' {
	export class TabulatorFull {
		constructor(place: HTMLElement, options: Readonly<Record<string, unknown>>);
		setSort(column: string, direction: 'asc' | 'desc'): void;
		setFilter(field: string, type: 'like', value: string): void;
		clearFilter(withHeaders: boolean): void;
		getDataCount(which: 'active'): number;
	}
}
