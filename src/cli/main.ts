import { version } from '../../package.json';
import { runCommandLine } from './commandLine.ts';

// A reader that has seen enough closes the pipe: `model-scout catalog | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
	shippedCatalog: new URL('catalog.json', import.meta.url),
	version,
	out: text => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
	error: line => process.stderr.write(`${line}\n`),
});
