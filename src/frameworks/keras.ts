import type { Checkpoint } from '../catalog/records.ts';
import { kerasClasses, type KerasClass } from './kerasClasses.ts';
import type { FrameworkSnippets, OfferedSnippet, SnippetBody, SnippetRequest } from './snippetOffer.ts';
import { lines, parts, stop } from './snippetParts.ts';

/** A checkpoint's name taken apart: `MobileNetV2(alpha=0.35)`, `MobileNet(input_shape=(160, 160, 3))`. */
export interface KerasName extends KerasClass {
	readonly className: string;
	/** As the name spells it; undefined for the full width. */
	readonly alpha?: string;
	/** Side of the input in px, where it is not the usual one. */
	readonly side?: number;
}

/** Undefined where Keras has no such class, or no weights of that width or size. */
export function parseKerasName(name: string): KerasName | undefined {
	const match =
		/^(\w+)(?:\((?:alpha=(\d(?:\.\d{1,3})?))?(?:, ?)?(?:input_shape=\((\d{2,4}), ?(\d{2,4}), ?3\))?\))?$/.exec(
			name,
		);
	const [, className = '', alpha, height, width] = match ?? [];
	const known = kerasClasses.get(className);
	if (!known || height !== width) return undefined;
	if (alpha !== undefined && !(known.alphas ?? [1]).includes(Number(alpha))) return undefined;
	const side = height === undefined ? known.size : Number(height);
	if (side !== known.size && !known.sizes?.includes(side)) return undefined;
	return {
		...known,
		className,
		...(alpha === undefined || Number(alpha) === 1 ? {} : { alpha }),
		...(side === known.size ? {} : { side }),
	};
}

const kinds: readonly OfferedSnippet[] = [
	{ kind: 'load', language: 'python' },
	{ kind: 'features', language: 'python', form: 'pooled' },
	{ kind: 'finetune', language: 'python' },
];

export const kerasSnippets: FrameworkSnippets = {
	framework: 'keras',
	offersOf: checkpoint => (parseKerasName(checkpoint.name) ? kinds : []),
	write: request => {
		const name = parseKerasName(request.checkpoint.name);
		if (!name) throw new RangeError(`no class of keras.applications: ${request.checkpoint.name}`);
		return {
			imports: [request.tensorflowKeras ? 'import tensorflow as tf' : 'import keras'],
			parts: code(request, name, request.tensorflowKeras ? 'tf.keras' : 'keras'),
		};
	},
};

function code(request: SnippetRequest, name: KerasName, keras: string): SnippetBody['parts'] {
	const applications = `${keras}.applications`;
	const preprocess = parts`preprocess_input = ${applications}.${name.module}.preprocess_input`;
	const width = name.alpha === undefined ? '' : `alpha=${name.alpha}, `;
	const bare = `${width}weights="imagenet", include_top=False, input_shape=${inputShape(request.checkpoint, name)}`;
	switch (request.kind) {
		case 'features':
			return lines(
				parts`${stop(1, 'backbone')} = ${applications}.${name.className}(`,
				parts`    ${bare}, pooling=${stop(2, '"avg"', ['"avg"', '"max"'])}`,
				parts`)`,
				preprocess,
			);
		case 'finetune':
			return lines(
				parts`${stop(3, 'backbone')} = ${applications}.${name.className}(`,
				parts`    ${bare}, pooling="avg"`,
				parts`)`,
				parts`${stop(3, 'backbone')}.trainable = False`,
				parts`${stop(2, 'model')} = ${keras}.Sequential([`,
				parts`    ${stop(3, 'backbone')},`,
				parts`    ${keras}.layers.Dense(${stop(1, String(request.classes))}, activation="softmax"),`,
				parts`])`,
				preprocess,
			);
		default: {
			const shape = name.side === undefined ? '' : `, input_shape=(${name.side}, ${name.side}, 3)`;
			const model = stop(1, 'model');
			return lines(
				parts`${model} = ${applications}.${name.className}(${width}weights="imagenet"${shape})`,
				preprocess,
			);
		}
	}
}

/** Without a classifier any size is taken: the one that the checkpoint is evaluated at, else the usual one. */
function inputShape({ preprocess }: Checkpoint, { side, size }: KerasName): string {
	const [height, width] = preprocess?.input ?? [side ?? size, side ?? size];
	return `(${height}, ${width}, 3)`;
}
