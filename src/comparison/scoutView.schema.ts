import * as z from 'zod/mini';
import { englishIssues } from '../catalog/englishIssues.ts';
import { findJsonFault, findJsonSpans } from '../catalog/jsonPlaces.ts';
import { positionAt, withoutMark } from '../catalog/locateProblems.ts';
import { escapeUnseen } from '../catalog/plainText.ts';
import { tasks } from '../catalog/records.ts';
import { columnIds } from './columns.ts';
import { columnWidths, mostPinnedColumns } from './columnLayout.ts';
import { verdicts } from './comparisonSnapshot.ts';
import { maxFilterLength, mostSortKeys, mostUnfolded, rowFolds } from './pageState.ts';
import { plotAxes } from './plotAxes.ts';
import { groupings } from './plotGroups.ts';
import type { ScoutView } from './scoutView.ts';

/** Larger is no view: the longest that a page can make is a tenth of it. */
const maxViewLength = 1_000_000;

const id = z.string().check(z.minLength(1), z.maxLength(500));
const columns = z.array(z.enum(columnIds)).check(z.maxLength(columnIds.length));
const width = z.number().check(z.minimum(columnWidths.min), z.maximum(columnWidths.max));
const range = z.readonly(z.tuple([z.number(), z.number()]));
const axis = z.enum(plotAxes);

const pageSchema = z.strictObject({
	sort: z.optional(
		z
			.array(z.strictObject({ column: z.enum(columnIds), descending: z.boolean() }))
			.check(z.minLength(1), z.maxLength(mostSortKeys)),
	),
	filterText: z.optional(z.string().check(z.maxLength(maxFilterLength))),
	verdictFilter: z.optional(z.array(z.enum(verdicts)).check(z.maxLength(verdicts.length))),
	frontierOnly: z.optional(z.boolean()),
	xAxis: z.optional(axis),
	yAxis: z.optional(axis),
	grouping: z.optional(z.enum(groupings)),
	topRow: z.optional(z.int().check(z.nonnegative())),
	activeId: z.optional(id),
	activeColumn: z.optional(z.enum(columnIds)),
	hiddenColumns: z.optional(columns),
	columnOrder: z.optional(columns),
	columnWidths: z.optional(z.partialRecord(z.enum(columnIds), width)),
	pinnedColumns: z.optional(columns.check(z.maxLength(mostPinnedColumns))),
	fold: z.optional(z.enum(rowFolds)),
	unfolded: z.optional(z.array(id).check(z.maxLength(mostUnfolded))),
	flops: z.optional(z.boolean()),
	sideBySide: z.optional(z.boolean()),
	baselineId: z.optional(id),
	zoom: z.optional(
		z.strictObject({
			x: axis,
			y: axis,
			task: z.enum(tasks),
			window: z.strictObject({ x: range, y: range, logX: z.boolean(), logY: z.boolean() }),
		}),
	),
});

const fields = {
	version: z.literal(1),
	task: z.optional(z.enum(tasks)),
	budget: z.optional(z.string().check(z.maxLength(500))),
	latencyDevice: z.optional(z.string().check(z.maxLength(200))),
	selection: z.array(id).check(z.maxLength(10_000)),
	page: pageSchema,
};

/** A saved view, with the `$schema` that an editor may have put beside it. */
export const scoutViewSchema = z.strictObject({ $schema: z.optional(z.string()), ...fields });

const viewSchema = z.strictObject(fields) satisfies z.ZodMiniType<ScoutView>;

export type ParsedView =
	| { readonly ok: true; readonly view: ScoutView }
	/** `line 3: expected one of … at page.fold` */
	| { readonly ok: false; readonly problem: string };

/** Reads the text of a view file. What is wrong is told with its line and its field; nothing is taken from a file that is. */
export function parseScoutView(text: string): ParsedView {
	if (text.length > maxViewLength) return { ok: false, problem: 'it is larger than 1 MB; a view is a short file' };
	const read = readJson(withoutMark(text));
	if (!read.ok) return read;
	const parsed = viewSchema.safeParse(withoutSchema(read.value), englishIssues);
	if (parsed.success) return { ok: true, view: parsed.data };
	const [issue] = parsed.error.issues;
	return { ok: false, problem: issue ? issueText(text, issue) : 'it is no view' };
}

function readJson(
	text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string } {
	try {
		return { ok: true, value: JSON.parse(text) };
	} catch {
		const fault = findJsonFault(text);
		return {
			ok: false,
			problem: `${fault === undefined ? '' : `line ${positionAt(text, fault).line}: `}it is not valid JSON`,
		};
	}
}

function withoutSchema(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || !('$schema' in value)) return value;
	const { $schema, ...rest } = value;
	return typeof $schema === 'string' ? rest : value;
}

function issueText(text: string, issue: z.core.$ZodIssue): string {
	const path = issue.path.map(step => (typeof step === 'number' ? step : String(step)));
	const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
	const place = unknownKey === undefined ? path : [...path, unknownKey];
	const span = findJsonSpans(text, [place])[0] ?? findJsonSpans(text, [path])[0];
	const line = span ? `line ${positionAt(text, span.start).line}: ` : '';
	const fault = unknownKey === undefined ? issue.message : 'a view has no such field';
	const field = place.length === 0 ? '' : ` at ${escapeUnseen(place.join('.'), 100)}`;
	return `${line}${fault}${field}`;
}
