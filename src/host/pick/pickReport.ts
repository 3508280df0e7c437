import type { Catalog } from '../../catalog/catalog.ts';
import { createNameIndex } from '../../catalog/names.ts';
import { labelText } from '../../catalog/plainText.ts';
import type { Candidate } from '../../catalog/records.ts';
import { candidateTitle } from '../../comparison/modelCard.ts';
import { leftOutTexts } from '../../selection/licenseText.ts';
import { formatPickText } from '../../selection/pickText.ts';
import { whyNot } from '../../selection/whyNot.ts';
import { answerPick, readRequest, type PickSettings } from './answerPick.ts';
import { pickRequestSchema, whyNotRequestSchema } from './pickRequest.schema.ts';

/** The answer to the request in the address of a document, line by line as the command line prints it. */
export function pickReport(catalog: Catalog, query: string, settings: PickSettings): string {
	const request = pickRequestSchema.safeParse(parseJson(query));
	if (!request.success) return 'This report is of a request that cannot be read any more.\n';
	const answered = answerPick(catalog, request.data, settings);
	return answered.ok ? withLineEnd(formatPickText(answered.result)) : `${answered.problem.text}\n`;
}

/** One sentence per limit on why a model is not the pick of a budget. */
export function whyNotReport(catalog: Catalog, query: string, settings: PickSettings): string {
	const request = whyNotRequestSchema.safeParse(parseJson(query));
	if (!request.success) return 'This report is of a question that cannot be read any more.\n';
	return `${whyNotLines(catalog, request.data, settings).join('\n')}\n`;
}

export interface WhyNotRequest {
	/** Name of a model, checkpoint or candidate. */
	readonly model: string;
	readonly budget: string;
}

export function whyNotLines(catalog: Catalog, request: WhyNotRequest, settings: PickSettings): readonly string[] {
	const resolved = createNameIndex(catalog).resolveModel(request.model);
	if (!resolved.ok) return [resolved.problem];
	const { task } = resolved.family;
	const parsed = readRequest(catalog, { ...request, task }, settings);
	if (!parsed.ok) return [parsed.problem.text];
	const { withoutLicenses } = settings;
	const answer = whyNot(catalog, resolved.candidate ?? resolved.model, parsed.budget, { task, withoutLicenses });
	if (!answer) return [`The catalog has no figures of ${labelText(resolved.model.name)}.`];
	const head = `${labelText(candidateName(catalog, answer.candidate))} against ${labelText(parsed.budget.text)}:`;
	return [head, ...answer.reasons.map(({ text }) => `- ${text}`), ...leftOutTexts(answer.leftOutByLicense)];
}

function candidateName(catalog: Catalog, candidate: Candidate): string {
	const model = catalog.modelById.get(candidate.model);
	return `${model?.name ?? candidate.model} (${candidateTitle(catalog, candidate)})`;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined; // the schema refuses it, and the document says so
	}
}

function withLineEnd(text: string): string {
	return text.endsWith('\n') ? text : `${text}\n`;
}
