// Plugin of the build for the search library, in the file that a browser fetches whole.
import { readFileSync } from 'node:fs';

const file = 'node_modules/fuzzysort/fuzzysort.js';

/**
 * What we never ask of it: lists other than a snapshot, several texts per entry, an empty query, words with spaces between,
 * a score of ours, the results of the query before, which it keeps only where no threshold is given.
 */
const unused = [
	['if(targets instanceof SnapshotTargets) return goSnapshot(', 'return goSnapshot('],
	['if(snapshot._mode < 2) {', '{'],
	['} else results = goKeys(query, snapshot._objects, options, snapshot)', '}'],
	['if(!search) return allSnapshot(snapshot, options)', ''],
	[/(?:query|search|info)\.hasSpace/g, 'false'],
	[/options\?\.scoreFn/g, 'undefined'],
	[/(?:this\._)?mode === 2/g, 'false'],
	['result instanceof KeysResult', 'false'],
	['snapshot._backtrack(query, options)', 'undefined'],
	['snapshot._remember(query, results, options)', ''],
	[/^ {2}_(?:backtrack|remember)\([^]*?^ {2}\}$/gm, ''],
];

/** fuzzysort with what is asked of it alone, which is smaller than what its makers minify. */
export const smallSearch = {
	name: 'small search',
	setup(bundler) {
		bundler.onLoad({ filter: /fuzzysort[\\/]fuzzysort(?:\.min)?\.js$/ }, () => ({ contents: contents() }));
	},
};

/** @throws {RangeError} if the library is another version, which says something else. */
function contents() {
	return unused.reduce(
		(text, [from, to]) => {
			const changed = text.replaceAll(from, to);
			if (changed === text) throw new RangeError(`invalid ${file}: it does not say ${String(from)}`);
			return changed;
		},
		readFileSync(file, 'utf8'),
	);
}
