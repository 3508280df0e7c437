import assert from 'node:assert/strict';
import { formatInput } from '../../src/catalog/units.ts';
import { costsAtInput } from '../../src/comparison/costsAtInput.ts';
import { formatModelHover } from '../../src/comparison/modelHover.ts';
import { frameworkListsSchema } from '../../src/frameworks/frameworkLists.schema.ts';
import { completionsAt } from '../../src/mentions/completionsAt.ts';
import { diagnose } from '../../src/mentions/diagnose.ts';
import {
	editModelDocument,
	mentionAt,
	openModelDocument,
	type ModelDocument,
} from '../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../src/mentions/modelNames.ts';
import { namedModel } from '../../src/mentions/namedModel.ts';
import { longCode } from '../support/longCode.ts';
import { createRandom } from '../support/random.ts';
import { shippedData } from '../support/shippedData.ts';
import { namesText } from '../support/shippedNames.ts';
import { median, percentile, timed, type BenchResult } from './benchResult.ts';

const lines = 5000;
const rounds = 200;

/** Hover, completion and findings on a long file of Python, without an editor; with the catalog loaded. */
export function benchLanguage(): Promise<readonly BenchResult[]> {
	const language = new Language();
	const code = longCode(lines);
	const opened = Array.from({ length: 9 }, (_, round) => {
		const text = `# ${String(round)}\n${code.replaceAll('step_', `step_${String(round)}_`)}`;
		return timed(() => {
			language.hover(openModelDocument(text, 'python'), text.lastIndexOf('resnet50'));
		});
	});
	const document = openModelDocument(code, 'python');
	language.hover(document, code.indexOf('resnet50'));
	const places = [...code.matchAll(/"resnet50"/g)].map(({ index }) => index + 3);
	const times = (ask: (offset: number) => void): number =>
		percentile(
			Array.from({ length: rounds }, (_, round) =>
				timed(() => {
					ask(places[(round * 7) % places.length] ?? 0);
				}),
			),
			0.95,
		);
	const row = (what: string, ours: number, max: number): BenchResult => ({
		what,
		ours,
		peer: 'typing',
		gate: { kind: 'time', max },
	});
	return Promise.resolve([
		row('first hover on 5,000 lines', median(opened), 80),
		row(
			'p95 of hovers on 5,000 lines',
			times(offset => {
				language.hover(document, offset);
			}),
			5,
		),
		row(
			'p95 of hovers at a size in the code, counted anew',
			times(offset => {
				language.hover(document, offset, [128 + (offset % 40), 160]);
			}),
			5,
		),
		row(
			'p95 of completions there',
			times(offset => {
				language.complete(document, offset);
			}),
			5,
		),
		row('p95 of findings after an edit', percentile(language.findingTimes(document), 0.95), 50),
	]);
}

class Language {
	private readonly catalog = shippedData();
	private readonly names = createModelNames(this.catalog, frameworkListsSchema.parse(JSON.parse(namesText())));
	private readonly random = createRandom(6);

	/** @param input size in px that the code would say */
	hover(document: ModelDocument, offset: number, input?: readonly [number, number]): void {
		const mention = mentionAt(document, offset, this.names);
		const named = mention && namedModel(mention, this.names);
		const counted = input && costsAtInput(this.catalog, input);
		const text = named && formatModelHover(this.catalog, { ...named, ...(input && { input, counted }) });
		assert.ok(text?.includes(input ? `at ${formatInput(input)}, the size in this code, computed` : 'MACs'), text);
	}

	/** The names that may stand there; the editor ranks those of a framework once. */
	complete(document: ModelDocument, offset: number): void {
		const place = completionsAt(document, offset, this.names);
		assert.ok(place && place.values.length > 1000);
	}

	/** One letter typed anywhere, and then all findings. */
	findingTimes(start: ModelDocument): readonly number[] {
		const { catalog, names } = this;
		let document = start;
		diagnose(document, { catalog, names });
		return Array.from({ length: rounds }, () => {
			const at = Math.floor(this.random() * document.text.length);
			return timed(() => {
				document = editModelDocument(document, [{ start: at, end: at, text: 'x' }]);
				assert.ok(diagnose(document, { catalog, names }).length > 0);
			});
		});
	}
}
