// Writes calls that load weights, converted to the other frameworks, as JSON lines. Usage: dumpConversions FILE [SEED]
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Checkpoint } from '../../src/catalog/records.ts';
import { frameworkListsSchema } from '../../src/frameworks/frameworkLists.schema.ts';
import { frameworkTitles } from '../../src/frameworks/frameworkTitles.ts';
import { applyPlan } from '../../src/frameworks/insertion.ts';
import { openModelDocument } from '../../src/mentions/modelDocument.ts';
import { createModelNames, type ModelNames } from '../../src/mentions/modelNames.ts';
import { planConversions } from '../../src/mentions/planConversions.ts';
import { convertible } from '../../src/mentions/writtenLoading.ts';
import { createRandom } from './random.ts';
import { runClasses, shippedData } from './shippedData.ts';
import { namesText } from './shippedNames.ts';

/** Outputs of the network: those of its weights, others, or features without a classifier. */
type Head = 'own' | 'new' | 'none';
const heads: readonly Head[] = ['own', 'new', 'none'];
/** Conversions of each pair of frameworks and each head. */
const perKind = 1;

/** A call as people write it; undefined where the framework has none for this head in one line. */
function callOf({ framework, name }: Checkpoint, head: Head): string | undefined {
	const load = 'from transformers import AutoModelForImageClassification as Auto\nm = Auto.from_pretrained';
	const [builder = '', member = ''] = name.split('.');
	const calls: Readonly<Partial<Record<string, Partial<Record<Head, string>>>>> = {
		timm: {
			own: `import timm\nm = timm.create_model("${name}", pretrained=True)`,
			new: `import timm\nm = timm.create_model("${name}", pretrained=True, num_classes=${String(runClasses)})`,
			none: `import timm\nm = timm.create_model("${name}", True, num_classes=0)`,
		},
		torchvision: { own: `from torchvision import models\nm = models.${builder}(weights="${member}")` },
		keras: {
			own: `import keras\nm = keras.applications.${withArguments(name, [])}`,
			none: `import keras\nm = keras.applications.${withArguments(name, ['include_top=False', 'pooling="avg"'])}`,
		},
		transformers: {
			own: `${load}("${name}")`,
			new: `${load}("${name}", num_labels=${String(runClasses)}, ignore_mismatched_sizes=True)`,
		},
	};
	return calls[framework]?.[head];
}

/** `MobileNet` and `MobileNet(alpha=0.5)` with more arguments. */
function withArguments(name: string, more: readonly string[]): string {
	const [builder = '', known] = name.replace(/\)$/, '').split('(', 2);
	return `${builder}(${[...(known === undefined ? [] : [known]), ...more].join(', ')})`;
}

interface Conversion {
	/** What is converted to what, of which head. */
	readonly kind: string;
	readonly title: string;
	readonly source: string;
	readonly text: string;
	readonly head: Head;
	/** Of a new head. */
	readonly classes: number;
}

function conversionsOf(catalog: Catalog, names: ModelNames, checkpoint: Checkpoint): readonly Conversion[] {
	return heads.flatMap(head => {
		const source = callOf(checkpoint, head);
		if (source === undefined) return [];
		const document = openModelDocument(source, 'python');
		const mention = document.mentions(names).find(({ kind }) => kind !== 'weights');
		if (!mention) return [];
		return planConversions(document, mention, { catalog, names, eol: '\n' }).map(({ title, edits }) => {
			const target = convertible.find(each => title.startsWith(`Convert to ${frameworkTitles[each]}:`));
			assert.ok(target, title);
			const kind = `${checkpoint.framework} to ${target}, ${head} head`;
			return {
				kind,
				title,
				source,
				text: applyPlan(source, { imports: edits, snippets: [] }),
				head,
				classes: runClasses,
			};
		});
	});
}

/** So many of each kind, of checkpoints in an order that the seed decides. */
function dumpConversions(seed: number): readonly Conversion[] {
	const catalog = shippedData();
	const names = createModelNames(catalog, frameworkListsSchema.parse(JSON.parse(namesText())));
	const random = createRandom(seed);
	const shuffled = catalog.checkpoints
		.map(checkpoint => ({ checkpoint, at: random() }))
		.toSorted((a, b) => a.at - b.at);
	const found = new Map<string, Conversion[]>();
	for (const { checkpoint } of shuffled) {
		for (const conversion of conversionsOf(catalog, names, checkpoint)) {
			const known = found.get(conversion.kind) ?? [];
			if (known.length < perKind) found.set(conversion.kind, [...known, conversion]);
		}
	}
	return [...found.values()].flat();
}

const [file, asked] = process.argv.slice(2);
if (file === undefined) throw new Error('no file to write to');
const seed = Number(asked ?? Math.floor(Math.random() * 1e9));
const conversions = dumpConversions(seed);
writeFileSync(file, conversions.map(each => `${JSON.stringify(each)}\n`).join(''));
console.log(`${String(conversions.length)} conversions between frameworks drawn from seed ${String(seed)}`);
