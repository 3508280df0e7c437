import type { FigureKind } from '../records.ts';
import { formatAccuracy, formatBytes, formatCount } from '../units.ts';

/** `300 M MACs`, `75.2 % top-1`. */
export function quantityText(kind: FigureKind, value: number): string {
	switch (kind) {
		case 'top1':
			return `${formatAccuracy(value)} top-1`;
		case 'top5':
			return `${formatAccuracy(value)} top-5`;
		case 'bytes':
			return formatBytes(value);
		case 'macs':
			return `${formatCount(value)} MACs`;
		default:
			return `${formatCount(value)} ${kind}`;
	}
}
