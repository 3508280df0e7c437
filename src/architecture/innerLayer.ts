import type { InnerLayer, Layer } from './layers.ts';

/** A layer inside another one, without the name that it may have there. */
export function layerOf(inner: InnerLayer): Layer {
	return inner.op === undefined ? inner.layer : inner;
}

/** Another layer in the place of one, with the name that this has. */
export function replaced(inner: InnerLayer, layer: Layer): InnerLayer {
	if (inner.op !== undefined) return layer;
	return inner.layer === layer ? inner : { ...inner, layer };
}
