import { accuracyKindOf, taskOf, tasksOf, type RankedAccuracy } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import type { Candidate, Task } from '../catalog/records.ts';
import { candidatesIn, evaluationImages, frameworkOf, type CandidateFilter } from '../catalog/shownFigure.ts';
import { sizeClass } from '../catalog/sizeClass.ts';
import { candidateBadge, licenseText } from '../catalog/weightsLicense.ts';
import { defaultRun } from '../latency/defaultRun.ts';
import { deviceCoverage } from '../latency/deviceCoverage.ts';
import { createSelectionTable, type SelectionTable } from '../selection/engine.ts';
import { paretoFrontier } from '../selection/frontier.ts';
import { judgeAll } from '../selection/judgeAll.ts';
import { rankModels } from '../selection/ranking.ts';
import { runText } from '../selection/readings.ts';
import { judgeRows, readBudget, type ReadBudget } from './budgetColumns.ts';
import {
	rowMarks,
	type ComparisonSnapshot,
	type CostMetric,
	type SnapshotBudget,
	type SnapshotDevice,
	type TextColumn,
	type TextMetric,
} from './comparisonSnapshot.ts';
import { cropText } from './modelCardFigures.ts';
import { numberColumns, type NumberColumns } from './numberColumns.ts';
import { selectedRows } from './selectedRows.ts';
import { TextColumnBuilder } from './textColumn.ts';
import { TextLines } from './textLines.ts';
import { wholeNumbers } from './wholeNumbers.ts';

export interface SnapshotOptions {
	/** The candidates to show, in this order; unknown ids and those of other tasks are left out. All that pass `filter` without it. */
	readonly candidateIds?: readonly string[] | undefined;
	/** Without a task it is that of the first candidate named or selected. */
	readonly filter?: CandidateFilter | undefined;
	/** Budget as a person wrote it. Nothing or an empty text: no verdicts. */
	readonly budget?: string | undefined;
	readonly flopsMeans?: 'flops' | 'macs' | undefined;
	/** What a pick under the budget is made from, kept by the caller; made of the catalog and `filter` without it. */
	readonly tableOf?: ((task: Task) => SelectionTable) | undefined;
	/** Id of the device of the latency column; the one with most measurements without it. */
	readonly latencyDevice?: string | undefined;
	/** Sizes in px that costs can be counted at; none where they cannot. */
	readonly costInputs?: readonly number[] | undefined;
	/** Ids of candidates, checkpoints or models, in the order in which they were selected. */
	readonly selection?: readonly string[] | undefined;
}

/** Everything that the comparison page shows of `catalog`. */
export function comparisonSnapshot(catalog: Catalog, options: SnapshotOptions = {}): ComparisonSnapshot {
	const task = options.filter?.task ?? taskOfSelection(catalog, options);
	const accuracy = accuracyKindOf(task);
	const candidates = candidatesToShow(catalog, options, task);
	const devices = devicesOf(catalog, options);
	const device = devices.find(({ id }) => id === options.latencyDevice) ?? devices[0];
	const scope = { source: options.filter?.source };
	const numbers = numberColumns(catalog, candidates, scope, device?.id, accuracy);
	const budget = readBudget(catalog, { ...options, task }, device?.id, scope);
	const judged = judgeRows(catalog, candidates, budget, { ...scope, task, accuracies: numbers.accuracies });
	numbers.accuracies.forEach((shown, row) => {
		const doubt = shown?.figure.doubt;
		// the other doubts keep a row out of the ranking, which is a mark of its own
		if (doubt === 'superseded' || doubt === 'misprint')
			judged.marks[row] = (judged.marks[row] ?? 0) | rowMarks[doubt];
	});
	return {
		rows: candidates.length,
		task,
		tasks: tasksOf(catalog),
		ids: TextLines.of(candidates.map(({ id }) => id)),
		models: columnOfTexts(candidates, ({ model }) => model),
		texts: textColumns(catalog, candidates, numbers, accuracy),
		numbers: numbers.columns,
		inputHeights: wholeNumbers(candidates.map(({ input }) => input[0])),
		inputWidths: wholeNumbers(candidates.map(({ input }) => input[1])),
		verdicts: judged.verdicts,
		marks: judged.marks,
		notes: judged.notes,
		words: wordColumn(catalog, candidates),
		frontiers: frontiersOf(numbers, judged.marks, accuracy),
		budget: {
			...budget.shown,
			counts: judged.counts,
			...pickOf(catalog, candidates, budget, { ...options, task }),
		},
		...(device ? { device } : {}),
		devices,
		...(catalog.costInput && { costInput: catalog.costInput }),
		costInputs: options.costInputs ?? [],
		evaluationImages: evaluationImages(catalog, task),
		selection: selectedRows(candidates, numbers.columns[accuracy].values, options.selection ?? []),
		catalog: { version: catalog.version, date: catalog.date },
	};
}

/** The same answer as that of every other pick under the budget. */
function pickOf(
	catalog: Catalog,
	candidates: readonly Candidate[],
	{ budget }: ReadBudget,
	{ filter, tableOf, task }: SnapshotOptions & { readonly task: Task },
): Pick<SnapshotBudget, 'pick'> {
	if (!budget) return {};
	const table = tableOf?.(task) ?? createSelectionTable(catalog, { ...filter, task });
	const [group] = rankModels(table, judgeAll(table, budget), budget, 1);
	const picked = table.candidates[group?.members[0] ?? -1];
	const row = picked ? candidates.indexOf(picked) : -1;
	return row < 0 ? {} : { pick: row };
}

