import * as z from 'zod';
import { importMobileLatency, type MobileNames } from '../../../src/catalog/importers/mobileLatency.ts';
import { readData } from '../shippedData.ts';
import type { ImportStep } from './importStep.ts';

const file = 'mobile-latency.csv';

const texts = z.record(z.string(), z.string());
const mappingSchema = z.strictObject({
	devices: texts,
	documents: z.array(z.strictObject({ source: z.string(), where: z.string(), runtimes: texts, models: texts })),
	keptByHand: z.array(z.string()),
});

/** Latency on phones that papers and repositories print. */
export const mobileImport: ImportStep = {
	name: 'mobile',
	run: read => {
		const { measurements, rejected } = importMobileLatency(read(file), readMobileNames());
		return { measurements, rejected: rejected.map(row => ({ file, ...row })) };
	},
};

/** What `data/mapping/mobile.json` says of the documents, models and devices of the table. */
export function readMobileNames(): MobileNames {
	const { devices, documents, keptByHand } = mappingSchema.parse(JSON.parse(readData('mapping/mobile.json')));
	return {
		deviceOf: new Map(Object.entries(devices)),
		documents: documents.map(({ source, where, runtimes, models }) => ({
			source,
			where,
			runtimeOf: new Map(Object.entries(runtimes)),
			modelOf: new Map(Object.entries(models)),
		})),
		keptByHand,
	};
}
