import type { Measurement } from '../records.ts';
import type { TableValues } from './tableValues.ts';

const precisions: ReadonlyMap<string, Measurement['precision']> = new Map([
	['fp32', 'fp32'],
	['float32', 'fp32'],
	['f32', 'fp32'],
	['fp16', 'fp16'],
	['float16', 'fp16'],
	['half', 'fp16'],
	['f16', 'fp16'],
	['int8', 'int8'],
	['uint8', 'int8'],
	['quantized', 'int8'],
]);

/** The precision that the row says; undefined where it says one that is unknown. */
function precisionOf(values: TableValues): Measurement['precision'] | 'unsaid' | undefined {
	const text = values.texts.precision?.text;
	return text === undefined ? 'unsaid' : precisions.get(text.toLowerCase().replace(/[\s_-]+/g, ''));
}

/** Why the times of a row are not taken. */
export function precisionFault(values: TableValues): string | undefined {
	const isUnknown = values.times.length > 0 && precisionOf(values) === undefined;
	return isUnknown ? 'unknown precision; expected fp32, fp16 or int8' : undefined;
}

/** What all times of a row have in common. */
type RowOfTimes = Pick<Measurement, 'model' | 'input' | 'source' | 'locator'>;

/** The times of a row; none of one with a precision that is unknown. */
export function measurementsOf(values: TableValues, about: () => RowOfTimes): readonly Measurement[] {
	const { batch = 1, threads, times } = values;
	const ofRow = precisionOf(values);
	if (times.length === 0 || ofRow === undefined) return [];
	const runtime = (values.texts.runtime?.text ?? '').toLowerCase().replace(/[^a-z0-9.]+/g, '-');
	const { model, input, source, locator } = about();
	return times.map(({ ms, printed, device, precision }): Measurement => {
		const stated = precision ?? (ofRow === 'unsaid' ? undefined : ofRow);
		return {
			model,
			input,
			device,
			runtime: runtime.replace(/^[-.]+/, '').slice(0, 60) || 'unknown',
			precision: stated ?? 'fp32',
			batch,
			...(threads === undefined ? {} : { threads }),
			ms,
			printed,
			scope: batch === 1 ? 'single-image' : 'batch-step',
			source,
			locator,
			...(stated === undefined && { note: 'The table names no precision; fp32 is assumed.' }),
		};
	});
}
