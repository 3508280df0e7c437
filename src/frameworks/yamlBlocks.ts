import { isList, isMapping, yamlScalar, type LiteralValue } from './literals.ts';

type Mapping = Readonly<Record<string, LiteralValue>>;

/** Nested data as YAML with a line for each entry; what holds no further mapping stands on one line. */
export function yamlBlocks(value: Mapping, indent = ''): string {
	return Object.entries(value)
		.map(([key, item]) => {
			if (isFlat(item)) return `${indent}${key}: ${flowText(item)}`;
			const inner = isList(item) ? listText(item, `${indent}  `) : yamlBlocks(mappingOf(item), `${indent}  `);
			return `${indent}${key}:\n${inner}`;
		})
		.join('\n');
}

function listText(items: readonly LiteralValue[], indent: string): string {
	return items
		.map(item => {
			if (isFlat(item)) return `${indent}- ${flowText(item)}`;
			const inner = isList(item) ? listText(item, `${indent}  `) : yamlBlocks(mappingOf(item), `${indent}  `);
			return `${indent}- ${inner.slice(indent.length + 2)}`;
		})
		.join('\n');
}

/** Whether no mapping stands within a list or mapping. */
function isFlat(value: LiteralValue): boolean {
	if (isList(value)) return value.every(item => !isMapping(item) && isFlat(item));
	return !isMapping(value) || Object.values(value).every(item => !isMapping(item) && isFlat(item));
}

function flowText(value: LiteralValue): string {
	if (!isMapping(value)) return yamlScalar(value);
	const entries = Object.entries(value).map(([key, item]) => `${key}: ${yamlScalar(item)}`);
	return `{${entries.join(', ')}}`;
}

function mappingOf(value: LiteralValue): Mapping {
	return isMapping(value) ? value : {};
}
