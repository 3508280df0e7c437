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

/**
 * Runs two measurements in turn, so that a busy moment of the machine meets both. Each is as often the first: what one leaves
 * behind is cleared while the next is timed.
 * @param ours gets the number of its round, from 0, as does `theirs`
 */
export async function inTurn(
	rounds: number,
	ours: (round: number) => number | Promise<number>,
	theirs: (round: number) => number | Promise<number>,
): Promise<Readonly<Record<'ours' | 'theirs', readonly number[]>>> {
	const times: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] };
	for (let round = 0; round < rounds; round++) {
		const runOurs = async (): Promise<unknown> => times.ours.push(await ours(round));
		const runTheirs = async (): Promise<unknown> => times.theirs.push(await theirs(round));
		for (const run of round % 2 === 0 ? [runOurs, runTheirs] : [runTheirs, runOurs]) await run();
	}
	return times;
}

/** The medians of two measurements that are run `inTurn`. */
export async function alternate(
	rounds: number,
	ours: () => number | Promise<number>,
	theirs: () => number | Promise<number>,
): Promise<{ ours: number; theirs: number }> {
	const times = await inTurn(rounds, ours, theirs);
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
