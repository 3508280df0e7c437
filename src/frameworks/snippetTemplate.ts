import type { Catalog } from '../catalog/catalog.ts';
import { leadCandidate } from '../catalog/merit.ts';
import type { Checkpoint, Framework, Model } from '../catalog/records.ts';
import { writeLiteral, yamlScalar, type LiteralValue } from './literals.ts';
import { parsePython, type PythonNode } from './pythonTree.ts';
import type { SnippetBody, SnippetLanguage, SnippetPart } from './snippetOffer.ts';
import { stop } from './snippetParts.ts';

/** A snippet of a person's own, for weights of any framework or of some. */
export interface SnippetTemplate {
	/** What it is asked for by, and shown as. */
	readonly name: string;
	readonly language: SnippetLanguage;
	/** Without it of every framework. */
	readonly frameworks?: readonly Framework[];
	/** Python import statements, one name source each. */
	readonly imports: readonly string[];
	/** Lines end in LF. Placeholders stand where a value may: `timm.create_model({{name}})`. */
	readonly code: string;
}

interface TemplateSubject {
	readonly catalog: Catalog;
	readonly model: Model;
	readonly checkpoint: Checkpoint;
	readonly classes: number;
}

type Value = (subject: TemplateSubject) => LiteralValue | undefined;

/** What a template can say of weights, by placeholder. What the catalog does not say is undefined. */
const values: ReadonlyMap<string, Value> = new Map<string, Value>([
	['name', ({ checkpoint }) => checkpoint.name],
	['framework', ({ checkpoint }) => checkpoint.framework],
	['model', ({ model }) => model.id],
	['classes', ({ classes }) => classes],
	['input', inputOf],
	['height', subject => inputOf(subject)?.[0]],
	['width', subject => inputOf(subject)?.[1]],
	['mean', ({ checkpoint }) => checkpoint.preprocess?.mean],
	['std', ({ checkpoint }) => checkpoint.preprocess?.std],
	['cropPct', ({ checkpoint }) => checkpoint.preprocess?.cropPct],
	['interpolation', ({ checkpoint }) => checkpoint.preprocess?.interpolation],
]);

/** The code of a template for weights. Text of the template and values of the catalog alike stay text: no tab stop is read in them. */
export function writeTemplate({ imports, code, language }: SnippetTemplate, subject: TemplateSubject): SnippetBody {
	const parts = splitTemplate(code).map((part): SnippetPart => {
		if (typeof part === 'string') return part;
		const value = values.get(part.name)?.(subject) ?? null;
		// each becomes a literal of its language, with the quotes that it needs
		const text = language === 'yaml' ? yamlScalar(value) : writeLiteral(value, language);
		return part.name === 'classes' ? stop(1, text) : text;
	});
	return { imports, parts };
}

/**
 * Why a template cannot be used, as one sentence; undefined where it can. A value inside quotes would end them, and what follows would
 * be read as code.
 */
export function templateFault({ code, language }: Pick<SnippetTemplate, 'code' | 'language'>): string | undefined {
	let text = '';
	const found: { readonly name: string; readonly start: number }[] = [];
	for (const part of splitTemplate(code)) {
		if (typeof part !== 'string') found.push({ name: part.name, start: text.length });
		text += typeof part === 'string' ? part : stand;
	}
	const unknown = found.find(({ name }) => !values.has(name));
	if (unknown) return `{{${unknown.name}}} is no placeholder; expected one of ${[...values.keys()].join(', ')}`;
	const isValue = language === 'python' ? pythonValues(text) : dataValues(text, language);
	const misplaced = found.find(({ start }) => !isValue(start));
	return misplaced && `{{${misplaced.name}}} must stand alone as a value; it brings its quotes`;
}

/** Stands for a value while it is looked where values stand. */
const stand = 'x_';

function pythonValues(text: string): (start: number) => boolean {
	const tree = parsePython(text);
	return start => {
		const inner = tree.resolveInner(start, 1);
		const isAlone = inner.name === 'VariableName' && inner.from === start && inner.to === start + stand.length;
		if (!isAlone) return inner.name === 'Comment';
		for (let node: PythonNode | null = inner; node; node = node.parent)
			if (node.name.includes('String')) return false;
		return true;
	};
}

/** Of YAML and JSON by the line that a value stands on. */
function dataValues(text: string, language: SnippetLanguage): (start: number) => boolean {
	const quotes = language === 'json' ? /"/g : /["']/g;
	return start => {
		const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).replace(/\\./g, '');
		const [after = ''] = text.slice(start + stand.length).split('\n', 1);
		const isOutside = (before.match(quotes)?.length ?? 0) % 2 === 0;
		return isOutside && /(?:^|[:,[{]|(?:^|\s)-\s)\s*$/.test(before) && /^\s*(?:$|[,\]}]|\s#)/.test(after);
	};
}

function splitTemplate(code: string): readonly (string | { readonly name: string })[] {
	return code.split(/\{\{\s*(\w+)\s*\}\}/).map((text, index) => (index % 2 === 0 ? text : { name: text }));
}

/** At which the weights are evaluated. */
function inputOf({ catalog, model, checkpoint }: TemplateSubject): readonly [number, number] | undefined {
	const own = catalog.candidatesOf(model.id).filter(each => each.checkpoint === checkpoint.id);
	return checkpoint.preprocess?.input ?? leadCandidate(catalog, own)?.input;
}
