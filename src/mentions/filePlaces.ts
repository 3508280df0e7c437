import type { NamedPlace } from '../catalog/namedModel.ts';
import { lineAt, linesOf } from '../frameworks/textLines.ts';
import { codeParts } from './codeParts.ts';
import type { ModelNames } from './modelNames.ts';
import { namedPlaces } from './namedModel.ts';

/** Endings of the files in which names of models are understood. */
export const codeEndings = ['py', 'ipynb', 'yaml', 'yml', 'json'] as const;

const foreignFolders = ['node_modules', '__pycache__', 'venv', 'site-packages'];

/** Folders of others: packages, environments, what version control keeps. */
export function isForeignFolder(name: string): boolean {
	return /^\../.test(name) || foreignFolders.includes(name);
}

/** The files in such folders, as a pattern of an editor. */
export const foreignFiles = `**/{.*,${foreignFolders.join(',')}}/**`;

/** Bytes above which a file of code was written by a program. */
export const maxCodeBytes = 5_000_000;

/** UTF-16 units above which an editor leaves a text alone: made by a machine, or data that configures nothing. */
export const longestText = { python: 2_000_000, yaml: 200_000, json: 200_000 } as const;

/** The places of a file that name models of the catalog, in its order. */
export function placesInFile(path: string, text: string, names: ModelNames): readonly NamedPlace[] {
	return codeParts(path, text).flatMap(({ document, cell }) => {
		const isRead = document.mayName && document.text.length <= longestText[document.language];
		const places = isRead ? namedPlaces(document, names) : [];
		const lines = places.length > 0 ? linesOf(document.text) : [];
		return places.map(({ mention: { start, name }, named }) => {
			const line = lineAt(lines, start);
			return { name, named, line, column: start - (lines[line]?.start ?? 0), cell };
		});
	});
}
