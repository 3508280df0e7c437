import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { computedFile, computedText } from './computedFigures.ts';
import { costReport, reportFile } from './costReport.ts';
import { shippedData } from './shippedData.ts';

/** Writes the counts of the networks of `data/` as it is now, and the report of how they compare. */
export function writeComputedFiles(): void {
	mkdirSync(dirname(computedFile), { recursive: true });
	writeFileSync(computedFile, computedText(shippedData()));
	writeFileSync(reportFile, costReport(shippedData()));
}
