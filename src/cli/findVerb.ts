import { accuracyKindOf, accuracyText } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { createModelFinder } from '../catalog/findModels.ts';
import { facetNames } from '../catalog/modelQuery.ts';
import { plainText } from '../catalog/plainText.ts';
import { formatCount } from '../catalog/units.ts';
import { modelRow, type ModelRow } from './modelRow.ts';
import { countOption } from './options.ts';
import { formatTextTable } from './textTable.ts';
import { UsageError } from './usageError.ts';
import type { Verb } from './verb.ts';

const defaultLimit = 20;

export interface FindOutput {
	readonly query: string;
	/** How many models are meant; those beyond the limit are not listed. */
	readonly found: number;
	/** Further models of an unknown year, where years were asked for. */
	readonly ofUnknownYear: number;
	/** Best first. */
	readonly models: readonly FoundModel[];
	readonly catalog: { readonly version: string; readonly date: string };
}

export interface FoundModel extends ModelRow {
	/** Family id. */
	readonly family: string;
	/** The name that matched, as the catalog spells it. */
	readonly matched: string;
}

export const findVerb: Verb = {
	name: 'find',
	operands: 'QUERY',
	summary: 'Models by name, alias, framework name and facets',
	details: [
		'Words match names with letters left out; * stands for any letters and ? for one.',
		`Facets narrow: ${facetNames.map(facet => `${facet}:`).join(', ')}; a minus before one leaves out. Quote the whole query.`,
	],
	options: [{ name: 'limit', value: 'COUNT', description: `Models to print; ${String(defaultLimit)} without it.` }],
	examples: [
		'find mbv3',
		'find "resne*t framework:timm license:permissive"',
		'find "task:detection year:>=2023" --json',
	],
	run(catalog, options) {
		const query = options.positionals.join(' ').trim();
		if (query === '') throw new UsageError('find takes words or facets: model-scout find "mbv3 framework:timm"');
		const found = createModelFinder(catalog)(query);
		if (!found.ok) throw new UsageError(found.problem.text);
		const { hits, ofUnknownYear } = found;
		const output: FindOutput = {
			query,
			found: hits.length,
			ofUnknownYear,
			models: hits.slice(0, countOption(options, 'limit', defaultLimit)).map(({ model, matched }) => ({
				...modelRow(catalog, model),
				family: model.family,
				matched,
			})),
			catalog: { version: catalog.version, date: catalog.date },
		};
		return { output, text: findText(catalog, output) };
	},
};

function findText(catalog: Catalog, { found, ofUnknownYear, models }: FindOutput): string {
	const unknown = ofUnknownYear === 0 ? '' : `; ${ofUnknownYear} more of an unknown year`;
	const listed = models.length < found ? `, the first ${models.length} listed` : '';
	const head = `${found === 1 ? '1 model' : `${found} models`} of ${catalog.models.length}${listed}${unknown}`;
	if (models.length === 0) return head;
	const rows = models.map(({ id, name, family, macs, params, ...accuracies }) => {
		const kind = accuracyKindOf(catalog.familyById.get(family)?.task);
		const accuracy = accuracies[kind];
		return [
			id,
			plainText(name),
			accuracy === null ? 'unknown' : accuracyText(kind, accuracy),
			macs === null ? 'unknown' : formatCount(macs),
			params === null ? 'unknown' : formatCount(params),
		];
	});
	const columns = [
		{ title: 'Id' },
		{ title: 'Model' },
		{ title: 'Accuracy', align: 'right' },
		{ title: 'MACs', align: 'right' },
		{ title: 'Params', align: 'right' },
	] as const;
	return `${head}\n\n${formatTextTable(columns, rows)}`;
}
