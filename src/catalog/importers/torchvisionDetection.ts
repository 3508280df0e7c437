import type { Candidate, Checkpoint, Figure } from '../records.ts';
import { printedPercent, readDetectionTable } from './detectionRows.ts';
import { printedNumber } from './timmRows.ts';
import type { PublicRow, RejectedRow } from './publicTable.ts';

/** Whose network a builder makes. */
export interface TorchvisionDetector {
	/** Model id. */
	readonly model: string;
	/** `[height, width]` in px that images are resized to, as its transform does without arguments. */
	readonly input: readonly [number, number];
	/** What is to be said of that size. */
	readonly note?: string;
	/** What is to be said of its MACs. */
	readonly macsNote?: string;
}

/** What weights of a task are trained and evaluated on. */
export interface TorchvisionTask {
	readonly dataset: string;
	/** Classes of the weights, the background counted as torchvision does. */
	readonly classes: number;
}

export interface TorchvisionDetectionNames {
	/** By builder: `fasterrcnn_resnet50_fpn`. */
	readonly detectors: ReadonlyMap<string, TorchvisionDetector>;
	/** By task as the table names it. Rows of tasks that are not here are not read. */
	readonly tasks: ReadonlyMap<string, TorchvisionTask>;
	readonly source: string;
}

export interface TorchvisionDetectionResults {
	readonly checkpoints: readonly Checkpoint[];
	readonly candidates: readonly Candidate[];
	readonly figures: readonly Figure[];
	readonly rejected: readonly RejectedRow[];
}

const bytesPerMebibyte = 2 ** 20;
const unstatedSize = 'The size that the operations were counted at is not stated.';

/** Reads the rows of torchvision's table of weights that detect or segment: checkpoints with AP or mean IoU and costs. */
export function importTorchvisionDetection(
	text: string,
	names: TorchvisionDetectionNames,
): TorchvisionDetectionResults {
	const table = readDetectionTable(text, ['weights_enum', 'weights', 'task', 'box_map', 'miou', 'params', 'gflops']);
	const rejected = [...table.rejected];
	const results: Result[] = [];
	for (const row of table.rows) {
		const task = names.tasks.get(row.cell('task'));
		if (!task) continue;
		const result = readWeights(row, task, names);
		if (typeof result === 'string') rejected.push({ line: row.line, name: row.name, reason: result });
		else results.push(result);
	}
	return {
		checkpoints: results.map(({ checkpoint }) => checkpoint),
		candidates: results.map(({ candidate }) => candidate),
		figures: results.flatMap(({ figures }) => figures),
		rejected,
	};
}

interface Result {
	readonly checkpoint: Checkpoint;
	readonly candidate: Candidate;
	readonly figures: readonly Figure[];
}

function readWeights(row: PublicRow, task: TorchvisionTask, names: TorchvisionDetectionNames): Result | string {
	const detector = names.detectors.get(row.name);
	if (!detector) return 'the builder is not mapped to a model';
	const weights = row.cell('weights');
	if (!/^[A-Z]\w{0,60}$/.test(weights)) return 'weights is no name of weights such as COCO_V1';
	const name = `${row.name}.${weights}`;
	const { model, input } = detector;
	const id = `torchvision:${name}`;
	const { dataset, classes } = task;
	const checkpoint = {
		id,
		model,
		framework: 'torchvision',
		name,
		dataset,
		classes,
		weightsLicence: 'unknown',
	} as const;
	const note = noteOf(row, detector);
	const candidate = {
		id: `${id}@${String(input[0])}`,
		model,
		checkpoint: id,
		input,
		dataset,
		...(note !== '' && { note }),
	};
	const about = { source: names.source, locator: `${row.cell('weights_enum')}.${weights}` };
	const figures: Figure[] = [];
	for (const [column, kind] of [['box_map', 'ap'] as const, ['miou', 'miou'] as const]) {
		const printed = row.cell(column);
		if (printed === '') continue;
		const value = printedPercent(printed);
		if (value === undefined) return `${column} is no accuracy in percent`;
		figures.push({ of: candidate.id, kind, value, printed, conditions: {}, ...about });
	}
	if (figures.length === 0) return 'it has neither box_map nor miou';
	const costs = costsOf(row, id, candidate.id, detector);
	if (typeof costs === 'string') return costs;
	return { checkpoint, candidate, figures: [...figures, ...costs.map(cost => ({ ...cost, ...about }))] };
}

type Cost = Omit<Extract<Figure, object>, 'source' | 'locator'>;

function costsOf(
	row: PublicRow,
	checkpoint: string,
	candidate: string,
	{ macsNote = unstatedSize }: TorchvisionDetector,
): readonly Cost[] | string {
	const [params, giga, mebibytes] = ['params', 'gflops', 'file_size_mb'].map(column =>
		printedNumber(row.cell(column)),
	);
	if (!params || !giga || !mebibytes) return 'params, gflops or file_size_mb is no number above 0';
	const bytes = Math.round(mebibytes * bytesPerMebibyte);
	return [
		{
			of: candidate,
			kind: 'macs',
			value: Math.round(giga * 1e9),
			printed: row.cell('gflops'),
			conditions: {},
			note: macsNote,
		},
		{ of: checkpoint, kind: 'params', value: params, printed: row.cell('params'), conditions: {} },
		{ of: checkpoint, kind: 'bytes', value: bytes, printed: row.cell('file_size_mb'), conditions: {} },
	];
}

function noteOf(row: PublicRow, { note }: TorchvisionDetector): string {
	const others = [
		['mask_map', 'Mask AP'],
		['kp_map', 'Keypoint AP'],
		['pixel_acc', 'Pixel accuracy'],
	] as const;
	const said = others.flatMap(([column, words]) => {
		const value = printedPercent(row.cell(column));
		return value === undefined ? [] : [`${words} ${String(value)} on the same images.`];
	});
	return [...said, ...(note === undefined ? [] : [note])].join(' ');
}
