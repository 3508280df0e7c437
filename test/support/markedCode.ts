import { codeParts } from '../../src/mentions/codeParts.ts';
import type { ModelNames } from '../../src/mentions/modelNames.ts';

/** A name in a file of the corpus; offsets are those of the file without its marks. */
export interface MarkedName {
	/** `any` where the file does not tell. */
	readonly framework: string;
	readonly start: number;
	readonly end: number;
	/** As the framework spells it. */
	readonly name: string;
}

export interface MarkedCode {
	readonly text: string;
	readonly names: readonly MarkedName[];
}

/** `«timm:resnet50»` marks a name, `«torchvision:make=resnet50»` one that is called by another. */
const mark = /«([\w-]+):([^«»=]+)(?:=([^«»]+))?»/g;

export function readMarked(marked: string): MarkedCode {
	const names: MarkedName[] = [];
	let text = '';
	let from = 0;
	for (const match of marked.matchAll(mark)) {
		const [whole, framework = '', written = '', name = written] = match;
		text += marked.slice(from, match.index);
		names.push({ framework, start: text.length, end: text.length + written.length, name });
		text += written;
		from = match.index + whole.length;
	}
	return { text: text + marked.slice(from), names };
}

/** What is recognized in a file, in the form of its marks. */
export function recognizedIn(path: string, text: string, names: ModelNames): readonly MarkedName[] {
	return codeParts(path, text).flatMap(({ document, toFile }) =>
		document.mentions(names).map(({ framework = 'any', start, end, name }) => ({
			framework,
			start: toFile(start),
			end: toFile(end),
			name,
		})),
	);
}
