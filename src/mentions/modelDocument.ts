import type { Mention } from './mention.ts';
import type { ModelNames } from './modelNames.ts';
import { readFacts } from './chunkFacts.ts';
import { once } from '../catalog/once.ts';
import { dataMentions } from './dataMentions.ts';
import { pythonChunks } from './pythonChunks.ts';
import { linkMentions } from './pythonMentions.ts';
import { PythonScope, type LazyChunk } from './pythonScope.ts';

export type ModelLanguage = 'python' | 'yaml' | 'json';

/** One version of a text. Never changed: an edit makes another, which takes over what stayed the same. */
export interface ModelDocument {
	readonly text: string;
	readonly language: ModelLanguage;
	/** Of Python; none otherwise. */
	readonly chunks: readonly LazyChunk[];
	/** Its own bindings, with those of the cells before it. */
	readonly scope: PythonScope;
	/** False where no catalog could make a mention of anything in it, so that none needs to be loaded. */
	readonly mayName: boolean;
	readonly mentions: (names: ModelNames) => readonly Mention[];
}

/** An edit in UTF-16 offsets of the text before it, as editors report it. */
export interface TextChange {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Cheap: Python without any of these words names no model. */
const mayName =
	/timm|Timm|TIMM|torchvision|torch\.hub|hub\.load|keras|tensorflow|tf\.|transformers|pytorchcv|ptcv|mmpretrain|mmcls|ultralytics|segmentation_models|smp\.|create_model|AutoImageProcessor|AutoModel|_target_|_base_|backbone|models\./;

/** Part of every key of YAML and JSON that names a model. */
const mayNameInData =
	/_target_|model|backbone|arch|encoder|net|checkpoint|student|teacher|extractor|weights|_name_or_path|vision_tower|trunk/;

/** @param inherited scope of the cells of a notebook that stand before this one */
export function openModelDocument(text: string, language: ModelLanguage, inherited?: PythonScope): ModelDocument {
	return createDocument(text, language, new Map(), inherited);
}

/** The text after changes, made one after the other; only chunks that are new are read. */
export function editModelDocument(document: ModelDocument, changes: readonly TextChange[]): ModelDocument {
	const text = changes.reduce(
		(edited, change) => edited.slice(0, change.start) + change.text + edited.slice(change.end),
		document.text,
	);
	return updateModelDocument(document, text);
}

/** The same for an editor that hands over the whole text. */
export function updateModelDocument(document: ModelDocument, text: string, inherited?: PythonScope): ModelDocument {
	if (text === document.text && inherited === undefined) return document;
	return createDocument(
		text,
		document.language,
		new Map(document.chunks.map(chunk => [chunk.text, chunk])),
		inherited,
	);
}

/** The mention that an offset is in or at the end of. */
export function mentionAt(document: ModelDocument, offset: number, names: ModelNames): Mention | undefined {
	return document.mentions(names).find(({ start, end }) => start <= offset && offset <= end);
}

function createDocument(
	text: string,
	language: ModelLanguage,
	known: ReadonlyMap<string, LazyChunk>,
	inherited: PythonScope | undefined,
): ModelDocument {
	const reads = language === 'python' && (inherited !== undefined || mayName.test(text));
	const chunks = reads
		? pythonChunks(text).map(({ start, text: part }) => lazyChunk(start, part, known.get(part)))
		: [];
	const scope = new PythonScope(chunks, inherited);
	let last: { readonly names: ModelNames; readonly mentions: readonly Mention[] } | undefined;
	return {
		text,
		language,
		chunks,
		scope,
		mayName: language === 'python' ? reads : mayNameInData.test(text),
		mentions: names => {
			if (last?.names === names) return last.mentions;
			const mentions =
				language === 'python' ? linkMentions(chunks, scope, names) : dataMentions(text, language, names);
			last = { names, mentions };
			return mentions;
		},
	};
}

function lazyChunk(start: number, text: string, known: LazyChunk | undefined): LazyChunk {
	if (known) return { start, text, words: known.words, facts: known.facts };
	return { start, text, words: once(() => new Set(text.match(/[A-Za-z_]\w*/g))), facts: once(() => readFacts(text)) };
}
