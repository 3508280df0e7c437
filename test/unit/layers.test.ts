import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** Folders of ours and packages that each folder of the core may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	catalog: ['zod', 'fuzzysort'],
	architecture: ['src/catalog', 'pbf'],
	latency: ['src/catalog'],
	selection: ['src/catalog', 'src/latency'],
	frameworks: ['src/catalog', 'src/architecture', 'zod', '@lezer/python', '@lezer/common'],
	mentions: ['src/catalog', 'src/frameworks', '@lezer/python', '@lezer/common', 'smol-toml', '@renovatebot/pep440'],
	comparison: [
		'src/catalog',
		'src/architecture',
		'src/latency',
		'src/selection',
		'src/frameworks',
		'zod',
		'markdown-table',
	],
};
const core = Object.keys(mayImport).map(folder => `src/${folder}`);
const shells: Readonly<Record<string, readonly string[]>> = {
	'src/cli': [...core, 'package.json', 'zod'],
	'src/webview': [...core, 'media/page.css', 'media/table.css', 'lit', '@vscode-elements/elements', 'fuzzysort'],
	'src/host': [...core, 'vscode', 'zod', 'node:fs/promises'],
};

const files = readdirSync('src', { recursive: true, withFileTypes: true })
	.filter(entry => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
	.map(entry => posix.join(...join(entry.parentPath, entry.name).split(/[\\/]/)));

/** Every module that a file names: imports, re-exports, types, dynamic imports, `require` and `import("x")` types. */
function modulesNamedBy(file: string, text = readFileSync(file, 'utf8')): readonly string[] {
	const named: string[] = [];
	const visit = (node: ts.Node): void => {
		if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
			named.push(nameOf(node.moduleSpecifier));
		} else if (ts.isImportTypeNode(node)) {
			named.push(ts.isLiteralTypeNode(node.argument) ? nameOf(node.argument.literal) : '(computed)');
		} else if (ts.isExternalModuleReference(node)) {
			named.push(nameOf(node.expression));
		} else if (ts.isCallExpression(node) && isLoader(node.expression)) {
			named.push(nameOf(node.arguments[0]));
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
	return named;
}

function isLoader(callee: ts.Expression): boolean {
	return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function nameOf(node: ts.Node | undefined): string {
	return node && ts.isStringLiteralLike(node) ? node.text : '(computed)';
}

/** The folder of `src` or the package that a module ends in: `./../host/x.ts` in `src/catalog` is `src/host`. */
function layerOf(file: string, module: string): string {
	if (module.startsWith('.')) return folderOf(posix.normalize(posix.join(posix.dirname(file), module)));
	if (module.startsWith('node:')) return module;
	return module
		.split('/')
		.slice(0, module.startsWith('@') ? 2 : 1)
		.join('/');
}

/** `src/catalog` of `src/catalog/records.ts`; a file that stands in `src` itself is its own layer. */
function folderOf(path: string): string {
	return path.split('/').slice(0, 2).join('/');
}

function layersImportedBy(folder: string): readonly string[] {
	const inFolder = files.filter(file => folderOf(file) === folder);
	const layers = inFolder.flatMap(file => modulesNamedBy(file).map(module => layerOf(file, module)));
	return [...new Set(layers)].filter(layer => layer !== folder);
}

for (const [folder, allowed] of Object.entries(mayImport)) {
	it(`src/${folder} imports nothing but its own files and [${allowed.join(', ')}]`, () => {
		assert.deepEqual(
			layersImportedBy(`src/${folder}`).filter(layer => !allowed.includes(layer)),
			[],
		);
	});
}

for (const [folder, allowed] of Object.entries(shells)) {
	it(`${folder} imports nothing but the core and its own packages`, () => {
		const usesNode = folder === 'src/cli';
		const foreign = layersImportedBy(folder).filter(layer => !allowed.includes(layer));
		assert.deepEqual(
			foreign.filter(layer => !(usesNode && layer.startsWith('node:'))),
			[],
		);
	});
}

it('every folder of src is a shell or a listed part of the core', () => {
	const folders = new Set(files.filter(file => file.split('/').length > 2).map(folderOf));
	assert.deepEqual(
		[...folders].filter(folder => !core.includes(folder) && !(folder in shells)),
		[],
	);
});

it('only src/host and src/extension.ts name vscode, types included', () => {
	const naming = files.filter(file => modulesNamedBy(file).includes('vscode'));
	assert.deepEqual(
		naming.filter(file => file !== 'src/extension.ts' && folderOf(file) !== 'src/host'),
		[],
	);
});

it('src/extension.ts imports nothing but the host and vscode', () => {
	const layers = modulesNamedBy('src/extension.ts').map(module => layerOf('src/extension.ts', module));
	assert.deepEqual(
		[...new Set(layers)].filter(layer => !['vscode', 'src/host'].includes(layer)),
		[],
	);
});

it('names modules in words that can be read, so that no rule is walked around', () => {
	assert.deepEqual(
		files.filter(file => modulesNamedBy(file).includes('(computed)')),
		[],
	);
});

/** Names that bring a clock, chance, Node or a page into a file that does not declare them itself. */
const impureGlobals: ReadonlySet<string> = new Set([
	...[
		'process',
		'global',
		'globalThis',
		'self',
		'window',
		'document',
		'navigator',
		'localStorage',
		'performance',
		'crypto',
	],
	...[
		'setTimeout',
		'setInterval',
		'setImmediate',
		'queueMicrotask',
		'fetch',
		'require',
		'Buffer',
		'console',
		'eval',
		'Function',
	],
]);

/** Everything in a file of the core that could give another answer the next time. */
function impuritiesOf(file: string, text = readFileSync(file, 'utf8')): readonly string[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const used: string[] = [];
	const declared = new Set<string>();
	const visit = (node: ts.Node): void => {
		if (ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random)$/.test(node.getText()))
			found.push(node.getText());
		if (ts.isIdentifier(node) && node.text === 'Date' && isPresentTime(node.parent))
			found.push(node.parent.getText());
		if (ts.isIdentifier(node) && impureGlobals.has(node.text)) {
			if (isDeclaration(node)) declared.add(node.text);
			else if (!isMemberName(node)) used.push(node.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	const state = source.statements.filter(
		statement => ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) === 0,
	);
	return [...found, ...used.filter(name => !declared.has(name)), ...state.map(statement => statement.getText())];
}

/** `new Date()` and `Date()` read the clock; with an argument they do not. */
function isPresentTime(node: ts.Node): boolean {
	return (ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0) || ts.isCallExpression(node);
}

function isDeclaration(node: ts.Identifier): boolean {
	const { parent } = node;
	return (
		(ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) &&
		parent.name === node
	);
}

function isMemberName(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
	return (
		(ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
		parent.name === node
	);
}

it('the core has no clock, no chance, no process, no page and no state of its own', () => {
	const coreFiles = files.filter(file => core.includes(folderOf(file)));
	assert.deepEqual(
		coreFiles.flatMap(file => impuritiesOf(file).map(impurity => `${file}: ${impurity}`)),
		[],
	);
});

it('sees every way in which a function could give another answer the next time', () => {
	const impure =
		'Date.now(); Math.random(); new Date(); Date(); process.cwd(); f({ fetch }); globalThis.x; let a = 1; var b;';
	assert.equal(impuritiesOf('x.ts', impure).length, 9);
	assert.deepEqual(
		impuritiesOf('x.ts', 'const document = f(); document.g(); a.process; new Date(0); Math.max(1);'),
		[],
	);
});

/** Modules that are loaded with a file: not its types, and not what it imports when it needs it. */
function loadedWith(file: string): readonly string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	return source.statements.flatMap(statement => {
		const loads =
			(ts.isImportDeclaration(statement) &&
				statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) ||
			(ts.isExportDeclaration(statement) && !statement.isTypeOnly);
		return loads && statement.moduleSpecifier ? [nameOf(statement.moduleSpecifier)] : [];
	});
}

it('loads no parser, schema or search library when the extension is activated', () => {
	const loaded = new Set(['src/extension.ts']);
	const packages = new Set<string>();
	for (const file of loaded) {
		for (const module of loadedWith(file)) {
			if (module.startsWith('.')) loaded.add(posix.join(posix.dirname(file), module));
			else packages.add(layerOf(file, module));
		}
	}
	assert.deepEqual([...packages], ['vscode', 'node:fs/promises']);
});

it('sees a way round through any kind of import', () => {
	const source = `
		import '../host/a.ts';
		import type { B } from './../host/b.ts';
		export * from '../catalog/../host/c.ts';
		const d = import('../host/d.ts');
		type E = import('../host/e.ts').E;
		import f = require('../host/f.ts');
		const g = require('../host/g.ts');
	`;
	const layers = modulesNamedBy('src/catalog/x.ts', source).map(module => layerOf('src/catalog/x.ts', module));
	assert.deepEqual(layers, Array(7).fill('src/host'));
});
