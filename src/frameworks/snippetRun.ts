import type { SnippetOffer, SnippetOptions } from './snippetOffer.ts';

/** As the report of what was run names it: `load`, `features:pooled`. */
export function kindWithForm({ kind, form }: Pick<SnippetOffer, 'kind' | 'form'>): string {
	return form === undefined ? kind : `${kind}:${form}`;
}

/**
 * The library and version that the code of an offer was run with; undefined where it was not run. What is spelled
 * `tf.keras` was not: Keras alone is run.
 */
export function ranWith(
	{ framework, ranWith: library }: SnippetOffer,
	{ tensorflowKeras = false }: SnippetOptions = {},
): string | undefined {
	return framework === 'keras' && tensorflowKeras ? undefined : library;
}

/** `run with timm 1.0.29` or `not run`; undefined for a record, which is no code. */
export function runText(offer: SnippetOffer, options: SnippetOptions = {}): string | undefined {
	if (offer.framework === 'record') return undefined;
	const library = ranWith(offer, options);
	return library === undefined ? 'not run' : `run with ${library}`;
}
