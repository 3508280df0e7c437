import type { Device, Measurement } from '../records.ts';

/** What the cells of a column mean. */
export type TableColumn =
	| { readonly kind: TextKind }
	| { readonly kind: 'input' | 'cropPct' | 'batch' | 'threads' }
	| { readonly kind: 'top1' | 'top5'; readonly isError: boolean }
	| { readonly kind: CostKind; readonly factor?: number; readonly isFlops?: boolean; readonly isBoth?: boolean }
	| {
			readonly kind: 'latency';
			readonly factor?: number;
			/** Device id; where the heading names none, the row or the cell does. */
			readonly device?: string;
			readonly precision?: Measurement['precision'];
	  };
export type TextKind =
	| 'model'
	| 'framework'
	| 'checkpoint'
	| 'licence'
	| 'source'
	| 'device'
	| 'runtime'
	| 'precision'
	| 'dataset'
	| 'note';
export type CostKind = 'macs' | 'params' | 'activations' | 'bytes';

/** Columns of a table that are read. */
export const maxColumns = 200;

/** For the message about a heading that is none of them. */
export const acceptedHeadings =
	'model, top-1, top-5 (or their errors), params (M), MACs (M) or FLOPs (G), activations (M), size (MB), input, crop_pct, latency_ms or "Pixel 3 (ms)", device, runtime, precision, batch, threads, framework, checkpoint, license, dataset, source, note';

/** Device ids by every name of a device, without case, spaces and punctuation. A name of two devices is of none. */
export type DeviceNames = ReadonlyMap<string, string>;

export function indexDevices(devices: readonly Device[]): DeviceNames {
	const names = new Map<string, Set<string>>();
	for (const { id, name, aliases } of devices) {
		for (const text of [id, name, ...aliases]) {
			const key = squeezed(text);
			names.set(key, (names.get(key) ?? new Set()).add(id));
		}
	}
	return new Map([...names].flatMap(([name, [id, other]]) => (id !== undefined && !other ? [[name, id]] : [])));
}

export function deviceNamed(devices: DeviceNames, text: string): string | undefined {
	return devices.get(squeezed(text.slice(0, 200)));
}

function squeezed(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const textHeadings: readonly (readonly [TextKind, RegExp])[] = [
	['model', /^(model|network|net|architecture|arch|backbone|variant|name)s?(name|id)?$/],
	['framework', /^(framework|library|package|hub)$/],
	['checkpoint', /^(checkpoint|weights?|pretrained|ckpt)(s|name|id)?$/],
	['licence', /^(weights?|model)?licen[cs]e$/],
	['source', /^(source|url|link|paper|reference|ref|doi|arxiv)s?$/],
	['device', /^(device|hardware|platform|processor)(name)?$/],
	['runtime', /^(runtime|engine|backend|delegate)$/],
	['precision', /^(precision|dtype|quantization)$/],
	['dataset', /^(data ?set|eval(uation)?dataset)$/],
	['note', /^(note|comment|remark)s?$/],
];
const numberHeadings: readonly (readonly ['input' | 'cropPct' | 'batch' | 'threads', RegExp])[] = [
	['input', /^(input|test|eval|infer|image|img|val)*(size|res|resolution|input)(px|pixels)?$|^input$|^sizepx$/],
	['cropPct', /^crop(pct|ratio)?$/],
	['batch', /^(infer)?batch(size)?$/],
	['threads', /^(num|cpu)?threads$/],
];

const prefixes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mega: 1e6, million: 1e6, millions: 1e6, mio: 1e6 };
const larger: Readonly<Record<string, number>> = { g: 1e9, giga: 1e9, b: 1e9, bn: 1e9, billion: 1e9, billions: 1e9 };
const countFactors = new Map(Object.entries({ ...prefixes, ...larger, t: 1e12 }));
const byteFactors = new Map(
	Object.entries({ b: 1, byte: 1, bytes: 1, kb: 1e3, mb: 1e6, gb: 1e9, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 }),
);
const timeFactors = new Map(
	Object.entries({ ms: 1, msec: 1, millisecond: 1, milliseconds: 1, s: 1000, sec: 1000, seconds: 1000, us: 0.001 }),
);

