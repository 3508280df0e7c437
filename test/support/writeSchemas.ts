// Writes the JSON Schemas. Usage: npm run schemas
import { mkdirSync, writeFileSync } from 'node:fs';
import { schemaFiles } from './schemaFiles.ts';

mkdirSync('data/schemas', { recursive: true });
for (const { path, text } of schemaFiles()) writeFileSync(path, text);
