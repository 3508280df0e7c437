/** Where the classifying layer of a torchvision network stands, and what has to be kept when it is replaced. */
export type TorchvisionHead =
	| 'fc'
	| 'classifier'
	| 'classifier[-1]'
	| 'classifier[-1] without bias'
	| 'classifier[1] convolution'
	| 'head'
	| 'heads.head'
	| 'fc and AuxLogits.fc';

export interface TorchvisionBuilder {
	/** Name of the enum of its weights: `MobileNet_V2_Weights`. */
	readonly weights: string;
	readonly head: TorchvisionHead;
}

/** Beginning of the builder, beginning of its enum, head, and the rest of both names: `rest` or `rest/Rest`. */
type Row = readonly [builder: string, weights: string, head: TorchvisionHead, rests: readonly string[]];

/** Every classifier of torchvision 0.28. */
const rows: readonly Row[] = [
	['alexnet', 'AlexNet', 'classifier[-1]', ['']],
	['convnext_', 'ConvNeXt_', 'classifier[-1]', ['tiny/Tiny', 'small/Small', 'base/Base', 'large/Large']],
	['densenet', 'DenseNet', 'classifier', ['121', '161', '169', '201']],
	['efficientnet_', 'EfficientNet_', 'classifier[-1]', ['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7']],
	['efficientnet_v2_', 'EfficientNet_V2_', 'classifier[-1]', ['s', 'm', 'l']],
	['googlenet', 'GoogLeNet', 'fc', ['']],
	['inception_v3', 'Inception_V3', 'fc and AuxLogits.fc', ['']],
	['maxvit_t', 'MaxVit_T', 'classifier[-1] without bias', ['']],
	['mnasnet', 'MNASNet', 'classifier[-1]', ['0_5', '0_75', '1_0', '1_3']],
	['mobilenet_', 'MobileNet_', 'classifier[-1]', ['v2', 'v3_large/V3_Large', 'v3_small/V3_Small']],
	['regnet_x_', 'RegNet_X_', 'fc', ['400mf', '800mf', '1_6gf', '3_2gf', '8gf', '16gf', '32gf']],
	['regnet_y_', 'RegNet_Y_', 'fc', ['400mf', '800mf', '1_6gf', '3_2gf', '8gf', '16gf', '32gf', '128gf']],
	['resnet', 'ResNet', 'fc', ['18', '34', '50', '101', '152']],
	['resnext', 'ResNeXt', 'fc', ['50_32x4d', '101_32x8d', '101_64x4d']],
	['shufflenet_v2_', 'ShuffleNet_V2_', 'fc', ['x0_5', 'x1_0', 'x1_5', 'x2_0']],
	['squeezenet', 'SqueezeNet', 'classifier[1] convolution', ['1_0', '1_1']],
	['swin_', 'Swin_', 'head', ['t', 's', 'b', 'v2_t', 'v2_s', 'v2_b']],
	['vgg', 'VGG', 'classifier[-1]', ['11', '13', '16', '19', '11_bn', '13_bn', '16_bn', '19_bn']],
	['vit_', 'ViT_', 'heads.head', ['b_16', 'b_32', 'l_16', 'l_32', 'h_14']],
	['wide_resnet', 'Wide_ResNet', 'fc', ['50_2', '101_2']],
];

export const torchvisionBuilders: ReadonlyMap<string, TorchvisionBuilder> = new Map(
	rows.flatMap(([builder, weights, head, rests]) =>
		rests.map((text): [string, TorchvisionBuilder] => {
			const [rest = '', title = rest.toUpperCase()] = text.split('/');
			return [builder + rest, { weights: `${weights}${title}_Weights`, head }];
		}),
	),
);
