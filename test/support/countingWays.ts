import type { Pair } from '../../src/architecture/layers.ts';
import type { PrintedCost } from '../../src/architecture/printedCosts.ts';
import type { Figure } from '../../src/catalog/records.ts';

/** How each source counts where that is not the count itself: what the tool that it names, or most of its figures, do. */
export const countingWays: Readonly<Record<string, readonly string[]>> = {
	'timm-benchmark': ['fvcore', 'fvcore-without-pooling'],
	'pytorchcv-readme': [
		'half-operations',
		'half-operations-square',
		'half-operations-last-pooling',
		'half-operations-convolved',
		'folded',
	],
	'mmpretrain-metafiles': [
		'ptflops',
		'ptflops-no-classifier',
		'fvcore',
		'fvcore-no-classifier',
		'fvcore-training-no-classifier',
		'no-classifier',
	],
	'keras-applications': ['running-statistics'],
	'omz-public': ['folded', 'folded-background', 'analyzer', 'analyzer-operations', 'analyzer-operations-softmax'],
	'torchvision-0.29.1': ['auxiliary-head'],
	'tf-slim-mobilenet': ['no-normalization'],
	'tf-slim-mobilenet-v1': ['three-per-channel-background', 'no-first-convolution'],
	'tpu-mnasnet': ['converter'],
	'mobilenetv2-paper': ['no-normalization'],
	'mobilenetv3-paper-v1': ['no-normalization', 'converter'],
	'mobilenetv3-paper-v2': ['converter'],
	'mobilenet-paper': ['convolutions-only', 'operations', 'thousands-of-1024'],
	'igcv1-paper': ['no-normalization'],
	'hailo-model-zoo': ['rounded-then-doubled'],
	'hrnet-readme': ['binary'],
	// its first author counted MnasNet with the converter: tpu-mnasnet
	'efficientnet-paper-v1': ['running-statistics', 'converter'],
	'shufflenet-series': ['global-pooling'],
	'shufflenetv2-paper': ['global-pooling'],
	seed: ['convolutions-only', 'convolution-weights', 'running-statistics'],
	'pelee-readme': ['convolutions-only', 'convolution-weights'],
};

/** Sources that each source copies figures from, the likeliest first. */
export const copiedFrom: Readonly<Record<string, readonly string[]>> = {
	seed: [
		'efficientnet-paper-v1',
		'mobilenetv3-paper-v1',
		'mobilenet-paper',
		'mobilenetv2-paper',
		'shufflenetv2-paper',
		'tf-slim-mobilenet-v1',
	],
	'mobilenetv3-paper-v2': ['mobilenetv3-paper-v1', 'mobilenetv2-paper'],
	'mobilenetv3-paper-v1': ['mobilenetv2-paper'],
	'tf-slim-mobilenet': ['mobilenetv3-paper-v1'],
};

/** A misprint of a source, and what it meant. Whether that is the count of the network is for a rule to say. */
export interface Slip {
	readonly id: string;
	readonly text: string;
	/** What the source meant to print. */
	readonly meant?: Pick<PrintedCost, 'value' | 'printed'>;
	/** A cost in the same table, and how many times as large the source says that what it meant is. */
	readonly beside?: { readonly value: number; readonly times: string };
	/** The size in px that it counted. */
	readonly input?: Pair;
}

const exchanged = { id: 'slip: exchanged', text: 'a misprint: the costs of two sizes stand in one another’s rows' };

const slips: ReadonlyMap<string, Slip> = new Map<string, Slip>([
	[
		'mmpretrain-metafiles macs mmpretrain:efficientnet-l2_3rdparty-ra-noisystudent_in1k-475px',
		{ ...exchanged, input: [800, 800] },
	],
	[
		'mmpretrain-metafiles macs mmpretrain:efficientnet-l2_3rdparty-ra-noisystudent_in1k-800px',
		{ ...exchanged, input: [475, 475] },
	],
	[
		'mmpretrain-metafiles params mmpretrain:resnet34_8xb32_in1k',
		{
			id: 'slip: point',
			text: 'a misprint: the decimal point stands one digit too far left',
			meant: { value: 21_800_000, printed: '21.8' },
		},
	],
	[
		// its row says 6.0 times the 4.2B of EfficientNet-B4; the 23B and 5.5 times are AmoebaNet-A's, in the row above
		'efficientnet-paper-v1 macs pnasnet/5-large',
		{
			id: 'slip: row',
			text: 'a misprint: the number of the row above, while the ratio beside it is that of the count',
			meant: { value: 25_000_000_000, printed: '25' },
			beside: { value: 4_200_000_000, times: '6.0' },
		},
	],
]);

/** Whether what a source meant, and not what it printed, is the ratio that it gives beside it; true where it gives none. */
export function fitsRatio({ meant, beside }: Slip, { value }: Pick<Figure, 'value'>): boolean {
	if (!meant || !beside) return true;
	const digits = beside.times.split('.')[1]?.length ?? 0;
	const times = (cost: number): string => (cost / beside.value).toFixed(digits);
	return times(meant.value) === beside.times && times(value) !== beside.times;
}

/** The misprint that a figure is known to be; undefined for all others. */
export function slipOf({ source, kind, of }: Pick<Figure, 'source' | 'kind' | 'of'>): Slip | undefined {
	return slips.get(`${source} ${kind} ${of}`);
}
