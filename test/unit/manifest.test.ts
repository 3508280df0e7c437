import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { licenseClasses } from '../../src/catalog/weightsLicense.ts';
import { commandIds } from '../../src/host/commands/ids.ts';

const menuItems = z.array(z.object({ command: z.string(), when: z.string().optional(), group: z.string().optional() }));
const setting = z.object({
	scope: z.string(),
	order: z.number(),
	markdownDescription: z.string(),
	default: z.unknown(),
	items: z.object({ enum: z.array(z.string()).optional() }).optional(),
});
const manifest = z
	.object({
		activationEvents: z.array(z.string()),
		keywords: z.array(z.string()),
		enabledApiProposals: z.array(z.string()).optional(),
		capabilities: z.object({
			untrustedWorkspaces: z.object({ supported: z.string(), restrictedConfigurations: z.array(z.string()) }),
			virtualWorkspaces: z.boolean(),
		}),
		contributes: z.object({
			commands: z.array(z.object({ command: z.string(), category: z.string(), title: z.string() })),
			menus: z.record(z.string(), menuItems),
			configuration: z.array(z.object({ order: z.number(), properties: z.record(z.string(), setting) })),
			walkthroughs: z.array(
				z.object({
					steps: z.array(
						z.object({
							description: z.string(),
							media: z.object({ svg: z.string(), altText: z.string() }),
							completionEvents: z.array(z.string()).min(1),
						}),
					),
				}),
			),
		}),
	})
	.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const texts = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync('package.nls.json', 'utf8')));
const { commands, menus, configuration, walkthroughs } = manifest.contributes;
const settings = configuration.flatMap(({ properties }) => Object.entries(properties));

function localized(text: string): string {
	const key = /^%(.+)%$/.exec(text)?.[1];
	return texts[key ?? ''] ?? `not localized: ${text}`;
}

describe('commands in the manifest', () => {
	it('are those that the host has handlers for', () => {
		assert.deepEqual(commands.map(({ command }) => command).sort(), [...commandIds].sort());
	});

	it('have the category and a title in title case', () => {
		for (const { command, category, title } of commands) {
			assert.equal(localized(category), 'Model Scout', command);
			assert.match(
				localized(title),
				/^[A-Z][\w’']*( (([A-Z][\w’']*)|as|at|with|or|from|to|in|by|timm)[…?]?)*[…?]?$/,
				command,
			);
		}
	});

	it('stand in menus only where they exist', () => {
		const used = Object.values(menus).flatMap(items => items.map(({ command }) => command));
		assert.deepEqual(
			used.filter(id => !commands.some(({ command }) => command === id)),
			[],
		);
	});

	it('that need a row of the tree are not in the palette', () => {
		const hidden = menus['commandPalette']?.filter(({ when }) => when === 'false').map(({ command }) => command);
		assert.deepEqual(hidden, ['modelScout.pickWithinModel', 'modelScout.toggleComparison', 'modelScout.openPlace']);
	});
});

it('a row of the tree has at most two inline icons', () => {
	const inline = menus['view/item/context']?.filter(({ group }) => group?.startsWith('inline')) ?? [];
	assert.equal(inline.length, 2);
});

describe('settings in the manifest', () => {
	it('have a scope, a description in the language file and a default', () => {
		for (const [name, { scope, markdownDescription, default: initial }] of settings) {
			assert.match(name, /^modelScout\./);
			assert.ok(['window', 'resource', 'machine', 'application'].includes(scope), name);
			assert.doesNotMatch(localized(markdownDescription), /^not localized/);
			assert.notEqual(initial, undefined, name);
		}
	});

	it('offer every class of licenses, and keep all of them by default', () => {
		const declared = settings.find(([name]) => name === 'modelScout.weightsLicenses')?.[1];
		assert.deepEqual(declared?.default, licenseClasses);
		assert.deepEqual(declared.items?.enum, licenseClasses);
	});

	it('have an order of their own in their section', () => {
		for (const { properties } of configuration) {
			const orders = Object.values(properties).map(({ order }) => order);
			assert.equal(new Set(orders).size, orders.length);
		}
	});

	it('that lead to reading files are not taken from a workspace that is not trusted', () => {
		const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
		assert.equal(untrustedWorkspaces.supported, 'limited');
		assert.deepEqual(untrustedWorkspaces.restrictedConfigurations, ['modelScout.catalogs', 'modelScout.templates']);
		assert.equal(virtualWorkspaces, true);
	});
});

describe('texts of the manifest', () => {
	it('are all in the language file, which has no others', () => {
		const used = new Set(
			[...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? ''),
		);
		assert.deepEqual([...used].sort(), Object.keys(texts).sort());
	});

	it('name only commands that exist', () => {
		const linked = Object.values(texts).flatMap(text =>
			[...text.matchAll(/\(command:(modelScout\.\w+)[?)]/g)].map(([, id]) => id ?? ''),
		);
		assert.deepEqual(
			linked.filter(id => !commands.some(({ command }) => command === id)),
			[],
		);
	});
});

it('a walkthrough step has a picture with a text for those who do not see it', () => {
	const steps = walkthroughs.flatMap(({ steps: each }) => each);
	assert.equal(steps.length, 4);
	for (const { media } of steps) {
		assert.match(readFileSync(media.svg, 'utf8'), /^<svg /);
		assert.doesNotMatch(localized(media.altText), /^not localized/);
	}
});

it('the extension starts only when it is used, or a language is opened in which code names models', () => {
	const languages = ['json', 'jsonc', 'python', 'yaml'].map(language => `onLanguage:${language}`);
	assert.deepEqual(manifest.activationEvents, [...languages, 'onWebviewPanel:modelScout.comparison']);
	assert.ok(manifest.keywords.length <= 30);
});

it('no proposed API is asked for', () => {
	assert.equal(manifest.enabledApiProposals, undefined);
});
