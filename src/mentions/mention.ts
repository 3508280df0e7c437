import type { Framework } from '../catalog/records.ts';

/** A place in a text that names a model. */
export interface Mention {
	/** UTF-16 units; the name alone, without quotes. */
	readonly start: number;
	readonly end: number;
	readonly name: string;
	/** Unknown in YAML and JSON. */
	readonly framework?: Framework;
	/** `text` between quotes or as a plain scalar, `call` where the name is itself what is called. */
	readonly form: 'text' | 'call';
}

/** Names as they stand in code; a set, or a map from them to records. */
export interface KnownNames {
	has(name: string): boolean;
}
