import * as z from 'zod';
import { importTorchvision } from '../../../src/catalog/importers/torchvision.ts';
import type { Preprocess } from '../../../src/catalog/records.ts';
import { readData } from '../shippedData.ts';
import { fromFile, readFrameworkNames } from './frameworkNames.ts';
import type { ImportStep } from './importStep.ts';

const file = 'torchvision-weights.csv';

/** torchvision's classification weights, with the preprocessing that its own package says. */
export const torchvisionImport: ImportStep = {
	name: 'torchvision',
	run: read => {
		const names = { ...readFrameworkNames('torchvision', 'torchvision-0.29.1'), preprocessOf: readPreprocess() };
		return fromFile(file, importTorchvision(read(file), names));
	},
};

const sizeSchema = z.tuple([z.number(), z.number()]);
const checkpointSchema = z.looseObject({
	name: z.string(),
	input: sizeSchema.exactOptional(),
	resize: z.union([z.number(), sizeSchema]).exactOptional(),
	interpolation: z.string().exactOptional(),
	mean: z.array(z.number()).exactOptional(),
	std: z.array(z.number()).exactOptional(),
});
const extractedSchema = z.looseObject({ torchvision: z.looseObject({ checkpoints: z.array(checkpointSchema) }) });

function readPreprocess(): ReadonlyMap<string, Preprocess> {
	const { torchvision } = extractedSchema.parse(JSON.parse(readData('extracted/frameworks.json')));
	return new Map(
		torchvision.checkpoints.flatMap(({ name, input, resize, interpolation, mean, std }) => {
			if (!input) return [];
			const preprocess: Preprocess = {
				input,
				...(mean && { mean }),
				...(std && { std }),
				...(typeof resize === 'number' && { cropPct: Math.round((input[0] / resize) * 1e4) / 1e4 }),
				...(interpolation !== undefined && { interpolation }),
			};
			return [[name, preprocess] as const];
		}),
	);
}
