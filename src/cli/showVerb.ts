import type { Catalog } from '../catalog/catalog.ts';
import type { Family } from '../catalog/records.ts';
import { modelCard, type ModelCard } from '../comparison/modelCard.ts';
import { formatModelCard } from '../comparison/modelCardMarkdown.ts';
import { choiceOption } from './options.ts';
import { leadNamed, namedRecord, oneName } from './scope.ts';
import { modelRow, type ModelRow } from './modelRow.ts';
import { familyText, modelText } from './showText.ts';
import type { Verb } from './verb.ts';

/** A family with its models, or the card of one model. */
export type ShowOutput = FamilyOutput | ({ readonly kind: 'model' } & ModelCard);

export interface FamilyOutput extends Family {
	readonly kind: 'family';
	readonly models: readonly ModelRow[];
	readonly catalog: { readonly version: string; readonly date: string };
}

const formats = ['text', 'markdown'] as const;

export const showVerb: Verb = {
	name: 'show',
	operands: 'NAME',
	summary: 'Everything that the catalog knows of a model, or the models of a family',
	details: [
		'NAME is an id (mobilenet-v2/1.0, timm:resnet50.a1_in1k@224, seed#51), framework:name, or a name or alias.',
	],
	options: [
		{ name: 'all', description: 'Print the figures of every candidate, not of the lead alone.' },
		{ name: 'format', value: 'FORMAT', choices: formats, description: `How to print it: ${formats.join(', ')}.` },
	],
	examples: ['show mobilenet-v2/1.0', 'show timm:resnet50', 'show seed#51 --json', 'show resnet'],
	run(catalog, options) {
		const named = namedRecord(catalog, oneName(options, 'show'));
		if (!named.model) {
			const output = familyOutput(catalog, named.family);
			return { output, text: familyText(output) };
		}
		const card = modelCard(catalog, named.model, leadNamed(catalog, named, {}));
		const output: ShowOutput = { kind: 'model', ...card };
		const asMarkdown = choiceOption(options, 'format', formats) === 'markdown';
		return { output, text: asMarkdown ? formatModelCard(card) : modelText(card, options.has('all')) };
	},
};

function familyOutput(catalog: Catalog, family: Family): FamilyOutput {
	return {
		kind: 'family',
		...family,
		models: catalog.modelsOf(family.id).map(model => modelRow(catalog, model)),
		catalog: { version: catalog.version, date: catalog.date },
	};
}
