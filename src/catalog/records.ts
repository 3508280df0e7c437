/** The records that a catalog is made of. Identity is data: ids are written down, never derived and never reused. */

/** What networks do. Accuracies of different tasks are never compared. */
export const tasks = ['classification', 'detection', 'segmentation'] as const;
export type Task = (typeof tasks)[number];
export type WeightClass = 'lightweight' | 'heavy';

/** Networks of one design, such as MobileNetV2. */
export interface Family {
	readonly id: string;
	readonly name: string;
	readonly task: Task;
	readonly weightClass: WeightClass;
	/** `seed` where the seed document lists the family; `derived` from the cost of its cheapest candidate otherwise. */
	readonly classSource: 'seed' | 'derived';
	readonly paper?: Paper;
	readonly year?: number;
	readonly aliases: readonly string[];
	/** Why a family stands here without any figure, or what its name hides. */
	readonly note?: string;
}

export interface Paper {
	readonly title: string;
	readonly url?: string;
}

/** One architecture of a family at one width and depth: MobileNetV2 1.0. An input size is not a new model. */
export interface Model {
	readonly id: string;
	readonly family: string;
	readonly name: string;
	/** Width multiplier, 1 for the model as its paper draws it. */
	readonly width?: number;
	/** Number of layers that the name counts: 50 in ResNet-50. */
	readonly depth?: number;
	readonly aliases: readonly string[];
	readonly status?: 'unverified' | 'no-weights';
	readonly note?: string;
}

/** What loads a checkpoint. The last three have no snippet: their names are kept so that they can be found. */
export const frameworks = [
	'timm',
	'torchvision',
	'keras',
	'transformers',
	'pytorchcv',
	'mmpretrain',
	'openvino-omz',
	'onnx-model-zoo',
	'ultralytics',
] as const;
export type Framework = (typeof frameworks)[number];

/** Trained weights of a model in one framework, under the name that loads them. */
export interface Checkpoint {
	readonly id: string;
	readonly model: string;
	readonly framework: Framework;
	/** The exact name that loads it; for torchvision `builder` plus weights: `mobilenet_v2.IMAGENET1K_V2`. */
	readonly name: string;
	/** Id of the data set that its classes come from, such as `imagenet-1k`. */
	readonly dataset: string;
	readonly classes: number;
	/** Data set of an earlier training, such as `imagenet-21k`. */
	readonly pretrainedOn?: string;
	/** SPDX id of the license of the weights, or `unknown`. */
	readonly weightsLicence: string;
	readonly preprocess?: Preprocess;
	readonly deprecated?: boolean;
	readonly renamedTo?: string;
	/** False where the name follows the naming rule of its hub and was not seen in a document. */
	readonly seen?: boolean;
	/** Added by the build; no catalog file can say it. */
	readonly runs?: SnippetRuns;
}

/** What was run of the code that is offered for a checkpoint. */
export interface SnippetRuns {
	/** The library and its version: `timm 1.0.29`. */
	readonly with: string;
	/** Kinds of snippets that passed: `load`, `features:pooled`. */
	readonly kinds: readonly string[];
}

export interface Preprocess {
	/** Input size in px as `[height, width]`. */
	readonly input: readonly [number, number];
	readonly mean?: readonly number[];
	readonly std?: readonly number[];
	/** Share of the resized image's side that the center crop keeps. */
	readonly cropPct?: number;
	readonly interpolation?: string;
}

/** One checkpoint, or one published result, evaluated at one input size: what is ranked, filtered, plotted and counted. */
export interface Candidate {
	readonly id: string;
	readonly model: string;
	/** Without it the candidate is a published result of which no weights are meant. */
	readonly checkpoint?: string;
	/** `[height, width]` in px. */
	readonly input: readonly [number, number];
	/** Id of the data set that it is evaluated on. */
	readonly dataset: string;
	/** Line of the seed document that prints it, from 1. The candidate also answers to `seed#<line>`. */
	readonly seedLine?: number;
	/** Says what is odd about this row. Shown on every surface that shows the candidate alone. */
	readonly note?: string;
}

/**
 * Accuracies in percent: top-1 and top-5 of classifiers; COCO box AP of detectors, which is the mean over IoU 0.50:0.95, and
 * AP at IoU 0.50 alone; mean IoU of the classes of segmentation. `real-` is on the better labels of ImageNet-ReaL (Beyer et
 * al. 2020), `v2-` on the new images of ImageNetV2, matched frequency (Recht et al. 2019): both stand beside the accuracy on
 * ImageNet-1k and never for it.
 */
export const accuracyKinds = [
	'top1',
	'top5',
	'real-top1',
	'real-top5',
	'v2-top1',
	'v2-top5',
	'ap',
	'ap50',
	'miou',
] as const;
export type AccuracyKind = (typeof accuracyKinds)[number];

/** Costs: counts, and bytes of the stored weights. */
export const costKinds = ['macs', 'params', 'activations', 'bytes'] as const;

