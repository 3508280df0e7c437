import { classifier, convolutionBlock, residual } from '../blocks.ts';
import { graph, node, part } from '../graph.ts';
import {
	identity,
	relu,
	repeat,
	sequence,
	upsampling,
	type GraphNode,
	type Layer,
	type NamedLayer,
	type Network,
} from '../layers.ts';
import { basic, bottleneckOf } from './resNet.ts';

export interface HrNetOptions {
	/** Channels of the stream of the highest resolution; each further one has twice as many. */
	readonly width: number;
	/** The small forms have fewer blocks and modules. */
	readonly size?: 'small' | 'small-v2';
	/** Whether the convolutions between the outputs of the head have a bias before their normalization; they have where it is not given. */
	readonly headBias?: boolean;
}

interface Design {
	/** Bottlenecks of the first stage, and their inner channels. */
	readonly first: readonly [count: number, width: number];
	/** Blocks of each stream of a module. */
	readonly blocks: number;
	/** Modules of the stages 2 to 4. */
	readonly modules: readonly [number, number, number];
}

const designs: Readonly<Record<'full' | 'small' | 'small-v2', Design>> = {
	full: { first: [4, 64], blocks: 4, modules: [1, 4, 3] },
	small: { first: [1, 32], blocks: 2, modules: [1, 1, 1] },
	'small-v2': { first: [2, 64], blocks: 2, modules: [1, 3, 2] },
};

/** HRNet-W (arXiv 1908.07919, section 3) with the head for classification (figure 4 c of its appendix). */
export function hrNet({ width, size, headBias = true }: HrNetOptions): Network {
	const { first, blocks, modules } = designs[size ?? 'full'];
	const channels = (streams: number): readonly number[] => Array.from({ length: streams }, (_, at) => width << at);
	const stages = modules.flatMap((count, place): readonly NamedLayer[] => {
		const widths = channels(place + 2);
		const before = place === 0 ? [4 * first[1]] : channels(place + 1);
		const stage = String(place + 2);
		return [
			{ name: `transition${String(place + 1)}`, layer: transition(before, widths) },
			{ name: `stage${stage}`, layer: sequence(...repeat(count, module(widths, blocks))) },
		];
	});
	return {
		name: `HRNet-W${String(width)}${size ? ` ${size}` : ''}`,
		stages: [
			{
				name: 'stem',
				layer: sequence(convolutionBlock(64, 3, { stride: 2 }), convolutionBlock(64, 3, { stride: 2 })),
			},
			{ name: 'stage1', layer: bottlenecks(first) },
			...stages,
			{ name: 'head', layer: head(headBias) },
			{ name: 'classifier', layer: classifier() },
		],
	};
}

function streamNames(count: number, start: string): readonly string[] {
	return Array.from({ length: count }, (_, at) => `${start}${String(at + 1)}`);
}

/** Streams whose channels change get a convolution; a new stream begins with a strided one of the lowest resolution. */
function transition(before: readonly number[], after: readonly number[]): Layer {
	const inputs = streamNames(before.length, 'stream');
	const last = inputs.at(-1) ?? '';
	const nodes = after.map((out, at): GraphNode => {
		const from = inputs[at];
		if (from === undefined)
			return node(`out${String(at + 1)}`, 'add', part(last, convolutionBlock(out, 3, { stride: 2 })));
		const layer = before[at] === out ? identity : convolutionBlock(out, 3);
		return node(`out${String(at + 1)}`, 'add', part(from, layer));
	});
	return graph(inputs, nodes, ...nodes.map(({ name }) => name));
}

/** Blocks along each stream, then every stream as the sum of all (figure 3). */
function module(widths: readonly number[], blocks: number): Layer {
	const inputs = streamNames(widths.length, 'stream');
	const along = widths.map((width, at) => {
		const layers = repeat(blocks, sequence(residual(basic(width, 1)), relu));
		return node(`along${String(at + 1)}`, 'add', part(inputs[at] ?? '', sequence(...layers)));
	});
	const fused = widths.flatMap((width, at): readonly GraphNode[] => {
		const parts = widths.map((other, from) => part(`along${String(from + 1)}`, resized(other, width, at - from)));
		const sum = `sum${String(at + 1)}`;
		return [node(sum, 'add', ...parts), node(`out${String(at + 1)}`, 'add', part(sum, relu))];
	});
	return graph(inputs, [...along, ...fused], ...streamNames(widths.length, 'out'));
}

/** @param steps how often the resolution is halved; below 0 it grows. */
function resized(channels: number, out: number, steps: number): Layer {
	if (steps === 0) return identity;
	if (steps < 0) return sequence(convolutionBlock(out, 1, { act: 'none' }), upsampling(1 << -steps));
	const halved = repeat(steps - 1, convolutionBlock(channels, 3, { stride: 2 }));
	return sequence(...halved, convolutionBlock(out, 3, { stride: 2, act: 'none' }));
}

function bottlenecks([count, width]: readonly [number, number]): Layer {
	return sequence(bottleneck(width, true), ...repeat(count - 1, bottleneck(width, false)));
}

function bottleneck(width: number, isProjected: boolean): Layer {
	const body = bottleneckOf(width, 4 * width);
	return sequence(residual(body, isProjected ? convolutionBlock(4 * width, 1, { act: 'none' }) : undefined), relu);
}

/** Each stream made wider, then added to the next one from the highest resolution down. */
function head(bias: boolean): Layer {
	const inputs = streamNames(4, 'stream');
	const widths = [32, 64, 128, 256];
	const wider = widths.map((width, at) =>
		node(`wide${String(at + 1)}`, 'add', part(inputs[at] ?? '', bottleneck(width, true))),
	);
	const sums = [1, 2, 3].map(at => {
		const before = at === 1 ? 'wide1' : `sum${String(at)}`;
		const down = convolutionBlock(4 * (widths[at] ?? 0), 3, { stride: 2, bias });
		return node(`sum${String(at + 1)}`, 'add', part(`wide${String(at + 1)}`), part(before, down));
	});
	const final = node('final', 'add', part('sum4', convolutionBlock(2048, 1, { bias })));
	return graph(inputs, [...wider, ...sums, final], 'final');
}
