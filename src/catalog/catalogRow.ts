import { hasUnseen, plainText } from './plainText.ts';
import type { ListName } from './records.schema.ts';

/** What stands for the file itself in a row that does not say where its figure comes from. */
export interface RowOrigin {
	/** Source id of the file. */
	readonly source: string;
	readonly locator: string;
}

/** The row with what a person may leave out. Anything but an object is given back as it is. */
export function withDefaults(list: ListName, row: unknown, origin: RowOrigin): unknown {
	if (!isObject(row)) return row;
	switch (list) {
		case 'families':
			return { aliases: [], classSource: 'derived', ...row };
		case 'models':
		case 'devices':
			return { aliases: [], ...row };
		case 'checkpoints':
			return { weightsLicence: 'unknown', ...row };
		case 'figures':
			return { conditions: {}, ...printedOf('value' in row ? row.value : undefined), ...origin, ...row };
		case 'measurements':
			return {
				batch: 1,
				scope: 'single-image',
				...printedOf('ms' in row ? row.ms : undefined),
				...origin,
				...row,
			};
		case 'sources':
			return { kind: 'user', licence: 'unknown', ...row };
		default:
			return row;
	}
}

/** The row with every text on one line of visible characters, and the fields where something had to go. Ids stay as they are. */
export function cleanTexts(row: unknown): { readonly value: unknown; readonly cleaned: readonly string[] } {
	const cleaned = new Set<string>();
	const clean = (value: unknown, key: string, depth: number): unknown => {
		if (typeof value === 'string') {
			if (!textFields.has(key) || !hasUnseen(value)) return value;
			cleaned.add(key);
			return plainText(value, longestText + 1);
		}
		if (depth === 0) return value;
		if (Array.isArray(value)) return value.map((entry: unknown) => clean(entry, key, depth - 1));
		if (!isObject(value)) return value;
		return Object.fromEntries(
			Object.entries(value).map(([field, entry]) => [field, clean(entry, field, depth - 1)]),
		);
	};
	const value = clean(row, '', 3);
	return { value, cleaned: [...cleaned] };
}

/** Longer than any text that a schema takes, so that a text is refused for its length and never cut. */
const longestText = 2000;

const textFields: ReadonlySet<string> = new Set([
	'name',
	'title',
	'note',
	'aliases',
	'maker',
	'printed',
	'locator',
	'where',
	'version',
	'licence',
	'weightsLicence',
	'weights',
]);

/** A row whose value is no number is refused for that alone. */
function printedOf(value: unknown): { printed: string } {
	return { printed: typeof value === 'number' ? String(value) : '-' };
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
