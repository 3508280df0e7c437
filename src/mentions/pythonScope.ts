import type { ImportedName } from '../frameworks/pythonImports.ts';
import type { ChunkFacts } from './chunkFacts.ts';
import { constantTexts, type ConstantText } from './constantTexts.ts';
import { modelLibraries } from './modelCalls.ts';
import type { TextChunk } from './pythonChunks.ts';

/** A chunk that reads itself when it is asked, once. */
export interface LazyChunk extends TextChunk {
	/** Every word of the text. */
	readonly words: () => ReadonlySet<string>;
	readonly facts: () => ChunkFacts;
}

/** What names mean that a file uses without saying where they are from, as a cell of a notebook or a piece of code does. */
const usualRoots: ReadonlyMap<string, string> = new Map([
	...['timm', 'torchvision', 'keras', 'transformers', 'pytorchcv', 'mmpretrain'].map(name => [name, name] as const),
	['tf', 'tensorflow'],
	['smp', 'segmentation_models_pytorch'],
]);
/** The same, of functions that others have too: only a known name makes their call a mention. */
const usualFunctions: ReadonlyMap<string, string> = new Map([
	['create_model', 'timm.create_model'],
	['ptcv_get_model', 'pytorchcv.model_provider.get_model'],
	['AutoImageProcessor', 'transformers.AutoImageProcessor'],
	['AutoModelForImageClassification', 'transformers.AutoModelForImageClassification'],
]);

const mayImport =
	/timm|torch|keras|tensorflow|transformers|pytorchcv|mmpretrain|ultralytics|segmentation_models|create_model|AutoImageProcessor|AutoModel/;
const longestAlias = 5;

/** What the names of a file are bound to. Imports count wherever they stand, since code is read and not run. */
export class PythonScope {
	private readonly bindings = new Map<string, string>();
	private readonly stars: string[] = [];
	private readonly defined = new Set<string>();

	/** @param inherited what earlier cells of a notebook bind */
	constructor(
		private readonly chunks: readonly LazyChunk[],
		private readonly inherited?: PythonScope,
	) {
		for (const chunk of chunks) this.bind(chunk);
		for (const name of this.defined) this.bindings.delete(name);
	}

	/** A dotted path with its root replaced by what it stands for; undefined where that is none of the libraries. */
	expand(path: string): { readonly path: string; readonly isGuess: boolean } | undefined {
		let expanded = path;
		for (let steps = 0; steps < longestAlias; steps++) {
			const dot = expanded.indexOf('.');
			const root = dot < 0 ? expanded : expanded.slice(0, dot);
			const bound = this.bindingOf(root);
			if (bound === undefined)
				return steps > 0 && isLibrary(expanded) ? { path: expanded, isGuess: false } : this.guess(path, root);
			expanded = dot < 0 ? bound : bound + expanded.slice(dot);
			if (isLibrary(expanded)) return { path: expanded, isGuess: false };
		}
		return undefined;
	}

	/** Whether some name of a chunk can lead into one of the libraries. */
	concerns(chunk: LazyChunk): boolean {
		for (const word of chunk.words()) {
			if (usualRoots.has(word) || usualFunctions.has(word)) return true;
			const bound = this.bindingOf(word);
			if (bound !== undefined || (this.hasStars() && /^[A-Za-z]/.test(word))) return true;
		}
		return false;
	}

	/** The texts that a name stands for at a place of a chunk; those of earlier cells are there too, by chunks of theirs. */
	constantsOf(name: string, chunk: LazyChunk, at: number): readonly ConstantText[] | undefined {
		return constantTexts(this.chunks, name, chunk, at) ?? this.inherited?.constantsOf(name, chunk, at);
	}

	/** Whether a chunk is of this text and not of an earlier cell. */
	has(chunk: TextChunk): boolean {
		return this.chunks.some(each => each === chunk);
	}

	private hasStars(): boolean {
		return this.stars.length > 0 || (this.inherited?.hasStars() ?? false);
	}

	private bindingOf(name: string): string | undefined {
		return this.bindings.get(name) ?? (this.defined.has(name) ? undefined : this.inherited?.bindingOf(name));
	}

	private isDefined(name: string): boolean {
		return this.defined.has(name) || (this.inherited?.isDefined(name) ?? false);
	}

	private guess(path: string, root: string): { path: string; isGuess: boolean } | undefined {
		if (this.isDefined(root)) return undefined;
		const star = this.starModules()[0];
		if (star !== undefined) return { path: `${star}.${path}`, isGuess: true };
		const rest = path.slice(root.length);
		const module = usualRoots.get(root);
		if (module !== undefined && rest !== '') return { path: module + rest, isGuess: false };
		const usual = usualFunctions.get(root);
		return usual === undefined ? undefined : { path: usual + rest, isGuess: true };
	}

	private starModules(): readonly string[] {
		return this.stars.length > 0 ? this.stars : (this.inherited?.starModules() ?? []);
	}

	private bind(chunk: LazyChunk): void {
		const { text } = chunk;
		const head = /^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)/.exec(text)?.[1];
		if (head !== undefined) this.defined.add(head);
		const assigned = /^(\w+)[ \t]*(?::[^=\n]*)?=(?!=)/.exec(text)?.[1];
		if (assigned !== undefined) this.bindAssigned(chunk, assigned);
		if (!/\bimport\b/.test(text) || !mayImport.test(text)) return;
		const { imports, stars } = chunk.facts();
		for (const imported of imports) this.bindImport(imported);
		this.stars.push(...stars.filter(isLibrary));
	}

	private bindImport({ module, name, local }: ImportedName): void {
		// `import a.b` binds `a`
		const path = name === undefined ? (module.startsWith(`${local}.`) ? local : module) : `${module}.${name}`;
		if (isLibrary(path)) this.bindings.set(local, path);
		else {
			this.bindings.delete(local);
			this.defined.add(local);
		}
	}

	/** `apps = tf.keras.applications` at the margin makes `apps` another name of it. */
	private bindAssigned(chunk: LazyChunk, name: string): void {
		if (usualFunctions.has(name) || usualRoots.has(name)) this.defined.add(name);
		if (!/=\s*\w+(?:\.\w+)+\s*$/.test(chunk.text)) return;
		const value = chunk.facts().assigned.find(each => each.name === name)?.value;
		const root = value?.reference?.split('.')[0];
		if (value?.reference === undefined || root === undefined || root === name) return;
		if (this.bindingOf(root) !== undefined || usualRoots.has(root)) {
			this.bindings.set(name, value.reference);
			this.defined.delete(name);
		}
	}
}

function isLibrary(path: string): boolean {
	const dot = path.indexOf('.');
	return modelLibraries.has(dot < 0 ? path : path.slice(0, dot));
}
