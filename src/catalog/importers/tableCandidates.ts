import type { Candidate } from '../records.ts';
import { Chains } from './chains.ts';
import { idOfUse, IdUses, useOfId } from './idUses.ts';
import type { InputSizes } from './inputSizes.ts';
import { LazyRecords } from './lazyRecords.ts';
import { PairIndex } from './pairIndex.ts';
import type { TableCheckpoints } from './tableCheckpoints.ts';
import type { TableModels } from './tableModels.ts';
import { TextIndex } from './textIndex.ts';

/** What tells a result of the file from the others. */
export interface CandidateIdentity {
	/** As the row calls its model. */
	readonly name: string;
	/** Number of its model. */
	readonly model: number;
	/** Number of its weights; -1 for none. */
	readonly checkpoint: number;
	/** Number of its input size. */
	readonly size: number;
}

/** A result that only the file has. */
export interface NewCandidate {
	readonly of: CandidateIdentity;
	readonly dataset: string;
	/** Empty for none. */
	readonly note: string;
}

/** The results that rows of a table add figures to, numbered: those of the catalog, and the file's own as columns. */
export class TableCandidates {
	/** Numbers of model and weights. */
	private readonly networks = new PairIndex();
	/** Numbers of these and of a name. A model of the catalog has results of its own under each name that rows give it. */
	private readonly called = new PairIndex();
	/** Numbers of these and of an input size, which is a result; -1 and a number of the catalog's. */
	private readonly identities = new PairIndex();
	/** Names in lower case that rows give models of the catalog. */
	private readonly names = new TextIndex();
	private readonly ofCatalogs = new TextIndex();
	private readonly own: number[] = [];
	private readonly uses = new IdUses();
	/** Numbers of slug and size, which are an id. */
	private readonly ids = new PairIndex();
	/** Which use of its id it is, where it is not the first. */
	private readonly laterUses = new Map<number, number>();
	private readonly slugs: number[] = [];
	private readonly models: (number | undefined)[] = [];
	private readonly checkpoints: number[] = [];
	private readonly sizes: number[] = [];
	private readonly datasets: string[] = [];
	private readonly notes = new Map<number, string>();
	private readonly rows: number[] = [];
	/** The file's own by model; each is numbered by its place in `own`. */
	private readonly byModel = new Chains();
	private readonly records = new LazyRecords<Candidate>(number => this.make(number));

	constructor(
		private readonly familyId: string,
		private readonly tableModels: TableModels,
		private readonly tableCheckpoints: TableCheckpoints,
		private readonly inputs: InputSizes,
	) {}

	/** Numbers of the file's own results. */
	get numbers(): readonly number[] {
		return this.own;
	}

	/** Ids of those of the catalog. */
	get catalogIds(): readonly string[] {
		return Array.from({ length: this.ofCatalogs.size }, (_, number) => this.ofCatalogs.textAt(number));
	}

	/** The number of one of the file's own; -1 where it has none. */
	find({ name, model, checkpoint, size }: CandidateIdentity): number {
		const network = this.networks.find(model, checkpoint);
		const called = network < 0 ? -1 : this.called.find(network, this.nameOf(model, name));
		return called < 0 ? -1 : this.identities.find(called, size);
	}

	/** The number of a result of the catalog. */
	ofCatalog(id: string): number {
		return this.identities.add(-1, this.ofCatalogs.add(id));
	}

	/** The number of a result that the file has not got yet. */
	add({ of, dataset, note }: NewCandidate, row: number): number {
		const { name, model, checkpoint, size } = of;
		const network = this.networks.add(model, checkpoint);
		const number = this.identities.add(this.called.add(network, this.nameOf(model, name)), size);
		const slug = this.tableModels.slugFor(model, name);
		const use = this.uses.add(this.ids.add(slug, size), number);
		if (use > 1) this.laterUses.set(number, use);
		this.slugs[number] = slug;
		this.models[number] = model;
		this.checkpoints[number] = checkpoint;
		this.sizes[number] = size;
		this.datasets[number] = dataset;
		this.rows[number] = row;
		if (note !== '') this.notes.set(number, note);
		this.byModel.add(model);
		this.own.push(number);
		return number;
	}

	idAt(number: number): string {
		if (this.models[number] === undefined) return this.ofCatalogs.textAt(this.identities.secondAt(number));
		const id = `${this.tableModels.slugAt(this.slugs[number] ?? -1)}@${this.inputs.nameAt(this.sizes[number] ?? -1)}`;
		return `${this.familyId}/${idOfUse(id, this.laterUses.get(number) ?? 1)}`;
	}

	all(): readonly Candidate[] {
		return this.records.all(this.own);
	}

	recordAt(number: number): Candidate {
		return this.records.at(number);
	}

	/** The file's own results of a model. */
	recordsOf(model: number): readonly Candidate[] {
		return this.byModel.of(model).map(place => this.recordAt(this.own[place] ?? -1));
	}

	/** The number of any result here by its id; -1 where no row is about it. */
	withId(id: string): number {
		const own = this.findOwn(id);
		if (own >= 0) return own;
		const known = this.ofCatalogs.find(id);
		return known < 0 ? -1 : this.identities.find(-1, known);
	}

	findOwn(id: string): number {
		if (!id.startsWith(`${this.familyId}/`)) return -1;
		const [local, use] = useOfId(id.slice(this.familyId.length + 1));
		const [slug = '', size = ''] = local.split('@');
		const number = this.uses.find(this.ids.find(this.tableModels.findSlug(slug), this.inputs.named(size)), use);
		return number >= 0 && this.idAt(number) === id ? number : -1;
	}

	/** The row that a record of the file was made of. */
	rowOf(record: object, id: string): number | undefined {
		const number = this.findOwn(id);
		return this.records.isAt(number, record) ? this.rows[number] : undefined;
	}

	private nameOf(model: number, name: string): number {
		return this.tableModels.isOwn(model) ? -1 : this.names.add(name.toLowerCase());
	}

	private make(number: number): Candidate {
		const checkpoint = this.checkpoints[number] ?? -1;
		const note = this.notes.get(number);
		return {
			id: this.idAt(number),
			model: this.tableModels.idAt(this.models[number] ?? -1),
			...(checkpoint >= 0 && { checkpoint: this.tableCheckpoints.idAt(checkpoint) }),
			input: this.inputs.at(this.sizes[number] ?? 0),
			dataset: this.datasets[number] ?? '',
			...(note !== undefined && { note }),
		};
	}
}
