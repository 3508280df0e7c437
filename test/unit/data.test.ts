import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { figureKinds, isAccuracyKind, type Figure, type Measurement, type Source } from '../../src/catalog/records.ts';
import { shownFigure } from '../../src/catalog/shownFigure.ts';
import { listNames } from '../../src/catalog/parseCatalog.ts';
import { dataFolders, parseShippedData, readData, readRows } from '../support/shippedData.ts';

const { records, problems } = parseShippedData();
const catalog = createCatalog(records);

/** The numbers of a printed text: `error 26.3` → 26.3. */
function numberIn(printed: string): number {
	return Number(/[\d.,]+/.exec(printed)?.[0].replaceAll(',', ''));
}

function modelOf(figure: Figure): string {
	const owner = catalog.candidateById.get(figure.of) ?? catalog.checkpointById.get(figure.of);
	return owner?.model ?? figure.of;
}

function inputOf(figure: Figure): string {
	return String(figure.conditions.input ?? catalog.candidateById.get(figure.of)?.input);
}

/** Costs that are of the whole network and that nothing speaks against. */
function isPlain(figure: Figure): boolean {
	return figure.doubt === undefined && (figure.convention === undefined || figure.convention === '2x-macs');
}

describe('shipped data: form', () => {
	it('passes the schema, every row of it', () => {
		assert.deepEqual(problems, []);
	});

	it('has one record per line, so that a change of one record is a change of one line', () => {
		for (const folder of dataFolders()) {
			for (const list of listNames) {
				const rows = readRows(folder, list).length;
				if (rows === 0) continue;
				const lines = readFileSync(`${folder}/${list}.json`, 'utf8').trimEnd().split('\n');
				assert.deepEqual([lines[0], lines.at(-1), lines.length], ['[', ']', rows + 2], `${folder}, ${list}`);
			}
		}
	});

	it('uses an id once', () => {
		const { families, models, checkpoints, candidates, devices, sources, datasets } = records;
		const ids = [families, models, checkpoints, candidates, devices, sources, datasets].flat().map(({ id }) => id);
		assert.deepEqual(
			ids.filter((id, index) => ids.indexOf(id) !== index),
			[],
		);
	});

	it('makes ids of what they name', () => {
		for (const { id } of records.families) assert.match(id, /^[a-z\d]+(-[a-z\d]+)*$/);
		for (const { id, family } of records.models) {
			assert.ok(id.startsWith(`${family}/`), id);
			assert.match(id.slice(family.length), /^\/[a-z\d][a-z\d.-]*$/);
		}
		for (const { id, framework, name } of records.checkpoints) assert.equal(id, `${framework}:${name}`);
		for (const { id, checkpoint, model, input } of records.candidates) {
			const [height, width] = input;
			const size = height === width ? String(height) : `${String(height)}x${String(width)}`;
			const [plain, tag] = checkpoint === undefined ? id.split(':') : [id];
			assert.equal(plain, `${checkpoint ?? model}@${size}`);
			assert.match(tag ?? 'x', /^[a-z\d]+(-[a-z\d]+)*$/); // one of several published results of a model at a size
		}
	});

	it('is dated by the newest source of what is stated: what is counted does not age', () => {
		const stated = records.sources.filter(({ kind }) => kind !== 'computed').map(({ date }) => date);
		assert.equal(records.date, stated.sort().at(-1));
	});
});

