/** What one measurement says, as one line of the table. */
export interface BenchResult {
	readonly what: string;
	/** Median, in ms where there is no `unit`. */
	readonly ours: number;
	readonly unit?: 'ms' | 'MB' | '';
	readonly peer: string;
	/** Median in the same unit; undefined where a limit stands instead of a peer. */
	readonly theirs?: number;
	/** Without one the row is there to be read. */
	readonly gate?: Gate;
}

/** The largest ratio to the peer, the largest time over the peer's, or the largest time, in ms. */
export type Gate =
	| { readonly kind: 'ratio'; readonly max: number }
	| { readonly kind: 'over'; readonly max: number }
	| { readonly kind: 'time'; readonly max: number };

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** The value that a share of all is at most: 0.95 for the 95th percentile. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
}

/** Runs two measurements in turn, so that a busy moment of the machine meets both, and returns their medians. */
export async function alternate(
	rounds: number,
	ours: () => number | Promise<number>,
	theirs: () => number | Promise<number>,
): Promise<{ ours: number; theirs: number }> {
	const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
	for (let round = 0; round < rounds; round++) {
		times.ours.push(await ours());
		times.theirs.push(await theirs());
	}
	return { ours: median(times.ours), theirs: median(times.theirs) };
}

export function timed(action: () => void): number {
	const start = performance.now();
	action();
	return performance.now() - start;
}

export function isPassed({ ours, theirs = NaN, gate }: BenchResult): boolean {
	if (!gate) return true;
	switch (gate.kind) {
		case 'ratio':
			return ours / theirs <= gate.max;
		case 'over':
			return ours - theirs <= gate.max;
		case 'time':
			return ours <= gate.max;
	}
}

/** The row of the table: what, ours, peer, ratio, gate, verdict. */
export function resultRow(result: BenchResult): readonly string[] {
	const { what, ours, unit = 'ms', peer, theirs, gate } = result;
	return [
		what,
		format(ours, unit),
		theirs === undefined ? peer : `${peer}: ${format(theirs, unit)}`,
		theirs === undefined || theirs === 0 ? '' : (ours / theirs).toPrecision(2),
		gate ? gateText(gate, unit) : '',
		gate ? (isPassed(result) ? 'passed' : 'FAILED') : '',
	];
}

function gateText(gate: Gate, unit: string): string {
	switch (gate.kind) {
		case 'ratio':
			return `ratio ≤ ${String(gate.max)}`;
		case 'over':
			return `≤ peer + ${String(gate.max)} ${unit}`;
		case 'time':
			return `≤ ${String(gate.max)} ${unit}`.trim();
	}
}

function format(value: number, unit: string): string {
	if (unit === '') return String(value);
	return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ${unit}`;
}
