import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assertOneUndo, closeEditors, eventually, openText, type OpenText } from './openText.ts';

/** Asks for a model by name at the cursors and takes the first row that is offered, as a person would with Enter. */
async function takeFirstOffer(name: string): Promise<void> {
	const command = vscode.commands.executeCommand('modelScout.insertSnippet', name);
	const closed = Promise.resolve(command).then(() => true);
	const isClosed = async (): Promise<boolean> => {
		await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
		return Promise.race([closed, new Promise<boolean>(done => setTimeout(done, 50, false))]);
	};
	await eventually(isClosed);
	assert.ok(await isClosed(), 'the list closes');
}

async function assertReplaced(open: OpenText, expected: string): Promise<void> {
	assert.equal(open.editor.document.getText(), expected);
	await assertOneUndo(open);
}

describe('with the cursor on the name of a model, the first offer is to put another in its place', () => {
	afterEach(closeEditors);

	it('in a call of timm, whose other arguments stay', async () => {
		const open = await openText(
			'import timm\n\nmodel = timm.create_model("resn|et50", pretrained=True, num_classes=10)  # ten\n',
		);
		await takeFirstOffer('timm:mobilenetv2_100.ra_in1k');
		await assertReplaced(
			open,
			'import timm\n\nmodel = timm.create_model("mobilenetv2_100.ra_in1k", pretrained=True, num_classes=10)  # ten\n',
		);
	});

	it('in a builder of torchvision, with the weights that its call names', async () => {
		const open = await openText(
			'from torchvision import models\n\nmodel = models.resn|et50(weights="IMAGENET1K_V2", progress=False)\n',
		);
		await takeFirstOffer('torchvision:mobilenet_v2.IMAGENET1K_V1');
		await assertReplaced(
			open,
			'from torchvision import models\n\nmodel = models.mobilenet_v2(weights="IMAGENET1K_V1", progress=False)\n',
		);
	});

	it('in a YAML file, whose other lines stay, with CRLF too', async () => {
		const open = await openText('model: resnet5|0 # base\nepochs: 3\n', { file: 'inserted.yaml', eol: '\r\n' });
		await takeFirstOffer('timm:mobilenetv2_100.ra_in1k');
		await assertReplaced(open, 'model: mobilenetv2_100.ra_in1k # base\r\nepochs: 3\r\n');
	});

	it('and elsewhere the first offer is to insert', async () => {
		const open = await openText('import timm\n\nname = "resn|et50"\n');
		await takeFirstOffer('timm:mobilenetv2_100.ra_in1k');
		assert.match(open.editor.document.getText(), /^name = "resnet50"\nmodel = timm\.create_model\(/m);
	});
});