function candidatesToShow(
	catalog: Catalog,
	{ candidateIds, filter }: SnapshotOptions,
	task: Task,
): readonly Candidate[] {
	if (!candidateIds) return candidatesIn(catalog, { ...filter, task });
	const named = candidateIds.flatMap(id => catalog.candidateById.get(id) ?? []);
	return named.filter(candidate => taskOf(catalog, candidate) === task);
}

/** The task of the first candidate that is asked about; classification where none is. */
function taskOfSelection(catalog: Catalog, { candidateIds, selection }: SnapshotOptions): Task {
	const first = (candidateIds ?? selection ?? []).find(id => catalog.candidateById.has(id));
	const candidate = catalog.candidateById.get(first ?? '');
	return candidate ? taskOf(catalog, candidate) : 'classification';
}

function devicesOf(catalog: Catalog, { filter }: SnapshotOptions): readonly SnapshotDevice[] {
	return deviceCoverage(catalog, filter ?? {}).map(({ device, candidates }) => {
		const run = defaultRun(catalog, device.id, { source: filter?.source });
		return {
			id: device.id,
			name: plainText(device.name),
			run: run ? runText(run) : '',
			candidates,
		};
	});
}

function textColumns(
	catalog: Catalog,
	candidates: readonly Candidate[],
	numbers: NumberColumns,
	accuracy: RankedAccuracy,
): Readonly<Record<TextMetric, TextColumn>> {
	const textOf: Record<Exclude<TextMetric, 'source'>, (candidate: Candidate, row: number) => string> = {
		name: ({ model }) => catalog.modelById.get(model)?.name ?? model,
		family: ({ model }) => familyOf(catalog, model)?.name ?? '',
		framework: candidate => frameworkOf(catalog, candidate) ?? 'published',
		weights: candidate => checkpointOf(catalog, candidate)?.name ?? '',
		sizeClass: (_, row) => sizeClass(numbers.columns.macs.values[row]),
		license: candidate => licenseOf(catalog, candidate),
		crop: (_, row) => {
			const crop = numbers.accuracies[row]?.figure.conditions.cropPct;
			return crop === undefined ? '' : cropText(crop);
		},
	};
	const build = (metric: Exclude<TextMetric, 'source'>): TextColumn => columnOfTexts(candidates, textOf[metric]);
	return {
		name: build('name'),
		family: build('family'),
		framework: build('framework'),
		weights: build('weights'),
		sizeClass: build('sizeClass'),
		license: build('license'),
		crop: build('crop'),
		source: numbers.columns[accuracy].sources,
	};
}

/** Words of a model are the same for all its candidates and are joined once. */
function wordColumn(catalog: Catalog, candidates: readonly Candidate[]): TextColumn {
	const byModel = new Map<string, string>();
	const modelWords = (modelId: string): string => {
		const known = byModel.get(modelId);
		if (known !== undefined) return known;
		const model = catalog.modelById.get(modelId);
		const joined = [...(model?.aliases ?? []), ...(familyOf(catalog, modelId)?.aliases ?? [])].join(' ');
		byModel.set(modelId, joined);
		return joined;
	};
	const textOf = (candidate: Candidate): string => {
		const seed = candidate.seedLine === undefined ? '' : `seed#${String(candidate.seedLine)}`;
		return `${modelWords(candidate.model)} ${seed} ${candidateBadge(catalog, candidate) ?? ''}`;
	};
	return columnOfTexts(candidates, textOf, 1000);
}

function frontiersOf(
	{ columns }: NumberColumns,
	marks: Uint8Array,
	accuracy: RankedAccuracy,
): Readonly<Record<CostMetric, Uint32Array>> {
	const ranked = [...marks.keys()].filter(row => ((marks[row] ?? 0) & rowMarks.unranked) === 0);
	const frontierOn = (metric: CostMetric): Uint32Array => {
		const costs = columns[metric].values;
		const known = ranked.filter(row => !Number.isNaN(costs[row] ?? NaN));
		const points = known.map(row => ({ cost: costs[row] ?? NaN, gain: columns[accuracy].values[row] ?? NaN }));
		const onFrontier = paretoFrontier(points).flatMap(index => known[index] ?? []);
		return Uint32Array.from(onFrontier.sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b));
	};
	return {
		macs: frontierOn('macs'),
		params: frontierOn('params'),
		bytes: frontierOn('bytes'),
		latencyMs: frontierOn('latencyMs'),
	};
}

/** A column of texts of a catalog. Most stand in many rows: each is cleaned once. */
function columnOfTexts(
	candidates: readonly Candidate[],
	textOf: (candidate: Candidate, row: number) => string,
	maxLength?: number,
): TextColumn {
	const builder = new TextColumnBuilder(candidates.length);
	const cleaned = new Map<string, string>();
	candidates.forEach((candidate, row) => {
		const text = textOf(candidate, row);
		const clean = cleaned.get(text) ?? plainText(text, maxLength);
		cleaned.set(text, clean);
		builder.set(row, clean);
	});
	return builder.finish();
}

function familyOf(catalog: Catalog, modelId: string) {
	return catalog.familyById.get(catalog.modelById.get(modelId)?.family ?? '');
}

/** Empty for a published result, of which no weights are meant. */
function licenseOf(catalog: Catalog, candidate: Candidate): string {
	const checkpoint = checkpointOf(catalog, candidate);
	return checkpoint ? licenseText(checkpoint.weightsLicence) : '';
}

function checkpointOf(catalog: Catalog, { checkpoint }: Candidate) {
	return checkpoint === undefined ? undefined : catalog.checkpointById.get(checkpoint);
}
