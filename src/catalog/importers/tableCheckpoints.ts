import type { Catalog } from '../catalog.ts';
import { frameworks, type Checkpoint, type Framework } from '../records.ts';
import { Chains } from './chains.ts';
import { FileTexts } from './fileTexts.ts';
import { HashIndex } from './hashIndex.ts';
import type { InputSize, InputSizes } from './inputSizes.ts';
import { IntColumn } from './intColumn.ts';
import { LazyRecords } from './lazyRecords.ts';
import type { RangeOfName, TableModels } from './tableModels.ts';
import { usualDataset } from './tableDraft.ts';
import { hashOfText } from './textHash.ts';
import { TextIndex } from './textIndex.ts';

/** What a row says of weights that only the file has. */
export interface NewWeights {
	/** Framework and name. */
	readonly id: string;
	readonly framework: Framework;
	readonly licence: string;
	readonly cropPct: number | undefined;
}

/** Where weights stand: the number of their model, that of their input size, and the row. */
interface WeightsPlace {
	readonly model: number;
	readonly size: number;
	readonly row: number;
}

/** The weights that rows of a table name, numbered: those of the catalog, and the file's own as columns. */
export class TableCheckpoints {
	/** Names of the file's own; the id for those of the catalog. */
	private readonly names: FileTexts;
	/** By the id, which holds no line end; by a line end and the id for those of the catalog. */
	private readonly keys = new HashIndex(number => this.keyAt(number));
	private readonly own: number[] = [];
	/** Ids of those of the catalog. */
	readonly catalogIds = new Set<string>();
	/** By number: the place of the framework and 1; 0 for those of the catalog. */
	private readonly ofFrameworks = new IntColumn();
	private readonly models = new IntColumn();
	private readonly licences = new TextIndex();
	private readonly ofLicences = new IntColumn();
	private readonly sizes = new IntColumn();
	private readonly crops = new Map<number, number>();
	private readonly rows = new IntColumn();
	/** The file's own by model; each is numbered by its place in `own`. */
	private readonly byModel = new Chains();
	private readonly records = new LazyRecords<Checkpoint>(number => this.make(number));

	constructor(
		private readonly context: {
			readonly catalog: Catalog;
			readonly models: TableModels;
			readonly inputs: InputSizes;
			/** The text that rows are read from. */
			readonly file: string;
		},
	) {
		this.names = new FileTexts(context.file);
	}

	/** Numbers of the file's own weights. */
	get numbers(): readonly number[] {
		return this.own;
	}

	/** The number of weights of the file by their id; -1 where it has none. */
	findOwn(id: string): number {
		return this.keys.find(id);
	}

	/** Whether weights may have an id of this hash. */
	mayHave(hash: number): boolean {
		return this.keys.mayHave(hash);
	}

	/** The number of weights of the catalog. */
	ofCatalog(id: string): number {
		const known = this.keys.find(`\n${id}`);
		if (known >= 0) return known;
		this.catalogIds.add(id);
		this.names.add(id);
		this.push(0, { model: -1, size: -1, row: 0 });
		return this.keys.add(hashOfText(`\n${id}`));
	}

	/** The number of weights that the file has not got yet. */
	add({ id, framework, licence, cropPct }: NewWeights, place: WeightsPlace): number {
		const number = this.names.add(id.slice(framework.length + 1));
		if (cropPct !== undefined) this.crops.set(number, cropPct);
		return this.addOwn(frameworks.indexOf(framework), this.licenceNumber(licence), hashOfText(id), place);
	}

	/**
	 * The same of a name that the file shows.
	 * @param name with the hash of the id.
	 * @param framework place in the list of them.
	 */
	addRange({ start, end, hash }: RangeOfName, framework: number, licence: number, place: WeightsPlace): number {
		this.names.addRange(start, end);
		return this.addOwn(framework, licence, hash, place);
	}

	/** Licenses are numbered: a file has few of them. */
	licenceNumber(licence: string): number {
		return this.licences.add(licence);
	}

	idAt(number: number): string {
		const framework = this.frameworkAt(number);
		const name = this.names.at(number);
		return framework === undefined ? name : `${framework}:${name}`;
	}

	/** Number of the model of weights of the file; undefined for others. */
	modelAt(number: number): number | undefined {
		return this.frameworkAt(number) === undefined ? undefined : this.models.at(number);
	}

	all(): readonly Checkpoint[] {
		return this.records.all(this.own);
	}

	recordAt(number: number): Checkpoint {
		return this.records.at(number);
	}

	/** The file's own weights of a model. */
	recordsOf(model: number): readonly Checkpoint[] {
		return this.byModel.of(model).map(place => this.recordAt(this.own[place] ?? -1));
	}

	/** The row that a record of the file was made of. */
	rowOf(record: object, id: string): number | undefined {
		const number = this.findOwn(id);
		return this.records.isAt(number, record) ? this.rows.at(number) : undefined;
	}

	private addOwn(framework: number, licence: number, hash: number, place: WeightsPlace): number {
		this.ofLicences.set(this.names.length - 1, licence);
		this.push(framework + 1, place);
		this.byModel.add(place.model);
		const number = this.keys.add(hash);
		this.own.push(number);
		return number;
	}

	private push(framework: number, { model, size, row }: WeightsPlace): void {
		this.ofFrameworks.push(framework);
		this.models.push(model);
		this.sizes.push(size);
		this.rows.push(row);
	}

	private frameworkAt(number: number): Framework | undefined {
		return frameworks[this.ofFrameworks.at(number) - 1];
	}

	private keyAt(number: number): string {
		const id = this.idAt(number);
		return this.frameworkAt(number) === undefined ? `\n${id}` : id;
	}

	private make(number: number): Checkpoint {
		const { catalog, models, inputs } = this.context;
		const weights = {
			id: this.idAt(number),
			framework: this.frameworkAt(number) ?? 'timm',
			licence: this.licences.textAt(this.ofLicences.at(number)),
			cropPct: this.crops.get(number),
		};
		return newCheckpoint(catalog, weights, models.idAt(this.models.at(number)), inputs.at(this.sizes.at(number)));
	}
}

/** The record of weights that the catalog does not have. */
export function newCheckpoint(
	catalog: Catalog,
	{ id, framework, licence, cropPct }: NewWeights,
	model: string,
	input: InputSize,
): Checkpoint {
	return {
		id,
		model,
		framework,
		name: id.slice(framework.length + 1),
		dataset: usualDataset,
		classes: catalog.datasetById.get(usualDataset)?.classes ?? 1000,
		weightsLicence: licence,
		preprocess: { input, ...(cropPct === undefined ? {} : { cropPct }) },
	};
}
