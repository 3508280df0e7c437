import type { Candidate } from '../records.ts';
import { Chains } from './chains.ts';
import type { InputSizes } from './inputSizes.ts';
import { IntColumn } from './intColumn.ts';
import { LazyRecords } from './lazyRecords.ts';
import { OwnIds } from './ownIds.ts';
import { PairIndex } from './pairIndex.ts';
import type { TableCheckpoints } from './tableCheckpoints.ts';
import type { TableModels } from './tableModels.ts';
import { TextIndex } from './textIndex.ts';

/** What tells a result of the file from the others. */
export interface CandidateIdentity {
	/** As the row calls its model, where that is one of the catalog. */
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

/**
 * The results that rows of a table add figures to, numbered: those of the catalog, and the file's own as columns. Where one
 * stands, and what its id is, is found out when somebody asks.
 */
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
	/** By number of one in `ofCatalogs`: the one here. */
	private readonly catalogNumbers = new IntColumn();
	private readonly own: number[] = [];
	private readonly ids = new OwnIds();
	/** By number: its place in `own`; for one of the catalog its number in `ofCatalogs`. */
	private readonly places = new IntColumn();
	/** By number; -1 for one of the catalog. */
	private readonly models = new IntColumn();
	private readonly checkpoints = new IntColumn();
	private readonly calledBy = new IntColumn();
	private readonly sizes = new IntColumn();
	private readonly rows = new IntColumn();
	/** By place in `own`. */
	private readonly datasets: string[] = [];
	private readonly notes: string[] = [];
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
		this.indexIdentities();
		const network = this.networks.find(model, checkpoint);
		const called = network < 0 ? -1 : this.called.find(network, this.nameOf(model, name));
		return called < 0 ? -1 : this.identities.find(called, size);
	}

	/** The number of a result of the catalog. */
	ofCatalog(id: string): number {
		const known = this.ofCatalogs.find(id);
		if (known >= 0) return this.catalogNumbers.at(known);
		const ofCatalog = this.ofCatalogs.add(id);
		const number = this.push({ name: '', model: -1, checkpoint: -1, size: -1 }, ofCatalog, 0);
		this.catalogNumbers.push(number);
		return number;
	}

	/** The number of a result that the file has not got yet. */
	add({ of, dataset, note }: NewCandidate, row: number): number {
		const number = this.push(of, this.own.length, row);
		this.datasets.push(dataset);
		this.notes.push(note);
		this.byModel.add(of.model);
		this.own.push(number);
		return number;
	}

	idAt(number: number): string {
		const place = this.places.at(number);
		if (!this.isOwn(number)) return this.ofCatalogs.textAt(place);
		this.indexIds();
		return this.ids.at(place);
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
		return known < 0 ? -1 : this.catalogNumbers.at(known);
	}

	findOwn(id: string): number {
		if (!id.startsWith(this.familyId) || !id.includes('@')) return -1; // a model, most often
		this.indexIds();
		return this.ids.find(id);
	}

	/** The row that a record of the file was made of. */
	rowOf(record: object, id: string): number | undefined {
		const number = this.findOwn(id);
		return this.records.isAt(number, record) ? this.rows.at(number) : undefined;
	}

	private push({ name, model, checkpoint, size }: CandidateIdentity, place: number, row: number): number {
		this.places.push(place);
		this.checkpoints.push(checkpoint);
		this.calledBy.push(model < 0 ? -1 : this.nameOf(model, name));
		this.sizes.push(size);
		this.rows.push(row);
		return this.models.push(model);
	}

	private isOwn(number: number): boolean {
		return this.rows.at(number) > 0;
	}

	private nameOf(model: number, name: string): number {
		return this.tableModels.isOwn(model) ? -1 : this.names.add(name.toLowerCase());
	}

	/** Results get the same numbers there as here, as every one is new. */
	private indexIdentities(): void {
		for (let number = this.identities.size; number < this.models.length; number++) {
			if (!this.isOwn(number)) this.identities.add(-1, this.places.at(number));
			else {
				const network = this.networks.add(this.models.at(number), this.checkpoints.at(number));
				this.identities.add(this.called.add(network, this.calledBy.at(number)), this.sizes.at(number));
			}
		}
	}

	/** Of two results that would have the same id the one of the earlier row has it. */
	private indexIds(): void {
		for (let place = this.ids.count; place < this.own.length; place++) {
			const number = this.own[place] ?? -1;
			const name = this.names.textAt(this.calledBy.at(number));
			const ofModel = this.tableModels.namedId(this.models.at(number), name);
			this.ids.add(`${ofModel}@${this.inputs.nameAt(this.sizes.at(number))}`, number);
		}
	}

	private make(number: number): Candidate {
		const place = this.places.at(number);
		const checkpoint = this.checkpoints.at(number);
		const note = this.notes[place] ?? '';
		return {
			id: this.idAt(number),
			model: this.tableModels.idAt(this.models.at(number)),
			...(checkpoint >= 0 && { checkpoint: this.tableCheckpoints.idAt(checkpoint) }),
			input: this.inputs.at(this.sizes.at(number)),
			dataset: this.datasets[place] ?? '',
			...(note !== '' && { note }),
		};
	}
}
