import type { Catalog } from './catalog.ts';
import type { Checkpoint, Family, Model } from './records.ts';

/** One record that a name may stand for. */
export type Meaning =
	| { readonly kind: 'family'; readonly family: Family }
	| { readonly kind: 'model'; readonly model: Model }
	| { readonly kind: 'checkpoint'; readonly checkpoint: Checkpoint; readonly model: Model };

/** Every name of the catalog in lower case with what it may stand for, in catalog order. */
export function indexNames(catalog: Catalog): ReadonlyMap<string, readonly Meaning[]> {
	const index = new Map<string, Meaning[]>();
	const add = (names: readonly string[], meaning: Meaning): void => {
		for (const name of new Set(names.map(text => text.trim().toLowerCase()))) {
			const known = index.get(name);
			if (known) known.push(meaning);
			else index.set(name, [meaning]);
		}
	};
	for (const family of catalog.families) add([family.id, family.name, ...family.aliases], { kind: 'family', family });
	for (const model of catalog.models) add([model.id, model.name, ...model.aliases], { kind: 'model', model });
	for (const checkpoint of catalog.checkpoints) {
		const model = catalog.modelById.get(checkpoint.model);
		if (!model) continue;
		const { framework, name } = checkpoint;
		const base = baseName(checkpoint);
		add([base, `${framework}:${base}`], { kind: 'model', model });
		add(base === name ? [checkpoint.id] : [checkpoint.id, name, `${framework}:${name}`], {
			kind: 'checkpoint',
			checkpoint,
			model,
		});
	}
	return index;
}

/** The part of a checkpoint's name that names its architecture: `resnet50` of timm's `resnet50.a1_in1k`. */
function baseName({ framework, name }: Checkpoint): string {
	switch (framework) {
		case 'timm':
		case 'torchvision':
			return name.split('.')[0] ?? name;
		case 'transformers':
			return name.slice(name.lastIndexOf('/') + 1);
		default:
			return name;
	}
}
