import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { outputSchemas } from '../../../src/cli/outputs.schema.ts';
import { costsAtInput } from '../../../src/comparison/costsAtInput.ts';
import { frameworkListsSchema } from '../../../src/frameworks/frameworkLists.schema.ts';
import { diagnose } from '../../../src/mentions/diagnose.ts';
import { openModelDocument } from '../../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { parseBudgetFile } from '../../../src/selection/budgetFile.ts';
import { createBudgetWatch } from '../../../src/selection/budgetWatch.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';
import { shippedData } from '../../support/shippedData.ts';
import { namesText } from '../../support/shippedNames.ts';

const sizes = [
	'import timm, torchvision',
	'a = timm.create_model("mobilenetv3_large_100", img_size=512)',
	'b = timm.create_model("resnet50", img_size=7)',
	'c = timm.create_model("mobilenetv3_large_100")',
	'd = torchvision.models.resnet18()',
].join('\n');

const program = useCommandLine(folder => {
	const put = (path: string, text: string): void => {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	const code = 'import timm\nm = timm.create_model("resnet50.a1_in1k")\n';
	put('work/model-scout.json', '{ "budgets": [{ "task": "classification", "limits": "1M", "severity": "error" }] }');
	put('work/src/train.py', code);
	put('work/loose/model-scout.json', '{ "budgets": [{ "limits": "900G" }] }');
	put('work/loose/train.py', code);
	put('sizes/model-scout.json', '{ "budgets": [{ "limits": "300M, 8M params" }] }');
	put('sizes/train.py', sizes);
	put('broken/model-scout.json', '{\n\t"budgets": [\n\t\t{ "limits": "300 parrots" }\n\t]\n}');
	put('broken/train.py', code);
	put('typo/model-scout.json', '{ "budget": [] }');
	put('typo/train.py', code);
	put('half/model-scout.json', '{ "budgets": [');
	put('half/train.py', code);
});

/** The parts of a log that the schema of SARIF 2.1.0 requires, and those of what we write beside them. */
const sarifSchema = z.object({
	version: z.literal('2.1.0'),
	$schema: z.url(),
	runs: z.array(
		z.object({
			tool: z.object({
				driver: z.object({ name: z.string().min(1), rules: z.array(z.object({ id: z.string().min(1) })) }),
			}),
			columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
			results: z.array(
				z.object({
					ruleId: z.string(),
					ruleIndex: z.int().nonnegative(),
					level: z.enum(['none', 'note', 'warning', 'error']),
					message: z.object({ text: z.string().min(1) }),
					locations: z.array(
						z.object({
							physicalLocation: z.object({
								artifactLocation: z.object({ uri: z.string().regex(/^[^\s\\]+$/) }),
								region: z.object({ startLine: z.int().min(1), startColumn: z.int().min(1) }),
							}),
						}),
					),
				}),
			),
		}),
	),
});

describe('a check of code', () => {
	it('takes its limits from the nearest model-scout.json, and fails where one of them is an error', async () => {
		const { code, out } = await program.run('check', 'work', '--json');
		assert.equal(code, 1);
		const { findings } = outputSchemas.check.parse(JSON.parse(out));
		assert.deepEqual(
			findings.map(({ path, severity, code: rule }) => [path.replaceAll('\\', '/'), severity, rule]),
			[['work/src/train.py', 'error', 'over-budget']],
		);
	});

	it('takes the limits of the call in their place, as warnings that fail nothing', async () => {
		assert.equal((await program.run('check', 'work/src', '--budget', '900G')).code, 0);
		const { code, out } = await program.run('check', 'work/loose', '--budget', '1M');
		assert.equal(code, 0);
		assert.match(out, /train\.py:2:24: warning: .* \[over-budget\]/);
	});

	it('says where a model-scout.json is wrong, with exit code 2', async () => {
		for (const [folder, place] of [
			['broken', 'model-scout.json:3:15: '],
			['typo', 'model-scout.json:1:1: '],
			['half', 'model-scout.json:1:'],
		] as const) {
			const { code, err } = await program.run('check', folder);
			assert.equal(code, 2, err);
			assert.ok(err.includes(place), err);
		}
		assert.equal((await program.run('check', 'none.py')).code, 2);
	});

	it('writes SARIF 2.1.0 with a rule and a place for each finding', async () => {
		const { out } = await program.run('check', 'work/src', '--sarif');
		const [run] = sarifSchema.parse(JSON.parse(out)).runs;
		const [result] = run?.results ?? [];
		assert.equal(result?.level, 'error');
		assert.equal(run?.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
	});
});

it('a check says of each name what an editor does, in the same words', async () => {
	const { out } = await program.run('check', 'sizes', '--json');
	const { findings } = outputSchemas.check.parse(JSON.parse(out));
	const catalog = shippedData();
	const lists = frameworkListsSchema.parse(JSON.parse(namesText()));
	const file = readFileSync(join(program.folder, 'sizes/model-scout.json'), 'utf8');
	const parsed = parseBudgetFile(file, catalog);
	assert.ok(parsed.ok);
	const watch = createBudgetWatch(catalog, parsed.budgets, { countedAt: input => costsAtInput(catalog, input) });
	const document = openModelDocument(sizes, 'python');
	const inEditor = diagnose(document, { catalog, names: createModelNames(catalog, lists), watch });
	assert.deepEqual(
		findings.map(({ message }) => message),
		inEditor.map(({ message }) => message),
	);
	assert.deepEqual(
		findings.map(({ line, message }) => `${String(line)} ${message}`),
		[
			'2 MobileNetV3-Large 1.0 at 512 px exceeds 300 M MACs: 1.115 G MACs, 3.72 × the limit.',
			'3 ResNet-50 exceeds 8 M params: 25.56 M params, 3.19 × the limit.',
			'5 ResNet-18 exceeds 300 M MACs: 1.814 G MACs, 6.05 × the limit.',
		],
	);
});
