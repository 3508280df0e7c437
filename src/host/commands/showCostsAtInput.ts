import { parseInput } from '../../catalog/parseInput.ts';
import { formatInput } from '../../catalog/units.ts';
import type { Services } from '../services.ts';
import { choose } from '../quickInput/choose.ts';
import { ArgumentError } from './argumentError.ts';

/**
 * Counts the costs in tree and page at one input size for all models, or at each one's own again.
 * @param args a side in px or a text such as `160` or `224x320`, `own` for each one's own; asked for without it.
 * @throws {ArgumentError} for anything else.
 */
export async function showCostsAtInput({ costs }: Services, args: readonly unknown[]): Promise<void> {
	const [given] = args;
	const asked = given === undefined ? await askInput(costs.costInputs, costs.input) : wordOf(given);
	if (asked === undefined) return;
	const input = asked === 'own' ? undefined : parseInput(asked);
	if (asked !== 'own' && !input)
		throw new ArgumentError(`An input size such as 160 or 224x320, or own, not ${JSON.stringify(given)}`);
	await costs.setInput(input);
}

function wordOf(given: unknown): string {
	return typeof given === 'string' ? given : typeof given === 'number' ? String(given) : '';
}

/** `own`, or a size as it is typed; undefined where nothing was chosen. */
async function askInput(
	sides: readonly number[],
	current: readonly [number, number] | undefined,
): Promise<string | undefined> {
	const isCurrent = (text: string): { readonly description?: string } =>
		text === (current ? formatInput(current) : 'own') ? { description: 'shown now' } : {};
	const answer = await choose({
		title: 'Costs at Input Size',
		placeholder: 'A size such as 160 or 224x320; accuracies stay as they are',
		items: typed => {
			const free = parseInput(typed);
			const matching = sides.filter(side => String(side).startsWith(typed.trim()));
			const isListed = free && free[0] === free[1] && matching.includes(free[0]);
			return [
				...(free && !isListed ? [{ label: formatInput(free), value: free.join('x') }] : []),
				...(typed.trim() === ''
					? [{ label: 'Own size of each model', value: 'own', ...isCurrent('own') }]
					: []),
				...matching.map(side => ({
					label: formatInput([side, side]),
					value: String(side),
					...isCurrent(formatInput([side, side])),
				})),
			];
		},
	});
	return answer?.kind === 'chosen' ? answer.value : undefined;
}
