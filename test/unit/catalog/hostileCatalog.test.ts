import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { mergeCatalog } from '../../../src/catalog/mergeCatalog.ts';
import { createNameIndex } from '../../../src/catalog/names.ts';
import { maxCatalogBytes, parseCatalogText } from '../../../src/catalog/parseCatalog.ts';
import { hasUnseen } from '../../../src/catalog/plainText.ts';
import { createModelSearch } from '../../../src/catalog/search.ts';
import { shownFigure, unrankedReason } from '../../../src/catalog/shownFigure.ts';
import { deviceCoverage } from '../../../src/latency/deviceCoverage.ts';
import { aCatalog } from '../../support/builders.ts';
import { hostileCatalogText, hostilePayloads, refusedFigures } from '../../support/hostileCatalog.ts';

const base = aCatalog({ candidates: [{ id: 'a-net/1.0@224', top1: 70, macs: 300e6 }] });
const parsed = parseCatalogText(hostileCatalogText(), 'hostile.catalog.json');
const { catalog } = mergeCatalog(base, parsed);

/** Every text of every record, with the ids. */
function textsOf(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function recordsOf({
	families,
	models,
	checkpoints,
	candidates,
	figures,
	measurements,
	sources,
	devices,
}: Catalog): unknown {
	return [families, models, checkpoints, candidates, figures, measurements, sources, devices];
}

it('has at least sixty payloads, each once', () => {
	assert.ok(hostilePayloads.length >= 60);
	assert.equal(new Set(hostilePayloads).size, hostilePayloads.length);
});

it('reads the stored hostile file as it is generated', () => {
	const stored = readFileSync('test/fixtures/hostile/hostile.catalog.json', 'utf8');
	assert.equal(stored.trimEnd(), hostileCatalogText(1000));
});

it('names every refused figure by its row', () => {
	const first = hostilePayloads.length * 2 + 1;
	const expected = refusedFigures.map((_, index) => `figures, row ${first + index}`);
	const refused = parsed.problems
		.filter(({ message }) => !/^removed|mixes letters/.test(message))
		.map(({ where }) => where);
	assert.deepEqual(
		refused.filter(where => where.startsWith('figures')),
		expected,
	);
});

it('keeps a model, a candidate and figures of every payload', () => {
	for (const index of hostilePayloads.keys()) {
		const candidate = catalog.candidateById.get(`hostile/p${index}@224`);
		assert.ok(candidate, hostilePayloads[index]);
		assert.equal(shownFigure(catalog, candidate, 'macs')?.value, (index + 1) * 1e6);
		assert.equal(unrankedReason(catalog, candidate), undefined);
	}
});

it('holds no record with a character that cannot be seen, and says where it removed one', () => {
	assert.deepEqual(textsOf(recordsOf(catalog)).filter(hasUnseen), []);
	assert.ok(
		parsed.problems.some(
			({ message }) => message === 'removed characters that cannot be seen from aliases, name, note',
		),
	);
});

it('takes none of the payloads for an id', () => {
	const wrong = parsed.problems.filter(
		({ where, message }) => where.startsWith('models') && message.includes('→ at id'),
	);
	assert.equal(wrong.length, hostilePayloads.length);
	assert.ok(parsed.problems.every(({ message }) => !hasUnseen(message)));
});

it('reports a long text in a short message', () => {
	const long = parsed.problems.find(({ message }) => message.includes('string to have <=2000 characters'));
	assert.equal(long?.where, `models, row ${hostilePayloads.length + 1}`);
	assert.ok(parsed.problems.every(({ message }) => message.length < 1000));
});

it('leaves prototypes alone', () => {
	assert.equal('polluted' in {}, false);
	assert.equal(Reflect.get(Object, 'polluted'), undefined);
});

it('finds names, models and devices of a hostile catalog', () => {
	const index = createNameIndex(catalog);
	const search = createModelSearch(catalog);
	for (const payload of hostilePayloads) {
		const resolved = index.resolve(payload);
		assert.ok(resolved.ok || !hasUnseen(resolved.problem), payload);
		assert.ok(Array.isArray(search(payload, 5)));
	}
	assert.equal(deviceCoverage(catalog)[0]?.candidates, hostilePayloads.length);
});

it('refuses a line of more than 10 MB in one problem, quickly', () => {
	const text = hostileCatalogText(maxCatalogBytes);
	const start = performance.now();
	const { problems, records } = parseCatalogText(text, 'x');
	assert.ok(performance.now() - start < 500);
	assert.deepEqual([problems.length, records.models.length], [1, 0]);
});
