import * as z from 'zod';
import { importDetection, type DetectionNames } from '../../../src/catalog/importers/detection.ts';
import {
	importTorchvisionDetection,
	type TorchvisionDetectionNames,
} from '../../../src/catalog/importers/torchvisionDetection.ts';
import { frameworks } from '../../../src/catalog/records.ts';
import { readData } from '../shippedData.ts';
import type { ImportStep } from './importStep.ts';

const input = z.tuple([z.number(), z.number()]);
const note = z.string().exactOptional();

/** What `data/mapping/detection.json` holds. */
export const detectionMappingSchema = z.strictObject({
	rows: z.record(z.string(), z.strictObject({ model: z.string(), input: input.exactOptional(), weights: note })),
	sources: z.record(
		z.string(),
		z.strictObject({
			source: note,
			tag: note,
			framework: z.enum(frameworks).exactOptional(),
			licence: note,
			instead: note,
		}),
	),
	splits: z.record(z.string(), z.strictObject({ dataset: z.string(), doubt: note })),
	runs: z.record(
		z.string(),
		z.strictObject({ device: z.string(), runtime: z.string(), threads: z.number().exactOptional() }),
	),
	scopes: z.record(z.string(), z.string()),
	notes: z.array(z.strictObject({ part: z.string(), candidate: note, time: note })),
	torchvision: z.record(z.string(), z.strictObject({ model: z.string(), input, note, macsNote: note })),
	torchvisionTasks: z.record(z.string(), z.strictObject({ dataset: z.string(), classes: z.number() })),
});

const weightsFile = 'torchvision-weights.csv';
const detectorsFile = 'detection.csv';

/** Detectors and segmentation networks: torchvision's table of weights, then the pages of other projects. */
export const detectionImport: ImportStep = {
	name: 'detection',
	run: read => {
		const { torchvision, others } = readDetectionNames();
		const weights = importTorchvisionDetection(read(weightsFile), torchvision);
		const detectors = importDetection(read(detectorsFile), others);
		return {
			checkpoints: [...weights.checkpoints, ...detectors.checkpoints],
			candidates: [...weights.candidates, ...detectors.candidates],
			figures: [...weights.figures, ...detectors.figures],
			measurements: detectors.measurements,
			rejected: [
				...weights.rejected.map(row => ({ file: weightsFile, ...row })),
				...detectors.rejected.map(row => ({ file: detectorsFile, ...row })),
			],
		};
	},
};

/** The names that both files are read with. */
export function readDetectionNames(): { torchvision: TorchvisionDetectionNames; others: DetectionNames } {
	const mapping = detectionMappingSchema.parse(JSON.parse(readData('mapping/detection.json')));
	return {
		torchvision: {
			detectors: new Map(Object.entries(mapping.torchvision)),
			tasks: new Map(Object.entries(mapping.torchvisionTasks)),
			source: 'torchvision-0.29.1',
		},
		others: {
			rows: new Map(Object.entries(mapping.rows)),
			sources: new Map(Object.entries(mapping.sources)),
			splits: new Map(Object.entries(mapping.splits)),
			runs: new Map(Object.entries(mapping.runs)),
			scopes: new Map(Object.entries(mapping.scopes)),
			notes: mapping.notes,
		},
	};
}
