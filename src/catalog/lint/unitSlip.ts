import { accuracyKinds, isAccuracyKind, type Figure } from '../records.ts';
import { figureFinding, groupBy, medianOf, type Finding, type LintFacts } from './finding.ts';
import { quantityText } from './quantityText.ts';

/** What one number is mistaken for another by: two operations per multiply-accumulate, and prefixes of units. */
const factors = [
	{ factor: 2, text: 'twice' },
	{ factor: 1 / 2, text: 'half of' },
	{ factor: 1e3, text: 'a thousand times' },
	{ factor: 1e-3, text: 'a thousandth of' },
	{ factor: 1e6, text: 'a million times' },
	{ factor: 1e-6, text: 'a millionth of' },
];
/** Share by which two honest counts of one network differ at most; 1700 against 820 is 4 % from twice. */
const countTolerance = 0.08;
/** Factor by which models of one family differ in MACs per parameter and pixel: far below a thousand in every family. */
const familySpread = 6;

/** Numbers that are right but for their unit. */
export function unitSlips(facts: LintFacts): readonly Finding[] {
	return [...againstSources(facts), ...againstOwnSource(facts), ...againstFamily(facts), ...sharesAsPercent(facts)];
}

/** The factor that `figure` is off by, in words; undefined where no slip of units explains it. */
export function factorOf({ kind, value }: Figure, expected: number): string | undefined {
	if (isAccuracyKind(kind)) return undefined;
	const found = factors.find(({ factor }) => Math.abs(value / (expected * factor) - 1) <= countTolerance);
	return found?.text;
}

function againstSources({ departures }: LintFacts): readonly Finding[] {
	return departures.flatMap(({ figure, expected }) => {
		const factor = factorOf(figure, expected.value);
		if (factor === undefined) return [];
		const { kind } = figure;
		const message = `${quantityText(kind, figure.value)} is ${factor} the ${quantityText(kind, expected.value)} of ${expected.source}`;
		return slip(figure, message, factor === 'twice' || factor === 'half of');
	});
}

/** The one row of a column that counts two operations where the others count one. Its value is halved already. */
function againstOwnSource(facts: LintFacts): readonly Finding[] {
	const columns = groupBy(facts.figuresOf('macs'), ({ source }) => source);
	return [...columns].flatMap(([source, figures]) => {
		const doubled = figures.filter(({ convention }) => convention === '2x-macs');
		if (doubled.length * 2 >= figures.length) return []; // the convention of the source
		return doubled.map(figure => ({
			...slip(
				figure,
				`${figure.printed} counts two operations per MAC in a column of ${source} that counts one`,
				true,
			),
			severity: 'information' as const,
		}));
	});
}

/** A cost that no other source states, a thousand times off the models of its family in MACs per parameter and pixel. */
function againstFamily(facts: LintFacts): readonly Finding[] {
	const { catalog } = facts;
	const compared = new Set(facts.departures.map(({ figure }) => figure));
	const rows = facts.figuresOf('macs').flatMap(figure => {
		const candidate = catalog.candidateById.get(figure.of);
		const params = candidate && facts.costOf(candidate, 'params');
		if (!candidate || params === undefined) return [];
		const density = figure.value / params / (candidate.input[0] * candidate.input[1]);
		return { figure, model: candidate.model, density };
	});
	const families = groupBy(rows, ({ model }) => catalog.modelById.get(model)?.family);
	return [...families].flatMap(([family, own]) => {
		if (new Set(own.map(({ model }) => model)).size < 3) return [];
		const usual = medianOf(own.map(({ density }) => density));
		return own.flatMap(({ figure, density }) => {
			const off = Math.abs(Math.log10(density / usual));
			if (compared.has(figure) || Math.abs(off - 3) > Math.log10(familySpread)) return [];
			const times = density > usual ? 'a thousand times' : 'a thousandth of';
			return slip(figure, `MACs per parameter are ${times} those of other models of ${family}`, false);
		});
	});
}

/** `0.752` for 75.2 %. */
function sharesAsPercent(facts: LintFacts): readonly Finding[] {
	const isShare = ({ value }: Figure): boolean => value > 0 && value <= 1;
	const shares = accuracyKinds.flatMap(kind => facts.figuresOf(kind).filter(isShare));
	return shares.map(figure =>
		slip(figure, `${quantityText(figure.kind, figure.value)} looks like a share of 1; percent is meant`, false),
	);
}

/** Twice or half may be a convention that was not written down; a thousand times is nothing but wrong. */
function slip(figure: Figure, message: string, isDoubt: boolean): Finding {
	return figureFinding('unit-slip', isDoubt ? 'warning' : 'error', figure, message);
}
