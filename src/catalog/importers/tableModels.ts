import type { Model } from '../records.ts';
import { FileTexts } from './fileTexts.ts';
import { HashIndex } from './hashIndex.ts';
import { IntColumn } from './intColumn.ts';
import { LazyRecords } from './lazyRecords.ts';
import { OwnIds } from './ownIds.ts';
import { slugOf } from './tableDraft.ts';
import { hashOfText } from './textHash.ts';

/** A name that the file shows in its characters from `start` to before `end`, all of them ASCII, with its `hashOfText`. */
export interface RangeOfName {
	readonly start: number;
	readonly end: number;
	readonly hash: number;
}

/**
 * The models that rows of a table are about, numbered: those of the catalog, and the file's own as columns. What the ids
 * of its own are is found out when one is asked for.
 */
export class TableModels {
	/** Names of the file's own; a line end, which no name holds, and the id for one of the catalog. */
	private readonly names: FileTexts;
	/** By the name in lower case. */
	private readonly keys = new HashIndex(number => this.keyAt(number));
	/** By number: the first row that is about it, from 1; 0 for a model of the catalog. */
	private readonly rows = new IntColumn();
	private readonly own: number[] = [];
	/** Ids of those of the catalog. */
	readonly catalogIds = new Set<string>();
	private readonly ids = new OwnIds();
	/** By place in `own`: what its name gives to ids. */
	private readonly namedIds: string[] = [];
	/** By number of the model: its place in `own`. */
	private readonly places = new IntColumn();
	private readonly records = new LazyRecords<Model>(number => ({
		id: this.idAt(number),
		family: this.familyId,
		name: this.nameAt(number),
		aliases: [],
	}));

	/**
	 * @param familyId family of the file's own models, with which their ids begin.
	 * @param file the text that rows are read from.
	 */
	constructor(
		private readonly familyId: string,
		file: string,
	) {
		this.names = new FileTexts(file);
	}

	/** Numbers of the file's own models. */
	get numbers(): readonly number[] {
		return this.own;
	}

	/** The number of a model of the file by its name in any case; -1 where it has none. */
	named(name: string): number {
		return this.keys.find(name.toLowerCase());
	}

	/** Whether a model may have a name of this hash. */
	mayHave(hash: number): boolean {
		return this.keys.mayHave(hash);
	}

	/** The number of a model of the catalog. */
	ofCatalog(id: string): number {
		const key = `\n${id}`;
		const known = this.keys.find(key);
		if (known >= 0) return known;
		this.catalogIds.add(id);
		this.names.add(key);
		this.rows.push(0);
		this.places.push(-1);
		return this.keys.add(hashOfText(key));
	}

	/** The number of a model that the file has not got yet. */
	add(name: string, row: number): number {
		this.names.add(name);
		return this.addOwn(hashOfText(name.toLowerCase()), row);
	}

	/** The same of a name that the file shows. */
	addRange({ start, end, hash }: RangeOfName, row: number): number {
		this.names.addRange(start, end);
		return this.addOwn(hash, row);
	}

	/** Whether only the file has it. */
	isOwn(number: number): boolean {
		return this.rows.at(number) > 0;
	}

	/** The beginning of the ids of results of a model, which a row calls `name`. */
	namedId(number: number, name: string): string {
		this.indexIds(this.own.length);
		return (this.isOwn(number) ? this.namedIds[this.places.at(number)] : undefined) ?? this.idOfName(name);
	}

	idAt(number: number): string {
		if (!this.isOwn(number)) return this.names.at(number).slice(1);
		this.indexIds(this.own.length);
		return this.ids.at(this.places.at(number));
	}

	nameAt(number: number): string {
		return this.names.at(number);
	}

	/** The first row that is about one of the file's own. */
	rowAt(number: number): number {
		return this.rows.at(number);
	}

	all(): readonly Model[] {
		return this.records.all(this.own);
	}

	recordAt(number: number): Model {
		return this.records.at(number);
	}

	/** The number of any model here by its id; -1 where no row is about it. */
	withId(id: string): number {
		const own = this.findOwn(id);
		return own >= 0 ? own : this.keys.find(`\n${id}`);
	}

	findOwn(id: string): number {
		if (!id.startsWith(this.familyId)) return -1;
		this.indexIds(this.own.length);
		return this.ids.find(id);
	}

	/**
	 * Gives ids to those of the first so many that have none yet, which is otherwise done for all when one is asked for. Of
	 * two models whose names give the same id the one of the earlier row has it.
	 */
	indexIds(count: number): void {
		for (let place = this.ids.count; place < count; place++) {
			const number = this.own[place] ?? -1;
			const id = this.idOfName(this.nameAt(number));
			this.namedIds.push(id);
			this.ids.add(id, number);
		}
	}

	/** The row that a record of the file was made of. */
	rowOf(record: object, id: string): number | undefined {
		const number = this.findOwn(id);
		return this.records.isAt(number, record) ? this.rowAt(number) : undefined;
	}

	private addOwn(hash: number, row: number): number {
		const number = this.rows.push(row);
		this.places.push(this.own.push(number) - 1);
		return this.keys.add(hash);
	}

	private keyAt(number: number): string {
		return this.isOwn(number) ? this.nameAt(number).toLowerCase() : this.names.at(number);
	}

	private idOfName(name: string): string {
		return `${this.familyId}/${slugOf(name, 'model')}`;
	}
}