/** What a heading means, in whatever spelling and with its unit; undefined where it means nothing known. */
export function readHeading(text: string, devices: DeviceNames): TableColumn | undefined {
	const lower = text.slice(0, 200).normalize('NFKC').toLowerCase().replaceAll('µ', 'u').replaceAll('μ', 'u');
	const bracketed = /[([]\s*([^()[\]]*?)\s*[)\]]/.exec(lower);
	const unit = (bracketed?.[1] ?? '').replace(/[\s_-]+|^#/g, '');
	const words = (bracketed ? lower.replace(bracketed[0], ' ') : lower).trim();
	const bare = words.replace(/[^\p{L}\p{N}@%/]+/gu, '');
	return (
		textHeading(bare, unit) ??
		numberHeading(bare, unit) ??
		accuracyHeading(bare, unit) ??
		costHeading(bare, unit) ??
		latencyHeading(words, unit, devices)
	);
}

function textHeading(bare: string, unit: string): TableColumn | undefined {
	const kind = unit === '' ? textHeadings.find(([, pattern]) => pattern.test(bare))?.[0] : undefined;
	return kind && { kind };
}

function numberHeading(bare: string, unit: string): TableColumn | undefined {
	const inPixels = /^(px|pixels?)$/.test(unit);
	const kind = numberHeadings.find(([, pattern]) => pattern.test(inPixels ? `${bare}px` : bare))?.[0];
	// `size` alone is that of a file, unless its unit says otherwise
	if (kind === undefined || (unit !== '' && !(inPixels && kind === 'input')) || bare === 'size') {
		return inPixels && bare === 'size' ? { kind: 'input' } : undefined;
	}
	return { kind };
}

/** `top-1`, `acc@1`, `ImageNet accuracy`, `top1_err`; the share of another data set is none. */
function accuracyHeading(bare: string, unit: string): TableColumn | undefined {
	if (!/^(|%|percent|pct|in%)$/.test(unit)) return undefined;
	const isAccuracy =
		/^(?:imagenet(?:1k)?|in1k|val)?(?:top@?[15]|acc@?[15]|acc|accuracy)(?:imagenet(?:1k)?|in1k|val)?(?:acc|accuracy|top@?[15])?(?:err|error|errorrate)?(?:%|percent|pct)?$/;
	if (!isAccuracy.test(bare)) return undefined;
	return { kind: bare.includes('5') ? 'top5' : 'top1', isError: bare.includes('err') };
}

function costHeading(bare: string, unit: string): TableColumn | undefined {
	const halves = bare.split('/').map(half => costPart(half, unit));
	const [first, second] = halves;
	if (!first || !second || halves.length > 2) return halves.length === 1 ? first : undefined;
	// `FLOPs/MAdds` takes the two for one thing, which is how papers call a multiply-accumulate
	return first.kind === 'macs' && second.kind === 'macs'
		? { ...first, isFlops: first.isFlops === true && second.isFlops === true, isBoth: true }
		: undefined;
}

type CostColumn = Extract<TableColumn, { readonly isFlops?: boolean }>;

const costNames: readonly (readonly [CostKind, RegExp])[] = [
	[
		'macs',
		/^(k|m|g|t)?(?:macs?|madds?|mult(?:iply)?adds?|mult(?:iply)?accumulates?|flops?|computemacs)(million|billion|m|g|b)?$/,
	],
	['params', /^(k|m|g)?(?:num|number|n|no)?(?:of)?param(?:eter)?s?(?:count)?(millions?|billions?|mio|m|k|b)?$/],
	['activations', /^(m|g)?(?:num)?(?:activations?|acts)(m|g)?$|^(m)acts$/],
	['bytes', /^(?:file|model|weights?|checkpoint|disk|download)?size(?:ondisk)?([kmg]i?b|bytes)?$/],
];

function costPart(half: string, unit: string): CostColumn | undefined {
	const bare = half.replace(/^infer(?=[kmgt]?(mac|flop))/, '');
	for (const [kind, pattern] of costNames) {
		const found = pattern.exec(bare);
		if (!found) continue;
		const isFlops = kind === 'macs' && bare.includes('flop');
		if (/flop|mac|madd/.test(unit) && isFlops !== unit.includes('flop')) return undefined; // it says two things
		const named = found.slice(1).flatMap((part: string | undefined) => part ?? []);
		const units = [...named, ...(unit === '' ? [] : [unit])];
		const factors = units.map(each => factorOf(kind, each));
		const [factor, other] = factors;
		// a unit that is not understood, or two of them, leave the column without a meaning
		if (factors.includes(undefined) || other !== undefined) return undefined;
		return { kind, ...(factor === undefined ? {} : { factor }), ...(kind === 'macs' ? { isFlops } : {}) };
	}
	return undefined;
}

function factorOf(kind: CostKind, unit: string): number | undefined {
	if (kind === 'bytes') return byteFactors.get(unit);
	const prefix = kind === 'macs' ? unit.replace(/(macs?|madds?|flops?)$/, '') : unit.replace(/params?$/, '');
	return prefix === '' ? 1 : countFactors.get(prefix);
}

/** `Pixel 3 (ms)`, `latency_ms`, `latency(ms)-hardware`, `Pixel 1 int8 latency (ms)`. */
function latencyHeading(words: string, unit: string, devices: DeviceNames): TableColumn | undefined {
	const tokens = words.split(/[\s_,:/]+|-(?=hardware|device)|(?<=latency|time)-/).filter(word => word !== '');
	const last = tokens.at(-1) ?? '';
	const trailing = unit === '' && tokens.length > 1 ? timeFactors.get(last) : undefined;
	const factor = unit === '' ? trailing : timeFactors.get(unit);
	if (unit !== '' && factor === undefined) return undefined;
	const isTime = (word: string): boolean =>
		/^(latency|inference|infer|step|time|runtime|speed|on|per|image|img|the|hardware|device)$/.test(word);
	const isNamed = tokens.some(word => /^(latency|inference|infer|time)$/.test(word));
	if (!isNamed && factor === undefined) return undefined;
	const left = tokens.filter(
		(word, index) => !isTime(word) && !(trailing !== undefined && index === tokens.length - 1),
	);
	const precision = (['fp32', 'fp16', 'int8'] as const).find(each => left.includes(each));
	const name = left.filter(word => word !== precision).join(' ');
	const device = name === '' ? undefined : deviceNamed(devices, name);
	if ((name !== '' && device === undefined) || (name === '' && !isNamed)) return undefined;
	return {
		kind: 'latency',
		...(factor === undefined ? {} : { factor }),
		...(device === undefined ? {} : { device }),
		...(precision && { precision }),
	};
}
