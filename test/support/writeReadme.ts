// Fills the tables of the README. Usage: npm run readme
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { fillReadme } from './readme.ts';

const filled = fillReadme(readFileSync('README.md', 'utf8'));
writeFileSync('README.md', await format(filled, { ...(await resolveConfig('README.md')), filepath: 'README.md' }));
