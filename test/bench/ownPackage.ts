import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packFolder } from '../support/packExtension.ts';

const manifestSchema = z.looseObject({ activationEvents: z.array(z.string()) });

/**
 * Package of ours that nothing but its views and commands activate. The editor itself opens JSON as it starts, so the languages
 * would load ours together with ten extensions of the editor, and the empty one alone a moment later.
 * @returns path of the package.
 */
export function packWithoutLanguages(parent: string): string {
	const folder = join(parent, 'ours');
	mkdirSync(folder);
	for (const part of ['dist', 'media', 'data', 'package.nls.json', 'README.md', 'LICENSE', '.vscodeignore'])
		cpSync(part, join(folder, part), { recursive: true });
	const manifest = manifestSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
	const activationEvents = manifest.activationEvents.filter(event => !event.startsWith('onLanguage:'));
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents, scripts: {} }));
	const vsix = join(parent, 'ours.vsix');
	packFolder(folder, vsix);
	return vsix;
}
