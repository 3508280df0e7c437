// Builds everything that ships into dist/, or with --tests the tests into out/.
// Usage: node esbuild.mjs [--tests] [--dev]
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { minify } from 'terser';
import { packedParser, withoutColors } from './test/support/parserPlugins.mjs';
import { smallSearch } from './test/support/searchPlugin.mjs';

const dev = process.argv.includes('--dev');

/** Look-ups of a catalog and members of our classes, which no text names. */
const ownMembers =
	/^(?:argumentOf|budgetOf|candidateNode|changedFiles|createUserCatalogs|currentSnapshot|lastGood|linkArgument|linkWeightsText|lookSoon|ofSettings|pageChange|reloadSoon|rememberActive|services|settling|snapshots|splitCandidates|stopWaiting|textOf|userCatalogs|watchFolders|workspaceCatalogs|addConvolution|addLinear|addNormalization|bindAssigned|bindingOf|byCatalog|codeByText|compareChecked|favoriteNode|filterResult|followsConvolution|forgetOthers|givenTo|linkAttribute|linkCallee|linkPipeline|linkRecord|packedOf|readSoon|refreshSoon|starModules|takeAssignment|takeBindings|takeDictionary|takeSeparator|waitForPage|wantedHere|(?:family|model|checkpoint|candidate|device|source|dataset|file)ById|(?:models|checkpoints|candidates|figures|measurements)Of|measurementsOn)$/;

/**
 * Properties that the search library, those with an underscore, and the parser of Python keep to themselves and use most, and
 * `ownMembers`. The file for the browser has shorter names for them.
 */
const innerProperties =
	/^(?:_backtrack|_beginSearch|_beginnings|_beginningsLen|_bestKeyScore|_bitOffsets|_bitflags|_buildingBeginnings|_cancel|_candidateLength|_candidateRows|_complete|_done|_endSearch|_error|_finish|_first|_getters|_history|_index|_indexRow|_indexes|_initialize|_input|_keys|_keysLength|_lastQuery|_lastRowsLen|_lower|_matchRows|_matchedRowsLen|_mode|_nextBeginningIndexes|_objects|_offsets|_partWinners|_prepareOne|_remember|_resetSearch|_rowBits|_rowCount|_rowWords|_rows|_run|_schedule|_scheduled|_score|_singleMatchCode|_singleMatchIndex|_singleMatchStrict|_targetLower|_targetLowerCodes|_targets|EnterBracketed|ExcludeBuffers|IgnoreMounts|IgnoreOverlays|IncludeAnonymous|_parent|_tree|acceptToken|baseParse|bigReductionCount|bufferBase|bufferLength|bufferStart|childBefore|childString|chunk2|chunk2Pos|chunkOff|chunkPos|contextHash|curContext|deserialize|dynamicPrecedences|enterChild|findChild|forceReduce|frag|isAnonymous|lastBigReductionSize|lastBigReductionStart|lookAhead|mainToken|minRepeatTerm|minStackPos|mount|mounted|nextChild|nextSignificantParent|nextStart|nextStates|nodeNames|nodeProps|nodeSet|perNode|rangeIndex|recovering|reducePos|resolveOffset|specialized|specializerSpecs|specializers|stackID|stacks|stateSlot|stoppedAt|storeNode|tokenizers|topRules|updateContext|argumentOf|budgetOf|candidateNode|changedFiles|createUserCatalogs|currentSnapshot|lastGood|linkArgument|linkWeightsText|lookSoon|ofSettings|pageChange|reloadSoon|rememberActive|services|settling|snapshots|splitCandidates|stopWaiting|textOf|userCatalogs|watchFolders|workspaceCatalogs|addConvolution|addLinear|addNormalization|bindAssigned|bindingOf|byCatalog|codeByText|compareChecked|favoriteNode|filterResult|followsConvolution|forgetOthers|givenTo|linkAttribute|linkCallee|linkPipeline|linkRecord|packedOf|readSoon|refreshSoon|starModules|takeAssignment|takeBindings|takeDictionary|takeSeparator|waitForPage|wantedHere|(?:family|model|checkpoint|candidate|device|source|dataset|file)ById|(?:models|checkpoints|candidates|figures|measurements)Of|measurementsOn)$/;

/** @throws {RangeError} if one of the others is also a word of ours, of another library, of the editor's interface or of the language. */
function assertOnlyInner() {
	const libraries = ['markdown-table/index.js', '@types/vscode/index.d.ts'];
	const files = [
		...filesUnder('src', /\.ts$/),
		...filesUnder('node_modules/zod/v4', /\.js$/),
		...filesUnder('node_modules/typescript/lib', /^lib\.(?:es|webworker).*\.d\.ts$/, true),
		...libraries.map(name => `node_modules/${name}`),
	];
	for (const file of files) {
		const word = (read(file).match(/[\w$]+/g) ?? []).find(
			each => innerProperties.test(each) && !ownMembers.test(each),
		);
		if (word) throw new RangeError(`invalid innerProperties: ${file} says ${word} too`);
	}
}

