import type { Catalog } from '../../src/catalog/catalog.ts';
import { snippetOffers, type SnippetOffer } from '../../src/frameworks/snippet.ts';

/** An offer of the shipped catalog and the file of `test/fixtures/snippets` that holds its text. */
export interface SnippetGolden {
	readonly file: string;
	readonly offer: SnippetOffer;
}

/** The models whose snippets are kept: one plain case of each kind, and each way to replace a head. */
const kept: readonly (readonly [model: string, checkpoint: string])[] = [
	['mobilenet-v2/1.0', 'timm:mobilenetv2_100.ra_in1k'],
	['mobilenet-v2/1.0', 'torchvision:mobilenet_v2.IMAGENET1K_V2'],
	['mobilenet-v2/1.0', 'keras:MobileNetV2'],
	['mobilenet-v2/1.0', 'transformers:google/mobilenet_v2_1.0_224'],
	['mobilenet-v2/1.0', 'pytorchcv:mobilenetv2b_w1'],
	['mobilenet-v2/1.0', 'mmpretrain:mobilenet-v2_8xb32_in1k'],
	['resnet/50', 'transformers:microsoft/resnet-50'],
	['resnet/50', 'pytorchcv:resnet50'],
	['resnet/50', 'torchvision:resnet50.IMAGENET1K_V2'],
	['densenet/121', 'torchvision:densenet121.IMAGENET1K_V1'],
	['squeezenet/1.0', 'torchvision:squeezenet1_0.IMAGENET1K_V1'],
	['inception-v3/1.0', 'torchvision:inception_v3.IMAGENET1K_V1'],
	['vgg/16', 'mmpretrain:vgg16_8xb32_in1k'],
	['mobilenet-v2/0.35', 'keras:MobileNetV2(alpha=0.35)'],
];

const endings = { python: 'py', yaml: 'yaml', json: 'json' };

/** `timm.features-maps.py`; from the second model of a framework on with its name: `torchvision.load.resnet50.py`. */
export function snippetGoldens(catalog: Catalog): readonly SnippetGolden[] {
	const files = new Map<string, SnippetGolden>();
	for (const [id, checkpoint] of kept) {
		const model = catalog.modelById.get(id);
		if (!model) throw new Error(`no model ${id}`);
		const offers = snippetOffers(catalog, model).filter(
			offer => offer.checkpoint === checkpoint && offer.kind !== 'record',
		);
		if (offers.length === 0) throw new Error(`no snippet of ${checkpoint}`);
		for (const offer of offers) {
			const plain = `${offer.framework}.${kindOf(offer)}`;
			const ending = endings[offer.language];
			const name = checkpoint.replace(/^\w+:/, '').replace(/\W+/g, '-').replace(/-$/, '');
			const file = files.has(`${plain}.${ending}`) ? `${plain}.${name}.${ending}` : `${plain}.${ending}`;
			files.set(file, { file, offer });
		}
	}
	return [...files.values(), ...recordGoldens(catalog)];
}

/** Records of a checkpoint, of a published result and of a network that nothing is known of. */
function recordGoldens(catalog: Catalog): readonly SnippetGolden[] {
	const subjects = new Map([
		['timm:mobilenetv2_100.ra_in1k@224', ''],
		['mobilenet-v2/1.0@224', '.published'],
		['tiny-fire/1.0@224', '.unverified'],
	]);
	return [...subjects].flatMap(([candidate, suffix]) => {
		const model = catalog.modelById.get(catalog.candidateById.get(candidate)?.model ?? '');
		if (!model) throw new Error(`no candidate ${candidate}`);
		return snippetOffers(catalog, model)
			.filter(offer => offer.candidate === candidate)
			.map(offer => ({ file: `record${suffix}.${endings[offer.language]}`, offer }));
	});
}

function kindOf({ kind, form }: SnippetOffer): string {
	return form === undefined ? kind : `${kind}-${form}`;
}
