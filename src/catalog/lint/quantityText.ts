import { accuracyText } from '../accuracy.ts';
import type { FigureKind } from '../records.ts';
import { formatBytes, formatCount, formatMacs } from '../units.ts';

const titles = {
	top1: 'top-1',
	top5: 'top-5',
	'real-top1': 'top-1 of ImageNet-ReaL',
	'real-top5': 'top-5 of ImageNet-ReaL',
	'v2-top1': 'top-1 of ImageNetV2',
	'v2-top5': 'top-5 of ImageNetV2',
} as const;

/** `300 M MACs`, `75.2 % top-1`, `AP 37.4`. */
export function quantityText(kind: FigureKind, value: number): string {
	switch (kind) {
		case 'ap':
		case 'ap50':
		case 'miou':
			return accuracyText(kind, value);
		case 'top1':
		case 'top5':
		case 'real-top1':
		case 'real-top5':
		case 'v2-top1':
		case 'v2-top5':
			return `${accuracyText(kind, value)} ${titles[kind]}`;
		case 'bytes':
			return formatBytes(value);
		case 'macs':
			return formatMacs(value);
		case 'params':
		case 'activations':
			return `${formatCount(value)} ${kind}`;
	}
}
