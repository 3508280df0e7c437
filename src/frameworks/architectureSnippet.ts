import { pytorchModule } from '../architecture/code/pytorchModule.ts';
import type { Network, Pair } from '../architecture/layers.ts';
import { traceNetwork } from '../architecture/traceNetwork.ts';
import { writeLiteral, type LiteralValue } from './literals.ts';
import { yamlBlocks } from './yamlBlocks.ts';
import type { Snippet, SnippetLanguage } from './snippetOffer.ts';

/** What an architecture can be written in, and what that is called. */
export const architectureTitles: Readonly<Record<SnippetLanguage, string>> = {
	python: 'PyTorch Module',
	yaml: 'Description in YAML',
	json: 'Description in JSON',
};

/**
 * The layers of a network: a module of PyTorch that needs torch alone, or its description as data.
 * @param input height and width in px that the costs in it hold for.
 * @throws {ShapeError} if the network does not take an image of this size.
 */
export function architectureSnippet(network: Network, input: Pair, language: SnippetLanguage): Snippet {
	const { imports, code } =
		language === 'python'
			? pytorchModule(network, input)
			: { imports: [], code: description(network, input, language) };
	const text = imports.length === 0 ? code : `${imports.join('\n')}\n\n\n${code}`;
	return { language, kind: 'architecture', imports, parts: [code], code, text };
}

function description(network: Network, input: Pair, language: SnippetLanguage): string {
	const { params, macs, activations } = traceNetwork(network, input);
	const { name, imageChannels = 3, stages } = network;
	const values = { network: name, imageChannels, input, params, macs, activations, stages };
	const literal = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, literalOf(value)]));
	return language === 'yaml' ? yamlBlocks(literal) : writeLiteral(literal, language);
}

/** Plain data with what is undefined left out. */
function literalOf(value: unknown): LiteralValue {
	if (Array.isArray(value)) return value.map(literalOf);
	if (typeof value === 'object' && value !== null) {
		const fields = Object.entries(value).filter(([, field]) => field !== undefined);
		return Object.fromEntries(fields.map(([name, field]) => [name, literalOf(field)]));
	}
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