const read = file => readFileSync(file, 'utf8');

const common = {
	bundle: true,
	minify: !dev,
	sourcemap: dev,
	logLevel: 'warning',
	metafile: true,
	target: 'es2022',
	charset: 'utf8',
	plugins: [withoutColors],
};

/** Loaded by VS Code on a desktop or a server: a small main chunk, each feature in a chunk of its own. */
const nodeHost = {
	...common,
	entryPoints: { extension: 'src/extension.ts' },
	outdir: 'dist',
	chunkNames: 'chunks/[name]-[hash]',
	// Not `"type": "module"` in the manifest: the web host would then refuse its CommonJS file.
	outExtension: { '.js': '.mjs' },
	format: 'esm',
	splitting: true,
	platform: 'node',
	target: 'node20',
	external: ['vscode'],
};

/** What the file for the browser is made of: apart, each part holds only what the others need of it. */
const webParts = {
	...common,
	entryPoints: { extension: 'src/extension.ts' },
	outdir: 'dist/web/parts',
	format: 'esm',
	splitting: true,
	platform: 'browser',
	external: ['vscode'],
	// The parser of Python prints its steps where an environment variable says so; a browser has none.
	define: { process: 'undefined' },
	mangleProps: innerProperties,
	plugins: [packedParser, smallSearch, { name: 'desktop only', setup: leaveOutForBrowser }],
};

/** Loaded by VS Code in a browser, whose host takes one CommonJS file and has no dynamic import. */
const webHost = {
	...common,
	entryPoints: { extension: 'dist/web/parts/extension.js' },
	outdir: 'dist/web',
	format: 'cjs',
	platform: 'browser',
	external: ['vscode'],
	// Both said once for the whole file, not in each of its modules.
	banner: { js: '"use strict";const vscode$=require("vscode");' },
	plugins: [{ name: 'one vscode', setup: takeVscodeOnce }],
	tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
};

/** Leaves the modules of a bundle the `vscode$` of its banner in place of an import each. */
function takeVscodeOnce(bundler) {
	bundler.onLoad({ filter: /web.parts.[^/\\]+\.js$/ }, ({ path }) => ({
		contents: readFileSync(path, 'utf8').replace(
			/import\s*\*\s*as ([\w$]+) from\s*"vscode";/g,
			(_, name) => `const ${name}=vscode$;`,
		),
	}));
}

/** Reading tables, judging figures, recording decisions and drawing the plot as a file would make the one file of the browser a sixth larger: in their place stands less. */
function leaveOutForBrowser(bundler) {
	bundler.onResolve(
		{
			filter: /\/(importers\/table|readInTurns|importTimmResults|judgeFiles|decisionText|plotImage|packPatterns|packDecimals)\.ts$/,
		},
		({ path, resolveDir }) => ({
			path: join(resolveDir, path.replace('.ts', 'OnDesktop.ts')),
		}),
	);
	bundler.onResolve({ filter: /\/files\.ts$/ }, ({ path, resolveDir }) => ({
		path: join(resolveDir, path.replace('files.ts', 'filesInBrowser.ts')),
	}));
}

const page = {
	...common,
	entryPoints: { page: 'src/webview/page.ts' },
	outdir: 'dist/page',
	format: 'esm',
	platform: 'browser',
	legalComments: 'linked', // beside it: they would take room of the page
};

const commandLine = {
	...common,
	entryPoints: { cli: 'src/cli/main.ts' },
	outdir: 'dist',
	outExtension: { '.js': '.mjs' },
	format: 'esm',
	platform: 'node',
	target: 'node20',
	banner: { js: '#!/usr/bin/env node' },
};

/** Every test file and every script of test/support and test/bench as a module of its own, packages left outside. */
const tests = {
	...common,
	minify: false,
	sourcemap: true,
	entryPoints: filesUnder('test', /\.ts$/).filter(file => !/^test.host.web/.test(file)),
	outbase: 'test',
	outdir: 'out/test',
	outExtension: { '.js': '.mjs' },
	format: 'esm',
	platform: 'node',
	target: 'node20',
	packages: 'external',
	external: ['vscode'],
};

/** The tests that also run in the extension host of a browser: one CommonJS file, without Node. */
const webTests = {
	...common,
	minify: false,
	sourcemap: true,
	entryPoints: { runTests: 'test/host/web/runTests.ts' },
	outdir: 'out/test/host/web',
	format: 'cjs',
	platform: 'browser',
	external: ['vscode'],
	alias: { 'node:assert/strict': './test/host/web/assert.ts' },
	plugins: [
		withoutColors,
		{ name: 'desktop only', setup: leaveOutForBrowser },
		{ name: 'web suite', setup: resolveWebSuite },
	],
};

