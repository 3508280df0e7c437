import { createCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import type { Candidate, Figure, Measurement } from '../../src/catalog/records.ts';
import { aCatalog, aFigure, aMeasurement, aModel } from '../support/builders.ts';
import { createRandom } from '../support/random.ts';

/** A candidate as an object with a field for each of twelve columns: what a plain filter and sort work on. */
export interface CandidateRow {
	readonly id: string;
	readonly model: string;
	readonly family: string;
	readonly framework: string;
	readonly license: string;
	readonly input: number;
	/** Percent; undefined for 8 % of the rows. */
	readonly top1: number | undefined;
	readonly top5: number | undefined;
	readonly macs: number;
	readonly params: number;
	readonly bytes: number;
	/** Undefined for half of the rows. */
	readonly latencyMs: number | undefined;
}

/** The same rows from the same seed, on every machine. */
export function generateRows(count: number, seed = 42): readonly CandidateRow[] {
	const random = createRandom(seed);
	return Array.from({ length: count }, (_, index) => {
		const id = `net-${String(index % 997)}/${String(index)}`;
		const params = Math.round(1e6 * 10 ** (2.2 * random()));
		const top1 = random() < 0.08 ? undefined : Math.round(100_000 * (50 + 37 * random())) / 100_000;
		return {
			id: `${id}@224`,
			model: id,
			family: `net-${String(index % 997)}`,
			framework: 'timm',
			license: 'Apache-2.0',
			input: 224,
			top1,
			top5: top1 === undefined ? undefined : 100 - (100 - top1) / 4,
			macs: Math.round(2e7 * 10 ** (3.2 * random())),
			params,
			bytes: 4 * params,
			latencyMs: random() < 0.5 ? undefined : Math.round(100 * (4 + 300 * random())) / 100,
		};
	});
}

/** A catalog of the rows. Its accuracies count as exact, so that a plain sort has the same order. */
export function catalogOfRows(rows: readonly CandidateRow[]): Catalog {
	const base = aCatalog({ measurements: [aMeasurement({ model: rows[0]?.model ?? '', ms: 1 })] });
	const dataset = base.datasets.map(each => ({ ...each, evaluationImages: 0 }));
	return createCatalog({
		...base,
		datasets: dataset,
		models: rows.map(({ model, family }) => aModel({ id: model, family })),
		candidates: rows.map((row): Candidate => {
			return { id: row.id, model: row.model, input: [row.input, row.input], dataset: 'imagenet-1k' };
		}),
		figures: rows.flatMap(figuresOf),
		measurements: rows.flatMap(({ model, latencyMs }): Measurement[] =>
			latencyMs === undefined ? [] : [aMeasurement({ model, ms: latencyMs })],
		),
	});
}

function figuresOf({ id, top1, macs, params }: CandidateRow): Figure[] {
	const costs = [aFigure({ of: id, kind: 'macs', value: macs }), aFigure({ of: id, kind: 'params', value: params })];
	return top1 === undefined ? costs : [aFigure({ of: id, value: top1 }), ...costs];
}
