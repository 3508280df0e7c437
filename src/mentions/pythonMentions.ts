import type { TextRange } from '../frameworks/insertion.ts';
import { kerasClasses } from '../frameworks/kerasClasses.ts';
import { argumentAt, frameworkOf, lastOf } from './callArguments.ts';
import type { CallFact, WrittenArgument } from './chunkFacts.ts';
import { choicesOf, type ConstantText } from './constantTexts.ts';
import type { Mention, MentionFramework, SeenArgument } from './mention.ts';
import { modelCallOf, type ModelCall } from './modelCalls.ts';
import type { ModelNames } from './modelNames.ts';
import { isMisspelt } from './nearestName.ts';
import { meaningOfText, plausibleName, type NamedText } from './namedText.ts';
import { builderOfBase, builderOfType } from './openMmlab.ts';
import type { TextChunk } from './pythonChunks.ts';
import type { LazyChunk, PythonScope } from './pythonScope.ts';

/** Words of chunks that name models without a function of a library. */
const recordWords = ['_target_', '_base_', 'backbone', 'TIMMBackbone', 'TimmClassifier'] as const;

/** The mentions of a file, or of one cell of a notebook, in the order of the text. */
export function linkMentions(chunks: readonly LazyChunk[], scope: PythonScope, names: ModelNames): readonly Mention[] {
	const linker = new Linker(scope, names);
	for (const chunk of chunks) {
		const words = chunk.words();
		const calls = scope.concerns(chunk);
		if (calls || recordWords.some(word => words.has(word))) linker.link(chunk);
	}
	return linker.mentions();
}

class Linker {
	private readonly found = new Map<string, Mention>();

	constructor(
		private readonly scope: PythonScope,
		private readonly names: ModelNames,
	) {}

