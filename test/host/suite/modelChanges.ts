import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings } from './openCode.ts';
import { closeEditors } from './openText.ts';

export interface ChangeRow {
	/** Beginning of the title. */
	readonly title: string;
	/** With `|` where the cursor is. */
	readonly before: string;
	/** NAME stands for the first name that the title says. */
	readonly after: string;
	readonly budget?: string;
	/** Findings that the text has. */
	readonly found?: number;
	readonly kind?: 'quickfix' | 'refactor.rewrite';
}

const wide = '"é😀𝒳"; ';
const timm = `import timm\n\ndef net():\n\t${wide}`;
const torch = `from torchvision import models, transforms as T\n\n${wide}`;

/** Each kind of change, behind characters of several bytes on its line. */
export const changeRows: readonly ChangeRow[] = [
	{
		title: 'Replace resnet5O by resnet50',
		before: `${timm}return timm.create_model("resn|et5O", pretrained=True)  # é😀\n`,
		after: `${timm}return timm.create_model("resnet50", pretrained=True)  # é😀\n`,
	},
	{
		title: 'Replace adv_inception_v3 by inception_v3.tf_adv_in1k, its new name',
		before: `${timm}return timm.create_model("adv_|inception_v3")\n`,
		after: `${timm}return timm.create_model("inception_v3.tf_adv_in1k")\n`,
	},
	{
		title: 'Write weights="IMAGENET1K_V1"',
		before: `${torch}models.resnet50(pre|trained=True)\n`,
		after: `${torch}models.resnet50(weights="IMAGENET1K_V1")\n`,
	},
	{
		title: 'Write the weights of mobilenet_v2: IMAGENET1K_V2',
		before: `${torch}models.mobilenet_v2(weights=models.ResNet|50_Weights.IMAGENET1K_V2, progress=False)\n`,
		after: `${torch}models.mobilenet_v2(weights=models.MobileNet_V2_Weights.IMAGENET1K_V2, progress=False)\n`,
	},
	{
		title: 'Replace by',
		budget: '≤10M params',
		before: `${timm}return timm.create_model("resn|et152", True, num_classes=7)\n`,
		after: `${timm}return timm.create_model("NAME", True, num_classes=7)\n`,
	},
	{
		title: 'Fix preprocessing',
		found: 2,
		before: `${torch}m = models.resnet50(weights="IMAGENET1K_V1")\nt = [T.CenterCrop(1|92),\n\tT.Normalize([.5, 0.456, .5], (0.229, 0.224, 0.225))]\n`,
		after: `${torch}m = models.resnet50(weights="IMAGENET1K_V1")\nt = [T.CenterCrop(224),\n\tT.Normalize([0.485, 0.456, 0.406], (0.229, 0.224, 0.225))]\n`,
	},
	{
		title: 'Ignore unknown-name',
		before: `${timm}return timm.create_model("resn|et5O")\n`,
		after: `${timm}return timm.create_model("resnet5O")  # model-scout: ignore[unknown-name]\n`,
	},
	{
		title: 'Convert to torchvision: resnet50, same weights IMAGENET1K_V1',
		kind: 'refactor.rewrite',
		found: 0,
		before: `import timm\n\ndef net(é):\n\tm = timm.create_model("resn|et50.tv_in1k", True, num_classes=7)  # é😀\n\treturn m\n`,
		after: `import timm\nimport torch\nimport torchvision\n\ndef net(é):\n\tm = torchvision.models.resnet50(weights="IMAGENET1K_V1")  # é😀\n\tm.fc = torch.nn.Linear(m.fc.in_features, 7)\n\treturn m\n`,
	},
];

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('modelScout');

/** Applies the first change whose title has a beginning, as choosing it in the menu does, and returns what the row says is left. */
export async function applyChange(editor: vscode.TextEditor, row: ChangeRow): Promise<string> {
	const { document, selection } = editor;
	await findings(document, row.found ?? 1);
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		document.uri,
		selection,
		row.kind ?? 'quickfix',
	);
	const action = actions.find(({ title }) => title.startsWith(row.title));
	assert.ok(action?.edit, `${row.title} is not among ${actions.map(({ title }) => title).join('; ')}`);
	assert.ok(await vscode.workspace.applyEdit(action.edit));
	return row.after.replace('NAME', /^Replace by ([^,]+),/.exec(action.title)?.[1] ?? '');
}

export async function setBudget({ budget }: ChangeRow): Promise<void> {
	if (budget !== undefined) await settings().update('budget', budget, vscode.ConfigurationTarget.Global);
}

/** Closes what a test opened and sets no budget any more. */
export async function cleanUp(): Promise<void> {
	await closeEditors();
	await settings().update('budget', undefined, vscode.ConfigurationTarget.Global);
}
