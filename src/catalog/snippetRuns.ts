import type { Checkpoint, SnippetRuns } from './records.ts';

/** A line of the report of what was run, `data/reports/verified-snippets.tsv`. */
export interface SnippetRun {
	readonly framework: string;
	/** Name of the checkpoint. */
	readonly checkpoint: string;
	/** `load`, `features:pooled`. */
	readonly kind: string;
	/** Of the library first, then of those that it needs: `timm 1.0.29, torch 2.13.0`. */
	readonly versions: string;
	/** `passed`, or `not run` or `failed` with the reason after a colon. */
	readonly result: string;
	/** Of the network that the snippet leaves; undefined where it was not run. */
	readonly parameters: number | undefined;
	/** The first twelve digits of the SHA-256 of the text that was run. */
	readonly snippet: string;
}

/** The lines of the report, in its order. */
export function parseSnippetRuns(report: string): readonly SnippetRun[] {
	const [, ...lines] = report.trimEnd().split('\n');
	return lines.map(line => {
		const [framework = '', checkpoint = '', kind = '', versions = '', result = '', parameters = '', snippet = ''] =
			line.split('\t');
		const counted = parameters === '' ? undefined : Number(parameters);
		return { framework, checkpoint, kind, versions, result, parameters: counted, snippet };
	});
}

/** The checkpoints with what was run of them. A snippet that was not run, or failed, is not among it. */
export function withSnippetRuns<Row extends Pick<Checkpoint, 'framework' | 'name'>>(
	checkpoints: readonly Row[],
	report: string,
): readonly (Row & { readonly runs?: SnippetRuns })[] {
	const runs = new Map<string, SnippetRuns>();
	for (const { framework, checkpoint, kind, versions, result } of parseSnippetRuns(report)) {
		if (result !== 'passed') continue;
		const id = `${framework}:${checkpoint}`;
		const library = versions.split(', ')[0] ?? '';
		const before = runs.get(id);
		// where a part of the report is of another version, the later lines count alone
		const kinds = before?.with === library ? before.kinds : [];
		runs.set(id, { with: library, kinds: [...kinds, kind] });
	}
	return checkpoints.map(checkpoint => {
		const found = runs.get(`${checkpoint.framework}:${checkpoint.name}`);
		return found ? { ...checkpoint, runs: found } : checkpoint;
	});
}