	mentions(): readonly Mention[] {
		return [...this.found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
	}

	link(chunk: LazyChunk): void {
		const { calls, weights, records, bases } = chunk.facts();
		for (const call of calls) this.linkCall(chunk, call);
		for (const { path, start, end } of weights) this.linkWeights(chunk, path, { start, end });
		for (const record of records) this.linkRecord(chunk, record, record.arguments);
		for (const base of bases) this.linkBase(chunk, base);
	}

	private linkCall(chunk: LazyChunk, call: CallFact): void {
		if (call.path === 'dict') {
			this.linkRecord(chunk, call, call.arguments);
			this.linkType(chunk, call);
			return;
		}
		if (call.path === 'getattr') this.linkAttribute(chunk, call);
		const expanded = this.scope.expand(call.path);
		if (!expanded) return;
		if (/^transformers\.(?:pipelines\.)?pipeline$/.test(expanded.path)) this.linkPipeline(chunk, call);
		const made = modelCallOf(expanded.path);
		if (!made) return;
		const takes = expanded.isGuess ? 'known' : made.takes;
		if (made.at === 'callee') this.linkCallee(chunk, call, { ...made, takes }, lastOf(expanded.path));
		else this.linkArgument(chunk, call, { ...made, takes });
	}

	private linkCallee(chunk: LazyChunk, call: CallFact, { framework }: ModelCall, name: string): void {
		const known = this.names.knows(framework, name);
		if (!known && !(lastOf(call.path) === name && isMisspelt(this.names, framework, name))) return;
		const lookup = framework === 'keras' ? kerasLookup(name, call) : name;
		this.add(chunk, { text: name, framework, range: call.callee, kind: 'entry-point', lookup }, call);
		this.linkWeightsText(chunk, call, name);
	}

	private linkArgument(chunk: LazyChunk, call: CallFact, made: ModelCall): void {
		const argument = argumentAt(call, made.position, made.keywords ?? []);
		if (!argument) return;
		const framework = frameworkOf(call, made.framework);
		if (framework === undefined) return;
		const named = this.addText(chunk, argument, framework, made.takes, call);
		if (named !== undefined) this.linkWeightsText(chunk, call, named);
	}

	private linkPipeline(chunk: LazyChunk, call: CallFact): void {
		const task = argumentAt(call, 0, ['task'])?.value;
		const argument = argumentAt(call, 1, ['model']);
		const isImage = typeof task === 'string' && /^image-(?:classification|feature-extraction)$/.test(task);
		if (argument) this.addText(chunk, argument, 'transformers', isImage ? 'any' : 'known', call);
	}

	/** `getattr(models, "resnet50")` */
	private linkAttribute(chunk: LazyChunk, call: CallFact): void {
		const [module, name] = call.arguments;
		const path = module?.reference === undefined ? undefined : this.scope.expand(module.reference)?.path;
		if (path === undefined || typeof name?.value !== 'string') return;
		const made = modelCallOf(`${path}.${name.value}`);
		if (made?.at === 'callee') this.addText(chunk, name, made.framework, 'known', call);
	}

	/** `_target_` of Hydra names a function by its path, the keys beside it are its arguments. */
	private linkRecord(chunk: LazyChunk, range: TextRange, written: readonly WrittenArgument[]): void {
		const target = written.find(({ keyword }) => keyword === '_target_');
		const call = { ...range, path: '', callee: range, arguments: written };
		if (typeof target?.value === 'string' && target.inner) {
			const made = modelCallOf(target.value);
			const name = lastOf(target.value);
			if (made?.at === 'argument') this.linkArgument(chunk, call, made);
			else if (made && this.names.knows(made.framework, name)) {
				const { end } = target.inner;
				const text = { text: name, framework: made.framework, range: { start: end - name.length, end } };
				this.add(chunk, { ...text, kind: 'name' }, call);
			}
		}
		const type = written.find(({ keyword }) => keyword === 'type')?.value;
		const model = written.find(({ keyword }) => keyword === 'model_name');
		if (typeof type === 'string' && /(?:^|\.)(?:TIMMBackbone|TimmClassifier)$/.test(type) && model)
			this.addText(chunk, model, 'timm', 'any', call);
	}

	/** `backbone=dict(type='ResNet', depth=50)` of OpenMMLab's configurations. */
	private linkType(chunk: LazyChunk, call: CallFact): void {
		const type = call.arguments.find(({ keyword }) => keyword === 'type');
		if (call.givenTo !== 'backbone' || !type?.inner || typeof type.value !== 'string') return;
		const builder = builderOfType(type.value, call.arguments);
		if (builder === undefined) return;
		const name = lastOf(type.value);
		const range = { start: type.inner.end - name.length, end: type.inner.end };
		this.add(chunk, { text: name, framework: 'mmpretrain', range, kind: 'name', lookup: builder }, call);
	}

	private linkBase(chunk: TextChunk, base: WrittenArgument): void {
		if (typeof base.value !== 'string' || !base.inner) return;
		const stem = /([^/:]+)\.py$/.exec(base.value)?.[1];
		if (stem === undefined) return;
		const end = base.inner.end - '.py'.length;
		const builder = this.names.knows('mmpretrain', stem) ? undefined : builderOfBase(base.value);
		if (builder === undefined && !this.names.knows('mmpretrain', stem)) return;
		const range = { start: end - stem.length, end };
		this.add(chunk, {
			text: stem,
			framework: 'mmpretrain',
			range,
			kind: 'name',
			...(builder !== undefined && { lookup: builder }),
		});
	}

	private linkWeights(chunk: TextChunk, path: string, range: TextRange): void {
		const expanded = this.scope.expand(path)?.path;
		const match = /^torchvision\.models\.(?:\w+\.)*?(\w+_Weights)\.([A-Z][A-Z0-9_]*)$/.exec(expanded ?? '');
		if (!match) return;
		const [, weights = '', member = ''] = match;
		const written = chunk.text.slice(range.start, range.end);
		const start = range.start + Math.max(0, written.search(/\w+\s*\.\s*\w+\s*$/));
		this.add(chunk, {
			text: `${weights}.${member}`,
			framework: 'torchvision',
			range: { start, end: range.end },
			kind: 'weights',
		});
	}

	/** `weights="IMAGENET1K_V2"` beside the name of a network. */
	private linkWeightsText(chunk: LazyChunk, call: CallFact, builder: string): void {
		const weights = call.arguments.find(({ keyword }) => keyword === 'weights');
		const text = weights?.value;
		if (typeof text !== 'string' || !/^(?:\w+_Weights\.)?[A-Z][A-Z0-9_]+$/.test(text)) return;
		if (!weights?.inner || !this.names.knows('torchvision', builder)) return;
		const lookup = text.includes('.') ? text : `${builder}.${text}`;
		this.add(chunk, { text, framework: 'torchvision', range: weights.inner, kind: 'weights', lookup }, call);
	}

	/** The text of an argument, or of the constants that stand there; the name, where it is one. */
	private addText(
		chunk: LazyChunk,
		argument: WrittenArgument,
		framework: MentionFramework,
		takes: ModelCall['takes'],
		call: CallFact,
	): string | undefined {
		const written = choicesOf(argument)?.map(each => ({ chunk, argument: each, isSure: true }));
		const { reference } = argument;
		const texts =
			written ?? (reference === undefined ? [] : (this.scope.constantsOf(reference, chunk, call.start) ?? []));
		const added = texts.map(text => this.addConstant(text, { chunk, argument, framework, takes, call }));
		return added.length === 1 ? added[0] : undefined;
	}

	private addConstant(
		{ chunk, argument, isSure }: ConstantText,
		at: {
			readonly chunk: LazyChunk;
			readonly argument: WrittenArgument;
			readonly framework: MentionFramework;
			readonly takes: ModelCall['takes'];
			readonly call: CallFact;
		},
	): string | undefined {
		const { value, inner } = argument;
		const { framework, takes, call } = at;
		if (typeof value !== 'string' || !inner) return undefined;
		const named = plausibleName(framework, value);
		if (!named) return undefined;
		const isOpen = takes === 'any' && isSure;
		if (!isOpen && !named.isCertain && !this.names.knows(framework, named.lookup)) return undefined;
		const range = { start: inner.start + value.length - named.text.length, end: inner.end };
		const text: NamedText = { ...named, framework, range, kind: 'name' };
		// the text of an earlier cell is none of this one: the name of the constant stands for it
		if (chunk === at.chunk || this.scope.has(chunk)) this.add(chunk, text, call, at.chunk);
		else this.add(at.chunk, { ...text, range: at.argument }, call);
		return named.text;
	}

	private add(chunk: TextChunk, named: NamedText, call?: CallFact, callChunk = chunk): void {
		const { text, framework, range, kind } = named;
		const at = shifted(range, chunk.start);
		const key = `${String(at.start)}:${kind}`;
		if (this.found.has(key)) return;
		this.found.set(key, {
			...at,
			name: text,
			framework,
			kind,
			...(call && { call: shifted(call, callChunk.start) }),
			arguments: call ? call.arguments.map(argument => this.seen(argument, callChunk.start)) : [],
			...meaningOfText(this.names, named),
		});
	}

	private seen(argument: WrittenArgument, by: number): SeenArgument {
		const { keyword, keywordStart, position, value, reference } = argument;
		const path = reference === undefined ? undefined : (this.scope.expand(reference)?.path ?? reference);
		return {
			...shifted(argument, by),
			...(keyword !== undefined && { keyword }),
			...(position !== undefined && { position }),
			...(value !== undefined && { value }),
			...(keywordStart !== undefined && { keywordStart: keywordStart + by }),
			...(path !== undefined && { reference: path }),
		};
	}
}

/** The class at the width of the call, where the width is one of its arguments. */
function kerasLookup(name: string, call: CallFact): string {
	if (!kerasClasses.get(name)?.alphas) return name;
	const alpha = argumentAt(call, 1, ['alpha']);
	const width = alpha ? (alpha.value ?? 'unknown') : 1;
	return `${name}(alpha=${String(width)})`;
}

function shifted({ start, end }: TextRange, by: number): TextRange {
	return { start: start + by, end: end + by };
}
