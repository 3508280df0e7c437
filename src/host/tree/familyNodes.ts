import { accuracyKindOf, type RankedAccuracy } from '../../catalog/accuracy.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Candidate, Model, Task, WeightClass } from '../../catalog/records.ts';
import { knownOf } from '../../catalog/rememberedIds.ts';
import { shownFigure } from '../../catalog/shownFigure.ts';
import { accuracyBandOf, accuracyBandsOf, sizeClass, sizeClasses } from '../../catalog/sizeClass.ts';
import { leadCandidate } from '../../catalog/merit.ts';
import { compareNames, FamilyShares, type Share } from './familyShares.ts';
import type {
	CandidateNode,
	CheckpointNode,
	FavoritesNode,
	FamilyNode,
	FamilyTreeNode,
	Grouping,
	GroupNode,
	ModelNode,
	NoteNode,
	TaskNode,
} from './familyTreeNode.ts';

export interface FamilyNodes {
	readonly roots: readonly FamilyTreeNode[];
	childrenOf(node: FamilyTreeNode): readonly FamilyTreeNode[];
	/** The first node that shows a family, model, checkpoint or candidate, for revealing it. */
	find(recordId: string): FamilyTreeNode | undefined;
}

export interface FamilyNodesOptions {
	readonly grouping: Grouping;
	/** Ids of the models and families that a filter leaves; all of them without it. */
	readonly shown?: ReadonlySet<string> | undefined;
	/** Ids of the models that stand at the top, too. */
	readonly favorites?: readonly string[];
}

/** A task without a text for it has no heading while it is empty. */
const tasks: readonly { readonly id: Task; readonly label: string; readonly empty: string }[] = [
	{ id: 'classification', label: 'Classification', empty: 'No classification models. Add a catalog…' },
	{ id: 'detection', label: 'Detection', empty: 'No detection models yet. Add a catalog…' },
	{ id: 'segmentation', label: 'Segmentation', empty: '' },
];

const weightClasses: readonly { readonly id: WeightClass; readonly label: string }[] = [
	{ id: 'lightweight', label: 'Lightweight' },
	{ id: 'heavy', label: 'Heavy' },
];

/** The tree of a catalog. Nodes are made when they are asked for, and only once. */
export function createFamilyNodes(catalog: Catalog, options: FamilyNodesOptions): FamilyNodes {
	const builder = new FamilyNodeBuilder(catalog, options);
	const children = new Map<string, readonly FamilyTreeNode[]>();
	const childrenOf = (node: FamilyTreeNode): readonly FamilyTreeNode[] => {
		const known = children.get(node.id) ?? builder.childrenOf(node);
		children.set(node.id, known);
		return known;
	};
	const roots = builder.roots();
	const places = roots.filter(({ kind }) => kind !== 'favorites'); // a record is revealed in its family
	return { roots, childrenOf, find: recordId => findNode(recordId, places, childrenOf) };
}

function findNode(
	recordId: string,
	nodes: readonly FamilyTreeNode[],
	childrenOf: FamilyNodes['childrenOf'],
): FamilyTreeNode | undefined {
	for (const node of nodes) {
		if ('recordId' in node && node.recordId === recordId) return node;
		const below = findNode(recordId, childrenOf(node), childrenOf);
		if (below) return below;
	}
	return undefined;
}

class FamilyNodeBuilder {
	/** By node id: the families of a group, the models of a family, the candidates of a model. */
	private readonly members = new Map<string, readonly Share[]>();
	private readonly shares: FamilyShares;
	private readonly models = new Map<string, Share['models']>();
	private readonly candidates = new Map<string, readonly Candidate[]>();

	/** A filtered tree has ids of its own, so that it opens whatever was closed before. */
	private readonly prefix: string;

	constructor(
		private readonly catalog: Catalog,
		private readonly options: FamilyNodesOptions,
	) {
		this.prefix = options.shown ? 'filtered:' : '';
		this.shares = new FamilyShares(catalog, options.shown);
	}

