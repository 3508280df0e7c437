import type { Catalog } from '../catalog.ts';
import type { Checkpoint, Framework } from '../records.ts';
import { Chains } from './chains.ts';
import type { InputSize, InputSizes } from './inputSizes.ts';
import { LazyRecords } from './lazyRecords.ts';
import type { TableModels } from './tableModels.ts';
import { usualDataset } from './tableDraft.ts';
import { TextIndex } from './textIndex.ts';

/** What a row says of weights that only the file has. */
export interface NewWeights {
	/** Framework and name. */
	readonly id: string;
	readonly framework: Framework;
	readonly licence: string;
	readonly cropPct: number | undefined;
}

/** The weights that rows of a table name, numbered: those of the catalog, and the file's own as columns. */
export class TableCheckpoints {
	/** The id of the file's own, which holds no line end; a line end and the id for those of the catalog. */
	private readonly keys = new TextIndex();
	private readonly own: number[] = [];
	/** Ids of those of the catalog. */
	readonly catalogIds = new Set<string>();
	private readonly frameworks: (Framework | undefined)[] = [];
	private readonly models: (number | undefined)[] = [];
	private readonly licences: string[] = [];
	private readonly sizes: number[] = [];
	private readonly crops: (number | undefined)[] = [];
	private readonly rows: number[] = [];
	/** The file's own by model; each is numbered by its place in `own`. */
	private readonly byModel = new Chains();
	private readonly records = new LazyRecords<Checkpoint>(number => this.make(number));

	constructor(
		private readonly catalog: Catalog,
		private readonly tableModels: TableModels,
		private readonly inputs: InputSizes,
	) {}

	/** Numbers of the file's own weights. */
	get numbers(): readonly number[] {
		return this.own;
	}

	/** The number of weights of the file by their id; -1 where it has none. */
	findOwn(id: string): number {
		return this.keys.find(id);
	}

	/** The number of weights of the catalog. */
	ofCatalog(id: string): number {
		this.catalogIds.add(id);
		return this.keys.add(id, '\n');
	}

	/**
	 * The number of weights that the file has not got yet.
	 * @param model number of their model.
	 * @param size number of their input size.
	 */
	add({ id, framework, licence, cropPct }: NewWeights, model: number, size: number, row: number): number {
		const number = this.keys.add(id);
		this.frameworks[number] = framework;
		this.models[number] = model;
		this.licences[number] = licence;
		this.sizes[number] = size;
		this.crops[number] = cropPct;
		this.rows[number] = row;
		this.byModel.add(model);
		this.own.push(number);
		return number;
	}

	idAt(number: number): string {
		const key = this.keys.textAt(number);
		return this.frameworks[number] === undefined ? key.slice(1) : key;
	}

	/** Number of the model of weights of the file; undefined for others. */
	modelAt(number: number): number | undefined {
		return this.models[number];
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
		return this.records.isAt(number, record) ? this.rows[number] : undefined;
	}

	private make(number: number): Checkpoint {
		const weights = {
			id: this.idAt(number),
			framework: this.frameworks[number] ?? 'timm',
			licence: this.licences[number] ?? 'unknown',
			cropPct: this.crops[number],
		};
		const model = this.tableModels.idAt(this.modelAt(number) ?? -1);
		return newCheckpoint(this.catalog, weights, model, this.inputs.at(this.sizes[number] ?? 0));
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
