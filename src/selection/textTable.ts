/** A column of a plain-text table. */
export interface TextColumn {
	readonly title: string;
	readonly cells: readonly string[];
	/** Numbers stand at the right, words at the left. */
	readonly align: 'left' | 'right';
}

const gap = '  ';

/** Lines of a table whose columns line up in a fixed-width font, title first. Columns without any text are left out. */
export function layOutColumns(columns: readonly TextColumn[]): readonly string[] {
	const kept = columns.filter(({ cells }) => cells.some(cell => cell !== ''));
	const rows = Math.max(0, ...kept.map(({ cells }) => cells.length));
	const padded = kept.map(({ title, cells, align }) => {
		const width = Math.max(widthOf(title), ...cells.map(widthOf));
		return [title, ...cells].map(cell => pad(cell, width, align));
	});
	return Array.from({ length: rows + 1 }, (_, row) =>
		padded
			.map(cells => cells[row] ?? '')
			.join(gap)
			.trimEnd(),
	);
}

function pad(text: string, width: number, align: TextColumn['align']): string {
	const spaces = ' '.repeat(Math.max(0, width - widthOf(text)));
	return align === 'left' ? text + spaces : spaces + text;
}

/** Characters, not UTF-16 units; marks take no room, East Asian wide ones take two. */
function widthOf(text: string): number {
	let width = 0;
	for (const character of text) {
		if (/\p{M}/u.test(character)) continue;
		width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
			character,
		)
			? 2
			: 1;
	}
	return width;
}
