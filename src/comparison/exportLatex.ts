import { plainText } from '../catalog/plainText.ts';
import { shownText, type ExportTable } from './exportTable.ts';

/** Above the longest cell that a printed table can hold. */
const maxCellLength = 1000;

/**
 * A LaTeX table in the form shown to people, with the rules of the package booktabs. Every cell is literal text: nothing of
 * it is a command, a comment or math. Ends with a line end.
 */
export function exportLatex(table: ExportTable): string {
	const columns = table.columns.map(({ align }) => (align === 'right' ? 'r' : 'l')).join('');
	const head = table.columns.map(({ title }) => escapeLatex(title));
	const rows = table.rows.map(row => row.map(cell => escapeLatex(shownText(cell))));
	return [
		'% Needs \\usepackage{booktabs}',
		`\\begin{tabular}{${columns}}`,
		'\\toprule',
		line(head),
		'\\midrule',
		...rows.map(line),
		'\\bottomrule',
		'\\end{tabular}',
		'',
	].join('\n');
}

/** A row that begins with a bracket would be read as a length behind the row before it. */
function line(cells: readonly string[]): string {
	const [first = ''] = cells;
	const text = cells.join(' & ');
	return `${first === '' || first.startsWith('[') || first.startsWith('*') ? '{}' : ''}${text} \\\\`;
}

const escapes: ReadonlyMap<string, string> = new Map([
	['\\', '\\textbackslash{}'],
	['{', '\\{'],
	['}', '\\}'],
	['$', '\\$'],
	['&', '\\&'],
	['#', '\\#'],
	['%', '\\%'],
	['_', '\\_'],
	['^', '\\textasciicircum{}'],
	['~', '\\textasciitilde{}'],
	['<', '\\textless{}'],
	['>', '\\textgreater{}'],
	['|', '\\textbar{}'],
	['"', '\\textquotedbl{}'],
	['≤', '$\\leq$'],
	['≥', '$\\geq$'],
	['≈', '$\\approx$'],
	['×', '$\\times$'],
	['−', '$-$'],
	['±', '$\\pm$'],
	['µ', '$\\mu$'],
]);

/** Text as it is, whatever it means to LaTeX. */
export function escapeLatex(text: string): string {
	return plainText(text, maxCellLength).replace(/[\\{}$&#%_^~<>|"≤≥≈×−±µ]/gu, sign => escapes.get(sign) ?? sign);
}
