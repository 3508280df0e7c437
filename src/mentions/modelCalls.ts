import type { MentionFramework } from './mention.ts';

/** Where a call holds the name of a model. */
export interface ModelCall {
	readonly framework: MentionFramework;
	/** `callee` where the function is itself named after the model. */
	readonly at: 'callee' | 'argument';
	/** Index of the argument; the keywords that may stand for it. */
	readonly position?: number;
	readonly keywords?: readonly string[];
	/**
	 * What makes it a mention: any text, or only a name that is known, since the function takes other things too. Names of
	 * functions are mentions if known, or so like a known one that they can only be misspelt.
	 */
	readonly takes: 'any' | 'known';
}

type Row = readonly [path: RegExp, call: ModelCall];

function named(
	framework: MentionFramework,
	keywords: readonly string[],
	takes: ModelCall['takes'] = 'any',
	position = 0,
): ModelCall {
	return { framework, at: 'argument', position, keywords, takes };
}

const called = (framework: MentionFramework): ModelCall => ({ framework, at: 'callee', takes: 'known' });

/** `AutoFeatureExtractor` is not among them: what it loads is of speech as often. */
const visionClass =
	/^transformers\.(?:[\w.]+\.)?(?:Auto(?:ImageProcessor|ModelForImageClassification|Backbone)|\w+(?:ForImageClassification|ImageProcessor(?:Fast)?)|(?:ViT|DeiT|Swinv?2?|Beit|ConvNext(?:V2)?|ResNet|RegNet|MobileNetV[12]|MobileViT(?:V2)?|Levit|EfficientNet|Bit|PoolFormer|FocalNet|Cvt|Dinov2|Data2VecVision|PvtV?2?|SwiftFormer|Hiera|ViTMAE|ViTMSN|TimmWrapper)(?:Model|Config|Backbone|FeatureExtractor|ForMaskedImageModeling|ForPreTraining))\.from_pretrained$/;

/** In the order in which they are tried. */
const rows: readonly Row[] = [
	[/^timm\.(?:models\.)?(?:_?factory\.)?create_model$/, named('timm', ['model_name'])],
	[
		/^timm\.(?:models\.)?(?:_?registry\.)?(?:get_pretrained_cfg(?:_value)?|get_arch_name|model_entrypoint|is_model_pretrained)$/,
		named('timm', ['model_name']),
	],
	[/^timm\.models\.(?:\w+\.)?[a-z]\w*$/, called('timm')],
	[/^torchvision\.models\.(?:_api\.)?get_model(?:_weights|_builder)?$/, named('torchvision', ['name'])],
	[/^torchvision\.models\.(?:_api\.)?get_weight$/, named('torchvision', ['name'])],
	[
		/^torchvision\.models\.detection\.(?:backbone_utils\.)?(?:resnet_fpn_backbone|mobilenet_backbone)$/,
		named('torchvision', ['backbone_name']),
	],
	[/^torchvision\.models\.(?:\w+\.){0,2}[a-z]\w*$/, called('torchvision')],
	[
		/^(?:(?:tensorflow|tf)\.(?:python\.|compat\.v1\.|compat\.v2\.)?)?(?:tf_)?keras\.(?:src\.|api\.)?applications\.(?:\w+\.)?[A-Z]\w*$/,
		called('keras'),
	],
	[/^keras_applications\.(?:\w+\.)?[A-Z]\w*$/, called('keras')],
	[visionClass, named('transformers', ['pretrained_model_name_or_path'])],
	[
		/^transformers\.(?:[\w.]+\.)?\w+\.from_pretrained$/,
		named('transformers', ['pretrained_model_name_or_path'], 'known'),
	],
	[/^pytorchcv\.model_provider\.get_model$/, named('pytorchcv', ['name'])],
	[/^pytorchcv\.models\.(?:\w+\.)?[a-z]\w*$/, called('pytorchcv')],
	[/^mmpretrain\.(?:apis\.)?(?:model\.)?get_model$/, named('mmpretrain', ['model'])],
	[
		/^mmpretrain\.(?:apis\.)?(?:inference_model|ImageClassificationInferencer|FeatureExtractor|ImageRetrievalInferencer)$/,
		named('mmpretrain', ['model'], 'known'),
	],
	[
		/^ultralytics\.(?:models\.)?(?:yolo\.)?(?:model\.)?(?:YOLO|RTDETR|YOLOWorld)$/,
		named('ultralytics', ['model'], 'known'),
	],
	[/^torch\.hub\.load$/, named('torch-hub', ['model'], 'any', 1)],
	[
		/^segmentation_models_pytorch\.(?:(?:decoders\.)?\w+\.)*(?:Unet|UnetPlusPlus|MAnet|Linknet|FPN|PSPNet|PAN|DeepLabV3|DeepLabV3Plus|UPerNet|Segformer|DPT)$/,
		named('segmentation-models', ['encoder_name']),
	],
	[/^segmentation_models_pytorch\.create_model$/, named('segmentation-models', ['encoder_name'], 'any', 1)],
	[
		/^segmentation_models_pytorch\.encoders\.(?:get_encoder|get_preprocessing_fn|get_preprocessing_params)$/,
		named('segmentation-models', ['name', 'encoder_name']),
	],
	[/^segmentation_models\.(?:Unet|FPN|Linknet|PSPNet)$/, named('segmentation-models', ['backbone_name'])],
	[/^segmentation_models\.get_preprocessing$/, named('segmentation-models', ['name'])],
];

/** How the function of a dotted path, imports followed, takes a model's name; undefined for any other function. */
export function modelCallOf(path: string): ModelCall | undefined {
	return rows.find(([pattern]) => pattern.test(path))?.[1];
}

/** Top names of the libraries above. */
export const modelLibraries: ReadonlySet<string> = new Set([
	...['timm', 'torchvision', 'keras', 'tf_keras', 'keras_applications', 'tensorflow', 'transformers', 'pytorchcv'],
	...['mmpretrain', 'ultralytics', 'torch', 'segmentation_models_pytorch', 'segmentation_models'],
]);

/** What a repository of `torch.hub` takes its names from. */
export function hubFramework(repository: string): MentionFramework {
	const name = repository.split(':')[0] ?? repository;
	if (/(?:^|\/)vision$/.test(name)) return 'torchvision';
	if (name.endsWith('/pytorch-image-models')) return 'timm';
	return name.startsWith('ultralytics/') ? 'ultralytics' : 'torch-hub';
}
