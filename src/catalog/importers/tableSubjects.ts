import type { Catalog } from '../catalog.ts';
import { createNameIndex, type NameIndex, type ResolvedModel } from '../names.ts';
import { plainText } from '../plainText.ts';
import { frameworks, type Candidate, type Checkpoint, type Framework, type Model } from '../records.ts';
import type { TableCell } from './tableCells.ts';
import { hashOfText } from './textHash.ts';
import { TextIndex } from './textIndex.ts';
import type { TableTexts } from './tableValues.ts';

/** What a row is about. */
export interface TableSubject {
	/** As the row calls it, on one visible line. */
	readonly name: string;
	/** Undefined where the catalog has no such name. */
	readonly model?: Model;
	readonly checkpoint?: Checkpoint;
	readonly candidate?: Candidate;
	/** Weights that the catalog does not have. */
	readonly newWeights?: { readonly framework: Framework; readonly name: string };
}

export interface SubjectFault {
	readonly cell: TableCell | undefined;
	readonly message: string;
}

/** Reads which record a row is about. A name that means several models means none. */
export type SubjectReader = (texts: TableTexts) => TableSubject | SubjectFault;

const frameworkNames: ReadonlyMap<string, Framework> = new Map<string, Framework>([
	...frameworks.map(name => [name.replaceAll('-', ''), name] as const),
	['huggingface', 'transformers'],
	['hf', 'transformers'],
	['kerasapplications', 'keras'],
	['tfkeras', 'keras'],
	['mmcls', 'mmpretrain'],
	['openmodelzoo', 'openvino-omz'],
	['onnxzoo', 'onnx-model-zoo'],
]);

export interface SubjectNames {
	readonly read: SubjectReader;
	/**
	 * Whether the catalog may have a name whose hash in lower case is this. It says so of few others, which is all that a
	 * large table of other models asks. What is written with `#` it does not know of.
	 */
	mayHave(hash: number): boolean;
}

export function createSubjectNames(catalog: Catalog): SubjectNames {
	const index = createNameIndex(catalog);
	const names = allNames(catalog, index);
	const mayKnow = (lower: string, prefix = ''): boolean =>
		lower.includes('#') || names.mayHave(hashOfText(lower, hashOfText(prefix)));
	/** What a name means, with its framework before it or alone. */
	const resolved = (text: string, framework: Framework | undefined): ResolvedModel | string | undefined => {
		for (const name of alternatives(text)) {
			const lower = name.toLowerCase();
			const full = framework && mayKnow(lower, `${framework}:`) ? `${framework}:${name}` : undefined;
			const known = [full, mayKnow(lower) ? name : undefined].find(each => each !== undefined && index.has(each));
			if (known === undefined) continue;
			const meaning = index.resolveModel(known);
			return meaning.ok ? meaning : meaning.problem;
		}
		return undefined;
	};
	const read: SubjectReader = texts => {
		const nameCell = texts.model ?? texts.checkpoint;
		const name = plainText(nameCell?.text ?? '', 201);
		if (name === '' || name.length > 200) {
			return { cell: nameCell, message: 'expected the name of a model of up to 200 characters' };
		}
		const frameworkCell = texts.framework;
		const framework = frameworkCell && frameworkOf(frameworkCell.text);
		if (frameworkCell && !framework) {
			return { cell: frameworkCell, message: `unknown framework; expected one of ${frameworks.join(', ')}` };
		}
		const weightsCell = texts.checkpoint;
		const weightsName = weightsCell && plainText(weightsCell.text);
		const weights = weightsName === undefined ? undefined : resolved(weightsName, framework);
		const named = resolved(name, framework);
		if (typeof weights === 'string') return { cell: weightsCell, message: weights };
		if (typeof named === 'string' && !weights) return { cell: nameCell, message: named };
		const model = typeof named === 'object' ? named : undefined;
		if (weights?.checkpoint && model && weights.model.id !== model.model.id) {
			const message = `these weights are of ${weights.model.id}, and the row is about ${model.model.id}`;
			return { cell: weightsCell, message };
		}
		if (weights?.checkpoint) return { name, model: weights.model, ...partsOf(weights) };
		const subject = { name, ...(model && { model: model.model, ...partsOf(model) }) };
		if (weightsName === undefined) return subject;
		if (!framework)
			return { cell: weightsCell, message: 'weights without a framework; expected a column framework' };
		return { name, ...(model && { model: model.model }), newWeights: { framework, name: weightsName } };
	};
	return { read, mayHave: hash => names.mayHave(hash) };
}

/** Every text in lower case that the index has. */
function allNames(catalog: Catalog, index: NameIndex): TextIndex {
	const names = new TextIndex();
	for (const name of index.names()) names.add(name);
	for (const id of catalog.candidateById.keys()) names.add(id.toLowerCase());
	return names;
}

export function frameworkOf(text: string): Framework | undefined {
	return frameworkNames.get(text) ?? frameworkNames.get(text.toLowerCase().replace(/[^a-z]/g, ''));
}

function partsOf({ checkpoint, candidate }: ResolvedModel): Pick<TableSubject, 'checkpoint' | 'candidate'> {
	return { ...(checkpoint && { checkpoint }), ...(candidate && { candidate }) };
}

function alternatives(text: string): readonly string[] {
	const bare = withoutSize(text);
	return bare === text ? [text] : [text, bare];
}

/** A name without the size in it: `mobilenet 160x160` is the mobilenet at that size and no model of its own. */
export function withoutSize(name: string): string {
	if (!/x\d|px/i.test(name)) return name;
	return name.replace(/[\s_@-]*\(?\b\d{2,4}(x\d{2,4}|\s?px)\)?$/i, '').trim();
}
