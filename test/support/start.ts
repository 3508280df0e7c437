// `npm start`: the editor with the extension and a sample workspace.
// --desktop      an installed or downloaded desktop VS Code (what macOS and Windows always get)
// --port N       a port of your choice
// --screenshot F opens it in Chromium, waits for the tree's families, saves a picture, and ends
import { parseArgs } from 'node:util';
import { installServer, newestVersion } from './editor/install.ts';
import { startServer } from './editor/server.ts';
import { startDesktop } from './editor/desktop.ts';
import { copySampleWorkspace } from './sampleWorkspace.ts';
import { saveTreeScreenshot } from './treeScreenshot.ts';
import { resolve } from 'node:path';

const { values } = parseArgs({
	options: {
		desktop: { type: 'boolean', default: false },
		port: { type: 'string' },
		screenshot: { type: 'string' },
	},
});

const sample = copySampleWorkspace();
try {
	if (values.screenshot !== undefined) await saveTreeScreenshot(sample.folder, values.screenshot);
	else if (values.desktop || process.platform !== 'linux') await startDesktop(sample.folder);
	else await serveUntilInterrupted(sample.folder, values.port === undefined ? undefined : Number(values.port));
} finally {
	sample.remove();
}

async function serveUntilInterrupted(folder: string, port: number | undefined): Promise<void> {
	const server = await startServer({
		server: installServer(newestVersion),
		// Without a test driver a built VS Code ignores the extension in development.
		testing: true,
		...(port === undefined ? {} : { port }),
	});
	const extension = `vscode-remote://127.0.0.1:${String(server.port)}${resolve('.')}`;
	const address = server.url(folder, [['extensionDevelopmentPath', extension]]);
	process.stdout.write(
		`\nModel Scout runs in VS Code ${newestVersion.vscode}. Open\n\n  ${address}\n\nCtrl+C ends it.\n`,
	);
	await new Promise<void>(interrupted => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.once(signal, () => {
				interrupted();
			});
		}
	});
	await server.stop();
}
