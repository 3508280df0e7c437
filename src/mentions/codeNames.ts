import type { Catalog } from '../catalog/catalog.ts';
import type { Checkpoint } from '../catalog/records.ts';
import { parseKerasName } from '../frameworks/keras.ts';
import { parseTorchvisionName } from '../frameworks/torchvision.ts';

/**
 * Every name that code loads a model of the catalog by, with the checkpoints it may mean: timm's with and without the
 * tag, torchvision's builders, the classes of Keras, the others as they are.
 */
export function codeNames(catalog: Catalog): ReadonlyMap<string, readonly Checkpoint[]> {
	const names = new Map<string, Checkpoint[]>();
	for (const checkpoint of catalog.checkpoints) {
		for (const name of namesInCode(checkpoint)) {
			const meant = names.get(name);
			if (meant) meant.push(checkpoint);
			else names.set(name, [checkpoint]);
		}
	}
	return names;
}

/** The names of one checkpoint, the one that means it alone first. */
function namesInCode({ framework, name }: Checkpoint): readonly string[] {
	switch (framework) {
		case 'timm': {
			const architecture = name.split('.')[0] ?? name;
			return architecture === name || architecture === '' ? [name] : [name, architecture];
		}
		case 'torchvision':
			return [parseTorchvisionName(name)?.builder ?? name];
		case 'keras':
			return [parseKerasName(name)?.className ?? name];
		default:
			return [name];
	}
}