describe('shipped data: references', () => {
	it('refers to records that exist', () => {
		const missing = [
			...records.models.filter(({ family }) => !catalog.familyById.has(family)),
			...records.checkpoints.filter(({ model }) => !catalog.modelById.has(model)),
			...[...records.checkpoints, ...records.candidates].filter(
				({ dataset }) => !catalog.datasetById.has(dataset),
			),
			...records.figures.filter(
				({ of }) =>
					!catalog.candidateById.has(of) && !catalog.checkpointById.has(of) && !catalog.modelById.has(of),
			),
			...[...records.figures, ...records.measurements].filter(({ source }) => !catalog.sourceById.has(source)),
			...records.measurements.filter(
				({ model, device }) => !catalog.modelById.has(model) || !catalog.deviceById.has(device),
			),
			...records.figures.filter(({ conditions: { dataset } }) => dataset && !catalog.datasetById.has(dataset)),
			...records.sources.filter(({ supersededBy }) => supersededBy && !catalog.sourceById.has(supersededBy)),
		];
		assert.deepEqual(missing, []);
	});

	it('keeps a candidate with the model of its checkpoint', () => {
		for (const { id, model, checkpoint } of records.candidates)
			if (checkpoint !== undefined) assert.equal(catalog.checkpointById.get(checkpoint)?.model, model, id);
	});

	it('has no source, device or data set that nothing uses', () => {
		const used = new Set<string>([...records.figures, ...records.measurements].map(({ source }) => source));
		for (const { device } of records.measurements) used.add(device);
		for (const { dataset } of records.candidates) used.add(dataset);
		const { sources, devices, datasets } = records;
		assert.deepEqual(
			[sources, devices, datasets].flat().filter(({ id }) => !used.has(id)),
			[],
		);
	});

	it('names a framework for the sources that are frameworks, and for no other', () => {
		for (const { id, kind, framework } of records.sources)
			assert.equal(framework !== undefined, kind === 'framework', id);
	});

	it('replaces a source by a later one', () => {
		for (const { id, date, supersededBy } of records.sources) {
			if (supersededBy === undefined) continue;
			assert.ok(date < (catalog.sourceById.get(supersededBy)?.date ?? ''), id);
		}
	});
});

describe('shipped data: the seed', () => {
	const rows = records.candidates.filter(({ seedLine }) => seedLine !== undefined);
	it('holds its 53 rows as published results of 50 models, each at a line of its own', () => {
		const models = new Set(rows.map(({ model }) => model));
		const lines = new Set(rows.map(({ seedLine }) => seedLine));
		assert.deepEqual([rows.length, models.size, lines.size], [53, 50, 53]);
		assert.ok(rows.every(({ checkpoint }) => checkpoint === undefined));
	});

	it('holds 31 families: 22 that it lists, nine that its table needs', () => {
		const listed = records.families.filter(({ classSource }) => classSource === 'seed').map(({ id }) => id);
		const needed = rows.flatMap(({ model }) => catalog.modelById.get(model)?.family ?? []);
		assert.deepEqual([listed.length, new Set([...listed, ...needed]).size], [22, 31]);
	});

	it('prints one accuracy in the line of each row', () => {
		for (const { id, seedLine } of rows) {
			const own = catalog.figuresOf(id).filter(({ source, kind }) => source === 'seed' && kind === 'top1');
			assert.equal(own.filter(({ locator }) => locator === `line ${String(seedLine)}`).length, 1, id);
		}
	});

	it('states figures of its rows only', () => {
		const ids = new Set(rows.map(({ id }) => id));
		assert.ok(records.figures.every(({ source, of }) => source !== 'seed' || ids.has(of)));
	});

	it('shows the accuracy of the table before those of the list', () => {
		for (const row of rows) {
			const shown = shownFigure(catalog, row, 'top1', { source: 'seed' });
			assert.equal(shown?.figure.locator, `line ${String(row.seedLine)}`);
		}
	});

	it('derives the class of a family that it does not list from its cheapest candidate', () => {
		for (const { id, classSource, weightClass } of records.families) {
			if (classSource === 'seed') continue;
			const ofFamily = records.candidates.filter(({ model }) => catalog.modelById.get(model)?.family === id);
			const costs = ofFamily.map(candidate => shownFigure(catalog, candidate, 'macs')?.value ?? Infinity);
			assert.equal(Math.min(...costs) <= 600e6 ? 'lightweight' : 'heavy', weightClass, id);
		}
	});
});

