import { markdownTable } from 'markdown-table';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Source } from '../../src/catalog/records.ts';

/**
 * The notice with a section for each source of the catalog and the counts of licenses made anew. What stands above the
 * sources, and what a section says was taken, is written by hand and kept.
 */
export function fillNotice(notice: string, catalog: Catalog): string {
	const head = notice.split('\n## Sources\n')[0] ?? '';
	const sections = catalog.sources.map(source => sectionOf(source, takenFrom(notice, source, catalog)));
	const licenses = `## Checkpoints by license of their weights\n\n${licenseTable(catalog)}\n`;
	return [`${head}\n## Sources\n`, ...sections, licenses].join('\n');
}

function sectionOf({ id, title, where, version, date, licence, supersededBy }: Source, taken: string): string {
	const lines = [
		`- Where: ${where.replaceAll('*', '\\*')}`,
		`- Version: ${version}`,
		`- Date: ${date}`,
		`- License: ${licence}`,
		...(supersededBy === undefined ? [] : [`- Replaced by: ${supersededBy}`]),
		`- Taken: ${taken}`,
	];
	return `### ${id}\n\n${title}\n\n${lines.join('\n')}\n`;
}

function takenFrom(notice: string, { id }: Source, catalog: Catalog): string {
	const section = notice.split(`\n### ${id}\n`)[1]?.split('\n### ')[0] ?? '';
	const written = /^- Taken: (.+)$/m.exec(section)?.[1];
	if (written !== undefined && !/^\d+ (figures|times)/.test(written)) return written;
	const figures = catalog.figures.filter(({ source }) => source === id).length;
	const times = catalog.measurements.filter(({ source }) => source === id).length;
	const counts = [
		...(figures > 0 ? [`${String(figures)} figures`] : []),
		...(times > 0 ? [`${String(times)} times or speeds`] : []),
	];
	return counts.join(' and ');
}

function licenseTable({ checkpoints }: Catalog): string {
	const counts = new Map<string, number>();
	for (const { framework, weightsLicence } of checkpoints) {
		const key = `${framework}\n${weightsLicence}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const rows = [...counts]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, count]) => [...key.split('\n'), String(count)]);
	const align = ['l', 'l', 'r'];
	return markdownTable([['framework', 'license', 'checkpoints'], ...rows], { align, alignDelimiters: false });
}
