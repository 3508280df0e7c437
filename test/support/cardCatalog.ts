import type { Catalog } from '../../src/catalog/catalog.ts';
import {
	aCatalog,
	aCheckpoint,
	aDevice,
	aFamily,
	aFigure,
	aMeasurement,
	aModel,
	aSource,
	type CatalogSpec,
} from './builders.ts';

/** Three models for goldens: one with weights, conflicts and latencies, one without any source, one without figures. */
export function cardCatalog(): Catalog {
	return aCatalog({
		version: '1.2.3',
		date: '2026-01-31',
		families: [
			aFamily({
				id: 'swift-net',
				name: 'SwiftNet',
				year: 2019,
				paper: { title: 'Swift Networks', url: 'https://arxiv.org/abs/1901.00001' },
				aliases: ['swift'],
			}),
			aFamily({ id: 'odd-net', name: 'OddNet', weightClass: 'heavy', note: 'Known from one table alone.' }),
			aFamily({ id: 'bare-net', name: 'BareNet', weightClass: 'heavy', classSource: 'derived' }),
		],
		models: [
			aModel({ id: 'swift-net/1.0', name: 'SwiftNet 1.0', width: 1, aliases: ['swift_100'] }),
			aModel({ id: 'odd-net/1.0', name: 'OddNet', status: 'unverified' }),
			aModel({ id: 'bare-net/1.0', name: 'BareNet', status: 'no-weights', note: 'Published without code.' }),
		],
		checkpoints: [
			aCheckpoint({ id: 'timm:swift_100.in1k', model: 'swift-net/1.0' }),
			aCheckpoint({
				id: 'timm:swift_100.in22k',
				model: 'swift-net/1.0',
				pretrainedOn: 'imagenet-21k',
				weightsLicence: 'CC-BY-NC-4.0',
			}),
			aCheckpoint({
				id: 'keras:Swift',
				model: 'swift-net/1.0',
				weightsLicence: 'unknown',
				deprecated: true,
				renamedTo: 'SwiftNet',
			}),
		],
		...evidence,
	});
}

const evidence: CatalogSpec = {
	candidates: [
		{
			id: 'swift-net/1.0@224',
			top1: 75.2,
			macs: 219e6,
			params: 5.4e6,
			seedLine: 59,
			latencyMs: { 'phone-1': 51 },
		},
		{ id: 'timm:swift_100.in1k@224', model: 'swift-net/1.0', top1: 75.784, macs: 230e6 },
		{ id: 'odd-net/1.0@224', top1: 48.8, doubt: 'unsourced', source: 'seed' },
	],
	figures: [
		aFigure({ of: 'swift-net/1.0@224', kind: 'top1', value: 75.2, source: 'seed', locator: 'line 59' }),
		aFigure({
			of: 'swift-net/1.0@224',
			kind: 'macs',
			value: 230e6,
			printed: '230',
			source: 'repository',
			locator: 'Table 2',
		}),
		aFigure({
			of: 'swift-net/1.0',
			kind: 'macs',
			value: 282e6,
			printed: '282',
			conditions: { input: [256, 256] },
		}),
		aFigure({
			of: 'timm:swift_100.in1k',
			kind: 'params',
			value: 5.48e6,
			printed: '5.48',
			source: 'timm',
			locator: 'row swift_100',
		}),
	],
	measurements: [
		aMeasurement({ model: 'swift-net/1.0', device: 'phone-1', ms: 44, precision: 'int8', note: 'Quantized.' }),
	],
	devices: [aDevice({ id: 'phone-1', name: 'Phone 1' })],
	sources: [
		aSource({ id: 'paper', title: 'Swift Networks', where: 'https://arxiv.org/abs/1901.00001', version: 'v2' }),
		aSource({ id: 'seed', title: 'Seed document', where: 'seed.txt', date: '2019-06-01' }),
		aSource({
			id: 'timm',
			title: 'timm results',
			where: 'https://github.com/huggingface/pytorch-image-models',
		}),
		aSource({ id: 'repository', title: 'Swift repository', where: 'swift/README.md' }),
	],
};
