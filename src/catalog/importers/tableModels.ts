import type { Model } from '../records.ts';
import { FileTexts } from './fileTexts.ts';
import { HashIndex } from './hashIndex.ts';
import { idOfUse, IdUses, useOfId } from './idUses.ts';
import { IntColumn } from './intColumn.ts';
import { LazyRecords } from './lazyRecords.ts';
import { slugOf } from './tableDraft.ts';
import { hashOfText } from './textHash.ts';
import { TextIndex } from './textIndex.ts';

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
	/** What names give to ids. */
	private readonly slugs = new TextIndex();
	private readonly uses = new IdUses();
	/** By place in `own`: the number of the slug. */
	private readonly ownSlugs = new IntColumn();
	/** By number of the model: its place in `own`. */
	private readonly places = new IntColumn();
	/** Which use of its slug the id is, where it is not the first. */
	private readonly laterUses = new Map<number, number>();
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

	/** The number of what `name`, by which a row calls a model, gives to ids. */
	slugFor(number: number, name: string): number {
		this.indexIds();
		return this.isOwn(number) ? this.ownSlugs.at(this.places.at(number)) : this.slugs.add(slugOf(name, 'model'));
	}

	slugAt(slug: number): string {
		return this.slugs.textAt(slug);
	}

	/** The number of a slug; -1 where no name gives it. */
	findSlug(slug: string): number {
		this.indexIds();
		return this.slugs.find(slug);
	}

	idAt(number: number): string {
		if (!this.isOwn(number)) return this.names.at(number).slice(1);
		const slug = this.slugAt(this.slugFor(number, ''));
		return `${this.familyId}/${idOfUse(slug, this.laterUses.get(number) ?? 1)}`;
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
		if (!id.startsWith(`${this.familyId}/`)) return -1;
		const [slug, use] = useOfId(id.slice(this.familyId.length + 1));
		return this.uses.find(this.findSlug(slug), use);
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

	/** Of two models whose names give the same id the one of the earlier row has it, so ids are given in their order. */
	private indexIds(): void {
		for (let place = this.ownSlugs.length; place < this.own.length; place++) {
			const number = this.own[place] ?? -1;
			const slug = this.slugs.add(slugOf(this.nameAt(number), 'model'));
			this.ownSlugs.push(slug);
			const use = this.uses.add(slug, number);
			if (use > 1) this.laterUses.set(number, use);
		}
	}
}
