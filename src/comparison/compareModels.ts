import type { Catalog } from '../catalog/catalog.ts';
import { figureKinds, type Candidate, type Device, type FigureKind } from '../catalog/records.ts';
import { frameworkOf, shownFigure, unrankedReason, type FigureScope } from '../catalog/shownFigure.ts';
import { sizeClass } from '../catalog/sizeClass.ts';
import { formatInput, formatLatency } from '../catalog/units.ts';
import { licenseText } from '../catalog/weightsLicense.ts';
import { defaultRun } from '../latency/defaultRun.ts';
import { latencyLookup } from '../latency/shownLatency.ts';
import type { ExportCell, ExportColumn, ExportTable } from './exportTable.ts';
import { figureLabels, figureText } from './modelCardFigures.ts';

/** Candidates side by side: row `i` is candidate `ids[i]`. Every figure has a column with the id of its source beside it. */
export interface ModelComparison extends ExportTable {
	readonly ids: readonly string[];
}

/**
 * Compares candidates in the order given. There is a latency column for each device that at least one of them has a
 * latency on, in its default run, and no column for a kind of figure that none of them has.
 */
export function compareModels(
	catalog: Catalog,
	candidates: readonly Candidate[],
	scope: FigureScope = {},
): ModelComparison {
	const parts = [
		...textParts(catalog, scope),
		...figureKinds.map(kind => figurePart(catalog, kind, scope)),
		...catalog.devices.map(device => latencyPart(catalog, device, scope)),
	].map(({ columns, cellsOf, optional }) => ({ columns, optional, rows: candidates.map(cellsOf) }));
	const filled = parts.filter(({ optional, rows }) => !optional || rows.some(cells => cells[0] !== undefined));
	return {
		ids: candidates.map(({ id }) => id),
		columns: filled.flatMap(({ columns }) => columns),
		rows: candidates.map((_, row) => filled.flatMap(({ rows }) => rows[row] ?? [])),
	};
}

/** Neighboring columns that are filled together. */
interface Part {
	readonly columns: readonly ExportColumn[];
	readonly cellsOf: (candidate: Candidate) => readonly ExportCell[];
	/** Left out where no candidate has a first cell. */
	readonly optional: boolean;
}

function textParts(catalog: Catalog, scope: FigureScope): readonly Part[] {
	const familyOf = (candidate: Candidate): string => {
		const family = catalog.modelById.get(candidate.model)?.family ?? '';
		return catalog.familyById.get(family)?.name ?? family;
	};
	const checkpointOf = (candidate: Candidate) =>
		candidate.checkpoint === undefined ? undefined : catalog.checkpointById.get(candidate.checkpoint);
	const licenseOf = (candidate: Candidate): string | undefined => {
		const checkpoint = checkpointOf(candidate);
		return checkpoint && licenseText(checkpoint.weightsLicence);
	};
	const text = (id: string, title: string, cellOf: (candidate: Candidate) => string | undefined): Part => ({
		columns: [{ id, title, align: 'left' }],
		cellsOf: candidate => [cellOf(candidate)],
		optional: id === 'framework' || id === 'weights' || id === 'license' || id === 'unranked',
	});
	return [
		text('model', 'Model', candidate => catalog.modelById.get(candidate.model)?.name ?? candidate.model),
		text('family', 'Family', familyOf),
		{ columns: [{ id: 'input', title: 'Input', align: 'right' }], cellsOf: inputCell, optional: false },
		text('framework', 'Framework', candidate => frameworkOf(catalog, candidate)),
		text('weights', 'Weights', candidate => checkpointOf(candidate)?.name),
		text('license', 'License', licenseOf),
		text('sizeClass', 'Size class', candidate => sizeClass(shownFigure(catalog, candidate, 'macs', scope)?.value)),
		text('unranked', 'Unranked', candidate => unrankedReason(catalog, candidate, scope)?.text),
	];
}

/** The side of a square in px as a number, else height x width as the command line takes it. */
function inputCell({ input }: Candidate): readonly ExportCell[] {
	const [height, width] = input;
	return [height === width ? { value: height, text: formatInput(input) } : `${String(height)}x${String(width)}`];
}

function figurePart(catalog: Catalog, kind: FigureKind, scope: FigureScope): Part {
	const title = figureLabels[kind];
	return {
		columns: [
			{ id: kind, title, align: 'right' },
			{ id: `${kind}Source`, title: `${title} source`, align: 'left' },
		],
		cellsOf: candidate => {
			const shown = shownFigure(catalog, candidate, kind, scope);
			if (!shown) return [undefined, undefined];
			return [{ value: shown.value, text: figureText(kind, shown.value) }, shown.figure.source];
		},
		optional: true,
	};
}

function latencyPart(catalog: Catalog, device: Device, { source }: FigureScope): Part {
	const latencyOf = latencyLookup(catalog, { device: device.id, source });
	const run = defaultRun(catalog, device.id, { source });
	const title = run ? `${device.name} (${run.runtime} ${run.precision})` : device.name;
	return {
		columns: [
			{ id: `latencyMs@${device.id}`, title, align: 'right' },
			{ id: `latencyMs@${device.id}Source`, title: `${device.name} source`, align: 'left' },
		],
		cellsOf: candidate => {
			const shown = latencyOf(candidate);
			if (!shown) return [undefined, undefined];
			return [{ value: shown.ms, text: formatLatency(shown.ms) }, shown.measurement.source];
		},
		optional: true,
	};
}
