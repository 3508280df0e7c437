// Fills the tables of the README and of the notice of sources. Usage: npm run readme
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { fillNotice } from './notice.ts';
import { fillReadme } from './readme.ts';
import { readData, shippedData } from './shippedData.ts';

const filled = fillReadme(readFileSync('README.md', 'utf8'));
writeFileSync('README.md', await formatted('README.md', filled));
writeFileSync('data/NOTICE.md', fillNotice(readData('NOTICE.md'), shippedData()));

async function formatted(file: string, text: string): Promise<string> {
	return format(text, { ...(await resolveConfig(file)), filepath: file });
}
