import assert from 'node:assert/strict';
import type { NamedPlace } from '../../../src/catalog/namedModel.ts';
import { codeStatus } from '../../../src/comparison/codeStatus.ts';
import { workspaceRows } from '../../../src/comparison/workspaceModels.ts';
import { createBudgetWatch } from '../../../src/selection/budgetWatch.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';
import { codeBudgets } from '../../support/codeBudgets.ts';

const catalog = aCatalog({
	checkpoints: [
		aCheckpoint({ id: 'timm:big', model: 'a-net/big' }),
		aCheckpoint({ id: 'timm:small', model: 'a-net/small' }),
	],
	candidates: [
		{ id: 'timm:big@224', model: 'a-net/big', top1: 80, macs: 4e9 },
		{ id: 'timm:small@224', model: 'a-net/small', top1: 70, macs: 100e6 },
	],
});

function place(name: 'big' | 'small', line: number, cell?: number): NamedPlace {
	return { name, named: { model: `a-net/${name}` }, line, column: 4, cell };
}

function rowsOf(limits: string): readonly string[] {
	const watch = createBudgetWatch(catalog, codeBudgets(limits, catalog));
	const files = [
		{ path: 'b.py', places: [place('small', 0), place('big', 7)], watch },
		{ path: 'a.ipynb', places: [place('small', 2, 3)], watch },
		{ path: 'c.py', places: [], watch },
	];
	return workspaceRows(catalog, files).flatMap(({ path, text, rows }) => [
		`${path}: ${text}`,
		...rows.map(row => `  ${row.text}`),
	]);
}

describe('the models in a workspace', () => {
	it('stand by file and line, without the files that name none', () => {
		assert.deepEqual(rowsOf(''), [
			'a.ipynb: 1 model',
			'  cell 4, line 3 · 70 % · 100 M MACs',
			'b.py: 2 models',
			'  line 1 · 70 % · 100 M MACs',
			'  line 8 · 80 % · 4 G MACs',
		]);
	});

	it('stand first where they are over budget', () => {
		assert.deepEqual(rowsOf('300M'), [
			'b.py: 2 models, 1 over budget',
			'  line 8 · 80 % · 4 G MACs · over budget',
			'  line 1 · 70 % · 100 M MACs · within budget',
			'a.ipynb: 1 model',
			'  cell 4, line 3 · 70 % · 100 M MACs · within budget',
		]);
	});

	it('are read out with name and verdict first', () => {
		const watch = createBudgetWatch(catalog, codeBudgets('300M', catalog));
		const [file] = workspaceRows(catalog, [{ path: 'b.py', places: [place('big', 7)], watch }]);
		assert.match(file?.rows[0]?.spoken ?? '', /^big, over budget, line 8, 80 %, 4 G MACs/);
	});
});

describe('the status of a text that names models', () => {
	const status = (limits: string, file?: string, isOfBefore = false): string => {
		const budgets = codeBudgets(limits, catalog);
		const { text, detail, isOver } = codeStatus({
			verdicts: ['exceeds', 'meets', undefined],
			budgets,
			budgetFile: file,
			isOfBefore,
		});
		return `${text}${isOver ? '!' : ''} | ${detail}`;
	};

	it('counts them, and says which budget is in force and where it is from', () => {
		assert.equal(
			status('300M', 'a/model-scout.json'),
			'3 models, 1 over budget! | Budget ≤ 300 M MACs of a/model-scout.json',
		);
		assert.equal(status('300M'), '3 models, 1 over budget! | Budget ≤ 300 M MACs of the settings');
		assert.equal(
			status('300M', 'model-scout.json', true),
			'3 models, 1 over budget! | Budget ≤ 300 M MACs of model-scout.json, as it was before its fault',
		);
	});

	it('says that there is no budget, and which task one is for', () => {
		const verdicts = ['meets'] as const;
		assert.deepEqual(codeStatus({ verdicts, budgets: [] }), {
			text: '1 model',
			detail: 'No budget',
			isOver: false,
		});
		const budgets = codeBudgets([{ task: 'detection', limits: '30 G' }, { limits: '5M params' }], catalog);
		assert.match(
			codeStatus({ verdicts, budgets }).detail,
			/^Budget detection ≤ 30 G MACs; ≤ 5 M params of the settings$/,
		);
	});
});
