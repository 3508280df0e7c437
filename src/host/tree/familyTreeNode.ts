import type { Candidate, Checkpoint, Family, Model } from '../../catalog/records.ts';

/** What families are grouped by below their task. */
export const groupings = ['class', 'accuracy', 'size'] as const;
export type Grouping = (typeof groupings)[number];

interface Place {
	/** Unique in the tree and the same after every refresh. */
	readonly id: string;
	readonly parent?: FamilyTreeNode;
}

export type FamilyTreeNode =
	FavoritesNode | TaskNode | GroupNode | FamilyNode | ModelNode | CheckpointNode | CandidateNode | NoteNode;

/** The models that the person starred, at the top of the tree. */
export interface FavoritesNode extends Place {
	readonly kind: 'favorites';
	readonly label: string;
	readonly models: readonly Model[];
}

export interface TaskNode extends Place {
	readonly kind: 'task';
	readonly label: string;
	/** Whether it is the first of the whole tree, but for favorites. */
	readonly isFirst: boolean;
	readonly families: number;
}

export interface GroupNode extends Place {
	readonly kind: 'group';
	readonly label: string;
	/** Whether it is the first of the whole tree. */
	readonly isFirst: boolean;
	readonly families: number;
	readonly models: number;
}

export interface FamilyNode extends Place {
	readonly kind: 'family';
	readonly recordId: string;
	readonly family: Family;
	readonly models: number;
}

export interface ModelNode extends Place {
	readonly kind: 'model';
	readonly recordId: string;
	readonly model: Model;
	/** The candidate whose figures stand for the model here; none where nothing is known of it. */
	readonly lead?: Candidate;
}

export interface CheckpointNode extends Place {
	readonly kind: 'checkpoint';
	readonly recordId: string;
	readonly checkpoint: Checkpoint;
	/** More than one where the weights were evaluated at several input sizes: then they stand below. */
	readonly candidates: readonly Candidate[];
}

export interface CandidateNode extends Place {
	readonly kind: 'candidate';
	readonly recordId: string;
	readonly candidate: Candidate;
}

/** Stands where a group has nothing in it, and says why. */
export interface NoteNode extends Place {
	readonly kind: 'note';
	readonly text: string;
	/** True where a catalog of the user's own would fill the gap. */
	readonly canAddCatalog: boolean;
}
