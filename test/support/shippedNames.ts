import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lists of names as the build writes them. */
export function namesText(): string {
	const namesOf = (key: string, value: unknown): unknown =>
		key === 'checkpoints' && Array.isArray(value) ? value.map(({ name }: { name: string }) => name) : value;
	const lists: unknown = JSON.parse(readFileSync(join('data', 'extracted', 'frameworks.json'), 'utf8'));
	return JSON.stringify(lists, namesOf).replaceAll('"checkpoints":', '"weights":');
}
