import type { Network, Pair, Stage } from '../layers.ts';
import { imageOf } from '../shape.ts';
import { traceNetwork } from '../traceNetwork.ts';
import { pythonText, type PythonExpression } from './pythonExpression.ts';
import { pytorchHelpers } from './pytorchHelpers.ts';
import { identifier, writeLayer, type Value } from './pytorchLayer.ts';
import { nameRepeated } from './repeatedBlocks.ts';

/** Code of Python: what it imports, and the rest. */
export interface PythonModule {
	/** Import statements, one name source each. */
	readonly imports: readonly string[];
	/** Helpers and the class of the network; ends without a line end. */
	readonly code: string;
}

/**
 * A network in PyTorch that needs torch alone: a class with one attribute for each stage, and the helpers that it uses. Its
 * parameters and multiply-accumulates are those that `traceNetwork` counts.
 * @param input height and width in px that its description speaks of; the module takes others, too.
 * @throws {ShapeError} if the network does not take an image of this size.
 */
export function pytorchModule(network: Network, input: Pair): PythonModule {
	const { params, macs } = traceNetwork(network, input);
	const isGray = network.imageChannels === 1;
	const { expressions, output } = stagesOf(network, input);
	const named = nameRepeated(expressions);
	const attributes = network.stages.map(
		({ name }, place) => `        ${pythonText(named.expressions[place] ?? '', 2, `self.${identifier(name)} = `)}`,
	);
	const blocks = named.blocks.map(({ name, value }) => `def ${name}():\n    ${pythonText(value, 1, 'return ')}`);
	const shared = attributes.some(text => text.includes('shared.')) ? ['        shared = {}'] : [];
	const body = [
		`class ${className(network.name)}(nn.Module):`,
		`    """${network.name}, as Model Scout describes it. Its weights are random.`,
		'',
		`    ${count(params)} parameters, ${count(macs)} multiply-accumulates at ${input.join(' x ')}${isGray ? ' of a gray image' : ''}.`,
		'    """',
		'',
		'    def __init__(self):',
		'        super().__init__()',
		...shared,
		...attributes,
		'',
		'    def forward(self, x):',
		...forwardLines(network, output),
	].join('\n');
	const code = [...usedHelpers([...blocks, body].join('\n')), ...blocks, body].join('\n\n\n');
	const imports = [
		...(code.includes('OrderedDict(') ? ['from collections import OrderedDict'] : []),
		...(/\btorch\./.test(code) ? ['import torch'] : []),
		'from torch import nn',
	];
	return { imports, code };
}

function count(value: number): string {
	return value.toLocaleString('en-US');
}

/** `SqueezeNet 1.0 with simple bypass` as `SqueezeNet10WithSimpleBypass` */
export function className(name: string): string {
	const words = name.split(/[^A-Za-z0-9]+/).filter(word => word !== '');
	return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

interface WrittenStages {
	/** What makes the module of each stage. */
	readonly expressions: readonly PythonExpression[];
	/** What the last stage hands on. */
	readonly output: readonly Value[];
}

function stagesOf(network: Network, input: Pair): WrittenStages {
	const values = new Map<string, readonly Value[]>();
	let before: readonly Value[] = [{ shape: imageOf(network, input), isFlat: false }];
	const expressions = network.stages.map(({ name, layer, from }) => {
		const inputs = from ? from.flatMap(each => values.get(each) ?? []) : before;
		const { expression, outputs } = writeLayer(layer, inputs);
		before = outputs;
		values.set(name, outputs);
		return expression;
	});
	return { expressions, output: before };
}

function forwardLines({ stages }: Network, output: readonly Value[]): readonly string[] {
	const isChain = stages.every(({ from }) => from === undefined);
	const nameOf = (stage: Stage | undefined): string => (isChain || !stage ? 'x' : identifier(stage.name));
	const lines = stages.map((stage, place) => {
		const inputs = stage.from ? stage.from.map(identifier) : [nameOf(stages[place - 1])];
		return `        ${nameOf(stage)} = self.${identifier(stage.name)}(${inputs.join(', ')})`;
	});
	const last = nameOf(stages.at(-1));
	const [only, ...others] = output;
	const isImage = only && others.length === 0 && !only.isFlat && only.shape.height * only.shape.width === 1;
	return [...lines, `        return ${isImage ? `${last}.flatten(1)` : last}`];
}

/** The helpers that a text names, and those that they name. */
function usedHelpers(text: string): readonly string[] {
	const used = new Set<string>();
	const look = (where: string): void => {
		for (const [, name = ''] of where.matchAll(/(?<![\w.])(\w+)\(/g)) {
			const helper = pytorchHelpers[name];
			if (helper === undefined || used.has(name)) continue;
			used.add(name);
			look(helper);
		}
	};
	look(text);
	return Object.entries(pytorchHelpers).flatMap(([name, helper]) => (used.has(name) ? [helper] : []));
}
