import type { Framework } from './records.ts';

/** A model as code names it. */
export interface NamedModel {
	/** Model id. */
	readonly model: string;
	/** Checkpoint id, where the name means these weights alone. */
	readonly checkpoint?: string | undefined;
	/** Checkpoint ids of all weights that the name may load: a name of timm without a tag may load any of its tags. */
	readonly checkpoints?: readonly string[] | undefined;
	readonly framework?: Framework | undefined;
	/** Input size in px as `[height, width]` that the code sets. */
	readonly input?: readonly [number, number] | undefined;
}

/** A place in a file that names a model. */
export interface NamedPlace {
	/** As it is written. */
	readonly name: string;
	readonly named: NamedModel;
	/** From 0, in the file, or in the cell of a notebook; columns are UTF-16 units. */
	readonly line: number;
	readonly column: number;
	/** Of a notebook: the index of the cell. */
	readonly cell?: number | undefined;
}
