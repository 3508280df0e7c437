import type { Model } from '../records.ts';
import { idOfUse, IdUses, useOfId } from './idUses.ts';
import { LazyRecords } from './lazyRecords.ts';
import { slugOf } from './tableDraft.ts';
import { TextIndex } from './textIndex.ts';

/** The models that rows of a table are about, numbered: those of the catalog, and the file's own as columns. */
export class TableModels {
	/** A name in lower case for one of the file's own, which holds no line end; a line end and the id for one of the catalog. */
	private readonly keys = new TextIndex();
	private readonly own: number[] = [];
	/** Ids of those of the catalog. */
	readonly catalogIds = new Set<string>();
	/** What names give to ids. */
	private readonly slugs = new TextIndex();
	private readonly uses = new IdUses();
	/** By number of the model: the one of its slug; undefined for a model of the catalog. */
	private readonly ownSlugs: (number | undefined)[] = [];
	/** Which use of its slug the id is, where it is not the first. */
	private readonly laterUses = new Map<number, number>();
	private readonly names: string[] = [];
	private readonly rows: number[] = [];
	private readonly records = new LazyRecords<Model>(number => ({
		id: this.idAt(number),
		family: this.familyId,
		name: this.nameAt(number),
		aliases: [],
	}));

	/** @param familyId family of the file's own models, with which their ids begin. */
	constructor(private readonly familyId: string) {}

	/** Numbers of the file's own models. */
	get numbers(): readonly number[] {
		return this.own;
	}

	/** The number of a model of the file by its name in any case; -1 where it has none. */
	named(name: string): number {
		return this.keys.find(name.toLowerCase());
	}

	/** The number of a model of the catalog. */
	ofCatalog(id: string): number {
		this.catalogIds.add(id);
		return this.keys.add(id, '\n');
	}

	/** The number of a model that the file has not got yet. */
	add(name: string, row: number): number {
		const number = this.keys.add(name.toLowerCase());
		const slug = this.slugs.add(slugOf(name, 'model'));
		const use = this.uses.add(slug, number);
		if (use > 1) this.laterUses.set(number, use);
		this.ownSlugs[number] = slug;
		this.names[number] = name;
		this.rows[number] = row;
		this.own.push(number);
		return number;
	}

	/** Whether only the file has it. */
	isOwn(number: number): boolean {
		return this.ownSlugs[number] !== undefined;
	}

	/** The number of what `name`, by which a row calls a model, gives to ids. */
	slugFor(number: number, name: string): number {
		return this.ownSlugs[number] ?? this.slugs.add(slugOf(name, 'model'));
	}

	slugAt(slug: number): string {
		return this.slugs.textAt(slug);
	}

	/** The number of a slug; -1 where no name gives it. */
	findSlug(slug: string): number {
		return this.slugs.find(slug);
	}

	idAt(number: number): string {
		const slug = this.ownSlugs[number];
		if (slug === undefined) return this.keys.textAt(number).slice(1);
		return `${this.familyId}/${idOfUse(this.slugAt(slug), this.laterUses.get(number) ?? 1)}`;
	}

	nameAt(number: number): string {
		return this.names[number] ?? '';
	}

	rowAt(number: number): number {
		return this.rows[number] ?? 0;
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
		return own >= 0 ? own : this.keys.find(id, '\n');
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
}
