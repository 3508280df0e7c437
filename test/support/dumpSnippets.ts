// Writes every snippet that the shipped catalog offers as JSON lines. Usage: dumpSnippets FILE
import { writeFileSync } from 'node:fs';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Model } from '../../src/catalog/records.ts';
import { shownFigure } from '../../src/catalog/shownFigure.ts';
import { makeSnippet, snippetOffers } from '../../src/frameworks/snippet.ts';
import { shippedData } from './shippedData.ts';

/** Unlike the number of classes of any data set, so that a head of this size was made by the snippet. */
const classes = 7;

/** One snippet as `test/python/check_snippets.py` reads it. */
export function dumpSnippets(): readonly string[] {
	const catalog = shippedData();
	return catalog.models.flatMap(model =>
		snippetOffers(catalog, model).map(offer => {
			const { language, kind, text } = makeSnippet(catalog, offer, { classes });
			const checkpoint =
				offer.checkpoint === undefined ? undefined : catalog.checkpointById.get(offer.checkpoint);
			return JSON.stringify({
				model: model.id,
				family: model.family,
				params: paramsOf(catalog, model),
				framework: offer.framework,
				kind,
				form: offer.form,
				language,
				name: checkpoint?.name,
				checkpointClasses: checkpoint?.classes,
				input: checkpoint?.preprocess?.input,
				classes,
				text,
			});
		}),
	);
}

/** Parameters of the smallest candidate of a model; undefined where none is counted. */
function paramsOf(catalog: Catalog, { id }: Model): number | undefined {
	const counts = catalog.candidatesOf(id).flatMap(each => shownFigure(catalog, each, 'params')?.value ?? []);
	return counts.length === 0 ? undefined : Math.min(...counts);
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('no file to write to');
writeFileSync(file, `${dumpSnippets().join('\n')}\n`);
