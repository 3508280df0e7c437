// Runs the host suite alone. Usage: hostTests [--floor | --desktop | --web] [--only trusted|restricted]
import { parseArgs } from 'node:util';
import { runDesktopTests } from './editor/desktop.ts';
import { floorVersion, newestVersion } from './editor/install.ts';
import { runHostSuite, runWebSuite, type TrustMode } from './hostSuite.ts';
import { copySampleWorkspace } from './sampleWorkspace.ts';

const { values } = parseArgs({
	options: {
		desktop: { type: 'boolean', default: false },
		floor: { type: 'boolean', default: false },
		only: { type: 'string' },
		web: { type: 'boolean', default: false },
	},
});

process.exitCode = values.desktop ? await onDesktop() : await onServer();

async function onDesktop(): Promise<number> {
	const sample = copySampleWorkspace();
	try {
		return await runDesktopTests(sample.folder, 'out/test/host/index.mjs');
	} finally {
		sample.remove();
	}
}

async function onServer(): Promise<number> {
	const all: readonly TrustMode[] = ['trusted', 'restricted'];
	const modes = all.filter(mode => values.only === undefined || values.only === mode);
	const version = values.floor ? floorVersion : newestVersion;
	const counts = values.web ? await runWebSuite() : await runHostSuite(version, modes);
	process.stdout.write(`${String(counts.passed)} passed, ${String(counts.failed)} failed\n`);
	return counts.failed > 0 ? 1 : 0;
}