/** In the order in which they are shown. */
export const figureKinds = [...accuracyKinds, ...costKinds] as const;
export type FigureKind = (typeof figureKinds)[number];

export function isAccuracyKind(kind: string): kind is AccuracyKind {
	return accuracyKinds.some(accuracy => accuracy === kind);
}

/** A number with its unit, its conditions and its source. */
export interface Figure {
	/** Id of a candidate, a checkpoint or a model; costs of a checkpoint or model hold for its default input only when `conditions.input` says so. */
	readonly of: string;
	readonly kind: FigureKind;
	/** Percent for an accuracy (75.2), bytes for bytes, else a count (219000000). */
	readonly value: number;
	/** The number as the source prints it, without its unit: `219`; an accuracy printed as an error rate is `error 26.3`. */
	readonly printed: string;
	/** How the printed cost was counted, where it is not plain multiply-accumulates of the whole network. */
	readonly convention?: '2x-macs' | 'convolutions-only' | 'with-auxiliary-head' | 'branches-merged';
	readonly conditions: FigureConditions;
	readonly source: string;
	/** Where in the source: `line 51`, `Table 3`, `row tv_resnet50`. */
	readonly locator: string;
	/** Accuracy that no source backs, or that belongs to another data set: shown and marked, never ranked. */
	readonly doubt?: 'unsourced' | 'other-dataset' | 'superseded' | 'misprint';
	readonly note?: string;
}

export interface FigureConditions {
	/** Input size in px as `[height, width]`. MACs and activations without it are at the candidate's own input. */
	readonly input?: readonly [number, number];
	/** Test protocol of an accuracy; single crop where it is not given. */
	readonly protocol?: 'single-crop' | 'ten-crop' | 'multi-scale';
	readonly cropPct?: number;
	readonly dataset?: string;
	/** Trained weights that the source evaluated, where they are not the candidate's checkpoint. */
	readonly weights?: string;
}

/**
 * What a network computes with. `amp` is automatic mixed precision, fp16 where it is safe. `w8a16` has 8-bit weights and 16-bit activations; in the mixed ones some layers are of 16
 * bits throughout.
 */
export const precisions = ['fp32', 'fp16', 'amp', 'int8', 'w8a16', 'w8a8-mixed', 'w8a16-mixed'] as const;
export type Precision = (typeof precisions)[number];

/** Time of one forward pass on a real device. */
export interface Measurement {
	readonly model: string;
	readonly input: readonly [number, number];
	readonly device: string;
	/** Program and processor: `tflite-cpu`, `tflite-gpu`, `edgetpu`. */
	readonly runtime: string;
	/**
	 * What a framework calls the network that was timed, `timm:tf_efficientnet_b0`. Its checkpoints of other names, which
	 * may pad or normalize otherwise, have not got this time.
	 */
	readonly implementation?: string;
	readonly precision: Precision;
	readonly batch: number;
	readonly threads?: number;
	/** Milliseconds of the whole batch. */
	readonly ms: number;
	readonly printed: string;
	/** `single-image` latency enters budgets; `batch-step` is the time of a batch or a throughput, and never passes for latency. */
	readonly scope: 'single-image' | 'batch-step';
	readonly source: string;
	readonly locator: string;
	readonly note?: string;
}

export interface Device {
	readonly id: string;
	readonly name: string;
	readonly maker: string;
	readonly kind: 'phone' | 'cpu' | 'edge' | 'gpu';
	readonly aliases: readonly string[];
}

/** Id of the one source of kind `computed`: counts from the layers of a network. */
export const computedSource = 'computed';

/** Where figures were read. */
export interface Source {
	readonly id: string;
	readonly title: string;
	readonly kind: 'seed' | 'paper' | 'repository' | 'framework' | 'evaluator' | 'computed' | 'user';
	/** The framework that ships the checkpoints it evaluates; with kind `framework` only. */
	readonly framework?: Framework;
	/** Document, URL or repository path. */
	readonly where: string;
	/** Version, commit or arXiv version. */
	readonly version: string;
	/** ISO date of that version: `2019-05-06`. */
	readonly date: string;
	readonly licence: string;
	/** Id of the source that a later version of the same work replaces this one with. */
	readonly supersededBy?: string;
}

export interface Dataset {
	readonly id: string;
	readonly name: string;
	/** Images that an accuracy on it is measured over. */
	readonly evaluationImages: number;
	readonly classes: number;
	readonly task: Task;
}

/** Everything of one catalog file, or of the shipped catalog. */
export interface CatalogRecords {
	readonly version: string;
	/** ISO date of the newest record. */
	readonly date: string;
	readonly families: readonly Family[];
	readonly models: readonly Model[];
	readonly checkpoints: readonly Checkpoint[];
	readonly candidates: readonly Candidate[];
	readonly figures: readonly Figure[];
	readonly measurements: readonly Measurement[];
	readonly devices: readonly Device[];
	readonly sources: readonly Source[];
	readonly datasets: readonly Dataset[];
}
