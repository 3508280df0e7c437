import { markdownTable } from 'markdown-table';
import { costOfOwner } from '../architecture/costOfOwner.ts';
import type { NetworkOwner } from '../architecture/ports.ts';
import type { NetworkCost } from '../architecture/traceNetwork.ts';
import { escapeMarkdown } from '../catalog/plainText.ts';
import { formatInput } from '../catalog/units.ts';

/** The cost of a network part by part, counted from its layers. */
export interface CostCard {
	/** Height and width in px that it holds for. */
	readonly input: readonly [number, number];
	readonly params: number;
	readonly macs: number;
	readonly activations: number;
	/** As the paper or the reference code calls them, in order. */
	readonly stages: readonly StageCard[];
}

export interface StageCard {
	readonly name: string;
	readonly params: number;
	readonly macs: number;
	readonly activations: number;
	/** Channels, height and width of what the stage hands on: one value, or several of a network of several resolutions. */
	readonly outputs: readonly (readonly [number, number, number])[];
}

/** Undefined where its layers are not described, or the network does not take an image of this size. */
export function costCard(owner: NetworkOwner, input: readonly [number, number]): CostCard | undefined {
	const cost = costOfOwner(owner, input);
	return cost && cardOfCost(cost, input);
}

/** @param input that the cost was counted at. */
export function cardOfCost(
	{ stages, params, macs, activations }: NetworkCost,
	input: readonly [number, number],
): CostCard {
	return {
		input,
		params,
		macs,
		activations,
		stages: stages.map(({ outputs, ...each }) => ({
			...each,
			outputs: outputs.map(({ channels, height, width }) => [channels, height, width]),
		})),
	};
}

/** The cost as blocks of Markdown; none where it is not computed. */
export function costBlocks(cost: CostCard | undefined): readonly string[] {
	if (!cost) return [];
	const counts = ({ params, macs, activations }: Pick<CostCard, 'params' | 'macs' | 'activations'>): string[] =>
		[params, macs, activations].map(count => count.toLocaleString('en-US'));
	const rows = cost.stages.map(stage => [
		escapeMarkdown(stage.name),
		...counts(stage),
		`${((100 * stage.macs) / cost.macs).toFixed(1)} %`,
		outputsText(stage),
	]);
	const head = ['Stage', 'Params', 'MACs', 'Activations', 'Share of MACs', 'Output'];
	return [
		'## Cost by stage',
		`Counted from the layers at ${formatInput(cost.input)}: bias, normalization, activation and pooling count 0.`,
		markdownTable([head, ...rows, ['**All**', ...counts(cost), '', '']], { align: ['l', 'r', 'r', 'r', 'r', 'r'] }),
	];
}

/** `24 × 56 × 56`; of more than four values the first and how many others there are. */
export function outputsText({ outputs }: StageCard): string {
	const texts = outputs.map(output => output.join(' × '));
	return texts.length <= 4 ? texts.join(', ') : `${texts[0] ?? ''} and ${texts.length - 1} more`;
}