	roots(): readonly FamilyTreeNode[] {
		return [...this.favorites(), ...this.tasks()];
	}

	/** Starred models that the filter leaves and the catalog has; no node where there are none. */
	private favorites(): readonly FavoritesNode[] {
		const { favorites = [], shown } = this.options;
		if (favorites.length === 0) return []; // and no model is read for the first look
		const models = knownOf(favorites, this.catalog.modelById).filter(({ id }) => !shown || shown.has(id));
		return models.length === 0
			? []
			: [{ kind: 'favorites', id: `${this.prefix}favorites`, label: 'Favorites', models }];
	}

	private tasks(): readonly TaskNode[] {
		const { shown } = this.options;
		return tasks
			.map(({ id, label, empty }) => ({ id, label, empty, families: this.shares.familiesOf(id).length }))
			.filter(({ families, empty }) => families > 0 || (!shown && empty !== ''))
			.map(({ id, label, families }, place): TaskNode => {
				const about = { label, families, isFirst: place === 0 };
				return { kind: 'task', id: `${this.prefix}task:${id}`, ...about };
			});
	}

	childrenOf(node: FamilyTreeNode): readonly FamilyTreeNode[] {
		switch (node.kind) {
			case 'favorites':
				return node.models.map(model => this.favoriteNode(node, model));
			case 'task':
				return this.groupsOf(node);
			case 'group':
				return (this.members.get(node.id) ?? []).map(share => this.familyNode(node, share));
			case 'family':
				return this.modelsOf(node);
			case 'model':
				return this.entriesOf(node);
			case 'checkpoint':
				return node.candidates.length > 1 ? node.candidates.map(each => this.candidateNode(node, each)) : [];
			case 'candidate':
			case 'note':
				return [];
		}
	}

	private groupsOf(node: TaskNode): readonly FamilyTreeNode[] {
		const task = tasks.find(({ id }) => node.id === `${this.prefix}task:${id}`);
		const shares = task ? this.shares.of(task.id) : [];
		if (shares.length === 0) return [note(node, task?.empty ?? '', true)];
		const groups = this.split(shares, accuracyKindOf(task?.id)).filter(({ shares: members }) => members.length > 0);
		return groups.map(({ id, label, shares: members }, place): GroupNode => {
			const group: GroupNode = {
				kind: 'group',
				id: `${node.id}/${id}`,
				parent: node,
				label,
				isFirst: place === 0 && task === tasks[0],
				families: members.length,
				models: members.reduce((sum, { count }) => sum + count, 0),
			};
			this.members.set(group.id, members);
			return group;
		});
	}

	private split(
		shares: readonly Share[],
		kind: RankedAccuracy,
	): readonly { id: string; label: string; shares: readonly Share[] }[] {
		switch (this.options.grouping) {
			case 'class':
				return weightClasses.map(({ id, label }) => ({
					id,
					label,
					shares: shares.filter(({ family }) => family.weightClass === id),
				}));
			case 'accuracy':
				return this.splitCandidates(shares, accuracyBandsOf(kind), candidate =>
					accuracyBandOf(kind, shownFigure(this.catalog, candidate, kind)?.value),
				);
			case 'size':
				return this.splitCandidates(shares, sizeClasses, candidate =>
					sizeClass(shownFigure(this.catalog, candidate, 'macs')?.value),
				);
		}
	}

	/** A model stands in each group that one of its candidates belongs to; one without any candidate under `unknown`. */
	private splitCandidates(
		shares: readonly Share[],
		groups: readonly { readonly id: string; readonly label: string }[],
		groupOf: (candidate: Candidate) => string,
	): readonly { id: string; label: string; shares: readonly Share[] }[] {
		return groups.map(({ id, label }) => ({
			id,
			label,
			shares: shares.flatMap(({ family, count, models }): Share[] => {
				const members = models().flatMap(({ model, candidates }) => {
					const within = candidates.filter(candidate => groupOf(candidate) === id);
					const isBare = id === 'unknown' && candidates.length === 0;
					return within.length > 0 || isBare ? [{ model, candidates: within }] : [];
				});
				const isBare = id === 'unknown' && count === 0;
				const isMember = members.length > 0 || isBare;
				return isMember ? [{ family, count: members.length, models: () => members }] : [];
			}),
		}));
	}

