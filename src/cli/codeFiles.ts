import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeEndings, isForeignFolder, maxCodeBytes } from '../mentions/filePlaces.ts';
import { quoted } from './options.ts';
import { UsageError } from './usageError.ts';

/**
 * The file, or the files of code below a folder, sorted.
 * @throws {UsageError} if there is no such file or folder, or the file is of another kind.
 */
export function codeFilesUnder(path: string): readonly string[] {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) throw new UsageError(`cannot check ${quoted(path)}: there is no such file or folder`);
	if (found.isDirectory()) return filesIn(path);
	if (!isCode(path)) throw new UsageError(`cannot check ${quoted(path)}; expected .py, .ipynb, .yaml, .yml or .json`);
	return [path];
}

function filesIn(folder: string): readonly string[] {
	const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	return entries.flatMap(entry => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return isForeignFolder(entry.name) ? [] : filesIn(path);
		return entry.isFile() && isCode(entry.name) && statSync(path).size <= maxCodeBytes ? [path] : [];
	});
}

function isCode(path: string): boolean {
	return codeEndings.some(ending => path.toLowerCase().endsWith(`.${ending}`));
}
