// Counts the networks of the catalog: writes their figures and the report of how they compare. Usage: npm run computed
import { writeComputedFiles } from './computedFiles.ts';

writeComputedFiles();
