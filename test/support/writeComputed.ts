// Counts the networks of the catalog: writes their figures and the report of how they compare. Usage: npm run computed
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { computedFile, computedText } from './computedFigures.ts';
import { costReport, reportFile } from './costReport.ts';
import { shippedData } from './shippedData.ts';

mkdirSync(dirname(computedFile), { recursive: true });
writeFileSync(computedFile, computedText(shippedData()));
writeFileSync(reportFile, costReport(shippedData()));
