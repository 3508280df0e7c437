import assert from 'node:assert/strict';
import papaparse from 'papaparse';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { importTable } from '../../src/catalog/importers/table.ts';
import { mergeCatalog } from '../../src/catalog/mergeCatalog.ts';
import { listNames, parseCatalogText, type ParsedCatalog } from '../../src/catalog/parseCatalog.ts';
import { hasUnseen } from '../../src/catalog/plainText.ts';
import { rowSchemas } from '../../src/catalog/records.schema.ts';
import type { CatalogRecords } from '../../src/catalog/records.ts';
import { aCatalog, aDevice, aModel } from './builders.ts';
import { goodCells, type MalformedCatalog } from './malformedCatalogs.ts';

/** More than this in ms is a hang. */
const mostTime = 250;

const base = aCatalog({
	models: [aModel({ id: 'a-net/1.0', name: 'ANet', aliases: ['anet'] }), aModel({ id: 'a-net/0.5' })],
	devices: [aDevice({ id: 'pixel-1', aliases: ['p1'] })],
	candidates: [{ id: 'timm:a_net.in1k@224', model: 'a-net/1.0', top1: 71, macs: 300e6 }],
});

/**
 * Reads a malformed file as a person's catalog.
 * @throws {AssertionError} if it changes a prototype, takes more than 250 ms, accepts what the schemas or the references refuse, or loses a good row.
 */
export function assertHarmless(malformed: MalformedCatalog): void {
	const prototypes = prototypeKeys();
	const { parsed, catalog } = readInTime(malformed);
	assert.equal(prototypeKeys(), prototypes, 'a prototype was changed');
	assertAccepted(parsed.records, catalog);
	assert.ok(
		parsed.problems.every(({ message }) => !hasUnseen(message)),
		'a problem holds what cannot be seen',
	);
	if (malformed.holdsGoodRow && !isHidden(malformed)) assertGoodRow(malformed, catalog);
}

interface ReadFile {
	readonly parsed: ParsedCatalog;
	readonly catalog: Catalog;
}

/** A pause of the machine is no hang: the fastest of three readings counts. */
function readInTime(malformed: MalformedCatalog): ReadFile {
	for (let attempt = 1; ; attempt++) {
		const started = performance.now();
		const read = readFile(malformed);
		const ms = performance.now() - started;
		if (ms <= mostTime) return read;
		assert.ok(attempt < 3, `reading took ${Math.round(ms)} ms`);
	}
}

function readFile({ format, text }: MalformedCatalog): ReadFile {
	const parsed =
		format === 'catalog'
			? parseCatalogText(text, 'own.json')
			: importTable(text, { format, origin: `own.${format}`, catalog: base });
	return { parsed, catalog: mergeCatalog(base, parsed).catalog };
}

function prototypeKeys(): string {
	const objects = [Object, Array, String, Number, Function, Map, Set].map(
		({ prototype }: { prototype: object }) => prototype,
	);
	return objects.map(object => Reflect.ownKeys(object).length).join();
}

/** Every record that was taken passes its schema again, and what it refers to is there once it is merged. */
function assertAccepted(records: CatalogRecords, catalog: Catalog): void {
	for (const list of listNames) {
		for (const record of records[list]) {
			const { success, error } = rowSchemas[list].safeParse(record);
			assert.ok(success, `${list} accepts ${JSON.stringify(record)}: ${error?.issues[0]?.path.join('.') ?? ''}`);
		}
	}
	const owners = [catalog.modelById, catalog.checkpointById, catalog.candidateById];
	for (const { of, source } of catalog.figures) {
		assert.ok(
			owners.some(owner => owner.has(of)),
			`a figure of nothing: ${of}`,
		);
		assert.ok(catalog.sourceById.has(source), `a figure without a source: ${source}`);
	}
	for (const { model, device, source } of catalog.measurements) {
		assert.ok(catalog.modelById.has(model) && catalog.deviceById.has(device) && catalog.sourceById.has(source));
	}
	for (const { model, checkpoint, dataset } of catalog.candidates) {
		assert.ok(catalog.modelById.has(model) && catalog.datasetById.has(dataset));
		assert.ok(checkpoint === undefined || catalog.checkpointById.get(checkpoint)?.model === model);
	}
	for (const { model } of catalog.checkpoints) assert.ok(catalog.modelById.has(model));
	for (const { family } of catalog.models) assert.ok(catalog.familyById.has(family));
	const networks = [catalog.families, catalog.models, catalog.checkpoints, catalog.candidates].flat();
	assert.equal(new Set(networks.map(({ id }) => id)).size, networks.length, 'one id means two records');
}

/** Whether quotes of other rows make the good one part of a cell, as another reader of CSV agrees. */
function isHidden({ format, text }: MalformedCatalog): boolean {
	if ((format !== 'csv' && format !== 'tsv') || !text.includes('"')) return false;
	const delimiter = format === 'csv' ? ',' : '\t';
	const { data } = papaparse.parse<string[]>(text, { delimiter });
	return !data.some(cells => cells.join() === goodCells.join());
}

function assertGoodRow({ format }: MalformedCatalog, catalog: Catalog): void {
	const nameOf = (model: string | undefined): string | undefined => catalog.modelById.get(model ?? '')?.name;
	const good = format === 'catalog' ? 'Good 1.0' : 'Good Net';
	const hasFigure = catalog.figures.some(
		({ of, kind, value }) =>
			kind === 'top1' && value === 71.25 && nameOf(catalog.candidateById.get(of)?.model) === good,
	);
	const hasTime = catalog.measurements.some(({ model, ms }) => ms === 7.125 && nameOf(model) === good);
	assert.ok(hasFigure && hasTime, 'a good row was lost');
}
