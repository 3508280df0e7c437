import type { Network, Pair } from '../architecture/layers.ts';
import { networkOf } from '../architecture/networkOf.ts';
import { networkNamed, type NamedNetwork } from '../architecture/ports.ts';
import { ShapeError } from '../architecture/shape.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ResolvedModel } from '../catalog/names.ts';
import { parseInput } from '../catalog/parseInput.ts';
import type { Model } from '../catalog/records.ts';
import { formatInput } from '../catalog/units.ts';
import { usualInput } from '../catalog/usualInput.ts';
import { quoted, type ParsedOptions } from './options.ts';
import { UsageError } from './usageError.ts';

/** Height and width in px. */
export function inputOption(options: ParsedOptions): readonly [number, number] | undefined {
	const text = options.text('input');
	if (text === undefined) return undefined;
	const input = parseInput(text);
	if (input) return input;
	throw new UsageError(`--input takes a size such as 224 or 331x224, not ${quoted(text)}`);
}

/** Width multiplier. */
export function widthOption(options: ParsedOptions): number | undefined {
	const text = options.text('width');
	if (text === undefined) return undefined;
	const width = Number(text);
	if (/^\d{1,3}(\.\d{1,4})?$/.test(text) && width > 0) return width;
	throw new UsageError(`--width takes a positive number such as 0.75, not ${quoted(text)}`);
}

/**
 * The network that a name means, at a width where one is given.
 * @throws {UsageError} where its layers are not described, or it is of one width alone.
 */
export function networkFor(named: NamedNetwork & { readonly model: Model }, width: number | undefined): Network {
	const network = networkNamed(named, width);
	if (network) return network;
	const { id, name } = named.model;
	const isOfOneWidth = width !== undefined && networkOf(id) !== undefined;
	throw new UsageError(
		isOfOneWidth
			? `${quoted(name)} is of one width alone; leave out --width.`
			: `The layers of ${quoted(name)} are not described in Model Scout${networkOf(id) ? ' as it was published' : ''}.`,
	);
}

/** The size of `--input`, else that of the candidate that is named, else the usual one of the model. */
export function imageSize(catalog: Catalog, { model, candidate }: ResolvedModel, options: ParsedOptions): Pair {
	return inputOption(options) ?? candidate?.input ?? usualInput(catalog.candidatesOf(model.id)) ?? [224, 224];
}

/** What `make` answers, with an image that the network does not take as a fault of the input. */
export function withShapes<T>({ name }: Network, input: Pair, make: () => T): T {
	try {
		return make();
	} catch (error) {
		if (!(error instanceof ShapeError || error instanceof RangeError)) throw error;
		throw new UsageError(`${name} at ${formatInput(input)}: ${error.message}`);
	}
}
