import type { Catalog } from '../catalog/catalog.ts';
import type { NamedModel } from '../catalog/namedModel.ts';
import { escapeUnseen } from '../catalog/plainText.ts';
import type { Checkpoint } from '../catalog/records.ts';
import { licenseClass, licenseText } from '../catalog/weightsLicense.ts';
import { createFinding, type CodeFinding, type FindingCode, type FindingSeverity } from './finding.ts';
import { argumentNamed, type Mention, type MentionFramework } from './mention.ts';
import type { ModelDocument } from './modelDocument.ts';
import type { ModelNames } from './modelNames.ts';
import { builderOfWeights } from './namedText.ts';
import { namedModel } from './namedModel.ts';
import { preprocessingFindings } from './preprocessing.ts';
import { isSuppressed } from './suppression.ts';

/** Says how a named model exceeds the budget, as one sentence without its full stop; undefined where it does not. */
export interface OvershootWatch {
	overshootOf(named: NamedModel): { readonly text: string; readonly severity: FindingSeverity } | undefined;
}

export interface DiagnosisOptions {
	readonly catalog: Catalog;
	readonly names: ModelNames;
	/** Versions of the packages that the code runs with, as far as they are known. */
	readonly installed?: Readonly<Partial<Record<MentionFramework, string>>>;
	/** The budget; without it nothing exceeds any. */
	readonly watch?: OvershootWatch;
	/** Classes of licenses, or SPDX ids, that weights may have; everything where it is not given. */
	readonly allowedLicenses?: readonly string[];
	/** In place of the usual severities. */
	readonly severities?: Readonly<Partial<Record<FindingCode, FindingSeverity>>>;
}

/** Frameworks whose names are a closed list; others also take what a person or a hub adds. */
const closed: ReadonlySet<MentionFramework> = new Set(['timm', 'torchvision', 'keras']);

/** Everything doubtful about the models that a text names, in its order, without what a comment there suppresses. */
export function diagnose(document: ModelDocument, options: DiagnosisOptions): readonly CodeFinding[] {
	const mentions = document.mentions(options.names);
	const found = [
		...mentions.flatMap(mention => findingsOf(mention, options)),
		...preprocessingFindings(document, mentions, options.names, options.catalog),
	];
	return found
		.map(finding => ({ ...finding, severity: options.severities?.[finding.code] ?? finding.severity }))
		.filter(finding => !isSuppressed(document.text, finding))
		.sort((a, b) => a.start - b.start || a.end - b.end);
}

function findingsOf(mention: Mention, options: DiagnosisOptions): readonly CodeFinding[] {
	const found = [
		nameFinding(mention, options),
		pretrainedFinding(mention, options.names),
		weightsFinding(mention, options.names),
		budgetFinding(mention, options),
		licenseFinding(mention, options),
	];
	return found.filter(finding => finding !== undefined);
}

function nameFinding(mention: Mention, { names, installed }: DiagnosisOptions): CodeFinding | undefined {
	const { framework, name, kind } = mention;
	if (framework === undefined) return undefined;
	const shown = `"${escapeUnseen(name)}"`;
	const renamed = names.renamed(framework, name);
	if (typeof renamed === 'string')
		return createFinding('renamed-name', mention, `${shown} is now called ${renamed} in ${framework}.`, {
			replacements: [renamed],
		});
	if (renamed === null) return createFinding('deprecated-name', mention, `${shown} is deprecated in ${framework}.`);
	const isOther = kind === 'weights' || mention.model !== undefined || !closed.has(framework);
	if (isOther || names.knows(framework, name)) return undefined;
	const near = names.nearTo(framework, name);
	const version = names.versionOf(framework);
	const isSure = version !== undefined && installed?.[framework] === version;
	if (!isSure && version === undefined && near.length === 0) return undefined;
	const advice = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
	const where = version === undefined ? framework : `${framework} ${version}`;
	return createFinding('unknown-name', mention, `${shown} is not a model of ${where}.${advice}`, {
		replacements: near,
		severity: isSure ? 'warning' : 'hint',
	});
}

/** torchvision took `pretrained=True` until 0.13. */
function pretrainedFinding(mention: Mention, names: ModelNames): CodeFinding | undefined {
	const { framework, kind } = mention;
	const argument = argumentNamed(mention, 'pretrained');
	if (framework !== 'torchvision' || kind === 'weights' || typeof argument?.value !== 'boolean') return undefined;
	if (kind !== 'entry-point' || argument.keywordStart === undefined) return undefined;
	const weights = argument.value ? oldestWeights(names.checkpointsOf('torchvision', mention.name)) : 'None';
	if (weights === undefined) return undefined;
	const range = { start: argument.keywordStart, end: argument.end };
	const written = weights === 'None' ? weights : `"${weights}"`;
	const message = `torchvision takes "weights" in place of "pretrained" since 0.13. Write weights=${written}.`;
	return createFinding('pretrained-argument', mention, message, { range, replacements: [`weights=${written}`] });
}

/** `pretrained=True` means the first weights that were published. */
function oldestWeights(checkpoints: readonly Checkpoint[]): string | undefined {
	const members = checkpoints.flatMap(({ name }) => name.split('.')[1] ?? []);
	return members.find(member => member.endsWith('_V1')) ?? members[0];
}

/** Weights of another builder in the call of a torchvision network. */
function weightsFinding(mention: Mention, names: ModelNames): CodeFinding | undefined {
	if (mention.framework !== 'torchvision' || mention.kind === 'weights') return undefined;
	const weights = argumentNamed(mention, 'weights');
	const written = typeof weights?.value === 'string' ? weights.value : weights?.reference;
	const [, enumeration, member = ''] = /(?:^|\.)(\w+_Weights)(\.\w+)$/.exec(written ?? '') ?? [];
	if (!weights || enumeration === undefined || /_Quantized/i.test(enumeration)) return undefined;
	const builder = builderOfWeights(enumeration);
	if (builder === mention.name.toLowerCase()) return undefined;
	const message = `${enumeration} are weights of ${builder}, not of ${escapeUnseen(mention.name)}.`;
	const own = names.checkpointsOf('torchvision', mention.name).map(({ name }) => name);
	const alike = own.find(name => name.endsWith(member)) ?? own.toSorted().at(-1);
	return createFinding('foreign-weights', mention, message, {
		range: weights,
		replacements: alike === undefined ? [] : [alike],
	});
}

function budgetFinding(mention: Mention, { names, watch }: DiagnosisOptions): CodeFinding | undefined {
	const named = mention.kind === 'weights' ? undefined : namedModel(mention, names);
	const over = named && watch?.overshootOf(named);
	return over && createFinding('over-budget', mention, `${over.text}.`, { severity: over.severity });
}

function licenseFinding(mention: Mention, { catalog, allowedLicenses }: DiagnosisOptions): CodeFinding | undefined {
	const checkpoint = mention.checkpoint === undefined ? undefined : catalog.checkpointById.get(mention.checkpoint);
	if (!checkpoint || !allowedLicenses) return undefined;
	const { weightsLicence } = checkpoint;
	if (allowedLicenses.includes(weightsLicence) || allowedLicenses.includes(licenseClass(weightsLicence)))
		return undefined;
	const message = `The license of ${escapeUnseen(checkpoint.name)} is ${licenseText(weightsLicence)}, which is not allowed here.`;
	return createFinding('license', mention, message);
}
