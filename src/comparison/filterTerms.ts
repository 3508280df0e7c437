import { frameworks } from '../catalog/records.ts';
import { isNumberColumn, type ColumnId } from './columns.ts';
import type { ComparisonSnapshot, NumberMetric, TextMetric } from './comparisonSnapshot.ts';

/** What numbers of a filter are compared with; FLOPs are two per multiply-accumulate, whichever of both the table shows. */
export type NumberKey = NumberMetric | 'input' | 'flops';

/** What numbers are called in a filter. */
export const numberKeys: ReadonlyMap<string, NumberKey> = new Map([
	['top1', 'top1'],
	['top5', 'top5'],
	['real', 'real-top1'],
	['v2', 'v2-top1'],
	['ap', 'ap'],
	['ap50', 'ap50'],
	['miou', 'miou'],
	['macs', 'macs'],
	['flops', 'flops'],
	['params', 'params'],
	['latency', 'latencyMs'],
	['size', 'bytes'],
	['input', 'input'],
]);

/** What texts are called in a filter. */
export const textKeys: ReadonlyMap<string, TextMetric> = new Map([
	['model', 'name'],
	['family', 'family'],
	['framework', 'framework'],
	['weights', 'weights'],
	['class', 'sizeClass'],
	['crop', 'crop'],
	['license', 'license'],
	['licence', 'license'],
	['source', 'source'],
]);

/** A part of a filter that is about a column: `-framework:timm`, `top1>=75`. */
export interface FilterTerm {
	/** Place in the text, in UTF-16 units; `end` is the place after it. */
	readonly start: number;
	readonly end: number;
	readonly written: string;
	readonly isNegative: boolean;
	/** In lower case. */
	readonly key: string;
	readonly sign: string;
	/** Without the quotes around it. */
	readonly value: string;
}

/** A word with a comparison or a colon in it; a text value may stand in quotes. */
const term = /(?<=^|\s)(-?)([a-z][a-z0-9]*)(>=|<=|[:<>=≥≤])(?:"([^"]*)"|(\S*))/giu;

/** The parts of a filter that are about columns, in their order. The rest are words. */
export function filterTerms(text: string): readonly FilterTerm[] {
	return [...text.matchAll(term)].flatMap(found => {
		const [written, minus = '', name = '', sign = '', quoted, plain] = found;
		const key = name.toLowerCase();
		const isId = sign === ':' && minus === '' && frameworks.some(framework => framework === key); // `timm:resnet50`
		if (isId) return [];
		const value = (quoted ?? plain ?? '').trim();
		const { index } = found;
		return [{ start: index, end: index + written.length, written, isNegative: minus !== '', key, sign, value }];
	});
}

/** What a column is called in a filter, in the unit that it is shown in; undefined for one that no filter is about. */
export function filterKey({ countsFlops }: Pick<ComparisonSnapshot, 'countsFlops'>, id: ColumnId): string | undefined {
	if (id === 'macs') return countsFlops ? 'flops' : 'macs';
	const keys: ReadonlyMap<string, string> = isNumberColumn(id) || id === 'input' ? numberKeys : textKeys;
	return [...keys.keys()].find(key => keys.get(key) === id);
}

/** Whether a term is about a column, by any of its names. */
export function isAbout({ key }: FilterTerm, id: ColumnId): boolean {
	const column = numberKeys.get(key) ?? textKeys.get(key);
	return (column === 'flops' ? 'macs' : column) === id;
}

/** The text with `written` in place of the terms that `isReplaced` says, where the first of them stood or at the end. */
export function withTerm(text: string, isReplaced: (term: FilterTerm) => boolean, written: string): string {
	const replaced = filterTerms(text).filter(isReplaced);
	const parts: string[] = [];
	let from = 0;
	replaced.forEach(({ start, end }, place) => {
		parts.push(text.slice(from, start), place === 0 ? written : '');
		from = end;
	});
	parts.push(text.slice(from));
	if (replaced.length === 0) parts.push(' ', written);
	return parts
		.map(part => part.trim())
		.filter(part => part !== '')
		.join(' ');
}
