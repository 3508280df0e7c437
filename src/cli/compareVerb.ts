import { formatCatalogFoot } from '../catalog/catalogAge.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { compareModels, type ModelComparison } from '../comparison/compareModels.ts';
import { exportCsv, exportMarkdown, exportTsv, type ExportCell } from '../comparison/exportTable.ts';
import { choiceOption, quoted } from './options.ts';
import { leadNamed, namedRecord, scopeOption } from './scope.ts';
import { formatTextTable } from './textTable.ts';
import { UsageError } from './usageError.ts';
import { sourceOption, type Verb } from './verb.ts';

const formats = ['text', 'csv', 'tsv', 'markdown'] as const;

/** `ids[i]` is the candidate of row `i`, cell `i` of a row belongs to column `i`, null is unknown. */
export interface CompareOutput {
	readonly ids: readonly string[];
	readonly columns: readonly { readonly id: string; readonly title: string }[];
	readonly rows: readonly (readonly (string | number | null)[])[];
}

export const compareVerb: Verb = {
	name: 'compare',
	operands: 'NAME NAME…',
	summary: 'Put models side by side, each figure with its source',
	details: ['A family or model is shown through its most accurate ranked candidate.'],
	options: [
		sourceOption,
		{ name: 'format', value: 'FORMAT', choices: formats, description: `How to print it: ${formats.join(', ')}.` },
	],
	examples: ['compare mobilenet-v2/1.0 mobilenet-v3/large-1.0', 'compare resnet/50 efficientnet/b0 --format csv'],
	run(catalog, options) {
		if (options.positionals.length === 0) throw new UsageError('compare needs NAMEs such as resnet/50 vgg/16');
		const scope = scopeOption(catalog, options);
		const candidates = options.positionals.map(name => {
			const candidate = leadNamed(catalog, namedRecord(catalog, name), scope);
			if (!candidate)
				throw new UsageError(`${quoted(name)} has no candidate to compare: the catalog has no figures`);
			return candidate;
		});
		const comparison = compareModels(catalog, candidates, scope);
		const output: CompareOutput = {
			ids: comparison.ids,
			columns: comparison.columns.map(({ id, title }) => ({ id, title })),
			rows: comparison.rows.map(row => row.map(plainCell)),
		};
		switch (choiceOption(options, 'format', formats) ?? 'text') {
			case 'csv':
				return { output, text: exportCsv(comparison) };
			case 'tsv':
				return { output, text: exportTsv(comparison) };
			case 'markdown':
				return { output, text: exportMarkdown(comparison) };
			case 'text':
				return { output, text: `${comparisonText(catalog, comparison)}\n\n${formatCatalogFoot(catalog)}` };
		}
	},
};

function plainCell(cell: ExportCell): string | number | null {
	if (cell === undefined) return null;
	return typeof cell === 'string' ? cell : cell.value;
}

/** One line per property and one column per candidate; `[n]` refers to the sources below. */
function comparisonText(catalog: Catalog, { ids, columns, rows }: ModelComparison): string {
	const sources: string[] = [];
	const cite = (source: string): string => {
		if (!sources.includes(source)) sources.push(source);
		return `[${String(sources.indexOf(source) + 1)}]`;
	};
	const lines = columns.flatMap(({ id, title }, column) => {
		if (id.endsWith('Source')) return [];
		const cells = rows.map(row => {
			const cell = row[column];
			if (cell === undefined) return '–';
			if (typeof cell === 'string') return cell;
			const source = row[column + 1];
			return typeof source === 'string' ? `${cell.text} ${cite(source)}` : cell.text;
		});
		return [[title, ...cells]];
	});
	const table = formatTextTable([{ title: '' }, ...ids.map(id => ({ title: id }))], lines);
	const legend = sources.map((id, index) => [`[${String(index + 1)}]`, id, catalog.sourceById.get(id)?.title ?? '']);
	return `${table}\n\n${formatTextTable([{ title: '' }, { title: '' }, { title: '' }], legend)}`;
}
