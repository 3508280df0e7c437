/** A class of `keras.applications` with ImageNet weights. */
export interface KerasClass {
	/** Module that its `preprocess_input` comes from. */
	readonly module: string;
	/** Side of its usual input in px. */
	readonly size: number;
	/** Widths that have weights; 1 alone without it. */
	readonly alphas?: readonly number[];
	/** Other input sides in px that have weights of their own. */
	readonly sizes?: readonly number[];
}

/** Classes, module, side of the input. */
type Row = readonly [names: readonly string[], module: string, size: number];

const rows: readonly Row[] = [
	[['ConvNeXtTiny', 'ConvNeXtSmall', 'ConvNeXtBase', 'ConvNeXtLarge', 'ConvNeXtXLarge'], 'convnext', 224],
	[['DenseNet121', 'DenseNet169', 'DenseNet201'], 'densenet', 224],
	[['EfficientNetB0'], 'efficientnet', 224],
	[['EfficientNetB1'], 'efficientnet', 240],
	[['EfficientNetB2'], 'efficientnet', 260],
	[['EfficientNetB3'], 'efficientnet', 300],
	[['EfficientNetB4'], 'efficientnet', 380],
	[['EfficientNetB5'], 'efficientnet', 456],
	[['EfficientNetB6'], 'efficientnet', 528],
	[['EfficientNetB7'], 'efficientnet', 600],
	[['EfficientNetV2B0'], 'efficientnet_v2', 224],
	[['EfficientNetV2B1'], 'efficientnet_v2', 240],
	[['EfficientNetV2B2'], 'efficientnet_v2', 260],
	[['EfficientNetV2B3'], 'efficientnet_v2', 300],
	[['EfficientNetV2S'], 'efficientnet_v2', 384],
	[['EfficientNetV2M', 'EfficientNetV2L'], 'efficientnet_v2', 480],
	[['InceptionResNetV2'], 'inception_resnet_v2', 299],
	[['InceptionV3'], 'inception_v3', 299],
	[['NASNetMobile'], 'nasnet', 224],
	[['NASNetLarge'], 'nasnet', 331],
	[['ResNet50', 'ResNet101', 'ResNet152'], 'resnet', 224],
	[['ResNet50V2', 'ResNet101V2', 'ResNet152V2'], 'resnet_v2', 224],
	[['VGG16'], 'vgg16', 224],
	[['VGG19'], 'vgg19', 224],
	[['Xception'], 'xception', 299],
];

export const kerasClasses: ReadonlyMap<string, KerasClass> = new Map<string, KerasClass>([
	...rows.flatMap(([names, module, size]) => names.map((name): [string, KerasClass] => [name, { module, size }])),
	['MobileNet', { module: 'mobilenet', size: 224, alphas: [0.25, 0.5, 0.75, 1], sizes: [128, 160, 192] }],
	[
		'MobileNetV2',
		{ module: 'mobilenet_v2', size: 224, alphas: [0.35, 0.5, 0.75, 1, 1.3, 1.4], sizes: [96, 128, 160, 192] },
	],
	['MobileNetV3Small', { module: 'mobilenet_v3', size: 224, alphas: [0.75, 1] }],
	['MobileNetV3Large', { module: 'mobilenet_v3', size: 224, alphas: [0.75, 1] }],
]);
