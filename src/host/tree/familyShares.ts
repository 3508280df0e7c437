import type { Catalog } from '../../catalog/catalog.ts';
import { once } from '../../catalog/once.ts';
import type { Candidate, Family, Model, Task } from '../../catalog/records.ts';

/** A family with what of it belongs to one group. */
export interface Share {
	readonly family: Family;
	/** Number of its models. */
	readonly count: number;
	/** Made when the family is opened: a file of a person may have 100,000 of them. */
	readonly models: () => readonly ShareOfModel[];
}

export interface ShareOfModel {
	readonly model: Model;
	readonly candidates: readonly Candidate[];
}

/** What a filter leaves of the families; all of them without one. */
export class FamilyShares {
	constructor(
		private readonly catalog: Catalog,
		/** Ids of models and families. */
		private readonly shown: ReadonlySet<string> | undefined,
	) {}

	familiesOf(task: Task): readonly Family[] {
		return this.catalog.families.filter(family => family.task === task && this.isShown(family));
	}

	/** By name. */
	of(task: Task): readonly Share[] {
		return [...this.familiesOf(task)]
			.sort((a, b) => compareNames(a.name, b.name))
			.map(family => {
				const models = this.modelsOf(family);
				const shares = once(() => models.map(model => withCandidates(this.catalog, model)));
				return { family, count: models.length, models: shares };
			});
	}

	private isShown(family: Family): boolean {
		return !this.shown || this.shown.has(family.id) || this.modelsOf(family).length > 0;
	}

	private modelsOf({ id }: Family): readonly Model[] {
		const { catalog, shown } = this;
		return shown ? catalog.modelsOf(id).filter(model => shown.has(model.id)) : catalog.modelsOf(id);
	}
}

/** The candidates are looked up when the model is opened: the first look at the families reads none of them. */
function withCandidates(catalog: Catalog, model: Model): ShareOfModel {
	return {
		model,
		get candidates() {
			return catalog.candidatesOf(model.id);
		},
	};
}

/** One for all, where `localeCompare` would make one for each pair of names; not while the code is loaded, since it takes 6 ms. */
const byName = once(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }));

export function compareNames(a: string, b: string): number {
	return byName().compare(a, b);
}
