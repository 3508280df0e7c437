import type { Framework } from '../catalog/records.ts';
import { importedNames, type ImportedName } from '../frameworks/pythonImports.ts';
import type { PythonNode, PythonTree } from '../frameworks/pythonTree.ts';

/** How a call names the model that it makes. */
export interface ModelCall {
	readonly framework: Framework;
	readonly form: 'text' | 'call';
}

/** What roots mean in a file that does not import them, as in one cell of a notebook. */
const usualRoots: ReadonlyMap<string, string> = new Map([
	['tf', 'tensorflow'],
	['create_model', 'timm.create_model'],
	['ptcv_get_model', 'pytorchcv.model_provider.get_model'],
]);

const calls: readonly (readonly [RegExp, ModelCall])[] = [
	[/^timm\.(?:models\.)?create_model$/, { framework: 'timm', form: 'text' }],
	[/^transformers\.Auto\w+\.from_pretrained$/, { framework: 'transformers', form: 'text' }],
	[/^pytorchcv\.model_provider\.get_model$/, { framework: 'pytorchcv', form: 'text' }],
	[/^mmpretrain\.(?:apis\.)?get_model$/, { framework: 'mmpretrain', form: 'text' }],
	[/^torchvision\.models\.get_model(?:_weights)?$/, { framework: 'torchvision', form: 'text' }],
	[/^torchvision\.models\.(?:\w+\.)?[a-z]\w+$/, { framework: 'torchvision', form: 'call' }],
	[/^(?:tensorflow\.)?keras\.applications\.(?:\w+\.)?[A-Z]\w+$/, { framework: 'keras', form: 'call' }],
];

/** Tells which calls of a file make a model, by what its imports bind. */
export class ModelCalls {
	private readonly imports: readonly ImportedName[];

	constructor(
		private readonly text: string,
		tree: PythonTree,
	) {
		this.imports = importedNames(text, tree);
	}

	/** The call that a `CallExpression` is; undefined for any other function. */
	callOf(call: PythonNode): ModelCall | undefined {
		const path = call.firstChild ? this.pathOf(call.firstChild) : undefined;
		return path === undefined ? undefined : calls.find(([pattern]) => pattern.test(path))?.[1];
	}

	/** Whether a name in front of a dot or on its own was imported by `from … import`. */
	isImportedName(local: string): boolean {
		return this.imports.some(imported => imported.local === local && imported.name !== undefined);
	}

	/** Dotted path of a callee with its root replaced by the module it stands for. */
	private pathOf(callee: PythonNode): string | undefined {
		if (callee.name !== 'VariableName' && callee.name !== 'MemberExpression') return undefined;
		const written = this.text.slice(callee.from, callee.to).replace(/\s+/g, '');
		const match = /^(\w+)((?:\.\w+)*)$/.exec(written);
		if (!match) return undefined;
		const [, root = '', rest = ''] = match;
		return this.meaningOf(root) + rest;
	}

	private meaningOf(root: string): string {
		const imported = this.imports.findLast(({ local }) => local === root);
		if (!imported) return /^Auto[A-Z]/.test(root) ? `transformers.${root}` : (usualRoots.get(root) ?? root);
		const { module, name, local } = imported;
		if (name !== undefined) return `${module}.${name}`;
		return module.startsWith(`${local}.`) ? local : module; // `import a.b` binds `a`
	}
}
