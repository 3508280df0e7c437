import type { Framework } from '../../catalog/records.ts';
import type { FeatureForm, SnippetKind } from '../../frameworks/snippet.ts';

/** What a program asks to be inserted, without being asked anything itself. */
export interface SnippetRequest {
	/** Name of a model, checkpoint or candidate. */
	readonly model?: string | undefined;
	readonly checkpoint?: string | undefined;
	readonly candidate?: string | undefined;
	readonly framework?: Framework | undefined;
	readonly kind?: SnippetKind | undefined;
	/** Name of a template of the person's own. */
	readonly template?: string | undefined;
	/** Of features; the first that the framework has without it. */
	readonly form?: FeatureForm | undefined;
	/** Number of classes to fine-tune for. */
	readonly classes?: number | undefined;
}
