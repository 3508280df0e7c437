// Plugins of the build for the parser of Python.
import { readFileSync } from 'node:fs';
import { packText, unpackText } from './packText.mjs';

/** Leaves out what the parser would color its tokens with. It is only asked for their structure. */
export const withoutColors = {
	name: 'without colors',
	setup(bundler) {
		leaveOutColors(bundler, text => text);
	},
};

/** The same with the tables of the parser packed, for the file that a browser fetches whole: they are two thirds as long then. */
export const packedParser = {
	name: 'packed parser',
	setup(bundler) {
		leaveOutColors(bundler, text => {
			const tables = /^(\s+(?:states|stateData|goto|nodeNames|tokenData): )("(?:[^"\\]|\\.)*")/gm;
			const packed = text.replace(
				tables,
				(_, key, table) => `${key}unpackText(${packedLiteral(JSON.parse(table))})`,
			);
			if (packed === text) throw new RangeError('invalid parser: it has no tables');
			return `${unpackText}\n${packed}`;
		});
	},
};

function leaveOutColors(bundler, change) {
	bundler.onResolve({ filter: /^@lezer\/highlight$/ }, ({ path }) => ({ path, namespace: 'colors' }));
	bundler.onLoad({ filter: /.*/, namespace: 'colors' }, () => ({
		contents: `export const styleTags = () => () => null;
			export const tags = new Proxy(() => tags, { get: () => tags });`,
	}));
	bundler.onLoad({ filter: /@lezer[\\/]python[\\/]dist[\\/]index\.js$/ }, ({ path }) => ({
		contents: change(readFileSync(path, 'utf8').replace(/styleTags\(\{[^]*?\n\}\)/, 'styleTags()')),
	}));
}

/** @throws {RangeError} if the text that comes back is another one. */
function packedLiteral(text) {
	const packed = packText(text);
	if (unpackText(packed) !== text) throw new RangeError(`invalid packed text: ${packed}`);
	return JSON.stringify(packed);
}
