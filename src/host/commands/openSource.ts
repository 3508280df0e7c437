import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { ResolvedName } from '../../catalog/names.ts';
import { labelText } from '../../catalog/plainText.ts';
import { httpsUrl } from '../../comparison/modelCardSource.ts';
import { choose, type Choice } from '../quickInput/choose.ts';
import type { Services } from '../services.ts';
import { askTarget, recordsIn } from './targets.ts';

/** Opens a page that figures of a model were read from. Only https, and only the one that the person chooses. */
export async function openSource(services: Services, args: readonly unknown[]): Promise<void> {
	const catalog = await services.catalogs.load();
	const target = recordsIn(catalog, args)[0] ?? (await askTarget(services, args, 'Open Source'));
	if (!target) return;
	const links = linksOf(catalog, target);
	if (links.length === 0) {
		void vscode.window.showInformationMessage('The catalog has no web page for this model.');
		return;
	}
	const answer = await choose<string>({
		title: `Open Source of ${labelText((target.model ?? target.family).name)}`,
		placeholder: 'Opens in your browser',
		items: links,
		matchOnDescription: true,
		matchOnDetail: true,
	});
	if (answer?.kind === 'chosen') await vscode.env.openExternal(vscode.Uri.parse(answer.value, true));
}

/** The paper first, then the sources of the figures, each once. */
function linksOf(catalog: Catalog, { family, model }: ResolvedName): readonly Choice<string>[] {
	const models = model ? [model] : catalog.modelsOf(family.id);
	const owners = models.flatMap(each => [
		each.id,
		...catalog.checkpointsOf(each.id).map(({ id }) => id),
		...catalog.candidatesOf(each.id).map(({ id }) => id),
	]);
	const figures = owners.flatMap(id => catalog.figuresOf(id));
	const measurements = models.flatMap(each => catalog.measurementsOf(each.id));
	const sourceIds = new Set([...figures, ...measurements].map(({ source }) => source));
	const links = new Map<string, Choice<string>>();
	const add = (label: string, where: string | undefined, detail: string): void => {
		const url = httpsUrl(where);
		if (url !== undefined && !links.has(url)) {
			links.set(url, { label: labelText(label), description: new URL(url).host, detail, value: url });
		}
	};
	if (family.paper) add(family.paper.title, family.paper.url, 'Paper of the family');
	for (const id of sourceIds) {
		const source = catalog.sourceById.get(id);
		if (source) add(source.title, source.where, labelText(`${source.version}, ${source.date}`));
	}
	return [...links.values()];
}
