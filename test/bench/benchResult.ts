/** What one measurement says, as one line of the table. */
export interface BenchResult {
	readonly what: string;
	/** Median in ms. */
	readonly ours: number;
	readonly peer: string;
	/** Median in ms; undefined where a limit in ms stands instead of a peer. */
	readonly theirs?: number;
	readonly gate: Gate;
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
	const { what, ours, peer, theirs, gate } = result;
	return [
		what,
		formatMs(ours),
		theirs === undefined ? peer : `${peer}: ${formatMs(theirs)}`,
		theirs === undefined ? '' : (ours / theirs).toPrecision(2),
		gateText(gate),
		isPassed(result) ? 'passed' : 'FAILED',
	];
}

function gateText(gate: Gate): string {
	switch (gate.kind) {
		case 'ratio':
			return `ratio ≤ ${String(gate.max)}`;
		case 'over':
			return `≤ peer + ${String(gate.max)} ms`;
		case 'time':
			return `≤ ${String(gate.max)} ms`;
	}
}

function formatMs(ms: number): string {
	return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(1)} ms`;
}
