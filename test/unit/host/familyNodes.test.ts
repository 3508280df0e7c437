import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { createFamilyNodes, type FamilyNodes } from '../../../src/host/tree/familyNodes.ts';
import type { FamilyTreeNode } from '../../../src/host/tree/familyTreeNode.ts';
import { aCatalog, aCheckpoint, aFamily } from '../../support/builders.ts';

/** The tree as lines, one a node, indented by depth. */
function drawn(nodes: FamilyNodes, level = nodes.roots, depth = 0): string[] {
	return level.flatMap(node => [
		`${'  '.repeat(depth)}${node.id}`,
		...drawn(nodes, nodes.childrenOf(node), depth + 1),
	]);
}

function everyNode(nodes: FamilyNodes, level = nodes.roots): FamilyTreeNode[] {
	return level.flatMap(node => [node, ...everyNode(nodes, nodes.childrenOf(node))]);
}

function smallCatalog(): Catalog {
	return aCatalog({
		families: [
			aFamily({ id: 'b-net', name: 'B Net' }),
			aFamily({ id: 'a-net', name: 'A Net', weightClass: 'heavy' }),
			aFamily({ id: 'bare', name: 'Bare', note: 'Its paper has no figures.' }),
		],
		candidates: [
			{ id: 'b-net/2.0@224', top1: 75, macs: 700e6 },
			{ id: 'b-net/1.0@224', top1: 69, macs: 300e6 },
			{ id: 'timm:b_net.in1k@224', model: 'b-net/1.0', top1: 71, macs: 300e6 },
			{ id: 'a-net/1.0@224', top1: 80, macs: 6e9 },
		],
	});
}

describe('families by weight class', () => {
	it('stand as task, class, family, model, published results and then weights; models by cost', () => {
		assert.deepEqual(drawn(createFamilyNodes(smallCatalog(), { grouping: 'class' })), [
			'task:classification',
			'  task:classification/lightweight',
			'    b-net',
			'      b-net/1.0',
			'        b-net/1.0@224',
			'        timm:b_net.in1k',
			'      b-net/2.0',
			'        b-net/2.0@224',
			'    bare',
			'      bare/note',
			'  task:classification/heavy',
			'    a-net',
			'      a-net/1.0',
			'        a-net/1.0@224',
			'task:detection',
			'  task:detection/note',
		]);
	});

	it('say why a family has no models, and offer a catalog where nothing is said', () => {
		const nodes = createFamilyNodes(smallCatalog(), { grouping: 'class' });
		const notes = everyNode(nodes).flatMap(node =>
			node.kind === 'note' ? [{ text: node.text, canAddCatalog: node.canAddCatalog }] : [],
		);
		assert.deepEqual(notes, [
			{ text: 'Its paper has no figures.', canAddCatalog: false },
			{ text: 'No detection models yet. Add a catalog…', canAddCatalog: true },
		]);
	});

	it('count the models of a group', () => {
		const [task] = createFamilyNodes(smallCatalog(), { grouping: 'class' }).roots;
		const nodes = createFamilyNodes(smallCatalog(), { grouping: 'class' });
		const groups = task ? nodes.childrenOf(task) : [];
		assert.deepEqual(
			groups.map(node => (node.kind === 'group' ? [node.label, node.families, node.models] : node.kind)),
			[
				['Lightweight', 2, 2],
				['Heavy', 1, 1],
			],
		);
	});
});

describe('families of other tasks', () => {
	const catalog = aCatalog({
		families: [aFamily({ id: 'yolo', task: 'detection' }), aFamily({ id: 'fcn', task: 'segmentation' })],
		candidates: [
			{ id: 'yolo/n@640', ap: 37.4 },
			{ id: 'fcn/50@520', miou: 60.5 },
			{ id: 'a-net/1.0@224', top1: 75 },
		],
	});

	it('stand after the classifiers, each task under a heading of its own', () => {
		const { roots } = createFamilyNodes(catalog, { grouping: 'class' });
		assert.deepEqual(
			roots.map(node => (node.kind === 'task' ? [node.label, node.families] : node.kind)),
			[
				['Classification', 1],
				['Detection', 1],
				['Segmentation', 1],
			],
		);
	});

	it('are banded by the accuracy of their task, never by top-1', () => {
		const nodes = everyNode(createFamilyNodes(catalog, { grouping: 'accuracy' }));
		assert.deepEqual(
			nodes.flatMap(node => (node.kind === 'group' ? [node.label] : [])),
			['70–77 %', 'AP 30–40', 'mIoU 60–70'],
		);
	});
});

describe('families by accuracy or size', () => {
	it('show a model in each band that one of its candidates lies in, with the candidates of that band', () => {
		const drawing = drawn(createFamilyNodes(smallCatalog(), { grouping: 'accuracy' }));
		assert.deepEqual(
			drawing.filter(line => line.includes('under-70') || line.includes('70-77')),
			[
				'  task:classification/under-70',
				'    task:classification/under-70/b-net',
				'      task:classification/under-70/b-net:b-net/1.0',
				'        task:classification/under-70/b-net:b-net/1.0:b-net/1.0@224',
				'  task:classification/70-77',
				'    task:classification/70-77/b-net',
				'      task:classification/70-77/b-net:b-net/1.0',
				'        task:classification/70-77/b-net:b-net/1.0:timm:b_net.in1k',
				'      task:classification/70-77/b-net:b-net/2.0',
				'        task:classification/70-77/b-net:b-net/2.0:b-net/2.0@224',
			],
		);
	});

	it('have a family without figures under unknown', () => {
		const nodes = everyNode(createFamilyNodes(smallCatalog(), { grouping: 'size' }));
		const bare = nodes.find(node => node.kind === 'family' && node.recordId === 'bare');
		assert.equal(bare?.parent?.id, 'task:classification/unknown');
	});
});

for (const grouping of ['class', 'accuracy', 'size'] as const) {
	it(`node ids are unique and parents are those whose children they are, by ${grouping}`, () => {
		const nodes = createFamilyNodes(smallCatalog(), { grouping });
		const all = everyNode(nodes);
		assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
		for (const node of all) {
			const siblings = node.parent ? nodes.childrenOf(node.parent) : nodes.roots;
			assert.ok(siblings.includes(node), `${node.id} is no child of ${node.parent?.id ?? 'the root'}`);
		}
	});
}

it('a filter leaves its models with the families above them, and families that match by name, under ids of their own', () => {
	const shown = new Set(['b-net/2.0', 'bare']);
	assert.deepEqual(drawn(createFamilyNodes(smallCatalog(), { grouping: 'class', shown })), [
		'filtered:task:classification',
		'  filtered:task:classification/lightweight',
		'    filtered:b-net',
		'      filtered:b-net/2.0',
		'        filtered:b-net/2.0@224',
		'    filtered:bare',
		'      filtered:bare/note',
	]);
});

it('weights evaluated at several sizes have a row for each', () => {
	const catalog = aCatalog({
		checkpoints: [aCheckpoint({ id: 'timm:net', model: 'a-net/1.0' })],
		candidates: [
			{ id: 'timm:net@224', model: 'a-net/1.0', top1: 75 },
			{ id: 'timm:net@288', model: 'a-net/1.0', top1: 76 },
		],
	});
	const nodes = createFamilyNodes(catalog, { grouping: 'class' });
	const checkpoint = nodes.find('timm:net');
	assert.deepEqual(checkpoint && nodes.childrenOf(checkpoint).map(({ id }) => id), ['timm:net@224', 'timm:net@288']);
});
