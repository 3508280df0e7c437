import assert from 'node:assert/strict';
import { parseBudget } from '../../../src/selection/parseBudget.ts';
import { whyNot, type WhyNot } from '../../../src/selection/whyNot.ts';
import type { CandidateFilter } from '../../../src/catalog/shownFigure.ts';
import { aCatalog, aCheckpoint, aModel } from '../../support/builders.ts';

const catalog = aCatalog({
	candidates: [
		{ id: 'a/1@224', top1: 80, macs: 9e6 },
		{ id: 'b/1@224', top1: 75, macs: 8e6 },
		{ id: 'b/1@192', top1: 73, macs: 6e6 },
		{ id: 'c/1@224', top1: 79.9, macs: 9.5e6 },
		{ id: 'd/1@224', top1: 90, macs: 13e6 },
		{ id: 'd/1@256', top1: 91, macs: 17e6 },
		{ id: 'e/1@224', top1: 70 },
		{ id: 'f/1@224', top1: 99, macs: 1e6, dataset: 'dogs' },
	],
	models: [aModel({ id: 'g/1' })],
});

function why(id: string, text = '10M', filter: CandidateFilter = {}): WhyNot | undefined {
	const parsed = parseBudget(text, { catalog });
	const target = catalog.candidateById.get(id) ?? catalog.modelById.get(id);
	assert.ok(parsed.ok && target);
	return whyNot(catalog, target, parsed.budget, filter);
}

function sentences(id: string, text?: string, filter?: CandidateFilter): readonly string[] | undefined {
	return why(id, text, filter)?.reasons.map(reason => reason.text);
}

it('says by how much a limit is exceeded', () => {
	assert.deepEqual(sentences('d/1'), ['Exceeds 10 M MACs: 13 M MACs, 30 % over']);
	assert.deepEqual(sentences('d/1', '2M'), ['Exceeds 2 M MACs: 13 M MACs, 6.5 × the limit']);
});

it('says how far a floor is missed', () => {
	assert.deepEqual(sentences('e/1', 'top1 ≥ 75'), ['Falls short of top-1 of 75 %: 70 %, 5 points short']);
});

it('says which figure is unknown', () => {
	assert.deepEqual(sentences('e/1'), ['Unknown against 10 M MACs: its MACs are not known']);
});

it('has one sentence per limit, in the order of the budget', () => {
	const codes = why('d/1', '5M params, 10M, top1 ≥ 50')?.reasons.map(({ code }) => code);
	assert.deepEqual(codes, ['unknown-figure', 'exceeds-limit', 'meets-floor']);
});

it('says what ranks a model lower that meets the budget', () => {
	assert.deepEqual(sentences('b/1'), ['Meets 10 M MACs: 8 M MACs', 'Ranked 3rd: 75 % against 80 %']);
});

it('says what a tied model costs more than the pick', () => {
	assert.deepEqual(sentences('c/1'), [
		'Meets 10 M MACs: 9.5 M MACs',
		'Tied within ±0.35 of 80 %, but costs 9.5 M MACs against 9 M',
	]);
});

it('says of the pick that it is the pick', () => {
	assert.equal(why('a/1')?.reasons.at(-2)?.code, 'tied');
	assert.equal(why('a/1')?.rank, 1);
	assert.ok(why('a/1')?.reasons.some(({ code }) => code === 'pick'));
});

it('judges a model by its best candidate in the budget, else by the nearest', () => {
	assert.deepEqual([why('b/1')?.candidate.id, why('d/1')?.candidate.id], ['b/1@224', 'd/1@224']);
});

it('says through which candidate a folded one is shown', () => {
	assert.equal(sentences('b/1@192')?.[1], 'Shown through its candidate at 224 px with 75 %');
});

it('says why a row is not ranked', () => {
	const { verdict, reasons, rank } = why('f/1') ?? {};
	assert.deepEqual(
		[verdict, rank, reasons?.at(-1)?.text],
		['meets', undefined, 'Not ranked: Its accuracy is of dogs, not of imagenet-1k'],
	);
});

it('says that a model was not asked about', () => {
	const reason = why('a/1', '10M', { framework: 'timm' })?.reasons.at(-1);
	assert.deepEqual(
		[reason?.code, reason?.text],
		['not-asked-about', 'Not among the candidates asked about (classification, framework timm)'],
	);
});

it('has nothing to say of a model without candidates', () => {
	assert.equal(why('g/1'), undefined);
});

it('says that a candidate is left out by its license, and how many are', () => {
	const licensed = aCatalog({
		checkpoints: [aCheckpoint({ id: 'timm:a', model: 'a/1', weightsLicence: 'CC-BY-NC-4.0' })],
		candidates: [
			{ id: 'timm:a@224', model: 'a/1', top1: 80, macs: 9e6 },
			{ id: 'a/1@224', top1: 80, macs: 9e6 },
		],
	});
	const parsed = parseBudget('10M', { catalog: licensed });
	const target = licensed.candidateById.get('timm:a@224');
	assert.ok(parsed.ok && target);
	const answer = whyNot(licensed, target, parsed.budget, { withoutLicenses: ['non-commercial'] });
	assert.equal(answer?.leftOutByLicense, 1);
	assert.equal(
		answer.reasons.at(-1)?.text,
		'Not among the candidates asked about (classification, license not non-commercial)',
	);
	assert.equal(whyNot(licensed, target, parsed.budget)?.leftOutByLicense, undefined);
});
