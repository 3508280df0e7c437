import type { Catalog } from '../catalog/catalog.ts';
import type { Checkpoint, Framework, Model } from '../catalog/records.ts';
import type { LicenseBadge } from '../catalog/weightsLicense.ts';
import type { SnippetTemplate } from './snippetTemplate.ts';

export type SnippetKind = 'load' | 'features' | 'finetune' | 'config' | 'record' | 'architecture' | 'template';
export type SnippetLanguage = 'python' | 'yaml' | 'json';
/** What a features snippet yields: one vector per image, or the maps of several stages. */
export type FeatureForm = 'pooled' | 'maps';

/** A snippet that exists for a model. Made by `snippetOffers`, never by hand. */
export interface SnippetOffer {
	readonly framework: Framework | 'record';
	readonly kind: Exclude<SnippetKind, 'architecture'>;
	readonly language: SnippetLanguage;
	/** Id of the model. */
	readonly model: string;
	/** Id of the checkpoint; without it no weights are meant. */
	readonly checkpoint?: string;
	/** Id of the candidate that a record describes. */
	readonly candidate?: string;
	readonly form?: FeatureForm;
	/** Of a template of the person's own. */
	readonly template?: SnippetTemplate;
	/** `Load with timm`. */
	readonly label: string;
	/** The name that loads the checkpoint, safe to show. */
	readonly detail: string;
	/** Of the checkpoint's weights. */
	readonly licenseBadge?: LicenseBadge;
	/** The library and version that its code was run with, `timm 1.0.29`. Undefined where it was not run. */
	readonly ranWith?: string;
}

/** Text, or a place to type in: places of one number are filled together, in the order of their numbers from 1. */
export type SnippetPart = string | TabStop;
export interface TabStop {
	readonly tabstop: number;
	readonly value: string;
	/** What the place may be filled with, the default first. */
	readonly choices?: readonly string[];
}

export interface Snippet {
	readonly language: SnippetLanguage;
	readonly kind: SnippetKind;
	/** Python import statements, one name source each. */
	readonly imports: readonly string[];
	/** The code with its places to type in; lines end in LF, four spaces a level in Python, two elsewhere. */
	readonly parts: readonly SnippetPart[];
	/** The parts with their default values. */
	readonly code: string;
	/** Imports, a blank line and the code. */
	readonly text: string;
}

export interface SnippetOptions {
	/** Classes of the head that a fine-tuning snippet makes; 10 without it. */
	readonly classes?: number | undefined;
	/** Language of a record. */
	readonly language?: SnippetLanguage | undefined;
	/** Spells Keras as `tf.keras`, for a file that uses TensorFlow. */
	readonly tensorflowKeras?: boolean | undefined;
}

/** What one framework, or the record, can write about a checkpoint. */
export interface FrameworkSnippets {
	readonly framework: Framework;
	/** Only what exists: an empty list where the name is none that the framework can load. */
	offersOf(checkpoint: Checkpoint): readonly OfferedSnippet[];
	write(request: SnippetRequest): SnippetBody;
}

export interface OfferedSnippet {
	readonly kind: Exclude<SnippetKind, 'record' | 'architecture' | 'template'>;
	readonly language: SnippetLanguage;
	readonly form?: FeatureForm;
}

export interface SnippetRequest extends OfferedSnippet {
	readonly catalog: Catalog;
	readonly model: Model;
	readonly checkpoint: Checkpoint;
	readonly classes: number;
	readonly tensorflowKeras: boolean;
}

export interface SnippetBody {
	readonly imports: readonly string[];
	readonly parts: readonly SnippetPart[];
}
