import type { Catalog } from '../catalog/catalog.ts';
import { figureKinds, type Candidate, type FigureKind, type Model, type Task } from '../catalog/records.ts';
import { shownFigure } from '../catalog/shownFigure.ts';
import type { LiteralValue } from './literals.ts';

/** What a project notes down about the network it uses: the same fields in YAML, JSON and Python. */
export interface RecordSnippet {
	/** Id of the model: `mobilenet-v2/1.0`. */
	readonly model: string;
	readonly family: string;
	readonly name: string;
	/** Width multiplier. */
	readonly width?: number;
	/** `[height, width]` in px. */
	readonly input?: readonly [number, number];
	readonly task: Task;
	/** Framework and the name that loads the weights there; neither where no weights are meant. */
	readonly framework?: string;
	readonly checkpoint?: string;
	/** The figures shown for it, each with the id of its source. */
	readonly figures: Readonly<Partial<Record<FigureKind, RecordFigure>>>;
}

export interface RecordFigure {
	/** Percent for an accuracy, bytes for bytes, else a count. */
	readonly value: number;
	readonly source: string;
	readonly doubt?: string;
}

/** Accuracies on other images and labels are for people to compare, not for a record of the model. */
const kinds = figureKinds.filter(kind => !/^(real|v2)-/.test(kind));

/** The record of a candidate, or of a model that nothing was evaluated of. */
export function recordOf(catalog: Catalog, model: Model, candidate?: Candidate): RecordSnippet {
	const checkpoint =
		candidate?.checkpoint === undefined ? undefined : catalog.checkpointById.get(candidate.checkpoint);
	return {
		model: model.id,
		family: model.family,
		name: model.name,
		...(model.width === undefined ? {} : { width: model.width }),
		...(candidate ? { input: candidate.input } : {}),
		task: catalog.familyById.get(model.family)?.task ?? 'classification',
		...(checkpoint ? { framework: checkpoint.framework, checkpoint: checkpoint.name } : {}),
		figures: candidate ? figuresOf(catalog, candidate) : {},
	};
}

/** The record as a value that the literal writers take. */
export function recordLiteral(record: RecordSnippet): LiteralValue {
	const { figures, ...rest } = record;
	return {
		...rest,
		figures: Object.fromEntries(Object.entries(figures).map(([kind, figure]) => [kind, { ...figure }])),
	};
}

function figuresOf(catalog: Catalog, candidate: Candidate): RecordSnippet['figures'] {
	return Object.fromEntries(
		kinds.flatMap(kind => {
			const figure = shownFigure(catalog, candidate, kind)?.figure;
			if (!figure) return [];
			const doubt = figure.doubt === undefined ? {} : { doubt: figure.doubt };
			return [[kind, { value: figure.value, source: figure.source, ...doubt }]];
		}),
	);
}
