import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { catalogFileOf, type CatalogFile } from '../catalog/importers/catalogFileOf.ts';
import { importTable, tableFormats, type TableFormat } from '../catalog/importers/table.ts';
import { deviceNamed, indexDevices } from '../catalog/importers/tableHeadings.ts';
import {
	timmBenchmarkOfFile,
	timmResultsOfFile,
	type TimmFile,
	type TimmRun,
} from '../catalog/importers/timmOfCatalog.ts';
import { maxCatalogBytes } from '../catalog/parseCatalog.ts';
import { catalogFormat } from '../catalog/parseCatalogFile.ts';
import { plainText } from '../catalog/plainText.ts';
import { formatProblem, readTextFile } from './loadCatalogs.ts';
import { choiceOption, quoted, type ParsedOptions } from './options.ts';
import { UsageError } from './usageError.ts';
import type { Verb } from './verb.ts';
import type { RejectedRow } from '../catalog/importers/publicTable.ts';

const kinds = ['table', 'timm-results', 'timm-benchmark'] as const;
const precisions = ['fp32', 'fp16', 'int8'] as const;

export const importVerb: Verb = {
	name: 'import',
	operands: 'FILE',
	summary: 'A table of models, or results of timm, as a model-scout.catalog.json',
	details: [
		'Prints the catalog; rows and columns that are left out are named on stderr.',
		'Headings of a table: model, top-1, params (M), MACs (M) or FLOPs (G), input, latency_ms, device and more, in any order.',
	],
	options: [
		{
			name: 'format',
			value: 'FORMAT',
			choices: tableFormats,
			description:
				'How a table is written: csv, tsv, json or markdown. The ending of the file says it without it.',
		},
		{
			name: 'as',
			value: 'KIND',
			choices: kinds,
			description: 'What the file is: table, timm-results or timm-benchmark. A table without it.',
		},
		{ name: 'device', value: 'DEVICE', description: 'Device of a timm-benchmark, by id or name.' },
		{ name: 'runtime', value: 'NAME', description: 'Runtime of a timm-benchmark, such as pytorch-cuda.' },
		{
			name: 'precision',
			value: 'PRECISION',
			choices: precisions,
			description: 'Precision of a timm-benchmark: fp32, fp16 or int8.',
		},
		{ name: 'date', value: 'DATE', description: 'ISO date of the figures. The date of the file without it.' },
	],
	examples: [
		'import results.csv > model-scout.catalog.json',
		'import results-imagenet.csv --as timm-results',
		'import benchmark.csv --as timm-benchmark --device i9-10940x --runtime pytorch-cpu --precision fp32',
	],
	run(catalog, options) {
		const { file, notices } = importFile(catalog, options);
		if (Object.keys(file).length === 0) {
			throw new UsageError(`nothing to import: ${notices[0] ?? 'the file has no rows'}`);
		}
		return { output: file, text: JSON.stringify(file, undefined, '\t'), notices };
	},
};

interface Imported {
	readonly file: CatalogFile;
	readonly notices: readonly string[];
}

function importFile(catalog: Catalog, options: ParsedOptions): Imported {
	const [path, ...others] = options.positionals;
	if (path === undefined || others.length > 0) throw new UsageError('import takes one file: model-scout import FILE');
	const kind = choiceOption(options, 'as', kinds) ?? 'table';
	const format = choiceOption(options, 'format', tableFormats);
	if (format !== undefined && kind !== 'table') throw new UsageError('--format is for tables; files of timm are CSV');
	const text = readTextFile(path, maxCatalogBytes);
	const file = { text, origin: basename(path), date: dateOption(options) ?? dateOf(path) };
	switch (kind) {
		case 'table':
			return importOwnTable(file, format ?? catalogFormat(path), catalog);
		case 'timm-results':
			return ofTimm(file, timmResultsOfFile(file, catalog));
		case 'timm-benchmark':
			return ofTimm(file, timmBenchmarkOfFile(file, runOption(catalog, options), catalog));
	}
}

function importOwnTable({ text, origin, date }: TimmFile, format: TableFormat, catalog: Catalog): Imported {
	const parsed = importTable(text, { format, origin, catalog });
	const file = catalogFileOf(parsed.records, parsed.fileSource, date);
	return { file, notices: parsed.problems.map(formatProblem) };
}

function ofTimm(
	{ origin }: TimmFile,
	{ file, rejected, known }: { file: CatalogFile; rejected: readonly RejectedRow[]; known: number },
): Imported {
	const notices = rejected.map(({ line, name, reason }) =>
		plainText(`${origin}: line ${String(line)}: ${name === '' ? '' : `${name}: `}${reason}`, 400),
	);
	const stated = `${origin}: ${String(known)} figures stand in the catalog with the same value already`;
	return { file, notices: known > 0 ? [...notices, stated] : notices };
}

function runOption(catalog: Catalog, options: ParsedOptions): TimmRun {
	const name = options.text('device');
	const runtime = options.text('runtime');
	const precision = choiceOption(options, 'precision', precisions);
	if (name === undefined || runtime === undefined || precision === undefined) {
		throw new UsageError('a timm-benchmark needs --device, --runtime and --precision: its rows do not say them');
	}
	const device = catalog.deviceById.has(name) ? name : deviceNamed(indexDevices(catalog.devices), name);
	if (device === undefined) {
		const ids = catalog.devices.map(({ id }) => id).join(', ');
		throw new UsageError(`--device takes a device of the catalog, not ${quoted(name)}. Write one of ${ids}.`);
	}
	if (!/^[a-z0-9][a-z0-9.-]{0,59}$/i.test(runtime)) {
		throw new UsageError(`--runtime takes a name such as pytorch-cuda, not ${quoted(runtime)}`);
	}
	return { device, runtime, precision };
}

function dateOption(options: ParsedOptions): string | undefined {
	const text = options.text('date');
	if (text === undefined) return undefined;
	const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
	if (!isDate) throw new UsageError(`--date takes a date such as 2024-02-29, not ${quoted(text)}`);
	return text;
}

function dateOf(path: string): string {
	return statSync(path).mtime.toISOString().slice(0, 10);
}