describe('shipped data: a figure', () => {
	const units = { macs: [1, 1e6, 1e9], params: [1, 1e6], activations: [1, 1e6], bytes: [2 ** 20] };

	it('holds the value that it prints', () => {
		for (const figure of records.figures) {
			const printed = numberIn(figure.printed);
			const { kind, value } = figure;
			if (isAccuracyKind(kind)) {
				const expected = figure.printed.startsWith('error ') ? 100 - printed : printed;
				assert.ok(Math.abs(value - expected) < 1e-9, `${figure.of} ${kind} ${figure.printed}`);
			} else {
				const times = figure.convention === '2x-macs' ? 0.5 : 1;
				const fits = units[kind].some(unit => Math.abs(printed * unit * times - value) <= 1);
				assert.ok(fits, `${figure.of} ${kind} ${figure.printed}`);
			}
		}
	});

	it("is an accuracy of candidates alone, and never a paper's of weights", () => {
		for (const { of, kind, source } of records.figures) {
			if (!isAccuracyKind(kind)) continue;
			const candidate = catalog.candidateById.get(of);
			assert.ok(candidate, of);
			if (candidate.checkpoint !== undefined) assert.equal(catalog.sourceById.get(source)?.kind, 'framework', of);
		}
	});

	it('says at which input a model or checkpoint costs so many multiply-accumulates', () => {
		for (const { of, kind, conditions } of records.figures)
			if (kind === 'macs' || kind === 'activations')
				assert.ok(conditions.input !== undefined || catalog.candidateById.has(of), of);
	});

	it('says why where it is marked as doubtful', () => {
		const silent = records.figures.filter(({ doubt, note }) => doubt !== undefined && note === undefined);
		assert.deepEqual(
			silent.filter(({ doubt }) => doubt !== 'other-dataset'),
			[],
		);
	});

	it('is stated once by a source at one place', () => {
		const keys = records.figures.map(({ of, kind, source, locator, conditions, printed }) =>
			JSON.stringify([of, kind, source, locator, conditions, printed]),
		);
		assert.equal(new Set(keys).size, keys.length);
	});
});

describe('shipped data: figures beside one another', () => {
	it('agree within a quarter on the cost of a model, where nothing is marked', () => {
		const groups = new Map<string, number[]>();
		for (const figure of records.figures) {
			if ((figure.kind !== 'macs' && figure.kind !== 'params') || !isPlain(figure)) continue;
			const key = `${modelOf(figure)} ${figure.kind} ${figure.kind === 'macs' ? inputOf(figure) : ''}`;
			groups.set(key, [...(groups.get(key) ?? []), figure.value]);
		}
		// two sources count 2.4 G and timm 1.8 G for one network of 5.44 M parameters: which is right is not known
		groups.delete('efficientnet-edgetpu/es macs 224,224');
		for (const [key, values] of groups) assert.ok(Math.max(...values) / Math.min(...values) < 1.25, key);
	});

	it('know an accuracy of every candidate, or say why there is none', () => {
		const accuracies = figureKinds.filter(isAccuracyKind);
		const unknown = records.candidates.filter(
			candidate =>
				candidate.note === undefined && !accuracies.some(kind => shownFigure(catalog, candidate, kind)),
		);
		assert.deepEqual(unknown, []);
	});
});

describe('shipped data: measurements', () => {
	/** Milliseconds that a printed time or speed stands for. */
	function msPrinted({ printed, batch }: Measurement): number {
		const value = numberIn(printed);
		if (printed.endsWith('batches/s')) return 1000 / value;
		if (printed.endsWith('/s')) return (1000 * batch) / value;
		return printed.endsWith(' s') ? value * 1000 : value;
	}

	it('hold the time that they print', () => {
		for (const measurement of records.measurements) {
			const { ms, model } = measurement;
			assert.ok(Math.abs(msPrinted(measurement) / ms - 1) < 0.01, `${model} ${measurement.printed}`);
		}
	});

	it('are of a single image where the batch is one, but for speeds, which overlap images', () => {
		for (const { model, batch, scope, source } of records.measurements)
			assert.equal(scope === 'single-image', batch === 1 && source !== 'hailo-model-zoo', model);
	});
});

describe('data/NOTICE.md', () => {
	const notice = readData('NOTICE.md').replaceAll('\\*', '*');
	const sectionOf = ({ id }: Source): string => notice.split(`\n### ${id}\n`)[1]?.split('\n### ')[0] ?? '';

	it('names every source with its place, version, date and license', () => {
		for (const source of records.sources) {
			const section = sectionOf(source);
			for (const part of [source.title, source.where, source.version, source.date, source.licence])
				assert.ok(section.includes(part), `${source.id}: ${part}`);
		}
	});

	it('names no source that the catalog does not have', () => {
		const named = [...notice.matchAll(/^### (.+)$/gm)].map(([, id]) => id);
		assert.deepEqual(
			named,
			records.sources.map(({ id }) => id),
		);
	});

	it('counts the checkpoints by the license of their weights', () => {
		const counts = new Map<string, number>();
		for (const { framework, weightsLicence } of records.checkpoints) {
			const key = `| ${framework} | ${weightsLicence} |`;
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		for (const [key, count] of counts) assert.ok(notice.includes(`${key} ${String(count)} |`), key);
	});
});
