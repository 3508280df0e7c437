// Writes every snippet that the shipped catalog offers as JSON lines. Usage: dumpSnippets FILE
import { writeFileSync } from 'node:fs';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { shownFigure } from '../../src/catalog/shownFigure.ts';
import { makeSnippet, snippetOffers, type SnippetOffer } from '../../src/frameworks/snippet.ts';
import { runClasses, shippedData } from './shippedData.ts';

/** One snippet as the scripts in `test/python` read it. */
export function dumpSnippets(): readonly string[] {
	const catalog = shippedData();
	return catalog.models.flatMap(model =>
		snippetOffers(catalog, model).map(offer => {
			const { language, kind, text } = makeSnippet(catalog, offer, { classes: runClasses });
			const checkpoint =
				offer.checkpoint === undefined ? undefined : catalog.checkpointById.get(offer.checkpoint);
			return JSON.stringify({
				model: model.id,
				computedParams: computedParams(catalog, offer),
				framework: offer.framework,
				kind,
				form: offer.form,
				language,
				name: checkpoint?.name,
				checkpointClasses: checkpoint?.classes,
				input: checkpoint?.preprocess?.input,
				classes: runClasses,
				text,
			});
		}),
	);
}

/** Parameters that we count of the network of an offer's weights; undefined where its layers are not described. */
function computedParams(catalog: Catalog, { model, checkpoint }: SnippetOffer): number | undefined {
	const candidate = catalog.candidatesOf(model).find(each => each.checkpoint === checkpoint);
	const shown = candidate && shownFigure(catalog, candidate, 'params');
	return shown?.figure.source === 'computed' ? shown.value : undefined;
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('no file to write to');
writeFileSync(file, `${dumpSnippets().join('\n')}\n`);
