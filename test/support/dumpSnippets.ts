// Writes every snippet that the shipped catalog offers as JSON lines. Usage: dumpSnippets FILE
import { writeFileSync } from 'node:fs';
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

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('no file to write to');
writeFileSync(file, `${dumpSnippets().join('\n')}\n`);
