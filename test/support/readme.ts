import { readFileSync } from 'node:fs';
import { markdownTable } from 'markdown-table';
import * as z from 'zod';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { verbs } from '../../src/cli/commandLine.ts';
import { candidatesIn } from '../../src/catalog/shownFigure.ts';
import { frameworks } from '../../src/catalog/records.ts';
import { snippetFrameworks, snippetOffers } from '../../src/frameworks/snippet.ts';
import { deviceCoverage } from '../../src/latency/deviceCoverage.ts';
import { shippedData } from './shippedData.ts';

const manifestSchema = z.object({
	contributes: z.object({
		commands: z.array(z.object({ command: z.string(), title: z.string() })),
		menus: z.object({ commandPalette: z.array(z.object({ command: z.string(), when: z.string() })) }),
		configuration: z.array(
			z.object({
				properties: z.record(
					z.string(),
					z.object({ default: z.unknown(), order: z.number(), markdownDescription: z.string() }),
				),
			}),
		),
	}),
});
const textsSchema = z.record(z.string(), z.string());

/** Snippets of each framework: offered, and of those passed in the report. */
function runTable(): string {
	const [, ...lines] = readFileSync('data/reports/verified-snippets.tsv', 'utf8').trimEnd().split('\n');
	const passed = lines.map(line => line.split('\t')).filter(cells => cells[4] === 'passed');
	const catalog = shippedData();
	const offers = catalog.models.flatMap(model => snippetOffers(catalog, model));
	const rows = snippetFrameworks.map(framework => {
		const counts = [offers, passed.map(([name]) => ({ framework: name }))].map(
			list => list.filter(each => each.framework === framework).length,
		);
		return [framework, ...counts.map(count => count.toLocaleString('en-US'))];
	});
	const table = markdownTable([['Framework', 'Offered', 'Passed'], ...rows], { align: ['l', 'r', 'r'] });
	return `${passed.length.toLocaleString('en-US')} have passed so far:\n\n${table}`;
}

/** The README with what stands between its markers made anew from the manifest, the command line and the catalog. */
export function fillReadme(readme: string): string {
	const sections: Readonly<Record<string, string>> = {
		commands: commandTable(),
		settings: settingTable(),
		verbs: verbTable(),
		catalog: catalogText(),
		runs: runTable(),
	};
	return readme.replace(
		/<!-- (\w+) -->\n[^]*?<!-- \/\1 -->/g,
		(_, name: string) => `<!-- ${name} -->\n\n${sections[name] ?? ''}\n\n<!-- /${name} -->`,
	);
}

function commandTable(): string {
	const { commands, menus } = manifest();
	const hidden = new Set(menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
	const rows = commands.map(({ command, title }) => [
		`Model Scout: ${title}`,
		`\`${command}\``,
		hidden.has(command) ? 'menus of the tree' : 'Command Palette',
	]);
	return table([['Command', 'Id', 'Where'], ...rows]);
}

function settingTable(): string {
	const rows = manifest().configuration.flatMap(({ properties }) =>
		Object.entries(properties)
			.sort(([, a], [, b]) => a.order - b.order)
			.map(([id, setting]) => [
				`\`${id}\``,
				`\`${JSON.stringify(setting.default)}\``,
				setting.markdownDescription,
			]),
	);
	return table([['Setting', 'Default', 'What it does'], ...rows]);
}

function verbTable(): string {
	const rows = verbs.map(({ name, operands, summary }) => [`\`${`${name} ${operands}`.trim()}\``, summary]);
	return table([['Verb', 'What it does'], ...rows]);
}

function catalogText(): string {
	const catalog = shippedData();
	const counts = frameworks
		.map(framework => ({
			framework,
			count: catalog.checkpoints.filter(checkpoint => checkpoint.framework === framework).length,
		}))
		.filter(({ count }) => count > 0)
		.map(({ framework, count }) => `${framework} ${String(count)}`);
	const seedRows = candidatesIn(catalog, { source: 'seed' }).length;
	return [
		`${String(catalog.families.length)} families, ${String(catalog.models.length)} models and`,
		`${String(catalog.candidates.length)} candidates (weights or published results at one input size), of which`,
		`${String(seedRows)} are the rows of the seed document; ${String(catalog.figures.length)} figures and`,
		`${String(catalog.measurements.length)} latency measurements from ${String(catalog.sources.length)} sources.`,
		`Weights: ${counts.join(', ')}. Version ${catalog.version} of ${catalog.date}.`,
		'\n<details>\n<summary>Counts of every source and device</summary>\n',
		sourceTable(catalog),
		'',
		deviceTable(catalog),
		'\n</details>',
	].join('\n');
}

function sourceTable({ sources, figures, measurements }: Catalog): string {
	const countOf = (records: readonly { readonly source: string }[], id: string): string =>
		String(records.filter(({ source }) => source === id).length);
	const rows = sources.map(({ id, title }) => [`\`${id}\``, title, countOf(figures, id), countOf(measurements, id)]);
	return table([['Source', 'Title', 'Figures', 'Times'], ...rows], ['l', 'l', 'r', 'r']);
}

/** A time of a batch is no latency of one image, so the two are counted apart. */
function deviceTable(catalog: Catalog): string {
	const covered = new Map(deviceCoverage(catalog).map(({ device, candidates }) => [device.id, candidates]));
	const rows = catalog.devices.map(({ id, name }) => {
		const times = catalog.measurementsOn(id);
		const single = times.filter(({ scope }) => scope === 'single-image').length;
		return [`\`${id}\``, name, String(single), String(times.length - single), String(covered.get(id) ?? 0)];
	});
	const heading = ['Device', 'Name', 'Times of one image', 'Times of a batch', 'Candidates with a latency'];
	return table([heading, ...rows], ['l', 'l', 'r', 'r', 'r']);
}

/** What the manifest contributes, with its texts in the place of their keys. */
function manifest(): z.infer<typeof manifestSchema>['contributes'] {
	const texts = textsSchema.parse(JSON.parse(readFileSync('package.nls.json', 'utf8')));
	const file = readFileSync('package.json', 'utf8').replace(/"%([^"%]+)%"/g, (_, key: string) =>
		JSON.stringify(texts[key] ?? key),
	);
	return manifestSchema.parse(JSON.parse(file)).contributes;
}

function table(rows: readonly (readonly string[])[], align: readonly string[] = []): string {
	return markdownTable(
		rows.map(row => row.map(cell => cell.replace(/\|/g, '\\|'))),
		{ align: [...align], alignDelimiters: false },
	);
}
