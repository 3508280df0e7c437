import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { parseShippedData, readData } from '../support/shippedData.ts';
import { drawnFigureSchema, holdsDrawn } from '../support/verify/drawnFigures.ts';

const drawn = z.array(drawnFigureSchema).parse(JSON.parse(readFileSync('test/fixtures/drawnFigures.json', 'utf8')));
const { records } = parseShippedData();
const reports = readdirSync('data/reports')
	.filter(file => file.startsWith('left-out-'))
	.map(file => readData(`reports/${file}`));

describe('200 figures drawn at random from the public files', () => {
	it('are 200, each of another cell', () => {
		const held = drawn.filter(({ leftOut }) => !leftOut);
		assert.equal(new Set(held.map(({ file, line, column }) => `${file} ${String(line)} ${column}`)).size, 200);
	});

	it('stand in the catalog with the value that is printed', () => {
		const missing = drawn.filter(each => !each.leftOut && !holdsDrawn(records, each));
		assert.deepEqual(missing, []);
	});

	it('were drawn beside cells of other rows, each of which a report names with its reason', () => {
		const leftOut = drawn.filter(each => each.leftOut);
		const silent = leftOut.filter(
			({ file, line }) => !reports.some(report => report.includes(`| ${file} | ${String(line)} |`)),
		);
		assert.deepEqual(silent, []);
	});
});
