import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommandLine } from '../../../src/cli/commandLine.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';
import { hostilePayloads } from '../../support/hostileCatalog.ts';

const program = useCommandLine(folder => {
	writeFileSync(join(folder, 'broken.json'), '{ "models": [\n  { "id": }\n] }');
	writeFileSync(join(folder, 'list.json'), '[1, 2]');
	mkdirSync(join(folder, 'folder.json'));
});

/** Arguments that cannot be understood, and what the line on stderr must say. */
const refused: readonly (readonly [args: readonly string[], says: RegExp])[] = [
	[['shwo', 'resnet50'], /"shwo" is not a verb\. Did you mean show\? Write one of pick, why, find, show/],
	[['show'], /show needs a NAME/],
	[['show', 'resnet50', 'vgg16'], /takes one NAME, not also "vgg16"/],
	[['show', 'mobilenet-v9/1.0'], /"mobilenet-v9\/1\.0" is not in the catalog\. Did you mean .*mobilenet-v/],
	[['show', 'zzzzzz'], /not in the catalog\. Write an id such as/],
	[['show', 'resnet50', '--jsn'], /"--jsn" is not an option of show\. Did you mean --json\?/],
	[['show', 'resnet50', '--json=yes'], /--json takes no value/],
	[['show', 'resnet50', '--format', 'html'], /--format takes text, markdown, not "html"/],
	[['pick'], /pick needs a budget/],
	[['pick', '--budget'], /--budget needs a value/],
	[['pick', '300M'], /pick takes options only, not "300M"/],
	[['pick', '--budget', '600 fps'], /"600 fps" is not a limit\. Write a cost such as/],
	[['pick', '--budget', '1,5 G'], /comma inside a number\. Write 1\.5/],
	[['pick', '--budget', '60ms'], /needs a device\. Write 60ms@.*i7-12700h \(\d+ candidates\)/],
	[['find'], /find takes words or facets/],
	[['find', 'resnet framework:tim'], /"tim" is no framework of the catalog\. Accepted: timm, /],
	[['find', 'fram:timm'], /"fram:" narrows nothing\. Did you mean framework:\?/],
	[['pick', '--budget', '60ms@pixle1'], /not a known device\. Did you mean pixel-1/],
	[['pick', '--budget', '300M', '--limit', '0'], /--limit takes a whole number from 1 on, not "0"/],
	[['pick', '--budget', '300M', '--source', 'sed'], /"sed" is not a source\. Did you mean seed\?/],
	[['pick', '--budget', '300M', '--family', 'mobilenet-v22'], /not a family\. Did you mean mobilenet-v2\?/],
	[['pick', '--budget', '300M', '--framework', 'torch'], /--framework takes timm, torchvision, keras/],
	[['pick', '--budget', '300M', '--task', 'tracking'], /--task takes classification, detection/],
	[['pick', '--budget', '0.6 GFLOPs', '--flops', 'both'], /--flops takes flops, macs/],
	[
		['pick', '--budget', '300M', '--licence', 'permisive'],
		/"permisive" is no license of weights\. Did you mean permissive\? --licence takes permissive, copyleft, unknown, non-commercial, .*Apache-2\.0, .*MIT,.*\.$/m,
	],
	[['pick', '--budget', '300M', '--licence', 'mit,'], /"" is no license of weights/],
	[['why', 'resnet', '--budget', '300M'], /"resnet" is a family\. Write one of its models: resnet\/50/],
	[['cost', 'resnet'], /"resnet" is a family/],
	[['cost', 'resnet50', '--input', '224px'], /--input takes a size such as 224 or 331x224/],
	[['cost', 'resnet50', '--width', '-1'], /--width (takes|needs)/],
	[['cost', 'squeezenet/1.0', '--input', '12'], /SqueezeNet 1\.0 at 12 px: fire4\.1: a window of 3 does not fit/],
	[['compare'], /compare needs NAMEs/],
	[['compare', 'resnet50', 'samvit'], /"samvit" has no candidate/],
	[['snippet', 'resnet50'], /snippet needs a framework: --framework timm, torchvision/],
	[['snippet', 'peleenet', '--framework', 'keras'], /has no load snippet for keras\. It has pytorchcv \(load/],
	[['snippet', 'convnext-v2/tiny', '--kind', 'architecture'], /The layers of "ConvNeXt.*" are not described/],
	[['snippet', 'resnet50', '--kind', 'architecture', '--width', '0.5'], /is of one width alone; leave out --width/],
	[['snippet', 'resnet50', '--kind', 'architecture', '--input', '0'], /--input takes a size such as 224/],
	[['export', 'resnet18'], /export needs a file: --output FILE/],
	[['export', 'resnet18', '--output', 'broken.json'], /"broken\.json" is there already; name another file/],
	[['export', 'resnet18', '--output', 'no/such/folder.onnx'], /cannot write "no\/such\/folder\.onnx"/],
	[
		['export', 'vgg16', '--output', 'vgg.onnx', '--input', '260'],
		/VGG-16 at 260 px: pooling of 8 × 8 to 7 × 7 has no operator/,
	],
	[['catalog', 'seed'], /catalog takes options only, not "seed"/],
	[['catalog', '--catalog', 'missing.json'], /cannot read the catalog "missing\.json": there is no such file/],
	[['catalog', '--catalog', 'folder.json'], /cannot read the catalog "folder\.json": it is a folder/],
	[['catalog', '--catalog', 'broken.json'], /cannot use the catalog "broken\.json": (line 2: )?not valid JSON/],
	[['catalog', '--catalog', 'list.json'], /cannot use the catalog "list\.json": expected an object/],
];

describe('input that is not understood', () => {
	for (const [args, says] of refused) {
		it(`exits 2 with one line on stderr and nothing on stdout: ${args.join(' ')}`, async () => {
			const { code, out, err } = await program.run(...args);
			assert.deepEqual([code, out], [2, '']);
			assert.match(err, /^model-scout: [^\n]+\n$/);
			assert.match(err, says);
		});
	}

	it('says so with --json too, and prints no JSON', async () => {
		const { code, out, err } = await program.run('show', 'zzzzzz', '--json');
		assert.deepEqual([code, out, err.split('\n').length], [2, '', 2]);
	});

	it('quotes hostile names without a character that a terminal obeys', async () => {
		const lines: string[] = [];
		const terminal = {
			shippedCatalog: pathToFileURL(join(program.folder, 'catalog.json')),
			version: '0',
			out: () => undefined,
			error: (line: string) => lines.push(line),
		};
		const names = hostilePayloads.filter(payload => !payload.startsWith('-') && payload.trim() !== 'resnet50');
		for (const name of names) assert.equal(await runCommandLine(['show', name], terminal), 2);
		assert.equal(lines.length, names.length);
		for (const line of lines) assert.match(line, /^[^\p{C}]+$/u);
	}).timeout(60_000);
});
