import Fuse from 'fuse.js';
import { Fzf } from 'fzf';
import { createCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import { createModelSearch } from '../../src/catalog/search.ts';
import { aCatalog, aModel } from '../support/builders.ts';
import { shippedData } from '../support/shippedData.ts';
import { median, timed, type BenchResult } from './benchResult.ts';

const count = 100_000;
const shown = 10;

/** What people write for a model, and the start of the ids that they may mean by it. */
const abbreviations: readonly (readonly [written: string, meant: string])[] = [
	['mobnet3', 'mobilenet-v3'],
	['mbv3', 'mobilenet-v3'],
	['mbnetv2', 'mobilenet-v2'],
	['mnetv1', 'mobilenet-v1'],
	['effb0', 'efficientnet/b0'],
	['effnetb3', 'efficientnet/b3'],
	['effv2s', 'efficientnet-v2'],
	['rsnet50', 'resnet/50'],
	['rnet101', 'resnet/101'],
	['rsnxt50', 'resnext/50'],
	['dnsnet121', 'densenet/121'],
	['sqznet', 'squeezenet'],
	['shfnetv2', 'shufflenet-v2'],
	['mnas1', 'mnasnet'],
	['incepv3', 'inception-v3'],
	['incresv2', 'inception-resnet'],
	['nasmob', 'nasnet'],
	['cvnxtt', 'convnext'],
	['regy', 'regnet'],
	['vgg16bn', 'vgg/16'],
];

/**
 * Search at each key among 100,000 names: the abbreviations above, letter by letter, in one catalog. Which of the models
 * meant stand among the first ten is asked of the shipped catalog, of ours and of fzf with the same names.
 */
export function benchSearchPeers(): Promise<readonly BenchResult[]> {
	const catalog = tiled(shippedData());
	const names = catalog.models.map(({ name }) => name);
	const ours = createModelSearch(catalog);
	const fuse = new Fuse(names);
	const fzf = new Fzf(names, { limit: shown });
	const keys = abbreviations.flatMap(([text]) => Array.from(text, (_, index) => text.slice(0, index + 1)));
	const some = keys.filter((_, place) => place % 7 === 0); // fuse.js takes a second for each
	const perKey = (ask: (key: string) => unknown): number => {
		const times = some.map(key => timed(() => void ask(key)));
		return times.reduce((sum, time) => sum + time, 0) / times.length;
	};
	const rounds = Array.from({ length: 3 }, () => ({
		ours: perKey(key => ours(key, shown)),
		fuse: perKey(key => fuse.search(key, { limit: shown })),
		fzf: perKey(key => fzf.find(key)),
	}));
	const [mine, theirs, others] = [
		median(rounds.map(round => round.ours)),
		median(rounds.map(round => round.fuse)),
		median(rounds.map(round => round.fzf)),
	];
	const what = 'search at a key, 100,000 names';
	const recall = recalls(shippedData());
	return Promise.resolve([
		{ what, ours: mine, peer: 'fuse.js', theirs, gate: { kind: 'ratio', max: 0.1 } },
		{ what, ours: mine, peer: 'fzf', theirs: others, gate: { kind: 'ratio', max: 0.15 } },
		{
			what: `abbreviations not found, of ${String(abbreviations.length)}`,
			ours: abbreviations.length - recall.ours,
			unit: '',
			peer: 'fzf',
			theirs: abbreviations.length - recall.fzf,
			gate: { kind: 'over', max: 0 },
		},
	]);
}

/** How many abbreviations have a model that is meant by them among the first ten. */
function recalls(catalog: Catalog): { readonly ours: number; readonly fzf: number } {
	const ours = createModelSearch(catalog);
	const names = catalog.models.flatMap(({ id, name, aliases }) => [name, ...aliases].map(text => ({ id, text })));
	const fzf = new Fzf(names, { selector: ({ text }) => text });
	const found = (ids: readonly string[], meant: string): boolean =>
		ids.slice(0, shown).some(id => id.startsWith(meant));
	return {
		ours: abbreviations.filter(([text, meant]) =>
			found(
				ours(text).map(({ model }) => model.id),
				meant,
			),
		).length,
		fzf: abbreviations.filter(([text, meant]) => {
			const ids = fzf.find(text).map(({ item }) => item.id);
			return found([...new Set(ids)], meant);
		}).length,
	};
}

/** A catalog of the shipped names again and again, each with a number behind it. */
function tiled({ models }: Catalog): Catalog {
	const tiles = Array.from({ length: count }, (_, index) => {
		const { id, name } = models[index % models.length] ?? { id: '', name: '' };
		const tile = Math.floor(index / models.length);
		return aModel({
			id: `${id}-${String(tile)}`,
			name: tile === 0 ? name : `${name} ${String(tile)}`,
			aliases: [],
		});
	});
	return createCatalog({ ...aCatalog({ candidates: [] }), models: tiles });
}