	private familyNode(parent: GroupNode, { family, count, models }: Share): FamilyNode {
		const id = this.nodeId(parent, family.id);
		this.models.set(id, models);
		return { kind: 'family', id, parent, recordId: family.id, family, models: count };
	}

	private modelsOf(node: FamilyNode): readonly FamilyTreeNode[] {
		const models = this.models.get(node.id)?.() ?? [];
		if (models.length === 0) {
			return [
				note(node, node.family.note ?? 'No figures are known. Add a catalog…', node.family.note === undefined),
			];
		}
		return models
			.map(({ model, candidates }) => {
				const lead = leadCandidate(this.catalog, candidates);
				const macs = lead && shownFigure(this.catalog, lead, 'macs')?.value;
				return { model, candidates, lead, macs: macs ?? Infinity };
			})
			.sort((a, b) => compareNumbers(a.macs, b.macs) || compareNames(a.model.name, b.model.name))
			.map(({ model, candidates, lead }): ModelNode => {
				const id = this.nodeId(node, model.id);
				this.candidates.set(id, candidates);
				return { kind: 'model', id, parent: node, recordId: model.id, model, ...(lead ? { lead } : {}) };
			});
	}

	/** Published results first, then weights by framework and name. */
	private entriesOf(node: ModelNode): readonly FamilyTreeNode[] {
		const candidates = this.candidates.get(node.id) ?? [];
		const published = candidates.filter(({ checkpoint }) => checkpoint === undefined);
		const everywhere = this.catalog.candidatesOf(node.model.id);
		const checkpoints = this.catalog.checkpointsOf(node.model.id).flatMap((checkpoint): CheckpointNode[] => {
			const isOwn = (candidate: Candidate): boolean => candidate.checkpoint === checkpoint.id;
			const own = candidates.filter(isOwn);
			if (own.length === 0 && everywhere.some(isOwn)) return []; // it stands in another group
			const id = this.nodeId(node, checkpoint.id);
			return [{ kind: 'checkpoint', id, parent: node, recordId: checkpoint.id, checkpoint, candidates: own }];
		});
		return [...published.map(candidate => this.candidateNode(node, candidate)), ...checkpoints];
	}

	/** By weight class a record stands at one place, but for a favorite, and its own id will do. */
	private nodeId(parent: FamilyTreeNode, recordId: string): string {
		const isAtOnePlace = this.options.grouping === 'class' && !isFavorite(parent);
		const mark = parent.kind === 'group' ? '/' : ':';
		return isAtOnePlace ? `${this.prefix}${recordId}` : `${parent.id}${mark}${recordId}`;
	}

	private favoriteNode(parent: FavoritesNode, model: Model): ModelNode {
		const id = this.nodeId(parent, model.id);
		const candidates = this.catalog.candidatesOf(model.id);
		this.candidates.set(id, candidates);
		const lead = leadCandidate(this.catalog, candidates);
		return { kind: 'model', id, parent, recordId: model.id, model, ...(lead ? { lead } : {}) };
	}

	private candidateNode(parent: FamilyTreeNode, candidate: Candidate): CandidateNode {
		const id = this.nodeId(parent, candidate.id);
		return { kind: 'candidate', id, parent, recordId: candidate.id, candidate };
	}
}

function isFavorite(node: FamilyTreeNode): boolean {
	return node.kind === 'favorites' || (node.parent !== undefined && isFavorite(node.parent));
}

function note(parent: FamilyTreeNode, text: string, canAddCatalog: boolean): NoteNode {
	return { kind: 'note', id: `${parent.id}/note`, parent, text, canAddCatalog };
}

function compareNumbers(a: number, b: number): number {
	return a === b ? 0 : a - b; // Infinity - Infinity is NaN
}
