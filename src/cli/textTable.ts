import { plainText } from '../catalog/plainText.ts';

export interface TextColumn {
	/** Empty for no heading. */
	readonly title: string;
	readonly align?: 'left' | 'right';
}

/** Rows as aligned plain text with two spaces between columns, each line indented by two. Columns without text are left out. */
export function formatTextTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
	const cells = rows.map(row => columns.map((_, column) => plainText(row[column] ?? '', 200)));
	const kept = columns.map((_, column) => cells.some(row => row[column] !== ''));
	const hasHead = columns.some(({ title }, column) => kept[column] === true && title !== '');
	const all = hasHead ? [columns.map(({ title }) => title), ...cells] : cells;
	const widths = columns.map((_, column) => Math.max(0, ...all.map(row => displayWidth(row[column] ?? ''))));
	return all
		.map(row => {
			const parts = row.flatMap((text, column) => {
				if (kept[column] !== true) return [];
				const space = ' '.repeat((widths[column] ?? 0) - displayWidth(text));
				return [columns[column]?.align === 'right' ? space + text : text + space];
			});
			return `  ${parts.join('  ')}`.trimEnd();
		})
		.join('\n');
}

/** Columns of a terminal: wide East Asian letters and emoji take two, combining marks none. */
function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		if (/\p{M}/u.test(character)) continue;
		width +=
			/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u.test(
				character,
			)
				? 2
				: 1;
	}
	return width;
}