/** Makes `virtual:web-suite` a module that imports every `*.web.test.ts`. */
function resolveWebSuite(bundler) {
	bundler.onResolve({ filter: /^virtual:web-suite$/ }, ({ path }) => ({ path, namespace: 'suite' }));
	bundler.onLoad({ filter: /.*/, namespace: 'suite' }, () => ({
		contents: filesUnder('test/host/suite', /\.web\.test\.ts$/)
			.map(file => `import './${file}';`)
			.join('\n'),
		resolveDir: '.',
	}));
}

function filesUnder(folder, pattern, declarations = false) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile() && pattern.test(entry.name) && (declarations || !entry.name.endsWith('.d.ts')))
		.map(entry => join(entry.parentPath, entry.name));
}

async function buildProduct() {
	rmSync('dist', { recursive: true, force: true });
	const [host] = await Promise.all([nodeHost, webParts, page, commandLine].map(options => build(options)));
	await build(webHost);
	rmSync('dist/web/parts', { recursive: true });
	assertOnlyInner();
	if (!dev) await Promise.all(['dist/web/extension.js', 'dist/page/page.js'].map(minifyAgain));
	if (!dev) await joinMainChunk(host.metafile.outputs);
	await writeCatalog();
}

/** terser folds what esbuild leaves, two hundredths of a file: worth its seconds for those that are fetched whole. */
async function minifyAgain(file) {
	const options = { ecma: 2020, toplevel: true, compress: { passes: 2, unsafe_arrows: true } };
	writeFileSync(file, (await minify(read(file), options)).code);
}

/**
 * Puts the chunks that the main one always needs into it, since each further file costs activation time. What was in them
 * is exported under names of its own, and they stay as re-exports of it, so that every module still exists once.
 */
async function joinMainChunk(outputs) {
	const main = 'dist/extension.mjs';
	const joined = [...staticImports(outputs, main)].map((file, number) => ({
		file,
		names: outputs[file].exports.map(name => ({ name, alias: `${name}_${number}` })),
	}));
	const contents = [
		`export * from './${basename(main)}';`,
		...joined.map(
			({ file, names }) => `export { ${names.map(each => `${each.name} as ${each.alias}`)} } from './${file}';`,
		),
	].join('\n');
	const { outputFiles } = await build({
		...nodeHost,
		entryPoints: undefined,
		stdin: { contents: contents.replaceAll('./dist/', './'), resolveDir: 'dist' },
		splitting: false,
		write: false,
		plugins: [{ name: 'features stay apart', setup: keepDynamicImports }],
	});
	writeFileSync(main, outputFiles[0].contents);
	for (const { file, names } of joined) {
		const list = names.map(({ name, alias }) => `${alias} as ${name}`);
		writeFileSync(file, `export { ${list} } from '../${basename(main)}';\n`);
	}
}

/** The outputs that a file needs before it can run, and those that these need. */
function staticImports(outputs, file, found = new Set()) {
	for (const { path, kind, external } of outputs[file].imports) {
		if (kind !== 'import-statement' || external || found.has(path)) continue;
		found.add(path);
		staticImports(outputs, path, found);
	}
	return found;
}

/** Leaves `import()` as it is, with its path seen from `dist`. */
function keepDynamicImports(bundler) {
	bundler.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) =>
		kind === 'dynamic-import'
			? { path: `./${relative('dist', join(resolveDir, path)).replaceAll('\\', '/')}`, external: true }
			: undefined,
	);
}

/** All records in one compact file: those kept by hand in `data/`, then those of each import that its `catalog.json` names. */
async function writeCatalog() {
	const { imports, ...head } = JSON.parse(readFileSync('data/catalog.json', 'utf8'));
	const folders = ['data', ...imports.map(name => join('data', 'imported', name))];
	const { encodeCatalog, shippedLists } = await importSource('src/catalog/encodeCatalog.ts');
	const rowsOf = list =>
		folders
			.map(folder => join(folder, `${list}.json`))
			.flatMap(file => (existsSync(file) ? JSON.parse(read(file)) : []));
	const lists = Object.fromEntries(shippedLists.map(list => [list, rowsOf(list)]));
	const report = read('data/reports/verified-snippets.tsv');
	writeFileSync('dist/catalog.json', encodeCatalog({ ...head, ...lists }, report));
	// every name that one version of timm and of torchvision takes, as `FrameworkLists`
	const namesOf = (key, value) => (key === 'checkpoints' ? value.map(({ name }) => name) : value);
	const names = JSON.stringify(JSON.parse(read('data/extracted/frameworks.json')), namesOf);
	writeFileSync('dist/names.json', names.replaceAll('"checkpoints":', '"weights":'));
}

async function importSource(file) {
	const options = { entryPoints: [file], bundle: true, format: 'esm', write: false, logLevel: 'warning' };
	const [{ contents }] = (await build(options)).outputFiles;
	return import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`);
}

async function buildTests() {
	rmSync('out/test', { recursive: true, force: true });
	await Promise.all([build(tests), build(webTests)]);
}

await (process.argv.includes('--tests') ? buildTests() : buildProduct());
