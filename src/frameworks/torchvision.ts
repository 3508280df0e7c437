import type { Checkpoint } from '../catalog/records.ts';
import type {
	FrameworkSnippets,
	OfferedSnippet,
	SnippetBody,
	SnippetPart,
	SnippetRequest,
	TabStop,
} from './snippetOffer.ts';
import { lines, parts, stop } from './snippetParts.ts';
import { parseTorchvisionDetector, type TorchvisionDetector } from './torchvisionDetectors.ts';
import { torchvisionBuilders, type TorchvisionBuilder, type TorchvisionHead } from './torchvisionBuilders.ts';

/** A checkpoint's name taken apart: `mobilenet_v2.IMAGENET1K_V2`. */
export interface TorchvisionName extends TorchvisionBuilder {
	readonly builder: string;
	/** Member of the enum: `IMAGENET1K_V2`. */
	readonly member: string;
}

type LoadedName = Pick<TorchvisionName, 'builder' | 'member' | 'weights'>;

/** Undefined where torchvision has no such classifier, or where the weights leave the classifier empty. */
export function parseTorchvisionName(name: string): TorchvisionName | undefined {
	const match = /^([a-z][a-z0-9_]*)\.(IMAGENET1K_[A-Z0-9_]+)$/.exec(name);
	const [, builder = '', member = ''] = match ?? [];
	const known = torchvisionBuilders.get(builder);
	return known && member !== 'IMAGENET1K_FEATURES' ? { ...known, builder, member } : undefined;
}

const loading: OfferedSnippet = { kind: 'load', language: 'python' };
const kinds: readonly OfferedSnippet[] = [
	loading,
	{ kind: 'features', language: 'python', form: 'pooled' },
	{ kind: 'finetune', language: 'python' },
];

export const torchvisionSnippets: FrameworkSnippets = {
	framework: 'torchvision',
	offersOf: ({ name }) => (parseTorchvisionName(name) ? kinds : parseTorchvisionDetector(name) ? [loading] : []),
	write: request => {
		const detector = parseTorchvisionDetector(request.checkpoint.name);
		if (detector) return loadDetector(request, detector);
		const name = parseTorchvisionName(request.checkpoint.name);
		if (!name) throw new RangeError(`no torchvision builder: ${request.checkpoint.name}`);
		return write(request, name);
	},
};

function write(request: SnippetRequest, name: TorchvisionName): SnippetBody {
	const models = `from torchvision.models import ${name.weights}, ${name.builder}`;
	switch (request.kind) {
		case 'features':
			return { imports: ['import torch', models], parts: features(request, name) };
		case 'finetune':
			return { imports: ['import torch', models], parts: fineTune(request, name) };
		default:
			return { imports: [models], parts: load(request, name, stop(1, 'model'), stop(2, name.member)) };
	}
}

/** A detector has neither one feature nor one head to replace: it is loaded, and takes images of any shape. */
function loadDetector(request: SnippetRequest, detector: TorchvisionDetector): SnippetBody {
	const imports = [`from torchvision.models.${detector.package} import ${detector.weights}, ${detector.builder}`];
	return { imports, parts: load(request, detector, stop(1, 'model'), stop(2, detector.member)) };
}

function load(
	request: SnippetRequest,
	name: LoadedName,
	model: TabStop,
	member: TabStop,
	evaluates = true,
): readonly SnippetPart[] {
	const weights = stop(member.tabstop, name.member, membersOf(request, name));
	return lines(
		parts`weights = ${name.weights}.${weights}`,
		parts`${model} = ${name.builder}(weights=weights)`,
		...(evaluates ? [parts`${model}.eval()`] : []),
		parts`preprocess = weights.transforms()`,
	);
}

function features(request: SnippetRequest, name: TorchvisionName): readonly SnippetPart[] {
	const model = stop(1, 'backbone');
	return lines(load(request, name, model, stop(2, name.member)), withoutHead(name.head, model));
}

/** Weights first, then the head: torchvision refuses weights together with another number of classes. */
function fineTune(request: SnippetRequest, name: TorchvisionName): readonly SnippetPart[] {
	const model = stop(2, 'model');
	const head = newHead(name.head, model, stop(1, String(request.classes)));
	return lines(load(request, name, model, stop(3, name.member), false), ...head);
}

/** Lines that replace the classifier of a loaded network by one of another number of classes. */
export function newHead(
	head: TorchvisionHead,
	model: SnippetPart,
	classes: SnippetPart,
): readonly (readonly SnippetPart[])[] {
	const layer = layerOf(head);
	const linear = (path: string, rest = ''): readonly SnippetPart[] =>
		parts`${model}.${path} = torch.nn.Linear(${model}.${path}.in_features, ${classes}${rest})`;
	switch (head) {
		case 'classifier[1] convolution':
			return [
				parts`${model}.${layer} = torch.nn.Conv2d(${model}.${layer}.in_channels, ${classes}, kernel_size=1)`,
			];
		case 'classifier[-1] without bias':
			return [linear(layer, ', bias=False')];
		case 'fc and AuxLogits.fc':
			return [linear(layer), linear('AuxLogits.fc')];
		default:
			return [linear(layer)];
	}
}

/** The line that takes the classifier of a loaded network away. */
export function withoutHead(head: TorchvisionHead, model: SnippetPart): readonly SnippetPart[] {
	return parts`${model}.${layerOf(head)} = torch.nn.Identity()`;
}

function layerOf(head: TorchvisionHead): string {
	switch (head) {
		case 'classifier[1] convolution':
			return 'classifier[1]';
		case 'classifier[-1] without bias':
			return 'classifier[-1]';
		case 'fc and AuxLogits.fc':
			return 'fc';
		default:
			return head;
	}
}

/** Weights of the same builder that the catalog holds. */
function membersOf({ catalog, model }: SnippetRequest, name: LoadedName): readonly string[] {
	const memberOf = (checkpoint: Checkpoint): readonly string[] => {
		if (checkpoint.framework !== 'torchvision') return [];
		const other = parseTorchvisionName(checkpoint.name) ?? parseTorchvisionDetector(checkpoint.name);
		return other?.builder === name.builder ? [other.member] : [];
	};
	return [...new Set(catalog.checkpointsOf(model.id).flatMap(memberOf))];
}
