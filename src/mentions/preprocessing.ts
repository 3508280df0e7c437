import type { Catalog } from '../catalog/catalog.ts';
import { escapeUnseen } from '../catalog/plainText.ts';
import { formatInput } from '../catalog/units.ts';
import type { TextEdit } from '../frameworks/insertion.ts';
import { expectedPreprocessing, type ExpectedPreprocessing } from './expectedPreprocessing.ts';
import { createFinding, type CodeFinding } from './finding.ts';
import { inputSeen, type Mention } from './mention.ts';
import type { ModelDocument } from './modelDocument.ts';
import type { ModelNames } from './modelNames.ts';
import { rewriteNumbers } from './rewriteNumbers.ts';
import { transformValues, type TransformValue } from './transformValues.ts';

/** Largest difference of a mean or deviation that is only a matter of rounding. */
const tolerance = 0.002;

/**
 * Transforms with a mean, a deviation or an input size that the weights were not trained with. Only where the whole text
 * names weights of one preprocessing; of sizes only where none is right, as one for training may differ on purpose.
 */
export function preprocessingFindings(
	document: ModelDocument,
	mentions: readonly Mention[],
	names: ModelNames,
	catalog: Catalog,
): readonly CodeFinding[] {
	const expected = expectedPreprocessing(mentions, names, catalog);
	if (!expected) return [];
	const values = transformValues(document);
	const isSized = values.some(each => each.part === 'input' && isExpected(each, expected));
	const wrong = values.filter(each => !isExpected(each, expected) && !(isSized && each.part === 'input'));
	const found = wrong.flatMap(each => findingOf(each, expected) ?? []);
	// a constant that stands in two transforms is found once
	return found.filter(({ start }, index) => found.findIndex(each => each.start === start) === index);
}

/** Also where nothing is known of what it should be. */
function isExpected({ part, value }: TransformValue, expected: ExpectedPreprocessing): boolean {
	if (part === 'input') return !expected.inputs || expected.inputs.some(input => String(input) === String(value));
	const numbers = expected[part];
	if (numbers?.length !== value.length) return true;
	return numbers.every((number, index) => Math.abs((value[index] ?? NaN) - number) <= tolerance);
}

function findingOf({ part, written }: TransformValue, expected: ExpectedPreprocessing): CodeFinding | undefined {
	const wanted = part === 'input' ? expected.inputs?.[0] : expected[part];
	const [first] = written;
	const last = written.at(-1);
	if (!wanted || !first || !last) return undefined;
	const range = { start: first.chunk.start + first.argument.start, end: last.chunk.start + last.argument.end };
	const parts = written.length > 1 ? wanted.map(number => [number]) : [wanted];
	const edits = written.map((each, index) => rewriteNumbers(each, parts[index] ?? []));
	const isKnown = edits.every((each): each is readonly TextEdit[] => each !== undefined);
	return createFinding('other-preprocessing', expected.mention, messageOf(part, wanted, expected.mention), {
		range: first.chunk === last.chunk ? range : { start: range.start, end: first.chunk.start + first.argument.end },
		...(isKnown && { edits: edits.flat() }),
	});
}

function messageOf(part: TransformValue['part'], wanted: readonly number[], mention: Mention): string {
	const name = escapeUnseen(mention.name);
	if (part !== 'input')
		return `${name} was trained with the ${part === 'mean' ? 'mean' : 'standard deviation'} (${wanted.join(', ')}).`;
	const [height = NaN, width = NaN] = wanted;
	const size = formatInput([height, width]);
	return inputSeen(mention)
		? `${name} is made for images of ${size} here.`
		: `${name} was trained for images of ${size}.`;
}
