import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Checkpoint } from '../../../src/catalog/records.ts';
import { parseSnippetRuns, withSnippetRuns } from '../../../src/catalog/snippetRuns.ts';
import { makeSnippet, snippetOffers, type SnippetOffer } from '../../../src/frameworks/snippet.ts';
import { kindWithForm, runText } from '../../../src/frameworks/snippetRun.ts';
import { parseCatalogText } from '../../../src/catalog/parseCatalog.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';
import { runClasses, shippedData, snippetReport } from '../../support/shippedData.ts';

const head = 'framework\tcheckpoint\tkind\tversions\tresult\tparameters\tsnippet';
const report = [
	head,
	'keras\tResNet50\tload\tkeras 3.1, torch 2.13.0\tpassed\t25\taa',
	'timm\tresnet50.a1_in1k\tfeatures:maps\ttimm 1.0.29, torch 2.13.0\tfailed: RuntimeError: no maps\t\tbb',
	'timm\tresnet50.a1_in1k\tfeatures:pooled\ttimm 1.0.29, torch 2.13.0\tnot run: no memory\t\tcc',
	'timm\tresnet50.a1_in1k\tload\ttimm 1.0.29, torch 2.13.0\tpassed\t25557032\tdd',
	'',
].join('\n');

function offersOf(...ids: readonly string[]): readonly SnippetOffer[] {
	const checkpoints = ids.map((id): Checkpoint => aCheckpoint({ id, model: 'a-net/1.0' }));
	const catalog = aCatalog({ checkpoints: withSnippetRuns(checkpoints, report) });
	return catalog.models.flatMap(model => snippetOffers(catalog, model));
}

function textsOf(offers: readonly SnippetOffer[], options = {}): readonly string[] {
	return offers.flatMap(offer => {
		const text = runText(offer, options);
		return text === undefined ? [] : [`${kindWithForm(offer)} ${text}`];
	});
}

it('an offer is run where its own kind passed; what failed, was not run or stands in no line is not', () => {
	assert.deepEqual(textsOf(offersOf('timm:resnet50.a1_in1k')), [
		'load run with timm 1.0.29',
		'features:pooled not run',
		'features:maps not run',
		'finetune not run',
		'config not run',
	]);
	assert.deepEqual([...new Set(textsOf(offersOf('timm:resnet50.a2_in1k')).map(text => text.slice(-7)))], ['not run']);
});

it('Keras is not run as a part of TensorFlow', () => {
	const offers = offersOf('keras:ResNet50');
	assert.equal(textsOf(offers)[0], 'load run with keras 3.1');
	assert.equal(textsOf(offers, { tensorflowKeras: true })[0], 'load not run');
});

it('a record is no code of a library and says nothing of it', () => {
	const records = offersOf('timm:resnet50.a1_in1k').filter(({ framework }) => framework === 'record');
	assert.deepEqual([records.length > 0, textsOf(records)], [true, []]);
});

it("a person's catalog cannot say that its snippets were run", () => {
	const checkpoint = {
		...aCheckpoint({ id: 'timm:own', model: 'a-net/1.0' }),
		runs: { with: 'timm 9', kinds: ['load'] },
	};
	const { problems, records } = parseCatalogText(JSON.stringify({ checkpoints: [checkpoint] }), 'own.json');
	assert.deepEqual([records.checkpoints, problems.length], [[], 1]);
});

describe('the report of what was run', () => {
	const runs = parseSnippetRuns(snippetReport());
	const byKey = new Map(runs.map(run => [`${run.framework}:${run.checkpoint} ${run.kind}`, run]));
	const catalog = shippedData();
	const offers = catalog.models.flatMap(model => snippetOffers(catalog, model));
	const ofLibraries = offers.filter(({ framework }) => framework !== 'record');
	const keyOf = (offer: SnippetOffer): string => `${offer.checkpoint ?? ''} ${kindWithForm(offer)}`;
	const hashOf = (offer: SnippetOffer): string =>
		createHash('sha256')
			.update(makeSnippet(catalog, offer, { classes: runClasses }).text)
			.digest('hex')
			.slice(0, 12);

	it('has a passed line of the very text and version for all that is offered as run (else: npm run verify:snippets)', () => {
		const offered = ofLibraries.filter(({ ranWith }) => ranWith !== undefined);
		const wrong = offered.filter(offer => {
			const run = byKey.get(keyOf(offer));
			const isSame = run?.result === 'passed' && run.versions.split(', ')[0] === offer.ranWith;
			return !isSame || run.snippet !== hashOf(offer);
		});
		assert.deepEqual(wrong.map(keyOf), []);
		assert.ok(offered.length >= 1500, `${String(offered.length)} offered as run`);
	});

	it('has lines of nothing else than what is offered, sorted, each once', () => {
		const offered = new Set(ofLibraries.map(keyOf));
		assert.deepEqual(
			[...byKey.keys()].filter(key => !offered.has(key)),
			[],
		);
		assert.equal(byKey.size, runs.length);
		const order = runs.map(run => [run.framework, run.checkpoint, run.kind].join('\t'));
		assert.deepEqual(order, order.toSorted());
	});

	it('says nothing that failed, and why each that was not run was not', () => {
		const results = runs.map(({ result }) => result).filter(result => result !== 'passed');
		assert.deepEqual(
			results.filter(result => !/^not run: .+/.test(result)),
			[],
		);
	});

	it('counts parameters of all that passed', () => {
		const passed = runs.filter(({ result }) => result === 'passed');
		assert.deepEqual(
			passed.filter(({ parameters }) => !Number.isSafeInteger(parameters)),
			[],
		);
	});
});
