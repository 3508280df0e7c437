import type { Framework } from '../catalog/records.ts';

/** As people write them. */
export const frameworkTitles: Readonly<Record<Framework, string>> = {
	timm: 'timm',
	torchvision: 'torchvision',
	keras: 'Keras',
	transformers: 'Transformers',
	pytorchcv: 'pytorchcv',
	mmpretrain: 'MMPretrain',
	'openvino-omz': 'Open Model Zoo',
	'onnx-model-zoo': 'ONNX Model Zoo',
	ultralytics: 'Ultralytics',
};
