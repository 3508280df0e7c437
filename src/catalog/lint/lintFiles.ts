import type { LayeredCatalog, LayeredFile } from '../layerCatalogs.ts';
import type { CatalogProblem } from '../parseCatalog.ts';
import { locateInFile } from '../parseCatalogFile.ts';
import { plainText } from '../plainText.ts';
import type { CostCounter, Finding } from './finding.ts';
import { lintCatalog } from './lintCatalog.ts';

/** The findings about rows of persons' files, at their places. The shipped catalog is evidence and not judged. */
export function lintFiles(
	{ catalog, originals }: LayeredCatalog,
	files: readonly LayeredFile[],
	computedCost: CostCounter,
): ReadonlyMap<LayeredFile, readonly CatalogProblem[]> {
	const rowOf = (record: object): object => originals.get(record) ?? record;
	const findings = lintCatalog(catalog, {
		computedCost,
		isMeant: record => files.some(({ parsed }) => parsed.places.has(rowOf(record))),
	});
	return new Map(
		files.map(file => {
			const problems = findings.flatMap(finding => problemIn(file, finding, rowOf(finding.record)));
			const located = locateInFile(file.text, file.parsed.origin, problems.map(inItsLine(file.text)));
			return [file, located.toSorted(byLine)];
		}),
	);
}

interface FoundProblem extends CatalogProblem {
	/** What the row prints where the finding is about a figure. */
	readonly printed?: string;
}

function problemIn({ parsed }: LayeredFile, finding: Finding, row: object): readonly FoundProblem[] {
	const where = parsed.places.get(row);
	const line = parsed.lines?.get(row);
	const { rule, severity, of, message, field, record } = finding;
	if (where === undefined) return [];
	return [
		{
			origin: parsed.origin,
			where,
			message: plainText(message, 400),
			finding: { rule, of },
			...(severity === 'warning' ? {} : { severity }),
			...(field === undefined ? {} : { field: [field] }),
			...(line === undefined ? {} : { line }),
			...('printed' in record && typeof record.printed === 'string' ? { printed: record.printed } : {}),
		},
	];
}

/** A row of a table with its columns: those of the figure where the row prints it once, else the whole line. */
function inItsLine(text: string): (found: FoundProblem) => CatalogProblem {
	let lines: readonly string[] | undefined;
	return ({ printed, ...problem }) => {
		if (problem.line === undefined) return problem;
		lines ??= text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
		const row = (lines[problem.line - 1] ?? '').slice(0, maxRow);
		const starts = printed === undefined ? [] : cellsWith(row, printed);
		const [start = 0] = starts;
		if (printed === undefined || starts.length !== 1)
			return { ...problem, column: 1, endColumn: Math.max(2, row.length + 1) };
		return { ...problem, column: start + 1, endColumn: start + 1 + printed.length };
	};
}

/** Length of a line up to which figures are looked for. */
const maxRow = 10_000;

/** Where `printed` stands as a number of its own. */
function cellsWith(row: string, printed: string): readonly number[] {
	const starts: number[] = [];
	if (printed === '') return starts;
	for (let at = row.indexOf(printed); at >= 0; at = row.indexOf(printed, at + printed.length)) {
		const around = `${row.charAt(at - 1)}${row.charAt(at + printed.length)}`;
		if (!/[\w.]/.test(around)) starts.push(at);
	}
	return starts;
}

function byLine(a: CatalogProblem, b: CatalogProblem): number {
	return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
