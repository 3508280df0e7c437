import type { Framework } from '../catalog/records.ts';
import { importedNames, type ImportedName } from './pythonImports.ts';

/** Cheap: a file without any of these words is not parsed. */
const mentionsFramework = /\b(?:timm|torchvision|keras|tensorflow|transformers|pytorchcv|mmpretrain)\b/;

/**
 * The framework that a Python file takes its models from, by its imports; undefined where none is imported. A library
 * that comes along for other things (torchvision's transforms, TensorFlow) gives way to one that is there for models.
 */
export function guessFramework(text: string): Framework | undefined {
	if (!mentionsFramework.test(text)) return undefined;
	let weak: Framework | undefined;
	for (const imported of importedNames(text)) {
		const guess = frameworkOf(imported);
		if (guess?.strong) return guess.framework;
		weak ??= guess?.framework;
	}
	return weak;
}

/** Whether a Python file uses Keras through TensorFlow, so that it is spelled `tf.keras` there. */
export function usesTensorFlow(text: string): boolean {
	if (!text.includes('tensorflow')) return false;
	const names = importedNames(text);
	const ownKeras = names.some(({ module, name }) => name === undefined && module === 'keras');
	return !ownKeras && names.some(({ module }) => module.split('.')[0] === 'tensorflow');
}

function frameworkOf({ module, name }: ImportedName): { framework: Framework; strong: boolean } | undefined {
	const path = name === undefined ? module : `${module}.${name}`;
	const [top, second] = path.split('.');
	switch (top) {
		case 'timm':
		case 'pytorchcv':
		case 'mmpretrain':
		case 'transformers':
		case 'keras':
			return { framework: top, strong: true };
		case 'torchvision':
			return { framework: 'torchvision', strong: second === 'models' };
		case 'tensorflow':
			return { framework: 'keras', strong: second === 'keras' };
		default:
			return undefined;
	}
}
