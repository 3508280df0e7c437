import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import { formatCount, formatInput } from '../catalog/units.ts';
import type { Run } from '../latency/defaultRun.ts';
import type { Budget, FlopsReadings, Limit } from './budget.ts';
import { withoutSign } from './budgetPart.ts';
import { deviceText, type Explanation } from './explanation.ts';

/**
 * How the words of a budget were understood, where they leave a choice: shown in the first line of an answer.
 * @param runOf the run that a latency limit means, undefined where nothing was measured
 */
export function explainReadings(
	catalog: Catalog,
	budget: Budget,
	runOf: (limit: Limit) => Run | undefined,
): readonly Explanation[] {
	return budget.limits.flatMap(limit => explainLimit(catalog, limit, runOf));
}

/** That all MACs are of one input size, which accuracies are not. */
export function explainCostInput([height, width]: readonly [number, number]): Explanation {
	const text = `MACs counted at ${formatInput([height, width])}, accuracies are of each candidate's own input size`;
	return { code: 'costs-at-input', params: { height, width }, text };
}

/** `tflite-cpu, fp32, 1 thread` */
export function runText({ runtime, precision, threads }: Run): string {
	const threadsText = threads === undefined ? [] : [threads === 1 ? '1 thread' : `${threads} threads`];
	return [plainText(runtime), precision, ...threadsText].join(', ');
}

function explainLimit(
	catalog: Catalog,
	limit: Limit,
	runOf: (limit: Limit) => Run | undefined,
): readonly Explanation[] {
	const written = plainText(withoutSign(limit.text), 60);
	if (limit.flops) return [explainFlops(written, limit.flops, limit.max)];
	if (limit.assumed) {
		const params = { written, macs: limit.max };
		return [{ code: 'bare-count-is-macs', params, text: `${written} read as MACs` }];
	}
	if (limit.reference !== undefined) {
		const params = { reference: limit.reference, macs: limit.max };
		return [{ code: 'model-reference', params, text: `${written} has ${formatCount(limit.max)} MACs` }];
	}
	return limit.device === undefined ? [] : [explainRun(catalog, limit, limit.device, runOf(limit))];
}

function explainFlops(written: string, { printed, asFlops, asMacs }: FlopsReadings, max: number): Explanation {
	const [flopsReading, macsReading] = [`${formatCount(asFlops)} MACs`, `${formatCount(asMacs)} MACs`];
	const text =
		max === asMacs
			? `${written} read as ${macsReading} (FLOPs taken for MACs); with FLOPs = 2 × MACs it is ${flopsReading}`
			: `${written} read as ${flopsReading} (FLOPs = 2 × MACs); if MACs are meant it is ${macsReading}`;
	return { code: 'flops-readings', params: { written, printed, asFlops, asMacs, used: max }, text };
}

/** A latency is of one run: which one is named in every answer. */
function explainRun(catalog: Catalog, limit: Limit, device: string, run: Run | undefined): Explanation {
	const name = deviceText(catalog, { metric: 'latencyMs', device });
	if (!run) {
		const kind = limit.precision === undefined ? 'latency' : `${limit.precision} latency`;
		return { code: 'latency-run', params: { device }, text: `no ${kind} on ${name} is known` };
	}
	const { runtime, precision, threads } = run;
	const params = { device, runtime, precision, ...(threads !== undefined && { threads }) };
	const accuracies = /^(int8|w8)/.test(precision) ? ', beside accuracies of the float weights' : '';
	return { code: 'latency-run', params, text: `latency on ${name} in ${runText(run)}${accuracies}` };
}
